"""The table of a large registry: fixed two-line rows, one delegate, selection kept by id."""

from array import array
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.shell.appearance import Appearance
from ui.tables.column import Column
from ui.tables.column_fitting import ColumnFitting
from ui.tables.columns_state import columns_state, restore_columns
from ui.tables.copying import tab_separated
from ui.tables.page_cache import Load
from ui.tables.paged_model import Index, PagedModel
from ui.tables.row_painter import RowPainter
from ui.tables.selected_rows import Ranges, ids_in, ranges_of, select_ids
from ui.tables.table_header import TableHeader

ALL_IS_A_FLAG_OVER = 2_000
COPIED_AT_MOST = 20_000


class PagedTable(QTableView):
    """Shows `load(ids)` rows by columns as data.

    `picked(id)` fires when another row becomes current (None when there is none), `opened(id)` on Enter or
    double click, `chosen_changed()` when the chosen rows change, `sorted([(key, descending)])` when another
    order is asked for, `menu_asked(id, column key, global point)` on right click, `told(words)` for a hint.
    """

    picked = Signal(object)
    opened = Signal(object)
    chosen_changed = Signal()
    sorted = Signal(list)
    menu_asked = Signal(object, str, object)
    told = Signal(str)

    def __init__(self, columns: Sequence[Column], load: Load, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rows")
        self.setAccessibleName("列表")
        self.load = load
        self.rows = PagedModel(columns, load, self)
        self.head = TableHeader(self.rows.columns, self)
        self.hovered = -1
        self.all_chosen = False
        self._ranges: Ranges = []
        self.setModel(self.rows)
        self._set_up()
        self._take_look()
        self.fitting = ColumnFitting(self)
        self.fitting.standard()
        Appearance.present().changed.connect(self._take_look)

    # What is shown -----------------------------------------------------------------------------

    def set_ids(self, ids: "array[int]") -> None:
        """Show another list; the current row, the chosen rows and the place stay where still there (E12)."""
        current, chosen = self.current_id(), self.chosen_ids() if not self.all_chosen else array("q")
        top = self.rowAt(0)
        top_id = self.rows.ids[top] if top >= 0 else None
        at = self.verticalScrollBar().value()
        selector = self.selectionModel()
        # Nothing was picked by the person: the same rows are put back quietly.
        selector.blockSignals(True)
        self.rows.set_ids(ids)
        self.all_chosen = False
        select_ids(self.rows, selector, chosen)
        place = self.rows.place_of(current) if current is not None else -1
        if place >= 0:
            selector.setCurrentIndex(self.rows.index(place, 0), selector.SelectionFlag.NoUpdate)
        selector.blockSignals(False)
        self._take_selection()
        self._return_to(top_id, at)
        if place < 0 and current is not None:
            self.picked.emit(None)

    def refresh_rows(self, ids: Iterable[int]) -> None:
        """Read these rows anew, without touching selection or place."""
        self.rows.reread(ids)

    def current_id(self) -> int | None:
        """The id under the cursor."""
        place = self.currentIndex().row()
        return self.rows.ids[place] if 0 <= place < len(self.rows.ids) else None

    def go_to(self, row_id: int) -> bool:
        """Choose this row alone and bring it into sight; False when it is not shown."""
        place = self.rows.place_of(row_id)
        if place < 0:
            return False
        self.selectRow(place)
        self.scrollTo(self.rows.index(place, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def chosen_ids(self) -> "array[int]":
        """The chosen ids in order; every id shown after Ctrl+A."""
        return self.rows.ids[:] if self.all_chosen else ids_in(self.rows, self._ranges)

    def chosen_count(self) -> int:
        """How many rows are chosen."""
        if self.all_chosen:
            return len(self.rows.ids)
        return sum(last - first + 1 for first, last in self._ranges)

    def shows_selected(self, place: int) -> bool:
        """Whether a row is painted as chosen."""
        return self.all_chosen or any(first <= place <= last for first, last in self._ranges)

    # Columns -----------------------------------------------------------------------------------

    def columns_state(self) -> str:
        """Order, widths, hidden columns and sort, to keep."""
        return columns_state(self.head, self.rows.columns, self.head.sort)

    def restore_columns(self, text: str) -> None:
        """Put kept columns back; anything else leaves the standard ones."""
        sort = restore_columns(self.head, self.rows.columns, text)
        if sort is not None:
            self.head.set_sort(sort)
            self.fitting.window()

    # Keys, mouse, events -----------------------------------------------------------------------

    def selectAll(self) -> None:
        """Ctrl+A: past 2,000 rows a flag, never a Qt selection."""
        if len(self.rows.ids) <= ALL_IS_A_FLAG_OVER:
            super().selectAll()
            return
        self.clearSelection()
        self.all_chosen = True
        self.viewport().update()
        self.chosen_changed.emit()
        self.told.emit(f"已选中全部 {len(self.rows.ids):,} 条")

    def copy(self) -> None:
        """Ctrl+C: the chosen rows with headings, in the columns shown."""
        ids = self.chosen_ids()[:COPIED_AT_MOST]
        shown = [self.head.logicalIndex(at) for at in range(self.head.count())]
        columns = [self.rows.columns[at] for at in shown if not self.head.isSectionHidden(at)]
        if not ids:
            return
        places = (self.rows.place_of(row_id) for row_id in ids)
        if len(ids) > 200:
            wanted = set(ids)
            places = (place for place, row_id in enumerate(self.rows.ids) if row_id in wanted)
        text = tab_separated(columns, (self.rows.row(place) for place in places))
        QGuiApplication.clipboard().setText(text)
        cut = f"（只复制前 {COPIED_AT_MOST:,} 条）" if self.chosen_count() > COPIED_AT_MOST else ""
        self.told.emit(f"已复制 {len(ids):,} 条{cut}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whole rows at once: asking a delegate cell by cell takes twice as long."""
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        box = event.rect()
        first, last = self.rowAt(box.top()), self.rowAt(box.bottom())
        last = len(self.rows.ids) - 1 if last < 0 else last
        height, width = self.painter.height, self.viewport().width()
        top = self.rowViewportPosition(first) if first >= 0 else 0
        places = self.head.places_in(box.left(), box.right())
        for place in range(first, last + 1) if first >= 0 else ():
            selected = self.shows_selected(place)
            row = QRect(0, top, width, height)
            self.painter.ground(painter, row, selected=selected, hovered=place == self.hovered)
            faded = self.rows.is_left_behind(place)
            self.painter.cells(painter, self.rows.cells(place), top, places, selected=selected, faded=faded)
            top += height
        self.painter.beneath(painter, QRect(0, top, width, max(0, box.bottom() - top + 1)))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        current = self.current_id()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and current is not None:
            self.opened.emit(current)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is lightly marked."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns fitting unless the person set them."""
        super().resizeEvent(event)
        self.fitting.keep()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        """Qt's own word that other rows are chosen."""
        super().selectionChanged(selected, deselected)
        self.all_chosen = False
        self._take_selection()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Qt's own word that the cursor moved."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.picked.emit(self.current_id())

    # Inside ------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.head)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        # Everything is painted here: Qt may then scroll by moving what is there.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda _: self.opened.emit(self.current_id()))
        self.head.sort_changed.connect(self.sorted)

    def _take_look(self) -> None:
        appearance = Appearance.present()
        self.painter = RowPainter(appearance, self.devicePixelRatioF())
        self.verticalHeader().setMinimumSectionSize(self.painter.height)
        self.verticalHeader().setDefaultSectionSize(self.painter.height)
        self.head.setFixedHeight(appearance.look.small + 24)
        self.viewport().update()

    def _take_selection(self) -> None:
        self._ranges = ranges_of(self.selectionModel().selection())
        self.viewport().update()
        self.chosen_changed.emit()

    def _return_to(self, top_id: int | None, at: int) -> None:
        self.updateGeometries()
        place = self.rows.place_of(top_id) if top_id is not None else -1
        height = self.painter.height
        self.verticalScrollBar().setValue(place * height + at % height if place >= 0 else at)

    def _hover(self, place: int) -> None:
        if place == self.hovered:
            return
        left, self.hovered = self.hovered, place
        for row in (left, place):
            if row >= 0:
                self.viewport().update(
                    0, self.rowViewportPosition(row), self.viewport().width(), self.painter.height
                )

    def _ask_for_menu(self, at: object) -> None:
        index = self.indexAt(at)  # type: ignore[arg-type]
        if index.isValid():
            key = self.rows.columns[index.column()].key
            self.menu_asked.emit(self.rows.ids[index.row()], key, self.viewport().mapToGlobal(at))  # type: ignore[call-overload]
