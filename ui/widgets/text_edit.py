"""Several lines of text: grows with its words up to a limit, Tab leaves it, what is pasted becomes plain."""

from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

HIGHEST_LINES = 12
_FRAME = 22
_LOOKED_AT = 2_000
"""Characters that fill twelve lines of any width."""


class TextEdit(QPlainTextEdit):
    """As high as its text, between `lines` and twelve lines."""

    def __init__(self, *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_composing = False
        self._lines = lines
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.textChanged.connect(self.updateGeometry)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note what is still being composed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Take the words alone."""
        self.insertPlainText(source.text())

    def hasHeightForWidth(self) -> bool:
        """A narrower field is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the text at this width in pixels: known before it is laid out, so that a dialog opens high enough."""
        metrics, room = self.fontMetrics(), QRect(0, 0, max(40, width - _FRAME), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
        height = metrics.boundingRect(room, flags, self.toPlainText()[:_LOOKED_AT]).height()
        shown = min(max(self._lines, -(-height // metrics.lineSpacing())), HIGHEST_LINES)
        return shown * metrics.lineSpacing() + _FRAME

    def sizeHint(self) -> QSize:
        """Room for the text."""
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Room for the least lines."""
        return QSize(160, self._lines * self.fontMetrics().lineSpacing() + _FRAME)
