"""Packs closed items for the archive, PDFs painted by the window's own painter, beside the other work."""

from pathlib import Path

from PySide6.QtCore import QObject

from ui.pages.seat import Seat
from ui.printing.pdf_files import pdf_bytes

PACKAGE = "归档包 (*.zip)"


def pack(seat: Seat, item_ids: list[int], out: Path, owner: QObject) -> None:
    """Write an archive package beside the other work, and show where it lies."""
    seat.runner.long(
        lambda progress: seat.core.archive.write(
            seat.actor, item_ids, out, make_pdf=lambda sheets, title: pdf_bytes(list(sheets), title=title),
            progress=progress,
        ),
        lambda path: seat.prompts.open_outside(path.parent),
        owner=owner, words="正在归档…", writing=True,
    )  # fmt: skip
