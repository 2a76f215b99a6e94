"""Which column fills which field, by name: the tables the program knows, and the office's own, saved once and found again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.text import one_line
from yuqing_desktop.intake.presets import PRESETS, preset_named, propose_mapping
from yuqing_desktop.intake.presets import Mapping as Columns
from yuqing_desktop.intake.sheet import Sheet
from yuqing_desktop.intake.synonyms import plain
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.register import require_registrar
from yuqing_desktop.services.settings import readable, stored
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

SETTING = "import_mappings"


@dataclass(frozen=True, slots=True)
class Mappings:
    """A saved one keeps, for each field, the heading of its column; it is proposed where all its headings stand."""

    store: Store

    def own(self) -> dict[str, dict[str, str]]:
        """The office's own: name → field → heading."""
        held: dict[str, dict[str, str]] = stored(self.store, SETTING) or {}
        with readable(SETTING):
            return {name: dict(columns) for name, columns in held.items()}

    def names(self) -> tuple[str, ...]:
        """The office's own first, then the program's."""
        return (*self.own(), *(preset.name for preset in PRESETS))

    def proposed(self, table: Sheet, name: str = "") -> Columns:
        """The columns of the table known by that name, or of the one recognised. Raises BadInput."""
        own = self.own()
        if name in own:
            return Columns(_columns(own[name], table), name)
        if name:
            chosen = preset_named(name)
            if chosen is None:
                raise BadInput({"preset": f"没有名为“{name}”的表头方案，可用：{'、'.join(self.names())}"})
            return propose_mapping(table.headings, table.rows, preset=chosen)
        fitting = [one for one, fields in own.items() if len(_columns(fields, table)) == len(fields)]
        if fitting:
            best = max(fitting, key=lambda one: len(own[one]))
            return Columns(_columns(own[best], table), best)
        return propose_mapping(table.headings, table.rows)

    def save(
        self, actor: Actor, name: str, table: Sheet, columns: Mapping[str, int], *, op_id: str | None = None
    ) -> Changes:
        """Keep these columns under a name; the same name again replaces. Raises BadInput, Refused."""
        called = one_line(name)
        if not called:
            raise BadInput({"name": "请填写名称"})
        if preset_named(called) is not None:
            raise BadInput({"name": f"“{called}”是程序自带的方案，请换一个名称"})
        fields = {field: heading for field, at in columns.items() if (heading := table.headings[at])}
        if not fields:
            raise BadInput({"name": "还没有一列对应到项目，没有可保存的内容"})

        def do(work: UnitOfWork) -> str:
            require_registrar(actor)
            work.put_setting(SETTING, json.dumps({**self.own(), called: fields}, ensure_ascii=False))
            return f"对应关系“{called}”已保存"

        return self.store.perform(actor, "settings", do, op_id=op_id)


def _columns(fields: Mapping[str, str], table: Sheet) -> dict[str, int]:
    """The fields whose headings stand in the table, with their columns; the first of equal headings."""
    at: dict[str, int] = {}
    for column, heading in enumerate(table.headings):
        at.setdefault(plain(heading), column)
    return {field: at[plain(heading)] for field, heading in fields.items() if plain(heading) in at}
