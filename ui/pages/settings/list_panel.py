"""One of the office's lists: its entries, with 添加, 修改, 停用."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.seat import Seat
from ui.pages.settings.lists import OfficeList
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.barred import bar
from ui.widgets.empty_state import EmptyState
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.rights import Deed

_LISTED = (Deed.SETTINGS, Deed.APPOINT)
"""The acts by which the office's lists change."""


class ListPanel(QWidget):
    """Reads anew after every change of settings."""

    def __init__(self, seat: Seat, held: OfficeList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._list = held
        self._records: dict[int, Any] = {}
        self._refusal = seat.refusal(held.deed)
        self.add, self.edit, self.stop = QPushButton("添加…"), QPushButton("修改…"), QPushButton(held.stop)
        self.table = PagedTable(held.columns, self._rows)
        empty = EmptyState(
            f"还没有{held.title}", held.hint, *(() if self._refusal else (("添加…", self._add),))
        )
        self.panel = TablePanel(self.table, empty)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the list."""
        self._seat.runner.read(self._list.read, self._show, owner=self)

    def _show(self, records: Sequence[Any]) -> None:
        self._records = {record.id: record for record in records}
        self.panel.show_ids(array("q", self._records))
        self.table.rows.forget()
        self._enable()

    def _rows(self, ids: Sequence[int]) -> list[Any]:
        return [self._records.get(one) for one in ids]

    def _current(self) -> Any:
        return self._records.get(self.table.current_id() or 0)

    def _add(self) -> None:
        self._seat.acts.edit_list(self._list.kind, None)

    def _edit(self) -> None:
        if (record := self._current()) is not None and not self._refusal:
            self._seat.acts.edit_list(self._list.kind, record)

    def _stop(self) -> None:
        record, seat = self._current(), self._seat
        if record is None:
            return
        name = self.table.rows.cells(self.table.currentIndex().row())[0].text
        question = f"{self._list.stop}“{name}”？"
        kept = "已登记的事项不受影响，今后不再提供选用。"
        if not seat.prompts.confirm(question, yes=self._list.stop, detail=kept, danger=True):
            return
        ended = self._list.ended(record, seat.now.date())
        seat.runner.write(
            lambda: self._list.save(seat.core, seat.actor, ended), seat.hub.changed.emit, owner=self
        )

    def _enable(self) -> None:
        record = self._current()
        if self._refusal:
            return
        self.edit.setEnabled(record is not None)
        ended = getattr(record, "active", True) is False or getattr(record, "until", None) is not None
        self.stop.setEnabled(record is not None and not ended)

    def _lay_out(self) -> None:
        self.table.setAccessibleName(self._list.title)
        for button, verb in ((self.add, "添加"), (self.edit, "修改"), (self.stop, self._list.stop)):
            button.setAccessibleName(f"{verb}{self._list.title}")
        self.stop.setProperty("kind", "danger")
        bar(self._refusal, self.add, self.edit, self.stop)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TextLabel(self._list.title, role="title"))
        head.addWidget(TextLabel(self._refusal or self._list.hint, role="muted"), 1)
        for button in (self.add, self.edit, self.stop):
            head.addWidget(button)
            button.setVisible(button is self.add or self._list.changeable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.panel, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.stop.clicked.connect(self._stop)
        self.table.picked.connect(lambda _: self._enable())
        if self._list.changeable:
            self.table.opened.connect(lambda _: self._edit())
        self._seat.hub.changed.connect(lambda changes: self.refresh() if changes.act in _LISTED else None)
