"""导出版式: the office's own columns of the ledger, saved by name; one of them is in use."""

import json
from dataclasses import dataclass, replace

from yuqing_desktop.changes import Changes
from yuqing_desktop.documents.papers.ledger import LEDGER_COLUMNS, LedgerColumn
from yuqing_desktop.domain import layouts
from yuqing_desktop.domain.layouts import STANDARD, Layout, LayoutColumn
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.problems import NotFound
from yuqing_desktop.services.settings import readable, require_keeper, stored
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

_KEPT, _IN_USE = "ledger_layouts", "ledger_layout"
_COLUMNS = {column.field: column for column in LEDGER_COLUMNS}


@dataclass(frozen=True, slots=True)
class Layouts:
    """The ledger's layouts."""

    store: Store

    def all(self) -> tuple[Layout, ...]:
        """The standard one, then the office's own."""
        kept = stored(self.store, _KEPT) or []
        with readable(_KEPT):
            return (standard(), *map(layouts.of_plain, kept))

    def in_use(self) -> Layout:
        """The layout that ledgers are written in now."""
        name = self.store.setting(_IN_USE, STANDARD)
        return next((one for one in self.all() if one.name == name), standard())

    def columns(self, name: str = "") -> tuple[LedgerColumn, ...]:
        """The columns of a layout (empty: the one in use), as a workbook is written by them. Raises NotFound.

        Those the office chose are all printed.
        """
        layout = self._named(name) if name else self.in_use()
        return LEDGER_COLUMNS if layout.name == STANDARD else tuple(map(_column, layout.columns))

    def _named(self, name: str) -> Layout:
        layouts = {one.name: one for one in self.all()}
        if name not in layouts:
            raise NotFound(f"没有导出版式“{name}”。", advice=f"现有：{'、'.join(layouts)}。")
        return layouts[name]

    def save(
        self, actor: Actor, layout: Layout, *, instead_of: str = "", op_id: str | None = None
    ) -> Changes:
        """Keep a layout by its name (`instead_of` another) and use it. Raises BadInput, Refused."""
        made = layouts.checked(layout, _COLUMNS)
        others = [one for one in self.all()[1:] if one.name not in (made.name, instead_of)]

        def do(work: UnitOfWork) -> str:
            require_keeper(actor)
            _put(work, [*others, made])
            work.put_setting(_IN_USE, made.name)
            return f"导出版式“{made.name}”已保存"

        return self.store.perform(actor, "settings", do, op_id=op_id)

    def use(self, actor: Actor, name: str, *, op_id: str | None = None) -> Changes:
        """Write ledgers in this layout from now on. Raises Refused."""

        def do(work: UnitOfWork) -> str:
            require_keeper(actor)
            work.put_setting(_IN_USE, name)
            return f"台账改用“{name}”"

        return self.store.perform(actor, "settings", do, op_id=op_id)

    def forget(self, actor: Actor, name: str, *, op_id: str | None = None) -> Changes:
        """Drop a layout of the office's own; the standard one stays. Raises Refused."""

        def do(work: UnitOfWork) -> str:
            require_keeper(actor)
            _put(work, [one for one in self.all()[1:] if one.name != name])
            return f"导出版式“{name}”已删除"

        return self.store.perform(actor, "settings", do, op_id=op_id)


def standard() -> Layout:
    """The factory's columns under their standard headings."""
    return Layout(STANDARD, tuple(LayoutColumn(column.field, column.heading) for column in LEDGER_COLUMNS))


def _column(one: LayoutColumn) -> LedgerColumn:
    known = _COLUMNS[one.field]
    return replace(known, heading=one.heading or known.heading, printed=True)


def _put(work: UnitOfWork, kept: list[Layout]) -> None:
    work.put_setting(_KEPT, json.dumps([layouts.plain(one) for one in kept], ensure_ascii=False))
