"""What an .ods holds behind its cells: hyperlinks and hidden rows."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from yuqing_desktop.intake.sheet import Grid

_MOST_BYTES = 64 * 2**20
_MOST_HIDDEN = 200_000
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LINK = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"
_HREF = "{http://www.w3.org/1999/xlink}href"


def with_hidden_words(grids: list[Grid], data: bytes) -> list[Grid]:
    """The grids with their hyperlinks and hidden rows; as they are where the part that tells of them is damaged."""
    from lxml import etree

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entry = archive.getinfo("content.xml")
            if entry.file_size > _MOST_BYTES:
                return grids
            with archive.open(entry) as part:
                told = {name: (links, hidden) for name, links, hidden in _tables(part)}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, etree.LxmlError):
        return grids
    return [_told(grid, *told.get(grid.name, ({}, set()))) for grid in grids]


def _told(grid: Grid, links: dict[tuple[int, int], str], hidden: set[int]) -> Grid:
    placed = {(row, column - grid.left): link for (row, column), link in links.items()}
    return replace(grid, links=placed, hidden=frozenset(hidden))


def _tables(part: Any) -> Iterator[tuple[str, dict[tuple[int, int], str], set[int]]]:
    """(name, links by row number and column, hidden rows) of each table."""
    from lxml import etree

    name, row, column = "", 0, 0
    links: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    options: dict[str, bool] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    for event, element in etree.iterparse(part, events=("start", "end"), **options):
        tag = element.tag
        if event == "start":
            if tag == f"{_TABLE}table":
                name, row, links, hidden = element.get(f"{_TABLE}name", ""), 0, {}, set()
            elif tag == f"{_TABLE}table-row":
                row, column = row + 1, 0
            elif tag == _LINK and (link := element.get(_HREF, "")).startswith(("http://", "https://")):
                links.setdefault((row, column), link)
        elif tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            column += _repeated(element, "columns")
        elif tag == f"{_TABLE}table-row":
            last = row + _repeated(element, "rows") - 1
            if element.get(f"{_TABLE}visibility") in ("collapse", "filter") and last - row < _MOST_HIDDEN:
                hidden.update(range(row, last + 1))
            row = last
            element.clear()
        elif tag == f"{_TABLE}table":
            yield name, links, hidden


def _repeated(element: Any, what: str) -> int:
    stated = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(stated) if stated.isdecimal() and 0 < len(stated) < 9 else 1
