"""Printouts as PDF files, written whole or not at all."""

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter

from ui.printing.sheet_painter import SheetPainter
from yuqing_desktop.problems import Trouble
from yuqing_desktop.services.papers import Printout

DOTS_PER_INCH = 300
_OPEN_END = (b"/Trapped /False\n2\nendobj", b"/Trapped /False\n>>endobj", 1)
"""Qt 6.8.0 leaves its first dictionary open; of the same length, so that every offset stays right."""


def write_pdf(sheets: list[Printout], out: Path, *, title: str) -> Path:
    """One PDF of these printouts. Raises Trouble when the place cannot be written."""
    content = pdf_bytes(sheets, title=title)
    temporary = out.with_name(f".{out.name}.part")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(out)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise Trouble(
            f"文件无法写入：{out}。", kept="原有文件没有改动。", advice="请关闭打开的同名文件，或另选文件夹。"
        ) from error
    return out


def pdf_bytes(sheets: list[Printout], *, title: str) -> bytes:
    """The PDF's content, with its fonts inside."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("政务舆情登记")
    SheetPainter(sheets).paint(writer)
    buffer.close()
    return bytes(held.data()).replace(*_OPEN_END)
