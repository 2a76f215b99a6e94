"""A card of words: a quiet head line, the text, a quiet foot line; taken back text is struck through."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel
from ui.wording.texts import breakable


class TextBlock(Card):
    """`add` puts further parts under the text."""

    def __init__(
        self, title: str, text: str, *, note: str = "", foot: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, note=note, quiet=True, parent=parent)
        self.body.setContentsMargins(12, 8, 12, 10)
        self.body.setSpacing(5)
        self.note.setWordWrap(False)
        if text:
            self.body.addWidget(TextLabel(breakable(text), wrap=True, selectable=True))
        if foot:
            self.body.addWidget(TextLabel(breakable(foot), role="muted", wrap=True, selectable=True))

    def add_line(self, words: str, *, role: str = "", struck: bool = False) -> TextLabel:
        """One more line of words."""
        label = TextLabel(breakable(words), role=role, wrap=True, selectable=True)
        if struck:
            label.setStyleSheet("text-decoration: line-through;")
        self.body.addWidget(label)
        return label

    def add_buttons(self, *buttons: QPushButton) -> None:
        """A row of buttons at the foot."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
