"""The table model over ids: rows are read when looked at, their words made once."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.tables.page_cache import Load, PageCache

Index = QModelIndex | QPersistentModelIndex

# data() is asked several roles a cell: ints are compared, enumerations are four times slower.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_LEFT_BEHIND = "已不符合当前筛选，刷新后移出"


class PagedModel(QAbstractTableModel):
    """Columns as data over `load(ids) -> rows`; the words of a row are made once and kept with it."""

    def __init__(self, columns: Sequence[Column], load: Load, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._load = load
        self._cache = PageCache(self._read)
        self._left_behind: set[int] = set()
        self._no_parent = QModelIndex()

    @property
    def ids(self) -> "array[int]":
        """The ids shown, in order."""
        return self._cache.ids

    def set_ids(self, ids: "array[int]") -> None:
        """Show another list. The view keeps selection and place (PagedTable.set_ids)."""
        self.beginResetModel()
        self._cache.set_ids(ids)
        self._left_behind.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Make every word anew: the clock moved on, or the look of a figure changed."""
        self._cache.forget()
        self._tell(range(len(self.ids)))

    def reread(self, ids: Iterable[int]) -> None:
        """Read these rows anew; only they are repainted."""
        self._tell(self._cache.reread(ids))

    def leave_behind(self, ids: Iterable[int]) -> None:
        """Grey the rows that no longer fit what is shown."""
        self._left_behind = set(ids)
        self._tell(range(len(self.ids)))

    def is_left_behind(self, place: int) -> bool:
        """Whether the row is greyed."""
        return bool(self._left_behind) and self.ids[place] in self._left_behind

    def place_of(self, row_id: int) -> int:
        """The row's place, -1 when it is not shown."""
        try:
            return self.ids.index(row_id)
        except ValueError:
            return -1

    def row(self, place: int) -> Any:
        """The row at this place as `load` gave it; None when it is gone."""
        return self._cache.row(place)[0]

    def cells(self, place: int) -> tuple[Cell, ...]:
        """The words of a row, one cell a column."""
        cells: tuple[Cell, ...] = self._cache.row(place)[1]
        return cells

    def rowCount(self, parent: Index | None = None) -> int:
        """How many ids."""
        return 0 if parent is not None and parent.isValid() else len(self._cache.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        """The words; painting asks `cells` instead."""
        if role == _DISPLAY:
            return self.cells(index.row())[index.column()].text
        if role in (_TIP, _SPOKEN):
            spoken = self.cells(index.row())[index.column()].spoken
            return f"{spoken}\n{_LEFT_BEHIND}" if self.is_left_behind(index.row()) else spoken
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> str | None:
        """The columns' titles."""
        if role == _DISPLAY and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None

    def _read(self, ids: Sequence[int]) -> list[tuple[Any, tuple[Cell, ...]]]:
        return [(row, self._words(row)) for row in self._load(ids)]

    def _words(self, row: Any) -> tuple[Cell, ...]:
        if row is None:
            return (Cell("已删除", tone="faint"), *(ABSENT for _ in self.columns[1:]))
        return tuple(column.cell(row) for column in self.columns)

    def _tell(self, places: Sequence[int]) -> None:
        if len(places):
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))
