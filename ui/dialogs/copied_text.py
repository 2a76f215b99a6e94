"""A text to be taken over as it stands, with its 复制 button."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel


class CopiedText(Card):
    """The text, a note under it, and a button that copies exactly this text."""

    def __init__(self, title: str, *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, quiet=True, parent=parent)
        self.words = ""
        self._text = TextLabel(wrap=True, selectable=True)
        self.copy = QPushButton("复制")
        self.copy.setAutoDefault(False)
        self.copy.setAccessibleName(f"复制{title}")
        self.copy.clicked.connect(self.put_on_clipboard)
        self.body.addWidget(self._text)
        row = QHBoxLayout()
        row.addWidget(TextLabel(note, role="muted", wrap=True), 1)
        row.addWidget(self.copy)
        self.body.addLayout(row)

    def show_text(self, words: str) -> None:
        """Show a text."""
        self.words = words
        self._text.setText(words or "—")
        self.copy.setText("复制")
        self.copy.setEnabled(bool(words))

    def put_on_clipboard(self) -> None:
        """Copy it, and say so on the button."""
        QGuiApplication.clipboard().setText(self.words)
        self.copy.setText("已复制")
