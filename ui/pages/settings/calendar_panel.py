"""日历 (第十二条): the year with 休 and 班, which years are published, a notice taken in; open items are recomputed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.pages.seat import Seat
from ui.pages.settings.year_grid import YearGrid
from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.widgets.card import Card
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.workdays import NoticeDay, YearNotice

_MARKED = "手工标注"
_KINDS = "放假通知 (*.json)"


class CalendarPanel(QWidget):
    """`told(words)` says what was done and how many open items were recomputed."""

    told = Signal(str)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.grid = YearGrid(lambda: seat.core.settings.rules().calendar, seat.now.date())
        self.before, self.after = QToolButton(), QToolButton()
        self.year, self.known = TextLabel(role="title"), TextLabel(role="muted", wrap=True)
        self.years = TextLabel(role="muted", wrap=True)
        self.bring = QPushButton("导入放假通知…")
        self.problem = ProblemStrip()
        self._lay_out()
        self._connect()
        self._draw()
        self.refresh()

    def refresh(self) -> None:
        """Say what is known of the year shown and of the others."""
        calendar = self._seat.core.settings.rules().calendar
        year, notice = self.grid.year, calendar.notice(self.grid.year)
        self.year.setText(f"{year} 年")
        self.known.setText(
            _known(notice) if notice else "放假安排尚未公布，暂按周一至周五推算；涉及的时限都会注明。"
        )
        self.known.set_role("muted" if notice else "warn")
        published = "、".join(str(one.year) for one in sorted(calendar.notices, key=lambda one: one.year))
        self.years.setText(
            f"已公布：{published or '无'}。点一天改为休或班，再点还原；每次改动都重算在办事项的时限并留痕。"
        )
        self.grid.update()

    def show_year(self, year: int) -> None:
        """Another year."""
        self.grid.show_year(year)
        self.refresh()

    def _pick(self, day: date) -> None:
        calendar = self._seat.core.settings.rules().calendar
        notice = calendar.notice(day.year)
        marked = notice is not None and any(one.day == day for one in notice.days)
        if notice is None and not self._seat.prompts.confirm(
            f"{day.year} 年的放假安排尚未公布，先手工标注 {day}？", yes="标注", no="不标",
            detail="标注后，该年视为已录入安排，时限不再注明“暂按周一至周五”；公布后请导入通知，手工标注由通知取代。",
        ):  # fmt: skip
            return
        mark = None if marked else NoticeDay(day, _MARKED, calendar.is_workday(day))
        self._change(lambda: self._seat.core.calendar.mark(self._seat.actor, mark, day))

    def _import(self) -> None:
        seat = self._seat
        files = seat.prompts.open_files("导入放假通知", kinds=_KINDS)
        if files:
            self._change(lambda: seat.core.calendar.import_notice(seat.actor, files[0].read_bytes()))

    def _change(self, job: object) -> None:
        self.problem.clear()
        self._seat.runner.write(job, self._done, self.problem.say, owner=self, words="正在重算时限…")  # type: ignore[arg-type]

    def _done(self, changes: Changes) -> None:
        self._seat.hub.changed.emit(changes)
        self.told.emit(changes.result)
        self.refresh()

    def _lay_out(self) -> None:
        for button, words in ((self.before, "上一年"), (self.after, "下一年")):
            button.setAccessibleName(words)
            button.setToolTip(words)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TextLabel("日历", role="title"))
        head.addWidget(self.years, 1)
        head.addWidget(self.bring)
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(6)
        for part in (self.before, self.year, self.after):
            line.addWidget(part)
        line.addSpacing(8)
        line.addWidget(self.known, 1)
        area = ScrollColumn("全年日历")
        area.column.setContentsMargins(0, 4, 6, 0)
        area.column.addWidget(self.grid)
        area.column.addStretch(1)
        card.body.addLayout(line)
        card.body.addWidget(area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.show_year(self.grid.year - 1))
        self.after.clicked.connect(lambda: self.show_year(self.grid.year + 1))
        self.bring.clicked.connect(self._import)
        self.grid.picked.connect(self._pick)
        Appearance.present().changed.connect(self._draw)

    def _draw(self) -> None:
        tokens = Appearance.present().tokens
        self.before.setIcon(icon("chevron-left", tokens.text))
        self.after.setIcon(icon("chevron-right", tokens.text))


def _known(notice: YearNotice) -> str:
    off, worked = sum(one.is_rest for one in notice.days), sum(not one.is_rest for one in notice.days)
    number = notice.number or notice.source or "通知文号不详"
    return f"{number}：放假调休 {off} 天，补班 {worked} 天"
