"""Add or change one entry of the office's lists."""

from dataclasses import replace
from datetime import date
from typing import Any

from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.list_kind import ListKind
from ui.dialogs.scene import Scene

_NO_DAY = date(2000, 1, 1)  # what a new record holds before a day is given
_NO_NOTHING = ("section_id", "until", "valid_until")


class ListEntryDialog(DeskDialog):
    """`record` None adds a new entry."""

    chapter = "settings"

    def __init__(self, scene: Scene, kind: ListKind, record: Any | None = None) -> None:
        verb = "修改" if record is not None else "添加"
        super().__init__(scene, title=f"{verb}{kind.word}", main="保存", record=kind.why, width=600)
        self._kind = kind
        self._record = record if record is not None else kind.blank()
        fields = kind.fields(scene.core, self._record)
        self.form = self.add_form(fields, scene.around())
        shown = {field.key: getattr(self._record, field.key) for field in fields}
        if record is None:
            shown |= {key: scene.now.date() for key, value in shown.items() if value == _NO_DAY}
        self.form.set_values(shown)
        self.keep_drafts(f"list.{kind.word}.{self._record.id}", f"上次没有保存的{kind.word}")

    def job(self, values: dict[str, Any]) -> Job:
        """Save the entry."""
        core, actor, op_id = self.scene.core, self.scene.actor, self.op_id
        plain = {
            key: "" if value is None and key not in _NO_NOTHING else value for key, value in values.items()
        }
        record = replace(self._record, **plain)
        return lambda: self._kind.save(core, actor, record, op_id)
