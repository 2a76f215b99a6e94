"""Write a workbook: openpyxl in its write-only mode, one style a column, outside text as text.

A cell is reused for each row of its column: that keeps a large ledger near openpyxl's bare time. Nothing is
cut in silence: text past Excel's limit goes whole to a further sheet.
"""

import contextlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from yuqing_desktop.clock import local
from yuqing_desktop.documents import saving
from yuqing_desktop.documents.context import clean
from yuqing_desktop.documents.looks import LOOKS, Look

Value = str | int | float | datetime | date | None
"""What a cell can hold; times are local, text is never a formula."""

MOST_CHARACTERS = 32_767
_LEAST_HEIGHT, _LINE_HEIGHT, _PADDING, _MOST_HEIGHT = 17.0, 13.0, 4.0, 409.0
"""Points; a row cannot be higher than the last."""
_PAGE_POINTS = 500.0
"""What surely fits a lying A4 page at a sheet's own size."""
_PIECE = 16_000
"""Fits a cell even where every character counts twice (emoji)."""
_LONG_SHEET = "超长文本"
_ESCAPED = re.compile("_(x[0-9A-Fa-f]{4}_)")
_SHEET_NAME = re.compile(r"[\\/*?:\[\]]")


@dataclass(frozen=True, slots=True)
class Page:
    """How a sheet prints: its column widths (characters), the row repeated, what its foot says.

    `folded` columns (from 0) are hidden under an outline's plus sign; they are not printed.
    """

    widths: tuple[float, ...]
    heading_row: int = 0
    landscape: bool = True
    foot_left: str = ""
    foot_right: str = ""
    folded: frozenset[int] = frozenset()


class Sheet:
    """One sheet being written, top to bottom."""

    def __init__(self, book: "Book", name: str, page: Page) -> None:
        self._book = book
        self.name = name
        self.width = len(page.widths)
        self.widths = tuple(0.0 if place in page.folded else wide for place, wide in enumerate(page.widths))
        self.points = self._page_from = 0.0
        self.row_number = 0
        self._sheet = book.add(name)
        self._cells = _reused_cells(self._sheet, len(page.widths))
        self._sheet._values_to_row = _in_row
        _set_up(self._sheet, page)

    @property
    def characters(self) -> float:
        """How many half-width characters the whole sheet is wide."""
        return sum(self.widths)

    @property
    def raw(self) -> Any:
        """The openpyxl sheet, for charts and conditional marks."""
        return self._sheet

    def row(self, values: Sequence[Value], looks: Sequence[Look], *, height: float = 0) -> None:
        """Append a row; the looks go cell by cell with the values. Its height fits its longest text.

        Text too long for a row to show on paper is told so and stands whole on a further sheet as well.
        """
        self.row_number += 1
        filled = []
        needed = height or _LEAST_HEIGHT
        for cell, value, look, width in zip(self._cells, values, looks, self.widths, strict=False):
            if not height and width and isinstance(value, str):
                high = _LINE_HEIGHT * lines_of(value, width) + _PADDING
                if high > _MOST_HEIGHT:
                    value, look = self._book.told(value) if _fits(value) else value, Look.OVERFULL
                needed = max(needed, high)
            cell._value, cell.data_type = self._book.held(value)
            cell.style_number = self._book.style(look)
            filled.append(cell)
        self._sheet.row_dimensions[self.row_number].height = min(needed, _MOST_HEIGHT)
        self.points += min(needed, _MOST_HEIGHT)
        self._sheet.append(filled)

    def line(self, words: str, look: Look = Look.PLAIN, *, height: float = 0, span: int = 0) -> None:
        """Append words across the sheet (or `span` columns), in one merged cell."""
        width = span or self.width
        self.row([words, *[None] * (width - 1)], [look] * width, height=height or _line_height(words, look))
        if width > 1:
            # openpyxl's own adding compares with every range there is: minutes for some thousand lines
            self._sheet.merged_cells.ranges.add(_line_range(self.row_number, width))

    def blank(self, rows: int = 1) -> None:
        """Leave rows free."""
        for _ in range(rows):
            self.row_number += 1
            self._sheet.row_dimensions[self.row_number].height = _LEAST_HEIGHT
            self.points += _LEAST_HEIGHT
            self._sheet.append([])

    def fill_up(self, points: float) -> None:
        """Leave rows free until the sheet is so high."""
        self.blank(max(0, -int((self.points - points) // _LEAST_HEIGHT)))

    def keep(self, points: float) -> None:
        """Begin a printed page where so much more would run over this one's end, unless it has only begun."""
        used = self.points - self._page_from
        if used > _PAGE_POINTS / 4 and used + points > _PAGE_POINTS > points:
            self.new_page()

    def new_page(self) -> None:
        """Begin a printed page after the last row."""
        from openpyxl.worksheet.pagebreak import Break

        self._page_from = self.points
        self._sheet.row_breaks.append(Break(id=self.row_number))


class Book:
    """A workbook being written; `content()` ends it, and what is broken off leaves no temporary file.

    Its block raises Trouble when the machine has no room for it.
    """

    def __init__(self, *, author: str, title: str) -> None:
        from openpyxl import Workbook

        self._book = Workbook(write_only=True)
        self._book.properties.creator = clean(author)
        self._book.properties.title = clean(title)
        self._styles: dict[Look, int] = {}
        self._long: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        sheets: list[Any] = self._book.worksheets
        for sheet in sheets:
            if not sheet.closed and sheet._writer is not None:
                with contextlib.suppress(OSError):
                    sheet.close()
                sheet._writer.cleanup()
        if isinstance(error, OSError):
            raise saving.trouble(Path("工作簿.xlsx"), error) from error

    def add(self, name: str) -> Any:
        """A bare openpyxl sheet."""
        return self._book.create_sheet(_SHEET_NAME.sub(" ", clean(name))[:31] or "表")

    def style(self, look: Look) -> int:
        """The number of a look's style in the workbook, made when first used."""
        found = self._styles.get(look)
        if found is None:
            found = self._styles[look] = _style(self._book, look)
        return found

    def held(self, value: Value) -> tuple[Any, str]:
        """A value as its cell holds it and its data type: text is text whatever it begins with."""
        if isinstance(value, str):
            return self._text(value), "s"
        if isinstance(value, datetime):
            return local(value).replace(tzinfo=None), "d"
        if isinstance(value, date):
            return value, "d"
        return value, "n"

    def told(self, shown: str, whole: str = "") -> str:
        """What a cell shows of a text that stands whole on the sheet of long texts, saying so."""
        self._long.append(clean(whole or shown))
        return f"（全文见“{_LONG_SHEET}”第{len(self._long)}篇）{shown}"

    def content(self) -> bytes:
        """Finish and give the file."""
        self._write_long_texts()
        made = io.BytesIO()
        self._book.save(made)
        return made.getvalue()

    def _text(self, text: str) -> str:
        cleaned = clean(text)
        if "_x" in cleaned:
            cleaned = _ESCAPED.sub(r"_x005F_\1", cleaned)
        if _fits(cleaned):
            return cleaned
        return self.told(cleaned[:_PIECE], cleaned)

    def _write_long_texts(self) -> None:
        if not self._long:
            return
        texts, self._long = self._long, []
        sheet = Sheet(self, _LONG_SHEET, Page((10, 120), heading_row=1))
        sheet.row(["篇", "内容（依次相接）"], [Look.HEADING] * 2)
        for number, text in enumerate(texts, 1):
            for piece in _shown_whole(text, width=120):
                high = _LINE_HEIGHT * lines_of(piece, 120) + _PADDING
                sheet.row([number, piece], [Look.CENTER, Look.TEXT], height=high)


def look_of(value: Value) -> Look:
    """The look that goes with a value's type."""
    if isinstance(value, datetime):
        return Look.TIME
    if isinstance(value, date):
        return Look.DAY
    if isinstance(value, float):
        return Look.HOURS
    return Look.NUMBER if isinstance(value, int) else Look.TEXT


def _fits(text: str) -> bool:
    """Whether a cell can hold it: Excel counts UTF-16 units."""
    return len(text) <= _PIECE or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= MOST_CHARACTERS


def width_of(text: str) -> int:
    """How many half-width characters a line of text is wide."""
    return len(text.encode("gb18030", "replace"))


def shown_width(value: Value) -> int:
    """How wide a value is as its cell shows it."""
    if isinstance(value, datetime):
        return 16
    if isinstance(value, date):
        return 10
    if isinstance(value, float):
        return 7
    return max(map(width_of, ("" if value is None else str(value)).split("\n")))


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column so many characters wide."""
    if len(text) * 2 <= width and "\n" not in text:
        return 1
    return sum(max(1, -int(-width_of(line) // (width - 0.6))) for line in text.split("\n"))


def _shown_whole(text: str, *, width: int) -> Iterator[str]:
    """The text in pieces that a row shows whole, on paper as well."""
    most = int((_MOST_HEIGHT - _PADDING) // _LINE_HEIGHT)
    start = 0
    while start < len(text):
        length = most * width // 2
        while lines_of(text[start : start + length], width) > most:
            length = length * 3 // 4
        yield text[start : start + length]
        start += length


def _line_height(words: str, look: Look) -> float:
    lines = words.count("\n") + 1
    return {Look.TITLE: 30.0, Look.SECTION: 22.0}.get(look, 15.0) * lines + 2


def _line_range(row: int, columns: int) -> Any:
    from openpyxl.worksheet.cell_range import CellRange

    return CellRange(min_col=1, min_row=row, max_col=columns, max_row=row)


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _set_up(sheet: Any, page: Page) -> None:
    """Everything a printed sheet needs: A4, one page wide, heading repeated, pages counted."""
    for place, width in enumerate(page.widths):
        column, folded = sheet.column_dimensions[_letter(place + 1)], place in page.folded
        column.width, column.hidden, column.outlineLevel = width, folded, int(folded)
        column.collapsed = not folded and place - 1 in page.folded
    if page.heading_row:
        sheet.freeze_panes = f"A{page.heading_row + 1}"
        sheet.print_title_rows = f"{page.heading_row}:{page.heading_row}"
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = 9, "landscape" if page.landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.3
    margins.top, margins.bottom, margins.header, margins.footer = 0.55, 0.65, 0.3, 0.3
    foot = sheet.oddFooter
    foot.left.text, foot.center.text, foot.right.text = (
        _code(page.foot_left),
        "第&P页/共&N页",
        _code(page.foot_right),
    )


def _reused_cells(sheet: Any, number: int) -> list[Any]:
    """A cell for each column, filled anew for each row; it knows its style's number, and looks nothing up."""
    from openpyxl.cell import Cell

    class Reused(Cell):
        __slots__ = ("style_number",)
        style_number: int
        has_style = True

        @property
        def style_id(self) -> int:
            return self.style_number

    return [Reused(sheet, row=1, column=column) for column in range(1, number + 1)]


def _in_row(cells: Sequence[Any], row: int) -> Iterable[Any]:
    """openpyxl's own turning of values into cells, without the values: these cells only learn their row."""
    for cell in cells:
        cell.row = row
    return cells


def _code(text: str) -> str | None:
    return clean(text).replace("&", "&&") or None


def _style(book: Any, look: Look) -> int:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    shape = LOOKS[look]
    cell: Any = WriteOnlyCell(book.worksheets[0])
    cell.font = Font(name=shape.face, size=shape.size, bold=shape.bold, charset=134)
    cell.alignment = Alignment(horizontal=shape.align, vertical=shape.vertical, wrap_text=shape.wrap)
    if shape.ruled:
        side = Side(style="thin", color="FF7F7F7F")
        cell.border = Border(left=side, right=side, top=side, bottom=side)
    if shape.fill:
        cell.fill = PatternFill("solid", fgColor=shape.fill)
    cell.number_format = shape.number_format
    return int(cell.style_id)
