"""Prints sheet after sheet, between whatever else the window has to do."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter

from ui.printing.sheet_painter import SheetPainter


class PrintRun(QObject):
    """`told(done)` fires after each sheet, `ended()` when all of them went to the printer."""

    told = Signal(int)
    ended = Signal()

    def __init__(self, painter: SheetPainter, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._sheets = painter.sheet_by_sheet(printer)
        self._done = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._one)
        self._timer.start()

    def stop(self) -> None:
        """Give the job up: the printer gets nothing of it."""
        self._timer.stop()
        self._printer.abort()
        self._sheets.close()

    def _one(self) -> None:
        if next(self._sheets, None) is None:
            self._timer.stop()
            self.ended.emit()
            return
        self._done += 1
        self.told.emit(self._done)
