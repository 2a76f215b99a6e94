"""A line of text that knows whether an input method is composing in it (E24)."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class LineEdit(QLineEdit):
    """`is_composing` is true while pinyin is not yet turned into characters."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.is_composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note what is still being composed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
