"""A printed sheet as a picture inside the window."""

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QAbstractScrollArea, QStackedLayout, QWidget

from ui.printing.sheet_painter import SheetPainter, layout_of
from ui.widgets.text_label import TextLabel
from yuqing_desktop.services.papers import Printout


class TemplatesPreview(QWidget):
    """Shows one printout at a time, whole pages first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Printout | None = None
        self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        self.pages = QPrintPreviewWidget(self._printer)
        self.pages.setAccessibleName("试填的样子")
        self.pages.paintRequested.connect(self._paint)
        area: QAbstractScrollArea
        for area in self.pages.findChildren(QAbstractScrollArea):  # as wide as its room: nothing lies aside
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(TextLabel("检查通过后，这里显示试填的样子。", role="muted"))
        self._stack.addWidget(self.pages)
        self.setMinimumHeight(150)

    def show_sheet(self, sheet: Printout) -> None:
        """Show this one."""
        self.sheet = sheet
        self._printer.setPageLayout(layout_of(sheet))
        self._stack.setCurrentIndex(1)
        self.pages.setZoomMode(QPrintPreviewWidget.ZoomMode.FitToWidth)
        self.pages.updatePreview()

    def clear(self) -> None:
        """Show nothing."""
        self.sheet = None
        self._stack.setCurrentIndex(0)

    def _paint(self, printer: QPrinter) -> None:
        if self.sheet is not None:
            SheetPainter([self.sheet]).paint(printer)
