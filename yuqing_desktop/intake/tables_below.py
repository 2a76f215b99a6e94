"""Several tables on one sheet, one under another: each is a table of its own, chosen like a sheet."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from yuqing_desktop.intake.headings import is_row_of_headings
from yuqing_desktop.intake.sheet import Grid, as_text, is_empty
from yuqing_desktop.intake.synonyms import plain

_MOST = 20


def tables_of(grid: Grid) -> list[Grid]:
    """The sheet's tables; the first keeps its name, a later one has the title above it and the row it begins at.

    The same headings again are no other table, and a sheet of very many tables is left whole.
    """
    starts = list(_starts(grid))
    if not 1 < len(starts) <= _MOST:
        return [grid]
    bounds = pairwise([0, *starts[1:], len(grid.rows)])
    return [
        replace(grid, rows=grid.rows[start:end], name=_name(grid, start) if start else grid.name)
        for start, end in bounds
    ]


def _starts(grid: Grid) -> Iterator[int]:
    """Where each table begins: at its headings, or at the lone title above them."""
    last, names = -2, frozenset[str]()
    for at, (_, cells) in enumerate(grid.rows):
        if not is_row_of_headings(cells):
            continue
        mine = frozenset(plain(as_text(cell)) for cell in cells if not is_empty(cell))
        if at > last + 1 and mine != names:
            yield at - 1 if last >= 0 and _is_title(grid, at - 1) else at
            names = mine
        last = at


def _is_title(grid: Grid, at: int) -> bool:
    return sum(not is_empty(cell) for cell in grid.rows[at][1]) == 1


def _name(grid: Grid, start: int) -> str:
    number, cells = grid.rows[start]
    title = next(as_text(cell) for cell in cells if not is_empty(cell)) if _is_title(grid, start) else ""
    return f"{title or grid.name}（第{number}行起）"
