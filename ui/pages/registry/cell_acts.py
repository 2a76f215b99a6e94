"""What may be done with the cell last pointed at: copied, filtered by, excluded (E11)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ui.pages.registry.filter_bar import FilterBar
from ui.pages.registry.narrowing import excluding, meant_by, narrowed
from ui.tables.paged_table import PagedTable
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.listing import RegistryRow


class CellActs(QObject):
    """`key` names the column pointed at; `told(words)` says what was copied."""

    told = Signal(str)

    def __init__(self, table: PagedTable, bar: FilterBar) -> None:
        super().__init__(table)
        self.key = "number"
        self._table = table
        self._bar = bar
        table.clicked.connect(lambda _: self._remember())

    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the keys of the menu bar."""
        return {
            "copy": self._table.copy,
            "copy_cell": self._copy_cell,
            "copy_number": self._copy_number,
            "filter_value": lambda: self._filter_by(narrowed),
            "exclude_value": lambda: self._filter_by(excluding),
        }

    def _row(self) -> RegistryRow | None:
        row: RegistryRow | None = self._table.rows.row(self._table.currentIndex().row())
        return row

    def _copy_cell(self) -> None:
        column = next(one for one in self._table.rows.columns if one.key == self.key)
        if (row := self._row()) is not None:
            self._copy(column.copy_text(row), f"已复制“{column.title}”")

    def _copy_number(self) -> None:
        if (row := self._row()) is not None:
            self._copy(row.number, f"已复制编号 {row.number}")

    def _copy(self, text: str, words: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(words)

    def _filter_by(self, meant: Callable[[Filter, RegistryRow, str], Filter]) -> None:
        if (row := self._row()) is None:
            return
        if meant_by(row, self.key) is None:
            self.told.emit("这一格不能用来筛选，请选平台、科室、状态等单元格")
            return
        self._bar.ask(meant(self._bar.filter, row, self.key))

    def _remember(self) -> None:
        at = self._table.currentIndex().column()
        if at >= 0:
            self.key = self._table.rows.columns[at].key
