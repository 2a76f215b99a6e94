"""A scanner reads back what the code was given."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from yuqing_desktop.documents.qr import png

zxingcpp = pytest.importorskip("zxingcpp")


@settings(max_examples=25)
@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", min_size=1, max_size=40))
def test_what_was_written_is_read(text: str) -> None:
    image = QImage.fromData(png(text))
    rows = [[image.pixelColor(x, y).value() for x in range(image.width())] for y in range(image.height())]
    pixels = memoryview(bytes(value for row in rows for value in row)).cast("B", (len(rows), len(rows[0])))
    assert [found.text for found in zxingcpp.read_barcodes(pixels)] == [text]


def test_the_picture_is_square_with_a_white_margin() -> None:
    picture = png("YQ-ZS-2026-12-1", scale=4)
    width, height = struct.unpack(">II", picture[16:24])
    image = QImage.fromData(picture)
    assert width == height == image.width()
    assert all(image.pixelColor(x, y).value() == 255 for x in range(width) for y in range(4 * 4))
