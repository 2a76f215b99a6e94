"""A word on a soft ground of its tone: level, status, need."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.styling import restyle
from ui.wording.tones import Tone


class Pill(QLabel):
    """Hidden while it has no word."""

    def __init__(
        self, text: str = "", tone: Tone = "muted", *, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pill")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("strong", strong)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Another word and tone."""
        self.setText(text)
        self.setHidden(not text)
        restyle(self, "tone", tone)
