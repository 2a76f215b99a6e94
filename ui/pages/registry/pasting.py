"""Ctrl+V over the registry: a link begins a new item, pictures and files become evidence of the item shown (E40)."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from ui.pages.seat import Seat

_SHOT = "粘贴的截图.png"


def paste(content: QMimeData, seat: Seat, item_id: int | None) -> bool:
    """Take what the clipboard holds; False when it is nothing that belongs here."""
    files = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    if files and item_id is not None:
        seat.acts.attach(item_id, files)
        return True
    if content.hasImage() and item_id is not None:
        _attach(QImage(content.imageData()), seat, item_id)
        return True
    link = content.text().strip()
    if link.startswith(("http://", "https://")) and len(link.split()) == 1:
        seat.acts.register({"link": link})
        return True
    return False


def _attach(image: QImage, seat: Seat, item_id: int) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    content = bytes(buffer.data().data())
    attachments, actor = seat.core.attachments, seat.actor
    seat.runner.write(
        lambda: attachments.attach_bytes(actor, item_id, _SHOT, content),
        seat.hub.changed.emit,
        owner=seat.hub,
    )
