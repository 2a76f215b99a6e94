"""Which row holds the headings: under titles and blank rows, or nowhere."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, zip_longest

from yuqing_desktop.domain.text import mended, one_line
from yuqing_desktop.intake.sheet import Cell, Grid, Sheet, as_text, is_empty
from yuqing_desktop.intake.synonyms import KNOWN_HEADINGS, SYNONYMS, ItemField, plain
from yuqing_desktop.problems import BadFile

_LOOKED_AT = 30
_LONGEST = 40
_ENOUGH_KNOWN = 2
LINKED = "链接（超链接）"
_TEXTS = (ItemField.TITLE, ItemField.SUMMARY, ItemField.CONTENT)
Row = tuple[int, tuple[Cell, ...]]


def with_headings(grid: Grid, names: tuple[str, ...], *, heading_row: int | None = None) -> Sheet:
    """The grid as a sheet. `heading_row` counts from 1, 0 says none, None: find it. Raises BadFile."""
    number = found_heading_row(grid) if heading_row is None else heading_row
    width = _width(grid)
    found = (
        next((cells for there, cells in _completed(grid.rows) if there == number), None) if number else None
    )
    if found is None and number:
        raise BadFile(f"第{number}行是空的，或在另一张表里，不能作为表头。")
    headings = _headings(found, width) if found else tuple(f"第{column}列" for column in range(1, width + 1))
    rows = [(there, cells) for there, cells in grid.rows if there > number]
    if grid.links:
        headings, rows = _with_links(headings, rows, grid.links)
    return Sheet(
        name=grid.name,
        headings=headings,
        rows=tuple(cells for _, cells in rows),
        row_numbers=tuple(there for there, _ in rows),
        kind=grid.kind,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        heading_row=number,
        since_1904=grid.since_1904,
        others=tuple(name for name in names if name != grid.name),
        hidden=grid.hidden,
    )


def _width(grid: Grid) -> int:
    """How many columns a table has; of a text table, in which a stray comma widens a row, as many as most rows."""
    widths = Counter(len(cells) for _, cells in grid.rows)
    return widths.most_common(1)[0][0] if grid.kind == "csv" else max(widths)


def found_heading_row(grid: Grid) -> int:
    """The number of the row with most known headings; else the first full row of short words; else 0."""
    head = list(islice(_completed(grid.rows), _LOOKED_AT))
    known = [(sum(_is_known(cell) for cell in cells), -number) for number, cells in head]
    most, number = max(known)
    if most >= _ENOUGH_KNOWN:
        return -number
    width = max(len([cell for cell in cells if not is_empty(cell)]) for _, cells in head)
    for there, cells in head:
        filled = [cell for cell in cells if not is_empty(cell)]
        if len(filled) * 2 > width:
            return there if _looks_like_headings(filled) and len(grid.rows) > 1 else (-number if most else 0)
    return 0


def likeness_to_posts(grid: Grid) -> int:
    """2 where a row near the top heads a table of posts, texts among its columns; 1 where it heads another; else 0."""
    head = islice(_completed(grid.rows), _LOOKED_AT)
    known = [cells for _, cells in head if sum(map(_is_known, cells)) >= _ENOUGH_KNOWN]
    tells = any(
        _heads([as_text(cell) for cell in cells], at, *_TEXTS) for cells in known for at in range(len(cells))
    )
    return 2 if tells else int(bool(known))


def is_row_of_headings(cells: Sequence[Cell]) -> bool:
    """Whether a row is nothing but short words, most of them and at least two known as headings."""
    filled = [cell for cell in cells if not is_empty(cell)]
    if len(filled) < _ENOUGH_KNOWN or not _looks_like_headings(filled):
        return False
    known = sum(map(_is_known, filled))
    return known * 2 > len(filled) and (known > _ENOUGH_KNOWN or known == len(filled))


def _completed(rows: Sequence[Row]) -> Iterator[Row]:
    """Each row; the second of two that head a table together (来源 over 平台 and 标题) with the first's words."""
    above: Row = (0, ())
    for number, cells in rows:
        filled = [cell for cell in cells if not is_empty(cell)]
        both = tuple(
            upper if is_empty(cell) else cell for cell, upper in zip_longest(cells, above[1], fillvalue=None)
        )
        known = sum(map(_is_known, both))
        is_second = (
            above[0] == number - 1 and known > sum(map(_is_known, cells)) and any(map(_is_known, filled))
        )
        yield number, both if is_second and _looks_like_headings(filled) else cells
        above = (number, cells)


def _with_links(
    headings: tuple[str, ...], rows: list[Row], links: Mapping[tuple[int, int], str]
) -> tuple[tuple[str, ...], list[Row]]:
    """Hyperlinks behind words: in a column of links instead of them, behind titles as a column of their own."""
    counted = Counter(column for _, column in links)
    of_links = [column for column in counted if _heads(headings, column, ItemField.LINK)]
    if of_links:
        return headings, [
            (
                number,
                tuple(
                    links.get((number, at), cell) if at in of_links else cell for at, cell in enumerate(cells)
                ),
            )
            for number, cells in rows
        ]
    column = next((at for at, _ in counted.most_common() if _heads(headings, at, *_TEXTS)), None)
    if column is None or any(_heads(headings, at, ItemField.LINK) for at in range(len(headings))):
        return headings, rows
    blank = (None,) * len(headings)
    return (*headings, LINKED), [
        (number, (*(cells + blank)[: len(headings)], links.get((number, column)))) for number, cells in rows
    ]


def _heads(headings: Sequence[str], column: int, *fields: ItemField) -> bool:
    name = plain(headings[column]) if column < len(headings) else ""
    return any(name in SYNONYMS[one] for one in fields)


def mended_sheet(sheet: Sheet) -> Sheet | None:
    """The sheet with its mojibake mended, where its headings or most of its rows are such; else None."""
    sample = [cell for row in (sheet.headings, *sheet.rows[:20]) for cell in row if isinstance(cell, str)]
    ruined = sum(mended(cell) is not None for cell in sample)
    if ruined * 3 < sum(not cell.isascii() for cell in sample) or not ruined:
        return None
    rows = tuple(tuple(map(_mended_cell, row)) for row in sheet.rows)
    return replace(sheet, headings=tuple(mended(heading) or heading for heading in sheet.headings), rows=rows)


def _mended_cell(cell: Cell) -> Cell:
    return (mended(cell) or cell) if isinstance(cell, str) else cell


def _is_known(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return False
    return plain(cell) in KNOWN_HEADINGS or plain(mended(cell) or "") in KNOWN_HEADINGS


def _looks_like_headings(cells: Sequence[Cell]) -> bool:
    """Short different words: no numbers, dates, links."""
    texts = [cell for cell in cells if isinstance(cell, str) and not isinstance(cell, date)]
    if len(texts) < len(cells) or len({text.strip() for text in texts}) < len(texts):
        return False
    return all(
        len(text) <= _LONGEST and "://" not in text and not text.strip()[:1].isdigit() for text in texts
    )


def _headings(cells: Sequence[Cell], width: int) -> tuple[str, ...]:
    named = [_named(cell) for cell in cells] + [""] * (width - len(cells))
    return tuple(named)


def _named(cell: Cell) -> str:
    """One line; mojibake as it stands, since parts of it look like control characters."""
    return cell.strip() if isinstance(cell, str) and mended(cell) else one_line(as_text(cell))
