"""What an .xlsx holds behind its cells: hyperlinks, hidden rows, and formulas whose result was never computed."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from io import BytesIO

from yuqing_desktop.intake.sheet import Cell, Grid

_MOST_BYTES = 64 * 2**20
_ATTRIBUTE = re.compile(rb'([\w:]{1,40})\s*=\s*"([^"]*)"')
_FORMULA = re.compile(rb"<c\s([^<>]*)>\s*<f[^<>]*>([^<]+)</f>\s*(?:<v>([^<]*)</v>)?")
_LINK_FORMULA = re.compile(r'HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_WORKBOOK = "xl/workbook.xml"
Row = tuple[int, tuple[Cell, ...]]


def with_hidden_words(grids: list[Grid], data: bytes) -> list[Grid]:
    """The grids with their hyperlinks and hidden rows; a formula without a result stands as its own text, so that it is told.

    Where the parts that tell of them are damaged the grids are left as they are.
    """
    try:
        return _with_hidden_words(grids, data)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return grids


def _with_hidden_words(grids: list[Grid], data: bytes) -> list[Grid]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        targets = dict(_relations(archive, _WORKBOOK))
        parts = {
            one.get("name", ""): _path(targets.get(one.get("r:id", ""), ""))
            for one in _elements(_read(archive, _WORKBOOK), b"sheet")
        }
        return [_told(grid, archive, parts.get(grid.name, "")) for grid in grids]


def _told(grid: Grid, archive: zipfile.ZipFile, part: str) -> Grid:
    page = _read(archive, part)
    links = {}
    if b"hyperlink" in page:
        targets = dict(_relations(archive, part))
        for one in _elements(page, b"hyperlink"):
            links[_place(one.get("ref", ""), grid.left)] = targets.get(one.get("r:id", ""), "")
    missing = {}
    for attributes, formula, result in _FORMULA.findall(page):
        place = _place(_attributes(attributes).get("r", ""), grid.left)
        words = unescape(formula.decode("utf-8", "replace"))
        target = _LINK_FORMULA.match(words)
        if target is not None:
            links[place] = target[1]
        elif not result.strip():
            missing[place] = f"={words}"
    web = {place: link for place, link in links.items() if link.startswith(("http://", "https://"))}
    rows = _with(grid.rows, missing) if missing else grid.rows
    return replace(grid, rows=rows, links=web, hidden=_hidden(page))


def _with(rows: tuple[Row, ...], missing: Mapping[tuple[int, int], str]) -> tuple[Row, ...]:
    """The rows with these words in their empty cells, rows that held nothing else among them."""
    held = {number: list(cells) for number, cells in rows}
    for (number, at), words in missing.items():
        cells = held.setdefault(number, [])
        cells += [None] * (at + 1 - len(cells))
        cells[at] = words if cells[at] is None else cells[at]
    return tuple((number, tuple(held[number])) for number in sorted(held))


def _hidden(page: bytes) -> frozenset[int]:
    """The numbers of rows that a person or a filter has hidden."""
    if b"hidden=" not in page:
        return frozenset()
    rows = (one for one in _elements(page, b"row") if one.get("hidden") in ("1", "true"))
    return frozenset(int(row["r"]) for row in rows if row.get("r", "").isdecimal())


def _relations(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    folder, _, name = part.rpartition("/")
    for one in _elements(_read(archive, f"{folder}/_rels/{name}.rels"), b"Relationship"):
        yield one.get("Id", ""), one.get("Target", "")


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _read(archive: zipfile.ZipFile, part: str) -> bytes:
    """A part; nothing where it is not there or too large to be looked into."""
    try:
        entry = archive.getinfo(part)
    except KeyError:
        return b""
    return archive.read(entry) if entry.file_size <= _MOST_BYTES else b""


def _elements(page: bytes, name: bytes) -> Iterator[Mapping[str, str]]:
    for found in re.finditer(rb"<(?:\w{1,20}:)?" + name + rb"\s([^<>]{0,4000})>", page):
        yield _attributes(found[1])


def _attributes(text: bytes) -> dict[str, str]:
    return {
        name.decode("ascii", "replace"): unescape(value.decode("utf-8", "replace"))
        for name, value in _ATTRIBUTE.findall(text)
    }


def _place(reference: str, left: int) -> tuple[int, int]:
    """C2 as (row number, index in the row's cells); a range by its first cell; (0, 0) for none."""
    found = _PLACE.match(reference)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1 - left
