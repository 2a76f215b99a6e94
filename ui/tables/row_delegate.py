"""Hands each visible cell to the painter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from ui.tables.paged_table import PagedTable


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of a PagedTable; asks the model for ready words, never for roles."""

    def __init__(self, table: "PagedTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        table = self._table
        place, column = index.row(), index.column()
        rect = option.rect  # type: ignore[attr-defined]
        selected = table.shows_selected(place)
        rows = table.painter
        rows.ground(
            painter,
            rect,
            selected=selected,
            hovered=place == table.hovered,
            bar=selected and column == table.first_column,
        )
        model = table.rows
        cell = model.cells(place)[column]
        rows.cell(
            painter,
            rect,
            cell,
            right=table.is_right[column],
            faded=model.is_left_behind(place),
            selected=selected,
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as every row."""
        return QSize(80, self._table.painter.height)
