"""Which days of the record: the last so many by name, or any two dates; either may be left open."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.filter_chip import FilterChip
from ui.widgets.inputs.moment_input import MomentInput
from ui.widgets.text_label import TextLabel

ANY = "any"
_PAUSE_MS = 300
"""Typing a day is over after so long."""
_LAST = (("1", "今天"), ("7", "近 7 天"), ("30", "近 30 天"), ("366", "近一年"))


class AuditDays(QWidget):
    """`changed()` fires when other days are asked for."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.chip = FilterChip("日期", (*_LAST, (ANY, "起止日期")), many=False)
        self.since, self.until = MomentInput(now, day_only=True), MomentInput(now, day_only=True)
        self._dash = TextLabel("至")
        self.since.set_names("起始日期", "不填则从头")
        self.until.set_names("截止日期", "不填则到现在")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.chip, self.since, self._dash, self.until):
            row.addWidget(part)
        self.chip.changed.connect(lambda _: self._chosen())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        for held in (self.since, self.until):
            held.changed.connect(self._pause.start)
        self.choose("")

    @property
    def first(self) -> date | None:
        """The first day wanted; None for the beginning."""
        chosen = self._choice()
        if chosen == ANY:
            return self.since.value()
        return self._now().date() - timedelta(days=int(chosen) - 1) if chosen else None

    @property
    def last(self) -> date | None:
        """The last day wanted; None for today."""
        return self.until.value() if self._choice() == ANY else None

    @property
    def said(self) -> str:
        """The days in words; empty for all."""
        if self._choice() != ANY:
            return self.chip.text() if self.chip.chosen else ""
        return f"{self.first or '开始'}至{self.last or '现在'}" if self.first or self.last else ""

    def choose(self, choice: str) -> None:
        """The last so many days by their number, ANY for two dates, empty for all; nothing is told."""
        self.chip.set_chosen((choice,) if choice else ())
        for part in (self.since, self._dash, self.until):
            part.setVisible(choice == ANY)

    def _choice(self) -> str:
        return self.chip.chosen[0] if self.chip.chosen else ""

    def _chosen(self) -> None:
        self.choose(self._choice())
        if self._choice() == ANY:
            self.since.edit.setFocus()
        self.changed.emit()
