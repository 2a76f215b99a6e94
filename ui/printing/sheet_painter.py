"""Paints printouts on a printer, a preview or a PDF: the pages are the same on each."""

from collections.abc import Generator, Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from ui.printing.page_breaks import untorn
from ui.shell.theme import PAPER_INK
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.papers import PAGE, PAGES, Printout

_MM_PER_INCH = 25.4
_SCALES = (0.98, 0.96, 0.94, 0.92, 0.90)


class SheetPainter:
    """Paints several printouts one after the other, each from a new page, its pages counted by itself."""

    def __init__(self, sheets: Sequence[Printout], progress: Progress | None = None) -> None:
        self._sheets = tuple(sheets)
        self._told = progress or Progress()

    def paint(self, device: QPagedPaintDevice) -> int:
        """Paint every sheet; the number of pages it took. Raises Cancelled."""
        return sum(self.sheet_by_sheet(device))

    def sheet_by_sheet(self, device: QPagedPaintDevice) -> Generator[int]:
        """Paint one sheet after the other; after each, the number of pages it took. Raises Cancelled."""
        if not self._sheets:
            return
        device.setPageLayout(layout_of(self._sheets[0]))
        painter = QPainter(device)
        try:
            for done, sheet in enumerate(self._sheets):
                self._told.step(done, len(self._sheets), "正在生成 PDF")
                if done:
                    self._turn(device, sheet)
                yield self._paint_sheet(device, painter, sheet)
        finally:
            painter.end()

    @staticmethod
    def _turn(device: QPagedPaintDevice, sheet: Printout) -> None:
        # A printer that is under way cannot change its paper: sheets of one job share it.
        layout = layout_of(sheet)
        if isinstance(device, QPdfWriter) and not layout.isEquivalentTo(device.pageLayout()):
            device.setPageLayout(layout)
        device.newPage()

    def _paint_sheet(self, device: QPagedPaintDevice, painter: QPainter, sheet: Printout) -> int:
        dot = device.logicalDpiY() / _MM_PER_INCH
        top, right, bottom, left = (side * dot for side in sheet.margins)
        room = QSizeF(sheet.width * dot - left - right, sheet.height * dot - top - bottom)
        body, scale = _fitted(sheet, device, room)
        pages = body.pageCount()
        height = room.height() / scale
        for number in range(pages):
            if number:
                device.newPage()
            painter.save()
            painter.translate(left + room.width() * (1 - scale) / 2, top)
            painter.scale(scale, scale)
            clip = QRectF(0, number * height, room.width(), height)
            _draw(painter, body, 0, -number * height, clip)
            painter.restore()
            head = _document(sheet, sheet.header, device, room.width())
            _draw(painter, head, left, sheet.header_distance * dot)
            foot_text = (sheet.even_footer if number % 2 else "") or sheet.footer
            text = foot_text.replace(PAGES, str(pages)).replace(PAGE, str(number + 1))
            foot = _document(sheet, text, device, room.width())
            _draw(painter, foot, left, (sheet.height - sheet.footer_distance) * dot - foot.size().height())
        return pages


def layout_of(sheet: Printout) -> QPageLayout:
    """The sheet's paper; its margins are part of what is painted."""
    short, long = sorted((sheet.width, sheet.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lying = QPageLayout.Orientation.Landscape if sheet.is_landscape else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, lying, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _fitted(sheet: Printout, device: QPagedPaintDevice, room: QSizeF) -> tuple[QTextDocument, float]:
    """The body; a form of one page made a little smaller where it would just run over: fonts differ from machine to machine.

    Letters (公文, told by their even pages' foot) keep their size.
    """
    body = _document(sheet, sheet.body, device, room.width())
    body.setPageSize(room)
    if body.pageCount() == 1:
        return body, 1.0
    if body.pageCount() == 2 and not sheet.even_footer:
        for scale in _SCALES:
            body.setPageSize(QSizeF(room.width(), room.height() / scale))
            if body.pageCount() == 1:
                return body, scale

    def lay(html: str) -> QTextDocument:
        laid = _document(sheet, html, device, room.width())
        laid.setPageSize(room)
        return laid

    return untorn(sheet, lay), 1.0


def _document(sheet: Printout, html: str, device: QPagedPaintDevice, width: float) -> QTextDocument:
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.documentLayout().setPaintDevice(device)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    for name, content in sheet.pictures.items():
        picture = QImage.fromData(content)
        made.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
    # Without a colour of its own a text takes the screen's, white in the dark.
    made.setDefaultStyleSheet(f"p, td {{ color: {PAPER_INK}; }}")
    made.setHtml(html)
    made.setTextWidth(width)
    return made


def _draw(painter: QPainter, made: QTextDocument, x: float, y: float, clip: QRectF | None = None) -> None:
    painter.save()
    painter.translate(x, y)
    made.drawContents(painter, clip if clip is not None else QRectF())
    painter.restore()
