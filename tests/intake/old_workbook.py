"""The smallest .xls that spreadsheet programs read: one sheet of texts in an OLE file ([MS-XLS], [MS-CFB])."""

import struct
from collections.abc import Collection, Mapping, Sequence

_SECTOR, _LEAST = 512, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")


def old_workbook(
    rows: Sequence[Sequence[str]],
    *,
    links: Mapping[tuple[int, int], str],
    hidden: Collection[int] = (),
    name: str = "微博",
) -> bytes:
    """The file's bytes; links and hidden rows by numbers from 0."""
    name_bytes = name.encode("utf-16-le")
    front, back = _record(0x809, struct.pack("<4HII", 0x600, 5, 0, 0, 0, 0)), _record(0x0A)
    place = len(front) + 4 + 8 + len(name_bytes) + len(back)
    bound = _record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 1) + name_bytes)
    page = _record(0x809, struct.pack("<4HII", 0x600, 0x10, 0, 0, 0, 0))
    for at, row in enumerate(rows):
        page += _record(
            0x208, struct.pack("<8H", at, 0, len(row), 255, 0, 0, 0x20 if at in hidden else 0, 15)
        )
        for column, words in enumerate(row):
            letters = struct.pack("<HB", len(words), 1) + words.encode("utf-16-le")
            page += _record(0x204, struct.pack("<3H", at, column, 0) + letters)
    for (at, column), link in links.items():
        target = f"{link}\0".encode("utf-16-le")
        head = struct.pack("<4H16xII", at, at, column, column, 2, 0x3)
        page += _record(0x1B8, head + _URL + struct.pack("<I", len(target)) + target)
    return _ole((front + bound + back + page + back).ljust(_LEAST, b"\0"))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(body)) + body


def _ole(stream: bytes) -> bytes:
    """Sector 0 says which follows which, sector 1 is the directory, the stream comes behind."""
    sectors = -(-len(stream) // _SECTOR)
    table = [_FAT, _END, *range(3, sectors + 2), _END]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    head = struct.pack("<8s16x5H6xIII4x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1)
    head += struct.pack("<5I109I", _LEAST, _END, 0, _END, 0, 0, *[_FREE] * 108)
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    entries += bytes(_SECTOR - len(entries))
    return head + struct.pack(f"<{_SECTOR // 4}I", *table) + entries + stream.ljust(sectors * _SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    named = f"{name}\0".encode("utf-16-le")
    return struct.pack("<64sHBB3I36xII4x", named, len(named), kind, 1, _FREE, _FREE, child, start, size)
