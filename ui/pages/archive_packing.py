"""Packs closed items for the archive, their PDFs painted in a process of their own, beside the other work."""

from pathlib import Path

from PySide6.QtCore import QObject

from ui.pages.seat import Seat
from ui.printing.pdf_files import pdf_beside

PACKAGE = "归档包 (*.zip)"


def pack(seat: Seat, item_ids: list[int], out: Path, owner: QObject) -> None:
    """Write an archive package beside the other work, and show where it lies."""
    seat.runner.long(
        lambda progress: seat.core.archive.write(
            seat.actor, item_ids, out, paint=pdf_beside, progress=progress
        ),
        lambda path: seat.prompts.open_outside(path.parent),
        owner=owner, words="正在归档…", writing=True,
    )  # fmt: skip
