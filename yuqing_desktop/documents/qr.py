"""The QR code of a paper: what a scanner types when the paper comes back."""

import struct
import zlib

_QUIET = 4
"""Modules of white around the code that a reader needs."""
_WHITE_IS_1 = bytes.maketrans(b"\0\1", b"10")


def png(text: str, *, scale: int = 6) -> bytes:
    """A QR code (error correction M) as a black and white PNG; `text` should be ASCII, for scanners type it."""
    import segno

    # one mask fits all: judging eight of them is most of the work, and any reader takes any mask
    matrix = segno.make_qr(text, error="m", boost_error=False, mask=2).matrix
    side = (len(matrix) + 2 * _QUIET) * scale
    return _png(
        b"".join(
            _line(bytes(row), side, scale) * scale for row in (*_white(matrix), *matrix, *_white(matrix))
        ),
        side,
    )


def _white(matrix: tuple[bytearray, ...]) -> tuple[bytes, ...]:
    return (bytes(len(matrix[0])),) * _QUIET


def _line(row: bytes, side: int, scale: int) -> bytes:
    """One line of pixels, a bit each (1 is white), after PNG's filter byte."""
    quiet = "1" * (_QUIET * scale)
    modules = row.translate(_WHITE_IS_1).decode()
    bits = quiet + modules.replace("0", "0" * scale).replace("1", "1" * scale) + quiet
    width = -(-side // 8)
    return b"\0" + int(bits.ljust(width * 8, "0"), 2).to_bytes(width, "big")


def _png(lines: bytes, side: int) -> bytes:
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
