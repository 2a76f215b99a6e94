"""What an .xls (BIFF 8 in an OLE file, [MS-XLS] and [MS-CFB]) holds behind its cells: hyperlinks and hidden rows."""

import struct
from collections.abc import Iterator
from dataclasses import replace

from yuqing_desktop.intake.sheet import Grid

_SHEET, _ROW, _HYPERLINK, _END = 0x85, 0x208, 0x1B8, 0x0A
_ROW_HIDDEN = 0x20
_HAS_MONIKER, _HAS_NAME, _HAS_FRAME, _AS_TEXT = 0x1, 0x10, 0x80, 0x100
_URL_MONIKER = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
_NO_SECTOR = 0xFFFFFFFA
_ENTRY, _ROOT = 128, 5


def with_hidden_words(grids: list[Grid], data: bytes) -> list[Grid]:
    """The grids with their hyperlinks and hidden rows; as they are where the file does not tell of them."""
    try:
        book = _Ole(data).stream("Workbook")
        places = dict(_sheets(book))
        return [_told(grid, book, places[grid.name]) if grid.name in places else grid for grid in grids]
    except (struct.error, IndexError, ValueError):
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


class _Ole:
    """The streams of a compound file. Raises struct.error, IndexError or ValueError where it is damaged."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<2H", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise ValueError("not the sectors of a compound file")
        self._size = 1 << shift
        directory, self._cutoff, mini, more = struct.unpack_from("<I4xI I4xI", data, 48)
        self._fat = self._table(more)
        self._mini_fat = _numbers(self._chained(mini))
        entries = self._chained(directory)
        self._entries = [entries[at : at + _ENTRY] for at in range(0, len(entries), _ENTRY)]

    def stream(self, name: str) -> bytes:
        """A stream's bytes."""
        wanted = f"{name}\0".encode("utf-16-le")
        for entry in self._entries:
            start, size = struct.unpack_from("<2I", entry, 116)
            if entry.startswith(wanted):
                return (self._chained(start) if size >= self._cutoff else self._small(start))[:size]
        raise ValueError(f"no stream {name}")

    def _table(self, more: int) -> list[int]:
        """Which sector follows which: the sectors of this table are named in the head, then in a chain of their own."""
        named = list(struct.unpack_from("<109I", self._data, 76))
        while more < _NO_SECTOR and len(named) * self._size < len(self._data) * 2:
            *further, more = _numbers(self._sector(more))
            named += further
        return [number for one in named if one < _NO_SECTOR for number in _numbers(self._sector(one))]

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _chained(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(self._fat, start)))

    def _small(self, start: int) -> bytes:
        """A short stream: pieces of 64 bytes in the root's own stream."""
        root = next(entry for entry in self._entries if entry[66] == _ROOT)
        held = self._chained(struct.unpack_from("<I", root, 116)[0])
        return b"".join(held[one * 64 : one * 64 + 64] for one in _chain(self._mini_fat, start))


def _numbers(sector: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))


def _chain(following: list[int], start: int) -> Iterator[int]:
    """The sectors from one on; a ring is left after one round."""
    for _ in following:
        if start >= _NO_SECTOR:
            return
        yield start
        start = following[start]
