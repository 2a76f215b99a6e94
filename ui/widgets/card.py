"""A surface with rounded corners on the background; everything stands on one."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.widgets.styling import restyle
from ui.widgets.text_label import TextLabel


class Card(QFrame):
    """A card with an optional title line (`title` left, `note` muted right); fill `body`."""

    def __init__(
        self,
        title: str = "",
        *,
        note: str = "",
        tone: str = "",
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        if tone:
            self.setProperty("tone", tone)
        pad = Appearance.present().look.pad
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(pad, pad - 4, pad, pad - 4)
        self.body.setSpacing(8)
        self.title = TextLabel(title, role="muted" if quiet else "title")
        self.note = TextLabel(note, role="muted")
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.note)
        if title or note:
            self.body.addLayout(self.head)
        if title:
            self.setAccessibleName(title)

    def set_tone(self, tone: str) -> None:
        """Stand on the soft ground of a tone; empty for the plain surface."""
        restyle(self, "tone", tone)
