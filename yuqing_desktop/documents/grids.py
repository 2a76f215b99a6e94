"""A .docx table as rows of cells with their spans, widths and rules."""

from dataclasses import dataclass
from typing import Any

from yuqing_desktop.documents.package import W

_NO_RULE = (None, "nil", "none")


@dataclass(slots=True)
class Cell:
    """One cell: the columns and rows it spans, its width in twips, whether it is ruled and centred in height."""

    element: Any
    place: int
    columns: int
    width: int
    ruled: bool
    middle: bool
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells (those a cell above covers left out), its least height in points, whether it is repeated and may split."""

    cells: list[Cell]
    least: float
    heading: bool
    splits: bool


def rows_of(table: Any) -> list[Row]:
    """The rows of a table."""
    widths = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
    ruled = _has_rules(table.find(f"{W}tblPr/{W}tblBorders"))
    above: dict[int, Cell] = {}
    return [_row(row, widths, above, ruled=ruled) for row in table.findall(f"{W}tr")]


def _row(row: Any, widths: list[int], above: dict[int, Cell], *, ruled: bool) -> Row:
    cells: list[Cell] = []
    place = 0
    for element in row.findall(f"{W}tc"):
        shape = element.find(f"{W}tcPr")
        columns = int(_value(shape, "gridSpan") or 1)
        merge = None if shape is None else shape.find(f"{W}vMerge")
        if merge is not None and merge.get(f"{W}val") != "restart" and place in above:
            above[place].rows += 1
            place += columns
            continue
        own = None if shape is None else shape.find(f"{W}tcBorders")
        cell = Cell(
            element,
            place,
            columns,
            sum(widths[place : place + columns]),
            _has_rules(own) if own is not None else ruled,
            _value(shape, "vAlign") == "center",
        )
        above[place] = cell
        cells.append(cell)
        place += columns
    height = row.find(f"{W}trPr/{W}trHeight")
    least = int(height.get(f"{W}val")) / 20 if height is not None else 0.0
    heading, whole = (row.find(f"{W}trPr/{W}{name}") is not None for name in ("tblHeader", "cantSplit"))
    return Row(cells, least, heading, not whole)


def _has_rules(borders: Any) -> bool:
    return borders is not None and any(side.get(f"{W}val") not in _NO_RULE for side in borders)


def _value(shape: Any, name: str) -> str | None:
    found = None if shape is None else shape.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")
