"""Codes on scanned sheets, as pictures or PDFs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from yuqing_desktop.problems import BadFile
from yuqing_desktop.services.scans import codes_in_pdf, codes_on, require_readers

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff")
MOST_BYTES = 60 * 2**20
MOST_SIDE = 4000


def is_scan(path: Path) -> bool:
    """Whether a file may be a scanned sheet."""
    return path.suffix.lower() in (*PICTURES, ".pdf")


def codes_in(path: Path) -> list[str]:
    """The texts of every code on a scanned image or PDF, in order. Raises BadFile, Trouble."""
    require_readers()
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadFile(f"“{path.name}”超过60MB，没有识别。", advice="请分成几份。")
        found = codes_in_pdf(path) if path.suffix.lower() == ".pdf" else _in_picture(path)
    except OSError as error:
        raise BadFile(f"“{path.name}”打不开。", advice="请核对文件是否还在原处。") from error
    return list(dict.fromkeys(found))


def _in_picture(path: Path) -> list[str]:
    image = QImage.fromData(path.read_bytes())
    if image.isNull():
        what = f"“{path.name}”不是能读的图片。"
        raise BadFile(what, kept="文件没有改动。", advice="请另存为图片（PNG、JPG）再试。")
    if max(image.width(), image.height()) > MOST_SIDE:
        image = image.scaled(MOST_SIDE, MOST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return codes_on(bytes(grey.constBits()), grey.width(), grey.height(), grey.bytesPerLine())
