"""今日: the page the day starts on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout

from ui.pages.seat import Seat
from ui.pages.today.lack_card import LackCard
from ui.pages.today.next_list import NextList
from ui.pages.today.round_card import RoundCard, round_of
from ui.pages.today.week_card import WeekCard
from ui.shell.appearance import Appearance
from ui.shell.page import Page
from ui.widgets.bar_chart import BarChart
from ui.widgets.card import Card
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.stat_card import StatCard
from ui.widgets.text_label import TextLabel
from ui.wording.moments import length, long_day, moment
from ui.wording.tones import Tone
from yuqing_desktop.domain.filters import VIEWS, say
from yuqing_desktop.domain.periods import week_of
from yuqing_desktop.domain.readiness import Lack
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.today import DayCount, NextDuty, Remarks
from yuqing_desktop.domain.vocabulary import Act

_CARDS: tuple[tuple[str, str, Tone], ...] = (
    ("overdue", "已逾期", "danger"),
    ("due_today", "今天到期", "warn"),
    ("to_approve", "等领导同意", "accent"),
    ("to_reply", "已批待回复", "ok"),
    ("interim_debt", "先行回复未补", "warn"),
)


_NARROW = 820


@dataclass(frozen=True, slots=True)
class _Day:
    """Everything the page shows, read at once."""

    counts: dict[str, int]
    remarks: Remarks
    lacks: tuple[Lack, ...]
    duties: list[NextDuty]
    days: list[DayCount]


class TodayPage(Page):
    """`list_asked(filter as typed)` fires on a counted card or an item's number, `ledger_asked()` on the week,
    `rounds_asked()` on the round, `settings_asked(part)` where something has to be entered first."""

    list_asked = Signal(str)
    ledger_asked = Signal()
    rounds_asked = Signal()
    settings_asked = Signal(str)

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.title = TextLabel(role="title")
        self.new = QPushButton("新登记  Ctrl+N")
        self.cards = {key: StatCard(name, tone) for key, name, tone in _CARDS}
        self.lacks = LackCard()
        self.next = NextList(registers=not seat.refusal(Deed.REGISTER))
        self.chart = BarChart()
        self.week = WeekCard()
        self.round = RoundCard(goes_on=not seat.refusal(Deed.REGISTER))
        self._lay_out()
        self._connect()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        return {"refresh": self._load, "next_step": self.next.take_next}

    def open_with(self, argument: str) -> None:
        """Read anew: time has passed."""
        self._load()

    def panes(self) -> tuple[NextList, ...]:
        """F6."""
        return (self.next,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the week stands under what comes next."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * Appearance.present().look.base / 13
        ways = QBoxLayout.Direction
        self._lower.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    # Inside ------------------------------------------------------------------------------------

    def _load(self) -> None:
        core, actor = self._seat.core, self._seat.actor
        refused = self._seat.refusal(Deed.SETTINGS)

        def read() -> _Day:
            today = core.today
            return _Day(
                counts=core.registry.counts(),
                remarks=today.remarks(),
                lacks=() if refused else today.lacking(),
                duties=today.next_duties(actor),
                days=today.registrations(),
            )

        week = week_of(self._seat.now.date())
        self._seat.runner.read(read, self._show, owner=self)
        self._seat.runner.read(lambda: round_of(core), self.round.show_round, owner=self)
        self._seat.runner.read(lambda: core.statistics.overview(week), self.week.show_week, owner=self)

    def _show(self, day: _Day) -> None:
        now = self._seat.now
        self.title.setText(f"{long_day(now.date())} · {self._seat.core.today.day_kind().label}")
        self.lacks.show_lacks(day.lacks)
        remarks = _remarks(day.remarks, now)
        for key, card in self.cards.items():
            card.show_count(day.counts[key], remarks[key] if day.counts[key] else "")
        self.next.show_duties(day.duties, now, is_new=not day.counts["all"])
        self.chart.show_bars([(str(one.day.day), one.on_time, one.late) for one in day.days])
        registered = day.days[-1].on_time + day.days[-1].late
        self.counts_told.emit(f"今日登记 {registered:,} · 在册 {day.counts['all']:,}")

    def _lay_out(self) -> None:
        self.new.setProperty("kind", "main")
        self.new.setAccessibleName("新登记")
        self.new.setVisible(not self._seat.refusal(Deed.REGISTER))
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.new)
        counted = QHBoxLayout()
        counted.setSpacing(12)
        for card in self.cards.values():
            counted.addWidget(card, 1)
        weeks = Card("近两周登记", note="按登记日计")
        self.chart.setMinimumHeight(92)
        weeks.body.addWidget(self.chart, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.round)
        right.addWidget(self.week)
        right.addWidget(weeks, 1)
        self.next.setMinimumHeight(320)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(12)
        self._lower.addWidget(self.next, 3)
        self._lower.addLayout(right, 2)
        area = ScrollColumn("今日", spacing=12)
        area.column.setContentsMargins(24, 12, 24, 8)
        area.column.addLayout(head)
        area.column.addWidget(self.lacks)
        area.column.addLayout(counted)
        area.column.addLayout(self._lower, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _connect(self) -> None:
        seat = self._seat
        self.new.clicked.connect(lambda: seat.acts.register())
        self.next.taken.connect(lambda act, item_id: seat.acts.start(Act(act), item_id))
        self.next.opened.connect(self.list_asked)
        self.week.opened.connect(self.ledger_asked)
        self.round.opened.connect(self.rounds_asked)
        self.lacks.asked.connect(self.settings_asked)
        for key, card in self.cards.items():
            card.opened.connect(lambda key=key: self.list_asked.emit(say(VIEWS[key])))
        seat.hub.changed.connect(lambda _: self._load())


def _remarks(found: Remarks, now: datetime) -> dict[str, str]:
    waiting = (("组长", found.for_head), ("副组长", found.for_deputy))
    return {
        "overdue": f"最久 {length(now - found.longest_overdue)}" if found.longest_overdue else "",
        "due_today": f"最近 {found.next_today:%H:%M}" if found.next_today else "",
        "to_approve": " · ".join(f"{who} {count}" for who, count in waiting if count),
        "to_reply": f"认证账号可用 {found.valid_accounts} 个",
        "interim_debt": f"最近 {moment(found.next_full_reply, now)}" if found.next_full_reply else "",
    }
