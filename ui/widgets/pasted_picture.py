"""A picture on the clipboard, as PNG; and Ctrl+V in a text field where the clipboard holds nothing but a picture."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def png(image: QImage) -> bytes:
    """A picture as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class PastedPicture(QObject):
    """`take(png)` gets a picture pasted into any text field of a widget; words are pasted as ever."""

    def __init__(self, widget: QWidget, take: Callable[[bytes], object]) -> None:
        super().__init__(widget)
        self._take = take
        edits: list[QWidget] = [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
        for edit in edits:
            edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+V."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        held = QGuiApplication.clipboard().mimeData()
        if not held.hasImage() or held.hasText():
            return False
        self._take(png(QImage(held.imageData())))
        return True
