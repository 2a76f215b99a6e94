"""统计: a week to two years in figures and charts, each of them opening its list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from ui.pages.ledger.period_bar import PeriodBar
from ui.pages.list_export import export_shown
from ui.pages.page_layout import named, page_column
from ui.pages.seat import Seat
from ui.pages.statistics import lists
from ui.pages.statistics.bars_picture import BarsPicture
from ui.pages.statistics.clocks_picture import ClocksPicture
from ui.pages.statistics.columns_picture import ColumnsPicture
from ui.pages.statistics.figures_list import HEADINGS, figure_rows
from ui.pages.statistics.picture import Picture
from ui.shell.page import Page
from ui.widgets.card import Card
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.stat_card import StatCard
from ui.widgets.text_label import TextLabel
from ui.wording.moments import full_moment
from yuqing_desktop.domain.filters import say
from yuqing_desktop.domain.overview import Overview, Tally
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.statistics import Share
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.services.exports import ShownList

_CLOCKS = {
    DutyKind.FEEDBACK: "科室反馈（科室，第九条）",
    DutyKind.PUBLISH: "发出回复（办公室，第十条）",
    DutyKind.FIRST_REPLY: "首次回复（第十二条）",
}
_TREND = "按登记日期归期；点一根柱打开那段时间登记的事项。"
_CLOCK_WORDS = (
    "按时率＝按时 ÷（按时＋逾期），未到期的在办不计；时长按上班时间计，“九成以内”是九成事项不超过的时长。"
    "含期内登记的和期初尚未办结的事项；点一行打开期内登记、仍欠这一项的事项。"
)
_SECTION_WORDS = (
    "科室对内容负责，办公室对程序负责（第五条）：这里只计科室反馈。点一行打开该科室期内登记的事项。"
)
_COUNT_WORDS = "按期内登记的事项计。"


class StatisticsPage(Page):
    """Counted off the UI thread; `list_asked(filter as typed)` opens a list of the registry."""

    list_asked = Signal(str)

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.shown: Overview | None = None
        self.bar = PeriodBar(lambda: seat.now)
        self.title, self.counted = TextLabel(role="title"), TextLabel(role="muted")
        self.registered, self.first_reply = StatCard("登记", "accent"), StatCard("首次回复按时", "ok")
        self.carried = StatCard("期初结转")
        self.debts, self.late = StatCard("先行回复未补", "warn"), StatCard("逾期未办", "danger")
        self.trend = ColumnsPicture("登记趋势")
        self.kinds, self.platforms = BarsPicture("类别"), BarsPicture("平台")
        self.levels, self.needs = BarsPicture("等级"), BarsPicture("回复情况")
        self.clocks, self.sections = ClocksPicture("办理时限"), ClocksPicture("科室反馈")
        self.ranked = QCheckBox("按按时率排列")
        self._lay_out()
        self._connect()
        self._load()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        return {"refresh": self._load, "export": self._export}

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.bar, self.area)

    def show_period(self, period: Period) -> None:
        """Count another period."""
        self.bar.show_period(period)
        self._load()

    # Inside ------------------------------------------------------------------------------------

    def _load(self) -> None:
        statistics, period = self._seat.core.statistics, self.bar.period
        self._seat.runner.read(lambda: statistics.overview(period), self._show, owner=self, words="正在统计…")

    def _show(self, shown: Overview) -> None:
        if shown.period != self.bar.period:
            return
        self.shown = shown
        self.title.setText(shown.period.name)
        self.counted.setText(f"{shown.period.label}　截至 {full_moment(self._seat.now)}")
        self._show_cards(shown)
        self.trend.show_pairs(shown.trend)
        self.kinds.show_pairs(shown.by_kind)
        self.platforms.show_pairs([(name or "未填写", count) for name, count in shown.by_platform])
        self.levels.show_pairs(shown.by_level)
        self.needs.show_pairs(shown.by_need)
        self.clocks.show_lines([(_CLOCKS[kind], tally) for kind, tally in shown.clocks])
        self._show_sections()
        self.counts_told.emit(f"登记 {shown.registered:,} · 期初结转 {shown.carried:,}")

    def _export(self) -> None:
        """The figures as they stand here."""
        shown = self.shown
        if shown is not None:
            rows = list(figure_rows(shown, self.clocks.lines, self.sections.lines))
            what = ShownList("统计", HEADINGS, rows, stated=f"{shown.period.name}（{shown.period.label}）")
            export_shown(self, self._seat, what, len(rows), "按页面的顺序")

    def _show_cards(self, shown: Overview) -> None:
        self.registered.show_count(shown.registered, f"上期 {shown.before:,}，{growth_words(shown)}")
        first = dict(shown.clocks)[DutyKind.FIRST_REPLY]
        self.first_reply.show_count(first.on_time, _share_words(first.share))
        self.carried.show_count(shown.carried, "期初尚未办结")
        self.debts.show_count(shown.interim_debts, "还欠正式回复（第十二条）")
        self.late.show_count(shown.overdue, "现在已过时限")

    def _show_sections(self) -> None:
        if self.shown is None:
            return
        ranked = self._seat.core.settings.office().rank_sections
        self.ranked.setChecked(ranked)
        lines = sorted(self.shown.sections, key=_rank) if ranked else self.shown.sections
        self.sections.show_lines(lines)

    def _rank(self) -> None:
        """第五条: sections stand in the office's order unless ranking is switched on."""
        seat, wanted = self._seat, self.ranked.isChecked()
        seat.runner.write(
            lambda: seat.core.settings.change(seat.actor, {"rank_sections": wanted}),
            seat.hub.changed.emit,
            lambda _: self._show_sections(),
            owner=self,
        )

    def _open(self, meant: Callable[[Overview, int], str]) -> Callable[[int], None]:
        def opened(at: int) -> None:
            if self.shown is not None:
                self.list_asked.emit(meant(self.shown, at))

        return opened

    def _lay_out(self) -> None:
        self.area = ScrollColumn("统计内容")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 4, 4)
        grid.setSpacing(12)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in (self.registered, self.first_reply, self.carried, self.debts, self.late):
            cards.addWidget(card, 1)
        grid.addLayout(cards, 0, 0, 1, 4)
        grid.addWidget(_card("登记趋势", self.trend, _TREND), 1, 0, 1, 4)
        for at, picture in enumerate((self.kinds, self.platforms, self.levels, self.needs)):
            grid.addWidget(_card(picture.name, picture, _COUNT_WORDS), 2 + at // 2, at % 2 * 2, 1, 2)
        grid.addWidget(_card("办理时限", self.clocks, _CLOCK_WORDS), 4, 0, 1, 4)
        sections = _card("科室反馈", self.sections, _SECTION_WORDS)
        sections.head.addWidget(self.ranked)
        grid.addWidget(sections, 5, 0, 1, 4)
        for at in range(4):
            grid.setColumnStretch(at, 1)
        self.area.column.addLayout(grid)
        self.area.column.addStretch(1)
        column = page_column(self)
        column.addLayout(named(self.title, self.counted))
        column.addWidget(self.bar)
        column.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._load)
        self.ranked.clicked.connect(self._rank)
        self.trend.opened.connect(self._open(lists.step))
        self.kinds.opened.connect(self._open(lists.kind))
        self.platforms.opened.connect(self._open(lists.platform))
        self.levels.opened.connect(self._open(lists.level))
        self.needs.opened.connect(self._open(lists.need))
        self.clocks.opened.connect(self._open(lambda shown, at: lists.clock(shown, shown.clocks[at][0])))
        self.sections.opened.connect(
            self._open(lambda shown, at: lists.section(shown, self.sections.lines[at].word))
        )
        whole = self._open(lambda shown, _: say(lists.registered(shown)))
        self.registered.opened.connect(lambda: whole(0))
        self.first_reply.opened.connect(lambda: whole(0))
        carried = self._open(lambda shown, _: lists.carried(shown))
        self.carried.opened.connect(lambda: carried(0))
        debts = self._open(lambda shown, _: lists.owing(shown, overdue=False))
        self.debts.opened.connect(lambda: debts(0))
        late = self._open(lambda shown, _: lists.owing(shown, overdue=True))
        self.late.opened.connect(lambda: late(0))
        self._seat.hub.changed.connect(lambda _: self._load() if self.isVisible() else None)


def growth_words(shown: Overview) -> str:
    """The change against the period before, in words."""
    if shown.growth is None:
        return "上期没有登记"
    if shown.registered == shown.before:
        return "与上期持平"
    return f"{'增' if shown.growth > 0 else '减'} {abs(shown.growth):.0%}"


def _share_words(share: Share) -> str:
    return (
        f"{share.whole:,} 件中，占 {share.share:.0%}" if share.share is not None else "还没有到期或已回复的"
    )


def _rank(line: tuple[str, Tally]) -> float:
    share = line[1].share.share
    return 1.0 if share is None else -share


def _card(title: str, picture: Picture, words: str) -> Card:
    card = Card(title)
    card.body.addWidget(picture)
    card.body.addStretch(1)
    card.body.addWidget(TextLabel(words, role="muted", wrap=True))
    return card
