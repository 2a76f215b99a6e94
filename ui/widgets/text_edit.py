"""Several lines of text: grows with its words up to a limit, Tab leaves it, what is pasted becomes plain."""

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

HIGHEST_LINES = 12


class TextEdit(QPlainTextEdit):
    """As high as its text, between `lines` and twelve lines."""

    def __init__(self, *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_composing = False
        self._lines = lines
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note what is still being composed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Take the words alone."""
        self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        """Room for the text."""
        shown = min(max(self._lines, int(self.document().size().height())), HIGHEST_LINES)
        return QSize(320, shown * self.fontMetrics().lineSpacing() + 22)

    def minimumSizeHint(self) -> QSize:
        """Room for the least lines."""
        return QSize(160, self._lines * self.fontMetrics().lineSpacing() + 22)
