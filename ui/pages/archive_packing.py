"""Packs closed items for the archive, their PDFs painted in a process of their own, beside the other work."""

from pathlib import Path

from PySide6.QtCore import QObject

from ui.pages.seat import Seat
from ui.tasks.delivering import Delivery, deliver
from yuqing_desktop.progress import Progress

_PACKAGE = "归档包 (*.zip)"


def pack(seat: Seat, item_ids: list[int], question: str, name: str, owner: QObject) -> None:
    """Ask where to and write an archive package called 〔name〕归档.zip."""

    def write(out: Path, progress: Progress) -> Path:
        from ui.printing.pdf_files import pdf_beside  # the printing: not before something is packed

        package = out.with_suffix(".zip")
        return seat.core.archive.write(seat.actor, item_ids, package, paint=pdf_beside, progress=progress)

    suggested = seat.core.paths.exports / f"{name}归档.zip"
    deliver(seat, Delivery(question, suggested, _PACKAGE, write, words="正在归档…"), owner)
