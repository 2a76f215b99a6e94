"""每日巡查 on the day's page: each channel of the hour, who is on, and the way to go on."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui.pages.rounds.channel_columns import ChannelLine, lines, looked
from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel
from yuqing_desktop.core import Core
from yuqing_desktop.domain.rounds import Slot

_ROLES = {"danger": "danger", "warn": "danger", "ok": "ok", "accent": "accent"}


class _Round(NamedTuple):
    lines: tuple[ChannelLine, ...]
    slot: Slot
    on_duty: str
    now: datetime
    is_workday: bool


class RoundCard(Card):
    """`opened()` fires on its button."""

    opened = Signal()

    def __init__(self, *, goes_on: bool, parent: QWidget | None = None) -> None:
        """`goes_on`: the person does rounds; others only look at them."""
        super().__init__("每日巡查", note=" ", parent=parent)
        self._goes_on = goes_on
        self.words: dict[str, str] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(2, 16)
        self._grid.setColumnStretch(3, 1)
        self._labels: list[TextLabel] = []
        self.go_on = QPushButton("打开每日巡查")
        self.go_on.clicked.connect(self.opened)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.go_on)

    def show_round(self, found: _Round) -> None:
        """The part of the day that runs now."""
        self.title.setText(f"每日巡查 · {found.slot.label}")
        self.note.setText(f"值班 {found.on_duty}" if found.on_duty else "没有排值班")
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels, self.words = [], {}
        rows = (len(found.lines) + 1) // 2
        for at, line in enumerate(found.lines):
            cell = looked(line.of(found.slot), found.slot, found.now, is_workday=found.is_workday)
            half, row = divmod(at, rows)
            self._put(TextLabel(line.channel.name), row, half * 3)
            self._put(TextLabel(cell.text, role=_ROLES.get(cell.tone, "muted")), row, half * 3 + 1)
            self.words[line.channel.name] = cell.text
        left = [line.channel.name for line in found.lines if not line.of(found.slot)]
        goes_on = self._goes_on and left and found.is_workday
        self.go_on.setText(f"继续巡查：{left[0]}" if goes_on else "打开每日巡查")

    def _put(self, label: TextLabel, row: int, column: int) -> None:
        self._labels.append(label)
        side = Qt.AlignmentFlag.AlignRight if column % 3 else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignVCenter)


def round_of(core: Core) -> _Round:
    """What the card shows, read in the pool."""
    rounds, now = core.rounds, core.clock.now()
    day_lines = lines(rounds.channels(), rounds.looks(now.date(), now.date()))
    is_workday = core.settings.rules().calendar.is_workday(now.date())
    return _Round(day_lines, rounds.slot(), rounds.on_duty(), now, is_workday)
