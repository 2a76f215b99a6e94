"""What is owed: each duty with its article on the left, its limit and what is left of it on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

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
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.body.setContentsMargins(12, 8, 12, 8)
        self._labels: list[TextLabel] = []
        self.hide()

    def show_duties(self, duties: Sequence[tuple[str, str, Tone]]) -> None:
        """Show these instead; hidden when nothing is owed or was."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for row, (name, words, tone) in enumerate(duties):
            left = ElidedLabel(name, role="muted")
            right = TextLabel(words, role=tone if tone in ("danger", "warn", "ok") else "small")
            self._grid.addWidget(left, row, 0)
            self._grid.addWidget(right, row, 1, Qt.AlignmentFlag.AlignRight)
            self._labels += [left, right]
        gravest = max((tone for _, _, tone in duties), key=lambda tone: _WEIGHT.get(tone, 1), default="")
        self.set_tone(gravest if gravest in _WEIGHT else "muted")
        self.setVisible(bool(duties))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for a limit's arithmetic."""
        y = event.position().toPoint().y()
        for at in range(0, len(self._labels), 2):
            if self._labels[at].geometry().top() - 2 <= y <= self._labels[at].geometry().bottom() + 2:
                self.asked.emit(at // 2)
                return
