"""How wide the columns are: the standard widths, the window's width, or the words in sight (E6)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from ui.shell.appearance import Appearance

if TYPE_CHECKING:
    from ui.tables.paged_table import PagedTable

_WIDEST = 420


class ColumnFitting(QObject):
    """Keeps one stretching column filling the window until the person sets it by hand."""

    def __init__(self, table: "PagedTable") -> None:
        super().__init__(table)
        self._table = table
        self._head = table.head
        self._columns = table.rows.columns
        self._fits = True
        self._busy = False
        self._head.fit_window_asked.connect(self.window)
        self._head.fit_contents_asked.connect(self.contents)
        self._head.restore_asked.connect(self.standard)
        self._head.sectionResized.connect(self._resized)
        self._head.sectionMoved.connect(self.keep)
        self._base = Appearance.present().look.base
        Appearance.present().changed.connect(self._take_look)

    def standard(self) -> None:
        """恢复默认: the order, widths and columns of the beginning."""
        scale = Appearance.present().look.base / 13
        for at, column in enumerate(self._columns):
            self._head.moveSection(self._head.visualIndex(at), at)
            self._head.setSectionHidden(at, column.hidden)
            self._head.resizeSection(at, round(column.width * scale))
        self.window()

    def window(self) -> None:
        """适应窗口: the stretching column takes what the others leave, never less than its own width."""
        self._fits = True
        stretching = next((at for at, column in enumerate(self._columns) if column.stretch), -1)
        if stretching < 0 or self._head.isSectionHidden(stretching):
            return
        taken = sum(self._head.sectionSize(at) for at in range(self._head.count()) if at != stretching)
        room = self._table.viewport().width() - taken
        self._busy = True
        self._head.resizeSection(stretching, max(self._columns[stretching].width, room))
        self._busy = False

    def keep(self) -> None:
        """Fit again after the window or the order changed, unless set by hand."""
        if self._fits:
            self.window()

    def contents(self) -> None:
        """适应内容: as wide as the words of the rows in sight."""
        self._fits = False
        table = self._table
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        places = (
            range(first, (last if last >= 0 else len(table.rows.ids) - 1) + 1) if first >= 0 else range(0)
        )
        for at in range(len(self._columns)):
            if not self._head.isSectionHidden(at):
                self._head.resizeSection(at, self._widest(at, places) + 22)

    def _widest(self, at: int, places: range) -> int:
        width = self._table.painter.width
        widths = [width(self._columns[at].title, _WIDEST, small=True) + 24]
        for cell in (self._table.rows.cells(place)[at] for place in places):
            widths.append(width(cell.text, _WIDEST) + 16 * cell.pill + 18 * bool(cell.icon))
            widths.append(width(cell.second, _WIDEST, small=True))
        return max(widths)

    def _take_look(self) -> None:
        """Another text size, other widths: what was set by hand keeps its share."""
        base = Appearance.present().look.base
        scale, self._base = base / self._base, base
        if scale == 1:
            return
        for at in range(self._head.count()):
            if not self._head.isSectionHidden(at):
                self._head.resizeSection(at, round(self._head.sectionSize(at) * scale))
        self.keep()

    def _resized(self, section: int, _old: int, _new: int) -> None:
        by_hand = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._busy or not self._fits or not by_hand:
            return
        if self._columns[section].stretch:
            self._fits = False
        else:
            self.window()
