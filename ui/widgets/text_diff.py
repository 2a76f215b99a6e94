"""Two wordings in one text: what went struck through on red, what came underlined on green."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from ui.shell.appearance import Appearance
from ui.wording.differences import Piece, changed_places, differences

LOWEST, HIGHEST = 24, 220


class TextDiff(QTextEdit):
    """Read-only, as high as its text up to 220 px; equal wordings are just the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: list[Piece] = []
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameStyle(0)
        self.setStyleSheet("QTextEdit { border: none; padding: 0; background: transparent; }")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName("文字对照")

    def show_wordings(self, old: str, new: str) -> int:
        """Show `new` against `old`; the number of places that differ."""
        self._pieces = differences(old, new)
        self._write()
        return changed_places(self._pieces)

    def changeEvent(self, event: QEvent) -> None:
        """Colour anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pieces:
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(320, self._height())

    def minimumSizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(120, self._height())

    def _write(self) -> None:
        tokens = Appearance.present().tokens
        formats = {kind: QTextCharFormat() for kind in ("same", "gone", "new")}
        formats["gone"].setFontStrikeOut(True)
        formats["gone"].setBackground(QColor(tokens.danger_soft))
        formats["new"].setFontUnderline(True)
        formats["new"].setUnderlineColor(QColor(tokens.ok))
        formats["new"].setBackground(QColor(tokens.ok_soft))
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in self._pieces:
            cursor.insertText(piece.text, formats[piece.kind])
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _height(self) -> int:
        return min(HIGHEST, max(LOWEST, int(self.document().size().height()) + 4))

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())
