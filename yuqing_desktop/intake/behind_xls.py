"""What an .xls (BIFF 8, [MS-XLS]) holds behind its cells: hyperlinks and hidden rows."""

import struct
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from yuqing_desktop.intake.sheet import Grid

_SHEET, _ROW, _HYPERLINK, _END = 0x85, 0x208, 0x1B8, 0x0A
_ROW_HIDDEN = 0x20
_HAS_MONIKER, _HAS_NAME, _HAS_FRAME, _AS_TEXT = 0x1, 0x10, 0x80, 0x100
_URL_MONIKER = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
_BOOK = "Workbook"


def with_hidden_words(grids: list[Grid], data: bytes) -> list[Grid]:
    """The grids with their hyperlinks and hidden rows; as they are where the file does not tell of them."""
    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(data)) as file, file.openstream(_BOOK) as stream:
            book = stream.read()
        places = dict(_sheets(book))
        return [_told(grid, book, places[grid.name]) if grid.name in places else grid for grid in grids]
    except (OSError, struct.error, IndexError, ValueError):  # OSError is how olefile says that it is none
        return grids


def _told(grid: Grid, book: bytes, place: int) -> Grid:
    links: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    for kind, body in _records(book, place):
        if kind == _ROW and struct.unpack_from("<H", body, 12)[0] & _ROW_HIDDEN:
            hidden.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _HYPERLINK:
            row, _, column, _ = struct.unpack_from("<4H", body)
            link = _target(body)
            if link.startswith(("http://", "https://")):
                links[row + 1, column - grid.left] = link
    return replace(grid, links=links, hidden=frozenset(hidden))


def _sheets(book: bytes) -> Iterator[tuple[str, int]]:
    """Each sheet's name and where its records begin."""
    for kind, body in _records(book, 0):
        if kind == _SHEET:
            place, length, is_wide = struct.unpack_from("<I2xBB", body)
            words = body[8 : 8 + length * (2 if is_wide & 1 else 1)]
            yield words.decode("utf-16-le" if is_wide & 1 else "latin-1"), place


def _records(book: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of each record up to the end of its part of the book."""
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<2H", book, place)
        if kind == _END:
            return
        yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def _target(body: bytes) -> str:
    """Where a hyperlink leads, where that is an address of the web."""
    (flags,) = struct.unpack_from("<I", body, 28)
    place = 32
    for flag in (_HAS_NAME, _HAS_FRAME):
        if flags & flag:
            place += 4 + 2 * struct.unpack_from("<I", body, place)[0]
    if not flags & _HAS_MONIKER:
        return ""
    if flags & _AS_TEXT:
        (letters,) = struct.unpack_from("<I", body, place)
        words = body[place + 4 : place + 4 + 2 * letters]
    elif body[place : place + 16] == _URL_MONIKER:
        (size,) = struct.unpack_from("<I", body, place + 16)
        words = body[place + 20 : place + 20 + size]
    else:
        return ""
    return words.decode("utf-16-le", "replace").partition("\0")[0]
