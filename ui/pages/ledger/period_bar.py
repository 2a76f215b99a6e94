"""Which period: ‹ 本周 ›, a month, a quarter, a year, or any two dates typed."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.widgets.inputs.moment_input import MomentInput
from ui.widgets.segmented import Segmented
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.periods import Period, month_of, quarter_of, week_of, year_of

_MAKE = {"week": week_of, "month": month_of, "quarter": quarter_of, "year": year_of}
_KINDS = {"周": "week", "月": "month", "季度": "quarter", "年": "year"}
_PRESENT = {"week": "本周", "month": "本月", "quarter": "本季度", "year": "今年"}


class PeriodBar(QWidget):
    """`changed()` fires when another period is asked for."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.period = week_of(now().date())
        self.kinds = Segmented(
            (
                ("week", "按周"),
                ("month", "按月"),
                ("quarter", "按季度"),
                ("year", "按年"),
                ("days", "任意日期"),
            )
        )
        self.kinds.set_names("周期")
        self.setAccessibleName("统计期间")
        self.setFocusProxy(self.kinds)
        self.before, self.after = QToolButton(), QToolButton()
        self.present = QPushButton("本周")
        self.first = MomentInput(now, day_only=True)
        self.last = MomentInput(now, day_only=True)
        self._dash = TextLabel("至")
        self.present.setProperty("kind", "chip")
        self._lay_out()
        self._connect()
        self._draw()
        self.show_period(self.period)

    def show_period(self, period: Period) -> None:
        """Stand at this period without telling it."""
        self.period = period
        kind = _KINDS.get(period.word, "days")
        self.kinds.choose(kind)
        self.first.set_value(period.first)
        self.last.set_value(period.last)
        for part in (self.first, self._dash, self.last):
            part.setVisible(kind == "days")
        for step in (self.before, self.after, self.present):
            step.setVisible(kind != "days")
        self.present.setText(_PRESENT.get(kind, "本周"))
        self.after.setEnabled(period.last < self._now().date())

    @property
    def _make(self) -> Callable[[date], Period]:
        return _MAKE[_KINDS.get(self.period.word, "week")]

    def _ask(self, period: Period) -> None:
        self.show_period(period)
        self.changed.emit()

    def _kind(self, kind: str) -> None:
        if kind in _MAKE:
            self._ask(_MAKE[kind](min(self.period.last, self._now().date())))
        else:
            self._ask(Period(self.period.first, self.period.last))

    def _step(self, *, forward: bool) -> None:
        make = self._make
        self._ask(
            make(date.fromordinal(self.period.last.toordinal() + 1)) if forward else self.period.previous
        )

    def _typed(self) -> None:
        first, last = self.first.value(), self.last.value()
        if isinstance(first, date) and isinstance(last, date) and first <= last:
            self.period = Period(first, last)
            self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.kinds)
        row.addSpacing(6)
        for part in (self.before, self.present, self.after, self.first, self._dash, self.last):
            row.addWidget(part)
        row.addStretch(1)
        self.kinds.setMinimumWidth(round(332 * Appearance.present().look.base / 13))
        self.first.set_names("开始日期", "")
        self.last.set_names("结束日期", "")
        self.before.setAccessibleName("上一期")
        self.before.setToolTip("上一期")
        self.after.setAccessibleName("下一期")
        self.after.setToolTip("下一期")

    def _connect(self) -> None:
        self.kinds.changed.connect(self._kind)
        self.before.clicked.connect(lambda: self._step(forward=False))
        self.after.clicked.connect(lambda: self._step(forward=True))
        self.present.clicked.connect(lambda: self._ask(self._make(self._now().date())))
        self.first.changed.connect(self._typed)
        self.last.changed.connect(self._typed)
        Appearance.present().changed.connect(self._draw)

    def _draw(self) -> None:
        tokens = Appearance.present().tokens
        self.before.setIcon(icon("chevron-left", tokens.text))
        self.after.setIcon(icon("chevron-right", tokens.text, disabled=tokens.faint))
