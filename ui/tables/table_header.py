"""The table's head: sorting with 1, 2, choosing and fitting columns (E6, E7)."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from ui.shell.appearance import Appearance
from ui.shell.icons import pixmap
from ui.tables.column import Column
from ui.tables.row_painter import PAD, Places

_ARROW = 12

Sort = list[tuple[str, bool]]
"""Columns in order of weight: (key, descending)."""


class TableHeader(QHeaderView):
    """Click sorts, again reverses, Ctrl+click adds; right click chooses columns."""

    sort_changed = Signal(list)
    fit_window_asked = Signal()
    fit_contents_asked = Signal()
    restore_asked = Signal()

    def __init__(self, columns: tuple[Column, ...], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._columns = columns
        self._sort: Sort = []
        self._pressed_at = QPoint()
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setFirstSectionMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu().exec(self.mapToGlobal(at)))
        self.setAccessibleName("列标题")

    @property
    def sort(self) -> Sort:
        """The order asked for."""
        return list(self._sort)

    def set_sort(self, sort: Sort) -> None:
        """Show an order without asking for it."""
        self._sort = list(sort)
        self.viewport().update()

    def sort_by(self, key: str, *, add: bool = False) -> None:
        """Sort by a column, or reverse it; `add` keeps the columns before it."""
        held = dict(self._sort)
        descending = not held[key] if key in held else False
        if add:
            held[key] = descending
            self._sort = list(held.items())
        else:
            self._sort = [(key, descending)]
        self._tell()

    def clear_sort(self) -> None:
        """清除排序."""
        self._sort = []
        self._tell()

    def menu(self) -> QMenu:
        """Columns with ticks, fitting, restoring."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section, column in enumerate(self._columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(section > 0)
            action.toggled.connect(lambda on, at=section: self.show_column(at, on=on))
        menu.addSeparator()
        menu.addAction("适应窗口", self.fit_window_asked.emit)
        menu.addAction("适应内容", self.fit_contents_asked.emit)
        clear = menu.addAction("清除排序")
        clear.triggered.connect(self.clear_sort)
        clear.setEnabled(bool(self._sort))
        menu.addAction("恢复默认", self.restore_asked.emit)
        return menu

    def places_in(self, first: int, last: int) -> Places:
        """Where the words of each column in sight stand between two edges."""
        places: Places = []
        for section in (self.logicalIndex(at) for at in range(self.count())):
            left, width = self.sectionViewportPosition(section), self.sectionSize(section)
            if width and left <= last and left + width > first:
                right = self._columns[section].align == "right"
                places.append((section, left + PAD, width - 2 * PAD, right))
        return places

    def show_column(self, section: int, *, on: bool) -> None:
        """Show or hide a column; the first stays."""
        if section > 0:
            self.setSectionHidden(section, not on)
            self.fit_window_asked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a drag."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a title sorts."""
        at = event.position().toPoint()
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        super().mouseReleaseEvent(event)
        moved = (at - self._pressed_at).manhattanLength() > 4
        if event.button() != Qt.MouseButton.LeftButton or moved or resizing:
            return
        section = self.logicalIndexAt(at)
        if section >= 0 and self._columns[section].sortable:
            add = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.sort_by(self._columns[section].key, add=add)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:  # noqa: N802
        """The title, and for a sorted column its arrow and weight."""
        appearance = Appearance.present()
        tokens = appearance.tokens
        column = self._columns[logical_index]
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        place = next((at for at, (key, _) in enumerate(self._sort) if key == column.key), -1)
        box = rect.adjusted(PAD, 0, -PAD, 0)
        painter.setFont(appearance.font(small=True, bold=place >= 0))
        painter.setPen(QColor(tokens.accent if place >= 0 else tokens.muted))
        room = box.width() - (self._mark_width() if place >= 0 else 0)
        title = painter.fontMetrics().elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        width = painter.fontMetrics().horizontalAdvance(title)
        left = box.right() + 1 - width if column.align == "right" else box.x()
        if place >= 0 and column.align == "right":
            left -= self._mark_width()
        painter.drawText(
            QRect(left, box.y(), width + 2, box.height()), int(Qt.AlignmentFlag.AlignVCenter), title
        )
        if place >= 0:
            self._paint_mark(
                painter, QRect(left + width + 2, box.y(), self._mark_width(), box.height()), place
            )

    def _mark_width(self) -> int:
        return _ARROW + (10 if len(self._sort) > 1 else 2)

    def _paint_mark(self, painter: QPainter, box: QRect, place: int) -> None:
        appearance = Appearance.present()
        name = "sort-down" if self._sort[place][1] else "sort-up"
        arrow = pixmap(name, appearance.tokens.accent, _ARROW, self.devicePixelRatioF())
        painter.drawPixmap(box.x(), box.y() + (box.height() - _ARROW) // 2, arrow)
        if len(self._sort) > 1:
            painter.setFont(appearance.font(pixels=10))
            number = box.adjusted(_ARROW, 0, 0, 0)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), str(place + 1))

    def _tell(self) -> None:
        self.viewport().update()
        self.sort_changed.emit(self.sort)
