"""责任追究 (第十三条): by period, situation, section; a person takes up, confirms, withdraws."""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from ui.pages.accountability.entry_columns import (
    FOUND,
    entry_columns,
    owner,
    state_choices,
    state_of,
)
from ui.pages.accountability.facts_pane import FactsPane
from ui.pages.ledger.period_bar import PeriodBar
from ui.pages.list_export import export_list
from ui.pages.page_layout import fill_beside, headed, page_column
from ui.pages.seat import Seat
from ui.shell.page import Page
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.barred import bar
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow_box import FlowBox
from ui.widgets.step import Step
from ui.widgets.step_bar import StepBar
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.accountability import CaseStatus, Clause
from yuqing_desktop.domain.periods import month_of
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.services.accountability import Entry

_NAME = "accountability"
NO_VERDICT = "这里只列事实和出处，不作结论；是否追究，由人核定（第十三条）。"
_DECIDED = "已经核过，不能再改"
_MOST_SECTIONS = 100_000


class AccountabilityPage(Page):
    """`item_asked(number)` fires on 打开事项."""

    item_asked = Signal(str)

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._refusal = seat.refusal(Deed.ACCOUNTABILITY)
        self._entries: dict[int, Entry] = {}
        self.title = TextLabel("责任追究", role="title")
        self.enter = QPushButton("登记（三）（四）…")
        self.period = PeriodBar(lambda: seat.now)
        self.period.show_period(month_of(seat.now.date()))
        self.clauses = FilterChip("情形", [(clause.value, clause.label) for clause in Clause])
        self.owners = FilterChip("责任", ())
        self.states = FilterChip("核定", state_choices())
        self.table = PagedTable(
            entry_columns(lambda: seat.now), lambda ids: [self._entries.get(one) for one in ids]
        )
        self.panel = TablePanel(
            self.table,
            EmptyState(
                "这段时间没有可列的情形",
                "程序按记录列出（一）（二）（五）；（三）（四）由人登记。",
                icon="check",
            ),
        )
        self.facts = FactsPane()
        self.steps = StepBar()
        self.side = QWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._load()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        return {
            "refresh": self._load,
            "copy": self.table.copy,
            "print": self._print,
            "export": lambda: export_list(self, self._seat, self.table, "责任追究情形"),
        }

    def open_with(self, argument: str) -> None:
        """Read anew."""
        self._load()

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.period, self.table, self.facts.area)

    def save_state(self) -> None:
        """Keep the splitter."""
        self._seat.geometry.save_splitter(_NAME, self.splitter)

    # Inside ------------------------------------------------------------------------------------

    def _load(self) -> None:
        accountability, period = self._seat.core.accountability, self.period.period
        self._seat.runner.read(
            lambda: accountability.entries(period), self._show, owner=self, words="正在查对记录…"
        )

    def _show(self, entries: tuple[Entry, ...]) -> None:
        before = self._current()
        self._entries = {_key(one): one for one in entries}
        self.title.setText(f"责任追究 · {self.period.period.name}")
        names = sorted({owner(one) for one in entries})
        self.owners.set_choices([(name, name) for name in names])
        counted = Counter(state_of(one) for one in entries)
        words = [f"{word} {counted[key]}" for key, word in state_choices() if counted[key]]
        self.counts_told.emit(" · ".join(words) or "没有可列的情形")
        self._narrow()
        self._stay_with(before)

    def _stay_with(self, before: Entry | None) -> None:
        """A situation just taken up stays under the cursor."""
        if before is None or _key(before) in self._entries:
            return
        for key, one in self._entries.items():
            if _about(one) == _about(before):
                self.table.go_to(key)
                return

    def _narrow(self) -> None:
        shown = [key for key, one in self._entries.items() if self._fits(one)]
        self.panel.show_ids(array("q", shown))
        self.table.rows.forget()
        if shown and self.table.current_id() is None:
            self.table.go_to(shown[0])
        self._read_current()

    def _fits(self, entry: Entry) -> bool:
        wanted = (
            (self.clauses, entry.facts.clause.value),
            (self.owners, owner(entry)),
            (self.states, state_of(entry)),
        )
        return all(not chip.chosen or value in chip.chosen for chip, value in wanted)

    def _current(self) -> Entry | None:
        return self._entries.get(self.table.current_id() or 0)

    def _read_current(self) -> None:
        entry, core = self._current(), self._seat.core
        self.side.setVisible(entry is not None)
        if entry is None:
            return
        sections = {one.id: one.name for one in core.people.sections(all_of_them=True)}
        chain = core.accountability.chain(entry.item.id)
        self.facts.show_entry(entry, chain, sections, self._seat.now)
        paper, item = Step("print", "打印情形表…"), Step("open", "打开事项")
        if state_of(entry) == FOUND:
            self.steps.show_steps(Step("take_up", "列入待核", self._refusal), [paper, item], [])
            return
        proposed = entry.case is not None and entry.case.status is CaseStatus.PROPOSED
        reason = self._refusal if proposed else _DECIDED
        confirm = Step(CaseStatus.CONFIRMED.value, "确认…", reason)
        withdraw = Step(CaseStatus.WITHDRAWN.value, "撤回…", reason)
        self.steps.show_steps(
            None if reason else confirm, [paper, item] if reason else [withdraw, paper, item], []
        )

    def _take(self, key: str) -> None:
        entry, seat = self._current(), self._seat
        if entry is None:
            return
        if key == "open":
            self.item_asked.emit(entry.item.number)
        elif key == "print":
            self._print()
        elif key == "take_up":
            facts = entry.facts
            seat.runner.write(
                lambda: seat.core.accountability.take_up(seat.actor, facts), self._taken_up, owner=self
            )
        elif entry.case is not None:
            seat.acts.decide_case(entry.case, CaseStatus(key))

    def _taken_up(self, changes: Changes) -> None:
        self._seat.hub.changed.emit(changes)
        self.banner_asked.emit(changes.result)

    def _print(self) -> None:
        """The sheet of the item's situations."""
        entry, core, actor = self._current(), self._seat.core, self._seat.actor
        if entry is not None:
            item_id = entry.item.id
            self._seat.acts.print_papers(
                lambda: [core.papers.make(actor, PaperKind.ACCOUNTABILITY, item_id=item_id)]
            )

    def _lay_out(self) -> None:
        self.table.setAccessibleName("责任追究情形")
        bar(self._refusal, self.enter)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(8, 0, 0, 0)
        side.setSpacing(10)
        side.addWidget(self.facts, 1)
        side.addWidget(self.steps)
        self.panel.setMinimumWidth(300)
        self.side.setMinimumWidth(320)
        fill_beside(self.splitter, self.panel, self.side, (600, 540))
        self._seat.geometry.restore_splitter(_NAME, self.splitter)
        column = page_column(self)
        column.addLayout(headed(self.title, TextLabel(NO_VERDICT, role="muted", wrap=True), self.enter))
        column.addWidget(FlowBox((self.period, self.clauses, self.owners, self.states)))
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.enter.clicked.connect(self._seat.acts.enter_case)
        self.period.changed.connect(self._load)
        for chip in (self.clauses, self.owners, self.states):
            chip.changed.connect(lambda _: self._narrow())
        self.table.picked.connect(lambda _: self._read_current())
        self.table.told.connect(self.banner_asked)
        self.steps.taken.connect(self._take)
        self._seat.hub.changed.connect(lambda _: self._load() if self.isVisible() else None)


def _about(entry: Entry) -> tuple[int, Clause, int | None]:
    return entry.item.id, entry.facts.clause, entry.facts.section_id


def _key(entry: Entry) -> int:
    """One number for a case, another for what was not taken up yet."""
    if entry.case is not None:
        return entry.case.id * 2
    about = (entry.item.id * len(Clause) + entry.facts.clause.rank) * _MOST_SECTIONS
    return (about + (entry.facts.section_id or 0)) * 2 + 1
