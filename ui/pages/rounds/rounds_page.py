"""每日巡查 (第七条、第十三条一): look through every channel of the hour; the month says which days were missed."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.list_export import export_list
from ui.pages.rounds.channel_columns import ChannelLine, channel_columns, lines
from ui.pages.rounds.month_card import MonthCard
from ui.pages.seat import Seat
from ui.shell.appearance import Appearance
from ui.shell.page import Page
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.barred import bar
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from ui.wording.moments import long_day
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.rounds import RoundDay, RoundOutcome
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.services.rounds import search_link

_NARROW = 900


@dataclass(frozen=True, slots=True)
class _Day:
    lines: tuple[ChannelLine, ...]
    on_duty: str
    days: tuple[RoundDay, ...]


class RoundsPage(Page):
    """Enter or Space records 未发现, O opens the link, R registers; `settings_asked()` for channels and turns."""

    settings_asked = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._lines: dict[int, ChannelLine] = {}
        self._registered: int | None = None
        self._refusal = seat.refusal(Deed.REGISTER)
        calendar = seat.core.settings.rules
        self.title, self.who = TextLabel(role="title"), TextLabel(role="muted")
        self.table = PagedTable(
            channel_columns(lambda: seat.now, lambda day: calendar().calendar.is_workday(day)), self._rows
        )
        self.panel = TablePanel(
            self.table,
            EmptyState("还没有巡查渠道", "门户网站、论坛、微博、微信等，逐个列出（第七条）。", ("设置渠道", self.settings_asked.emit)),
        )  # fmt: skip
        self.month = MonthCard(lambda: seat.now)
        self.look = QPushButton("打开链接  O")
        self.nothing = QPushButton("未发现  空格")
        self.found = QPushButton("登记…  R")
        self.set_up = QPushButton("渠道与值班…")
        self._lay_out()
        self._connect()
        self._load()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        day = long_day(self._seat.now.date())
        return {
            "refresh": self._load,
            "copy": self.table.copy,
            "print": self._print,
            "export": lambda: export_list(self, self._seat, self.table, "每日巡查", day),
        }

    def open_with(self, argument: str) -> None:
        """Read anew: the hour has passed."""
        self._load()

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.table, self.month.map)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the month stands under the channels."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * Appearance.present().look.base / 13
        ways = QBoxLayout.Direction
        self._middle.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.panel.setMinimumHeight(300 if narrow else 0)
        self.month.missing.setMinimumHeight(120)

    # Inside ------------------------------------------------------------------------------------

    def _load(self) -> None:
        rounds, today, period = self._seat.core.rounds, self._seat.now.date(), self.month.period

        def read() -> _Day:
            day_lines = lines(rounds.channels(), rounds.looks(today, today))
            return _Day(day_lines, rounds.on_duty(), rounds.days(period))

        self._seat.runner.read(read, self._show, owner=self)

    def _show(self, day: _Day) -> None:
        seat = self._seat
        slot, kind = seat.core.rounds.slot(), seat.core.today.day_kind()
        self._lines = {line.channel.id: line for line in day.lines}
        self.title.setText(f"每日巡查 · {slot.label}")
        on_duty = f"值班 {day.on_duty}" if day.on_duty else "没有排值班"
        only = f" · {self._refusal}" if self._refusal else ""
        self.who.setText(f"{long_day(seat.now.date())} · {kind.label} · {on_duty}{only}")
        self.panel.show_ids(array("q", self._lines))
        self.table.rows.forget()
        if self.table.current_id() is None:
            self._next()
        self.month.show_days(day.days)
        done = sum(bool(line.of(slot)) for line in day.lines)
        self.counts_told.emit(f"{slot.label}已查 {done} / {len(day.lines)} 个渠道")
        self._enable()

    def _rows(self, ids: Sequence[int]) -> list[ChannelLine | None]:
        return [self._lines.get(one) for one in ids]

    def _current(self) -> ChannelLine | None:
        return self._lines.get(self.table.current_id() or 0)

    def _next(self) -> None:
        """Choose the first channel not looked through in this part of the day."""
        slot = self._seat.core.rounds.slot()
        open_ones = [one for one, line in self._lines.items() if not line.of(slot)]
        if open_ones:
            self.table.go_to(open_ones[0])

    def _open_link(self) -> None:
        line = self._current()
        if line is None:
            return
        link = search_link(line.channel)
        if not link or not self._seat.prompts.open_link(link):
            self.banner_asked.emit(f"“{line.channel.name}”没有可以打开的网页链接，请在设置中填写。")

    def _record_nothing(self) -> None:
        line, seat = self._current(), self._seat
        if line is None or self._refusal:
            return
        slot = seat.core.rounds.slot()
        question = f"“{line.channel.name}”{slot.label}已有巡查记录，再记一次“未发现”？"
        if line.of(slot) and not seat.prompts.confirm(question, yes="再记一次", no="不记"):
            return
        self._record(line, RoundOutcome.NOTHING, 0)

    def _register(self) -> None:
        line = self._current()
        if line is None or self._refusal:
            return
        self._registered = 0
        self._seat.acts.register({"platform": line.channel.platform})
        count, self._registered = self._registered, None
        if count:
            self._record(line, RoundOutcome.FOUND, count)

    def _record(self, line: ChannelLine, outcome: RoundOutcome, found: int) -> None:
        seat = self._seat
        seat.runner.write(
            lambda: seat.core.rounds.record(seat.actor, line.channel.id, outcome, found=found),
            self._recorded,
            owner=self,
        )

    def _recorded(self, changes: Changes) -> None:
        self._seat.hub.changed.emit(changes)
        self.banner_asked.emit(f"已记录　{changes.result}")
        self._next()

    def _changed(self, changes: Changes) -> None:
        if changes.act == "register" and self._registered is not None:
            self._registered += 1
        if changes.act in ("round", "settings", "calendar", "register"):
            self._load()

    def _sheet(self) -> list[Paper]:
        seat = self._seat
        return [seat.core.papers.of_period(seat.actor, PaperKind.ROUNDS_MONTH, self.month.period)]

    def _print(self) -> None:
        self._seat.acts.print_papers(self._sheet)

    def _enable(self) -> None:
        line = self._current()
        for button in (self.nothing, self.found):
            button.setEnabled(line is not None and not self._refusal)
        self.look.setEnabled(line is not None and bool(search_link(line.channel)))

    def _lay_out(self) -> None:
        self.table.setAccessibleName("巡查渠道")
        bar(self._refusal, self.nothing, self.found)
        self.set_up.setVisible(not self._seat.refusal(Deed.SETTINGS))
        self.nothing.setProperty("kind", "main")
        for button, words in ((self.look, "打开链接"), (self.nothing, "未发现"), (self.found, "登记")):
            button.setAccessibleName(words)
        self.set_up.setProperty("kind", "link")
        named = QVBoxLayout()
        named.setSpacing(2)
        named.addWidget(self.title)
        named.addWidget(self.who)
        head = QHBoxLayout()
        head.addLayout(named, 1)
        head.addWidget(self.set_up, 0, Qt.AlignmentFlag.AlignTop)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addWidget(self.nothing)
        steps.addWidget(self.look)
        steps.addWidget(self.found)
        steps.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(steps)
        left.addWidget(self.panel, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(12)
        self._middle.addLayout(left, 3)
        self._middle.addWidget(self.month, 2)
        area = ScrollColumn("每日巡查", spacing=12)
        area.column.setContentsMargins(24, 14, 24, 12)
        area.column.addLayout(head)
        area.column.addLayout(self._middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _connect(self) -> None:
        seat = self._seat
        self.look.clicked.connect(self._open_link)
        self.nothing.clicked.connect(self._record_nothing)
        self.found.clicked.connect(self._register)
        self.set_up.clicked.connect(self.settings_asked)
        for keys, act in (("Space", self._record_nothing), ("O", self._open_link), ("R", self._register)):
            shortcut = QShortcut(QKeySequence(keys), self.table, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.table.opened.connect(lambda _: self._record_nothing())
        self.table.picked.connect(lambda _: self._enable())
        self.table.told.connect(self.banner_asked)
        self.month.changed.connect(self._load)
        self.month.print_asked.connect(self._print)
        self.month.save_asked.connect(lambda: seat.acts.save_papers(self._sheet))
        seat.hub.changed.connect(self._changed)
