"""A limit as icon and words in its tone (E9)."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import pixmap
from ui.widgets.text_label import TextLabel
from ui.wording.deadlines import DeadlineWords, deadline
from ui.wording.moments import full_moment


class DeadlineBadge(QWidget):
    """Shows what is left of a limit; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = TextLabel()
        self._words = TextLabel(role="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._picture)
        row.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_due(self, due: datetime | None, now: datetime) -> None:
        """Another limit."""
        said: DeadlineWords = deadline(due, now)
        tokens = Appearance.present().tokens
        self._words.setText(said.short)
        self._words.set_role(said.tone if said.tone in ("danger", "warn", "ok") else "small")
        self._picture.setVisible(bool(said.icon))
        if said.icon:
            self._picture.setPixmap(pixmap(said.icon, tokens.ink(said.tone), 14, self.devicePixelRatioF()))
        self.setToolTip(full_moment(due))
        self.setVisible(due is not None)
