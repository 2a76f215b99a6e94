"""Codes on scanned sheets: an image, or the images a scanner put into a PDF; zxing-cpp reads them where installed."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from yuqing_desktop.problems import BadFile, Trouble

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff")
MOST_BYTES = 60 * 2**20
MOST_SIDE = 4000
_STREAM = re.compile(
    rb"<<(?P<head>(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*?/Subtype\s*/Image(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*?)>>\s*stream\r?\n"
)
_NUMBER = rb"/%s\s+(\d+)"


def is_scan(path: Path) -> bool:
    """Whether a file may be a scanned sheet."""
    return path.suffix.lower() in (*PICTURES, ".pdf")


def can_read() -> bool:
    """Whether the reader of codes is installed (the optional extra "scan")."""
    import importlib.util

    return importlib.util.find_spec("zxingcpp") is not None


def codes_in(path: Path) -> list[str]:
    """The texts of every code on a scanned image or PDF, in order. Raises BadFile, Trouble."""
    if not can_read():
        raise Trouble(
            "没有安装识别二维码的组件（zxing-cpp），不能自动认出扫描件。",
            kept="文件没有改动。",
            advice="请在事项详情中直接添加附件。",
        )
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadFile(f"“{path.name}”超过60MB，没有识别。", advice="请分成几份。")
        content = path.read_bytes()
    except OSError as error:
        raise BadFile(f"“{path.name}”打不开。", advice="请核对文件是否还在原处。") from error
    images = list(_in_pdf(content)) if path.suffix.lower() == ".pdf" else [QImage.fromData(content)]
    readable = [image for image in images if not image.isNull()]
    if not readable:
        what = "其中没有能读的扫描图像" if path.suffix.lower() == ".pdf" else "不是能读的图片"
        raise BadFile(
            f"“{path.name}”{what}。", kept="文件没有改动。", advice="请另存为图片（PNG、JPG）再试。"
        )
    return list(dict.fromkeys(text for image in readable for text in _codes(image)))


def _codes(image: QImage) -> Iterator[str]:
    import zxingcpp

    if max(image.width(), image.height()) > MOST_SIDE:
        image = image.scaled(MOST_SIDE, MOST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, line = grey.width(), grey.height(), grey.bytesPerLine()
    bits = bytes(grey.constBits())
    packed = b"".join(bits[at * line : at * line + width] for at in range(height))
    sheet = memoryview(packed).cast("B", shape=(height, width))
    for found in zxingcpp.read_barcodes(sheet):
        yield found.text


def _in_pdf(content: bytes) -> Iterator[QImage]:
    """The images of a PDF as scanners write them: JPEG, or grey and colour pixels packed by zlib."""
    for match in _STREAM.finditer(content):
        head, start = match["head"], match.end()
        end = content.find(b"endstream", start)
        if end < 0:
            return
        if b"/DCTDecode" in head and b"/FlateDecode" not in head:
            yield QImage.fromData(content[start:end])
        elif b"/FlateDecode" in head and b"/Predictor" not in head:
            yield _unpacked(head, content[start:end])


def _unpacked(head: bytes, stream: bytes) -> QImage:
    width, height, depth = (_number(head, name) for name in (b"Width", b"Height", b"BitsPerComponent"))
    if not 0 < width * height <= 10**8:
        return QImage()
    try:
        pixels = zlib.decompressobj().decompress(stream, 4 * width * height + 1)
    except zlib.error:
        return QImage()
    for samples, form in ((1, QImage.Format.Format_Grayscale8), (3, QImage.Format.Format_RGB888)):
        if depth == 8 and len(pixels) == width * height * samples:
            return QImage(pixels, width, height, width * samples, form).copy()
    if depth == 1 and len(pixels) >= (width + 7) // 8 * height:
        return QImage(pixels, width, height, (width + 7) // 8, QImage.Format.Format_Mono).copy()
    return QImage()


def _number(head: bytes, name: bytes) -> int:
    match = re.search(_NUMBER % name, head)
    return int(match[1]) if match else 0
