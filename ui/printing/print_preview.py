"""The pages as they will come out, before they come out; accepted once they were sent to the printer."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from ui.printing.sheet_painter import SheetPainter, layout_of
from yuqing_desktop.services.papers import Printout


class PrintPreview(QPrintPreviewDialog):
    """Qt's own preview over our sheets: printer, paper, copies and PDF are chosen in it."""

    def __init__(
        self, sheets: Sequence[Printout], title: str, parent: QWidget | None = None, *, printer: str = ""
    ) -> None:
        """`printer` is the one this kind of paper went to last; one no longer there is left out."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if printer and printer in QPrinterInfo.availablePrinterNames():
            self._printer.setPrinterName(printer)
        self._printer.setDocName(title)
        self._printer.setCreator("政务舆情登记")
        self._printer.setPageLayout(layout_of(sheets[0]))
        super().__init__(self._printer, parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setWindowTitle(f"打印预览：{title}")
        self._painter = SheetPainter(sheets)
        self.paintRequested.connect(self._painter.paint)

    @property
    def printer_name(self) -> str:
        """The printer chosen here."""
        return self._printer.printerName()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as a page wants, never larger than the screen."""
        room: QRect = self.screen().availableGeometry()
        self.resize(min(900, room.width() - 40), min(1000, room.height() - 60))
        super().showEvent(event)
