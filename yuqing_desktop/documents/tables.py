"""A table of figures on a sheet, with the chart that shows it."""

from dataclasses import dataclass
from enum import StrEnum

from yuqing_desktop.documents.excel import Value


class ChartKind(StrEnum):
    """How a table is drawn."""

    BARS = "bars"
    COLUMNS = "columns"
    LINE = "line"
    PIE = "pie"


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart of its table: the first column names, `series` are the columns drawn (from 1)."""

    kind: ChartKind
    series: tuple[int, ...] = (1,)
    title: str = ""
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of ready values; `percent` and `hours` name columns (from 0) shown so.

    `note` goes under it; an empty table says `empty` in words.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    percent: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    note: str = ""
    empty: str = "无"
    chart: Chart | None = None
