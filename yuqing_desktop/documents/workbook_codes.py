"""A QR code on a sheet, at the right end of its head: 留痕码, by which a printed ledger is evidence (第四条)."""

from typing import Any

from yuqing_desktop.documents.excel import Sheet
from yuqing_desktop.documents.qr import png

_SIDE = 84
"""Pixels: 22 mm, and 13 mm where a ledger of all columns is fitted to one page; a reader needs 10."""
_PER_CHARACTER, _CELL = 7, 5
"""Pixels a column is wide: so many a character, and its cells' margins."""


def place_code(sheet: Sheet, text: str) -> None:
    """Put the code over the sheet's first rows; nothing for an empty text."""
    if text:
        sheet.raw.add_image(_picture(png(text)), f"{_column(sheet.widths)}1")


def _column(widths: tuple[float, ...]) -> str:
    """The last column from which the code still fits beside the sheet's end."""
    from openpyxl.utils import get_column_letter

    room = 0.0
    for place in range(len(widths), 0, -1):
        room += widths[place - 1] * _PER_CHARACTER + _CELL if widths[place - 1] else 0
        if room >= _SIDE:
            return str(get_column_letter(place))
    return "A"


def _picture(content: bytes) -> Any:
    """openpyxl's own Image asks an imaging library what is known here: the size, and that it is a PNG."""
    from openpyxl.drawing.image import Image

    class Code(Image):
        def __init__(self) -> None:
            self.width = self.height = _SIDE
            self.format = "png"

        def _data(self) -> bytes:
            return content

    return Code()
