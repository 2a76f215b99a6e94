"""Filled papers as PDF.

Painting stops every other thread, so many are painted in a process of their own (`services/apart.py`), which
has no screen and needs none.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPdfWriter

from ui.printing.sheet_painter import SheetPainter
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.papers import Printout, printout

DOTS_PER_INCH = 300
_OPEN_END = (b"/Trapped /False\n2\nendobj", b"/Trapped /False\n>>endobj", 1)
"""Qt 6.8.0 leaves its first dictionary open; of the same length, so that every offset stays right."""


def pdf_of(papers: Sequence[bytes], *, title: str, progress: Progress | None = None) -> bytes:
    """One PDF of these papers (each a .docx). Raises Cancelled."""
    told = progress or Progress()
    sheets = []
    for done, paper in enumerate(papers):
        told.step(done, len(papers), "正在排版")
        sheets.append(printout(paper))
    with _drawing():
        return pdf_bytes(sheets, title=title, progress=told)


def pdf_beside(files: Sequence[tuple[Path, str]], *, progress: Progress | None = None) -> None:
    """A PDF beside each .docx (its path and the PDF's title). Raises OSError, Cancelled."""
    told = progress or Progress()
    with _drawing():
        for done, (path, title) in enumerate(files):
            told.step(done, len(files), "正在生成 PDF")
            content = pdf_bytes([printout(path.read_bytes())], title=title)
            path.with_suffix(".pdf").write_bytes(content)


def pdf_bytes(sheets: Sequence[Printout], *, title: str, progress: Progress | None = None) -> bytes:
    """The PDF's content, with its fonts inside. Raises Cancelled."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("政务舆情登记")
    SheetPainter(sheets, progress).paint(writer)
    buffer.close()
    return bytes(held.data()).replace(*_OPEN_END)


def families(*, progress: Progress | None = None) -> list[str]:
    """The faces this computer has."""
    with _drawing():
        return QFontDatabase.families()


@contextmanager
def _drawing() -> Iterator[QGuiApplication]:
    """Fonts need an application: the window's, or in a process of its own one that shows nothing."""
    held = QGuiApplication.instance()
    if held is None and sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield held if isinstance(held, QGuiApplication) else QGuiApplication(["pdf"])
