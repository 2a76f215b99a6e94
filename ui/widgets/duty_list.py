"""What is owed: each duty with its article on the left, its limit and what is left of it on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.text_label import TextLabel
from ui.wording.tones import Tone

_WEIGHT: dict[str, int] = {"danger": 3, "warn": 2, "ok": 0}


class DutyList(Card):
    """Rows (name with article, words, tone); the card takes the gravest tone. `asked(row)` on a click."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._note = TextLabel(role="muted", wrap=True)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._note)
        self.body.setContentsMargins(12, 8, 12, 8)
        self._rows: list[QWidget] = []
        self.hide()

    def show_duties(self, duties: Sequence[tuple[str, str, Tone]], *, note: str = "") -> None:
        """Show these instead, with a note under them; hidden when nothing is owed or was."""
        for row in self._rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_row(*duty) for duty in duties]
        for row in self._rows:
            self._lines.addWidget(row)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        gravest = max((tone for _, _, tone in duties), key=lambda tone: _WEIGHT.get(tone, 1), default="")
        self.set_tone(gravest if gravest in _WEIGHT else "muted")
        self.setVisible(bool(duties))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for a limit's arithmetic."""
        y = event.position().toPoint().y()
        for at, row in enumerate(self._rows):
            if row.geometry().top() - 2 <= y <= row.geometry().bottom() + 2:
                self.asked.emit(at)
                return


def _row(name: str, words: str, tone: Tone) -> QWidget:
    """A line of its own: the name gives way to its own words only."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(ElidedLabel(name, role="muted"), 1)
    line.addWidget(TextLabel(words, role=tone if tone in ("danger", "warn", "ok") else "small"))
    return row
