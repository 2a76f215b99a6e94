"""The pages as they will come out, before they come out; accepted once they were sent to the printer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.printing.print_run import PrintRun
from ui.printing.sheet_painter import SheetPainter, layout_of
from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.widgets.text_label import TextLabel
from yuqing_desktop.services.papers import Printout

SHOWN = 20
"""Sheets shown before they are printed: of many, looking at these must do."""


class PrintPreview(QDialog):
    """Every page, to turn and to look at closely; printer, copies and pages are chosen on 打印."""

    def __init__(
        self, sheets: Sequence[Printout], title: str, parent: QWidget | None = None, *, printer: str = ""
    ) -> None:
        """`printer` is the one this kind of paper went to last; one no longer there is left out."""
        super().__init__(parent)
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if printer and printer in QPrinterInfo.availablePrinterNames():
            self._printer.setPrinterName(printer)
        self._printer.setDocName(title)
        self._printer.setCreator("政务舆情登记")
        self._printer.setPageLayout(layout_of(sheets[0]))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setWindowTitle(f"打印预览：{title}")
        self._sheets = sheets
        self._run: PrintRun | None = None
        self._painter = SheetPainter(sheets[:SHOWN])
        self.pages = QPrintPreviewWidget(self._printer)
        self.pages.setAccessibleName("打印预览")
        self.view: QAbstractScrollArea
        (self.view,) = self.pages.findChildren(QAbstractScrollArea)
        self.place, self.scale = TextLabel(role="muted"), TextLabel(role="muted")
        self.before = _tool("chevron-left", "上一页（Page Up）", lambda: self._turn(-1))
        self.after = _tool("chevron-right", "下一页（Page Down）", lambda: self._turn(1))
        self.out = QPushButton("打印…  Ctrl+Enter")
        self._lay_out(title)
        self._connect()

    @property
    def printer_name(self) -> str:
        """The printer chosen here."""
        return self._printer.printerName()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as a page wants, never larger than the screen; the whole page first."""
        room: QRect = self.screen().availableGeometry()
        self.resize(min(900, room.width() - 40), min(1000, room.height() - 60))
        super().showEvent(event)
        self.view.setFocus()
        self.pages.fitToWidth() if room.height() < 900 else self.pages.fitInView()
        self._tell()

    def print_out(self) -> None:
        """Ask for the printer and send the pages."""
        chooser = QPrintDialog(self._printer, self)
        chooser.setWindowTitle("打印")
        if chooser.exec() == QDialog.DialogCode.Accepted:
            self.send()

    def send(self) -> None:
        """Send every sheet to the printer chosen, one after the other; the window stays awake meanwhile."""
        self.out.setEnabled(False)
        self._run = PrintRun(SheetPainter(self._sheets), self._printer, self)
        self._run.told.connect(lambda done: self.foot.setText(f"正在打印：{done} / {len(self._sheets)} 份"))
        self._run.ended.connect(self.accept)

    def reject(self) -> None:
        """Leave; what is under way to the printer is given up."""
        if self._run is not None:
            self._run.stop()
        super().reject()

    # Inside ------------------------------------------------------------------------------------

    def _turn(self, pages: int) -> None:
        self.pages.setCurrentPage(self.pages.currentPage() + pages)
        self._tell()

    def _tell(self) -> None:
        fitted = self.pages.zoomMode() is not QPrintPreviewWidget.ZoomMode.CustomZoom
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fitted else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.view.setHorizontalScrollBarPolicy(bar)
        at, count = self.pages.currentPage(), self.pages.pageCount()
        self.place.setText(f"第 {at} 页，共 {count} 页")
        self.scale.setText(f"{self.pages.zoomFactor():.0%}")
        self.before.setEnabled(at > 1)
        self.after.setEnabled(at < count)

    def _look(self, act: Callable[[], object]) -> None:
        act()
        self._tell()

    def _lay_out(self, title: str) -> None:
        pages = self.pages
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(TextLabel(title, role="title"))
        tools.addStretch(1)
        turning = (self.before, self.place, self.after)
        looking = (
            _tool("minus", "缩小（Ctrl+-）", lambda: self._look(pages.zoomOut)),
            self.scale,
            _tool("plus", "放大（Ctrl++）", lambda: self._look(pages.zoomIn)),
            _button("适合宽度", lambda: self._look(pages.fitToWidth)),
            _button("整页", lambda: self._look(pages.fitInView)),
        )
        for part in turning:
            tools.addWidget(part)
        tools.addSpacing(16)
        for other in looking:
            tools.addWidget(other)
        self.out.setProperty("kind", "main")
        self.out.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        printer, count = self.printer_name or "打印时选择", len(self._sheets)
        many = f"　预览前 {SHOWN} 份，打印全部 {count:,} 份" if count > SHOWN else ""
        self.foot = TextLabel(f"打印机：{printer}{many}", role="muted")
        foot.addWidget(self.foot)
        foot.addStretch(1)
        foot.addWidget(_button("取消  Esc", self.reject))
        foot.addWidget(self.out)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(tools)
        column.addWidget(pages, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.pages.paintRequested.connect(self._painter.paint)
        self.pages.previewChanged.connect(self._tell)
        self.out.clicked.connect(self.print_out)
        keys = {
            "Ctrl+Return": self.print_out,
            "Ctrl+P": self.print_out,
            "PgUp": lambda: self._turn(-1),
            "PgDown": lambda: self._turn(1),
            "Ctrl++": lambda: self._look(self.pages.zoomIn),
            "Ctrl+=": lambda: self._look(self.pages.zoomIn),
            "Ctrl+-": lambda: self._look(self.pages.zoomOut),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act)


def _tool(drawing: str, words: str, act: Callable[[], object]) -> QToolButton:
    tokens = Appearance.present().tokens
    button = QToolButton()
    button.setIcon(icon(drawing, tokens.text, disabled=tokens.faint))
    button.setToolTip(words)
    button.setAccessibleName(words.partition("（")[0])
    button.clicked.connect(lambda: act())
    return button


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button
