"""Ctrl+V and files dropped over the registry: what is a new item, what is evidence of the item shown (E39, E40)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.seat import Seat
from ui.widgets.pasted_picture import png
from yuqing_desktop.domain.item import Item

SHEETS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv")
_SHOT = "粘贴的截图.png"
_SHORTEST = 4
EVIDENCE, NEW = range(2)


def paste_clipboard(seat: Seat, item: Item | None, pane: QWidget) -> bool:
    """What the clipboard holds, with the keyboard in the case file (`pane`) or elsewhere."""
    focused: QWidget | None = QApplication.focusWidget()
    on_item = focused is not None and pane.isAncestorOf(focused)
    return paste(QGuiApplication.clipboard().mimeData(), seat, item, on_item=on_item)


def paste(content: QMimeData, seat: Seat, item: Item | None, *, on_item: bool) -> bool:
    """Take what the clipboard holds; False when it is nothing that belongs here.

    `on_item`: the keyboard is in the case file, so that a picture is its evidence without asking.
    """
    files = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    if files:
        tables = not on_item and any(path.suffix.lower() in SHEETS for path in files)
        wanted = NEW if tables else _wanted(seat, item, "文件", on_item=on_item)
        if wanted is not None:
            take_files(files, seat, item if wanted == EVIDENCE else None)
        return True
    if content.hasImage():
        _take_picture(png(QImage(content.imageData())), seat, item, on_item=on_item)
        return True
    text = content.text().strip()
    if len(text) < _SHORTEST:
        return False
    seat.acts.capture(text)
    return True


def take_files(files: Sequence[Path], seat: Seat, item: Item | None) -> None:
    """Files for the item shown are its evidence; else a table is imported, a page, picture or paper begins an item."""
    if not files:
        return
    if item is not None:
        seat.acts.attach(item.id, files)
        return
    tables = [path for path in files if path.suffix.lower() in SHEETS]
    if tables:
        seat.acts.import_file(tables[0])
    else:
        seat.acts.capture(files=files)


def _take_picture(content: bytes, seat: Seat, item: Item | None, *, on_item: bool) -> None:
    wanted = _wanted(seat, item, "截图", on_item=on_item)
    if wanted == EVIDENCE and item is not None:
        _attach(content, seat, item.id)
    elif wanted == NEW:
        seat.acts.capture(pictures=[content])


def _wanted(seat: Seat, item: Item | None, what: str, *, on_item: bool) -> int | None:
    """EVIDENCE, NEW, or None when the person left the question."""
    if item is None or on_item:
        return NEW if item is None else EVIDENCE
    verbs = (f"作为 {item.number} 的附件", "登记新事项")
    return seat.prompts.choose(f"剪贴板里是{what}，放到哪里？", verbs, detail=item.title)


def _attach(content: bytes, seat: Seat, item_id: int) -> None:
    attachments, actor = seat.core.attachments, seat.actor
    seat.runner.write(
        lambda: attachments.attach_bytes(actor, item_id, _SHOT, content),
        seat.hub.changed.emit,
        owner=seat.hub,
    )
