"""What a spreadsheet becomes once read: headings, rows of cells, and where each stood in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from yuqing_desktop.domain.text import clean
from yuqing_desktop.problems import BadFile

Cell = str | int | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold: bytes of the file and unpacked, entries of a zip, rows, columns, cells."""

    file_bytes: int = 60 * 2**20
    unpacked_bytes: int = 400 * 2**20
    ratio: int = 150
    entries: int = 2_000
    rows: int = 200_000
    columns: int = 500
    cells: int = 4_000_000


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before its heading row is known: (row number, cells) of each row that is not empty.

    The number is the one a spreadsheet program shows beside the row: 1 is the file's first row or record.
    `left` is how many empty columns stand before the first cell of each row; `links` are the targets of
    hyperlinks by (row number, index in the row's cells); `hidden` are the numbers of rows not shown.
    """

    name: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    kind: str = ""
    encoding: str = ""
    delimiter: str = ""
    since_1904: bool = False
    left: int = 0
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its headings. `row_numbers[i]` is the number a spreadsheet program shows by `rows[i]`.

    `kind` is xlsx, xls, ods, csv, html, xml or json; text files have an `encoding` and a `delimiter`;
    `heading_row` is 0 where there is none and the headings are 第1列…; `others` names the other sheets;
    `hidden` are the numbers of rows that are hidden or filtered out in the file.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_numbers: tuple[int, ...]
    kind: str = ""
    encoding: str = ""
    delimiter: str = ""
    heading_row: int = 1
    since_1904: bool = False
    others: tuple[str, ...] = field(default=())
    hidden: frozenset[int] = frozenset()


class CellCount:
    """Counts rows and cells while they are read. Raises BadFile at a limit."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rows = self._cells = 0

    def take(self, number: int, width: int) -> None:
        """One more row, of `width` cells."""
        self._rows += 1
        self._cells += width
        if width > self._limits.columns:
            raise BadFile(f"第{number}行有{width}列，超过{self._limits.columns}列的上限，未读取。")
        if self._rows > self._limits.rows:
            raise BadFile(f"表格超过{self._limits.rows}行，第{number}行起未读取，请分成几个文件导入。")
        if self._cells > self._limits.cells:
            raise BadFile(f"表格超过{self._limits.cells}个单元格（到第{number}行），请分成几个文件导入。")


def is_empty(cell: Cell) -> bool:
    """Nothing, or nothing but blanks."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_text(cell: Cell) -> str:
    """A cell as the person who looks at the table would read it; whole floats without a fraction."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell == cell and abs(cell) < 1e15 and cell == int(cell):
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    return str(cell)
