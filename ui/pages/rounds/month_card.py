"""The month's calendar on a card: ‹ 2026年11月 ›, what the chosen day missed, the month's sheet."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.pages.rounds.month_map import MonthMap
from ui.pages.rounds.round_words import missed
from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.widgets.card import Card
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from ui.wording.moments import long_day
from yuqing_desktop.domain.periods import Period, month_of
from yuqing_desktop.domain.rounds import DayState, RoundDay


class MonthCard(Card):
    """`changed()` fires when another month is asked for, `print_asked()` and `save_asked()` for its sheet."""

    changed = Signal()
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._now = now
        self._words: list[str] = []
        self.period: Period = month_of(now().date())
        self.map = MonthMap()
        self.name, self.summary = TextLabel(role="title"), TextLabel(role="muted", wrap=True)
        self.before, self.after = QToolButton(), QToolButton()
        self.print, self.save = QPushButton("打印月表…"), QPushButton("存为 Word…")
        self.missing = ScrollColumn("缺查", spacing=4)
        self._lay_out()
        self._connect()
        self._draw()
        self._say_month()

    def show_days(self, days: Sequence[RoundDay]) -> None:
        """The month as its rounds went."""
        self.map.show_days(days, self._now().date())
        short = [day for day in days if day.state is DayState.MISSING]
        done = sum(day.state is DayState.COMPLETE for day in days)
        looks, found = sum(day.looks for day in days), sum(day.found for day in days)
        self.summary.setText(f"齐全 {done} 天，缺查 {len(short)} 天；查 {looks:,} 次，登记 {found:,} 条")
        self._show_missing()

    @property
    def missing_words(self) -> list[str]:
        """What is said under the calendar."""
        return list(self._words)

    def _show_missing(self) -> None:
        """The chosen day; when it is complete, every day of the month that is not."""
        self.missing.clear()
        self._words = []
        chosen = self.map.day()
        if chosen is not None:
            self._add(long_day(chosen.day), role="section")
            if chosen.gaps:
                for words in missed(chosen.gaps):
                    self._add(f"缺查　{words}", role="danger")
            else:
                self._add(chosen.state.label, role="ok" if chosen.state is DayState.COMPLETE else "muted")
        others = [day for day in self.map.days if day.gaps and day is not chosen]
        if others:
            self._add("本月其他缺查", role="section")
        for day in others:
            self._add(f"{day.day.month} 月 {day.day.day} 日　{'；'.join(missed(day.gaps))}", role="small")
        self.missing.column.addStretch(1)

    def _add(self, words: str, *, role: str) -> None:
        self._words.append(words)
        self.missing.column.addWidget(TextLabel(words, role=role, wrap=True, selectable=True))

    def _step(self, *, forward: bool) -> None:
        first = self.period.last + timedelta(days=1) if forward else self.period.first - timedelta(days=1)
        self.period = month_of(first)
        self.map.chosen = None
        self._say_month()
        self.changed.emit()

    def _say_month(self) -> None:
        self.name.setText(self.period.name)
        self.after.setEnabled(self.period.last < self._today())

    def _today(self) -> date:
        return self._now().date()

    def _lay_out(self) -> None:
        for button, words in ((self.before, "上个月"), (self.after, "下个月")):
            button.setAccessibleName(words)
            button.setToolTip(words)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(self.before)
        head.addWidget(self.after)
        sheet = QHBoxLayout()
        sheet.setSpacing(8)
        sheet.addStretch(1)
        sheet.addWidget(self.save)
        sheet.addWidget(self.print)
        self.body.addLayout(head)
        self.body.addWidget(self.map)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.missing, 1)
        self.body.addLayout(sheet)
        self.setAccessibleName("巡查日历")

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self._step(forward=False))
        self.after.clicked.connect(lambda: self._step(forward=True))
        self.map.picked.connect(lambda _: self._show_missing())
        self.print.clicked.connect(self.print_asked)
        self.save.clicked.connect(self.save_asked)
        Appearance.present().changed.connect(self._draw)

    def _draw(self) -> None:
        tokens = Appearance.present().tokens
        self.before.setIcon(icon("chevron-left", tokens.text))
        self.after.setIcon(icon("chevron-right", tokens.text, disabled=tokens.faint))
