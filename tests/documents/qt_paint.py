"""Paints a printout to PDF the way the window does, to see what Qt makes of its HTML."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument, QTextOption

from yuqing_desktop.documents.printing import PAGE, PAGES, Printout


def paint_pdf(sheet: Printout, path: Path) -> int:
    """Write the sheet as PDF; how many pages it took."""
    writer = QPdfWriter(str(path))
    size = QPageSize(QSizeF(sheet.width, sheet.height), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setResolution(300)
    dot = 300 / 25.4
    top, right, bottom, left = (side * dot for side in sheet.margins)
    width, height = sheet.width * dot - left - right, sheet.height * dot - top - bottom
    body = document(sheet, sheet.body, writer, width)
    body.setPageSize(QSizeF(width, height))
    pages = body.pageCount()
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        _draw(painter, body, left, top - number * height, QRectF(0, number * height, width, height))
        head = document(sheet, sheet.header, writer, width)
        _draw(painter, head, left, sheet.header_distance * dot)
        text = sheet.footer.replace(PAGES, str(pages)).replace(PAGE, str(number + 1))
        foot = document(sheet, text, writer, width)
        _draw(painter, foot, left, (sheet.height - sheet.footer_distance) * dot - foot.size().height())
    painter.end()
    return pages


def document(sheet: Printout, html: str, device: QPdfWriter, width: float) -> QTextDocument:
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.documentLayout().setPaintDevice(device)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    for name, content in sheet.pictures.items():
        made.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), QImage.fromData(content))
    made.setHtml(html)
    made.setTextWidth(width)
    return made


def _draw(painter: QPainter, made: QTextDocument, x: float, y: float, clip: QRectF | None = None) -> None:
    painter.save()
    painter.translate(x, y)
    made.drawContents(painter, clip if clip is not None else QRectF())
    painter.restore()
