"""Finds a choice by the letters typed one after another: its own, or its pinyin initials (D7)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from ui.wording.initials import initials

_PAUSE_MS = 1_000
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def letter_of(event: QKeyEvent) -> str:
    """The letter of the alphabet a key typed; empty for any other key."""
    text = event.text()
    return text if text.isascii() and text.isalpha() and not event.modifiers() & _WITH else ""


class LetterSearch(QObject):
    """Letters belong together until a pause; the same letter again goes to the next choice."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._forget)

    def place(self, labels: Sequence[str], letter: str, present: int) -> int:
        """Where the choice meant stands among these, `present` being the one marked; -1 when there is none."""
        self._pause.start()
        again = bool(self._typed) and set(self._typed) == {letter.lower()}
        self._typed = self._typed[:1] if again else self._typed + letter.lower()
        start = present + 1 if len(self._typed) == 1 else max(present, 0)
        order = [*range(start, len(labels)), *range(min(start, len(labels)))]
        return next((at for at in order if self._fits(labels[at])), -1)

    def _fits(self, label: str) -> bool:
        return label.lower().startswith(self._typed) or initials(label).startswith(self._typed)

    def _forget(self) -> None:
        self._typed = ""
