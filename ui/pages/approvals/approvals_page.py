"""审批 (第九条): what waits for whom, read one after another; 同意 goes to the next; many at once with a result a row."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.approvals.approval_words import MIXED, after_agreeing, elsewhere, enters_paper
from ui.pages.approvals.decision_bar import DecisionBar
from ui.pages.approvals.outcome_card import OutcomeCard
from ui.pages.approvals.reading_pane import ReadingPane
from ui.pages.approvals.waiting_columns import WAITS_FOR
from ui.pages.approvals.waiting_list import WaitingList
from ui.pages.list_export import export_list
from ui.pages.page_layout import fill_beside, page_column
from ui.pages.seat import Seat
from ui.shell.page import Page
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.filters import Filter, Sort, SortKey
from yuqing_desktop.domain.listing import Dossier, RegistryRow
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import Act, Decision, PaperKind, Role
from yuqing_desktop.problems import Problem
from yuqing_desktop.services.approve import Opinion, Outcome

_EARLIEST = (Sort(SortKey.DUE, descending=False),)
_NAME = "approvals"


class ApprovalsPage(Page):
    """The list left, the reading right."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._dossier: Dossier | None = None
        self.list = WaitingList(seat)
        self.table = self.list.table
        self.reading = ReadingPane(seat.core)
        self.bar, self.outcomes = DecisionBar(), OutcomeCard()
        self.side = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._load()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        table = self.table
        return {
            "refresh": self._load,
            "copy": table.copy,
            "select_all": table.selectAll,
            "print": self._print,
            "export": lambda: export_list(self, self._seat, table, "待审批事项", self.list.stated),
        }

    def open_with(self, argument: str) -> None:
        """Read anew."""
        self._load()

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.table, self.reading.area, self.bar)

    def save_state(self) -> None:
        """Keep the splitter."""
        self._seat.geometry.save_splitter(_NAME, self.splitter)

    # Reading -----------------------------------------------------------------------------------

    def _load(self) -> None:
        registry = self._seat.core.registry

        def read() -> list[RegistryRow]:
            return registry.page(registry.ids(Filter(statuses=tuple(WAITS_FOR)), _EARLIEST))

        self._seat.runner.read(read, self._show, owner=self)

    def _show(self, rows: list[RegistryRow]) -> None:
        focused = self.bar.focused
        self.list.show_rows(rows)
        if focused is not None:  # the bar was gone for a moment; after the last one the list is left
            (focused if focused.isVisible() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)
        self.counts_told.emit(self.list.counts)

    def _read(self, item_id: int | None) -> None:
        seat = self._seat
        self._dossier = seat.core.registry.dossier(item_id, seat.actor) if item_id is not None else None
        if self._dossier is not None:
            self.reading.show_dossier(self._dossier)
        self._show_bar()

    def _show_bar(self) -> None:
        chosen, role, actor = self.list.chosen_ids(), self.list.role(), self._seat.actor
        self.side.setVisible(self._dossier is not None or self.side.currentWidget() is self.outcomes)
        self.bar.problem.clear()
        here = role is not None and role in actor.roles
        signs = role is not None and not here and enters_paper(role, actor)
        self.bar.show_state(
            count=len(chosen), signs=signs, is_here=here, reason=self._reason(role),
            asks=self._seat.core.approve.asks_password(actor),
        )  # fmt: skip

    def _reason(self, role: Role | None) -> str:
        core, actor, chosen = self._seat.core, self._seat.actor, self.list.chosen_ids()
        if role is None:
            return MIXED if len(chosen) > 1 else ""
        if role not in actor.roles:
            return elsewhere(role, [one.name for one in core.people.holders(role)], actor)
        return after_agreeing(role, [core.registry.item(one) for one in chosen])

    # Deciding ----------------------------------------------------------------------------------

    def _agree(self) -> None:
        role, chosen = self.list.role(), self.list.chosen_ids()
        if role is None or role not in self._seat.actor.roles or self.bar.opinion.is_composing:
            return
        if len(chosen) > 1:
            self._agree_many(role, chosen)
        elif self._dossier is not None:
            self._agree_one(role, self._dossier)

    def _agree_one(self, role: Role, seen: Dossier) -> None:
        text = seen.draft.sha256 if seen.draft else ""
        seat, given, password = self._seat, self._opinion(role, text), self._password()
        item_id, version = seen.item.id, seen.item.version
        self.bar.rest()
        seat.runner.write(
            lambda: seat.core.approve.decide(seat.actor, item_id, given, password=password, version=version),
            self._agreed,
            self._failed,
            owner=self,
        )

    def _agree_many(self, role: Role, chosen: list[int]) -> None:
        seat, given, password = self._seat, self._opinion(role, ""), self._password()
        dossiers = [seat.core.registry.dossier(one, seat.actor) for one in chosen]
        texts = {one.item.id: one.draft.sha256 if one.draft else "" for one in dossiers}
        listed = "\n".join(f"{one.item.number}　{one.item.title}" for one in dossiers)
        question = f"同意所选 {len(chosen)} 件的拟回复？"
        if not seat.prompts.confirm(question, yes=f"同意 {len(chosen)} 件", no="再看看", detail=listed):
            return
        op_id = uuid4().hex
        self.bar.rest()
        seat.runner.write(
            lambda: seat.core.approve.decide_many(seat.actor, texts, given, password=password, op_id=op_id),
            self._agreed_many,
            self._failed,
            owner=self,
            words="正在记录审批…",
        )

    def _opinion(self, role: Role, text_sha256: str) -> Opinion:
        words = self.bar.opinion.text().strip()
        return Opinion(
            role, Decision.AGREE, self._seat.actor.person_id, opinion=words, text_sha256=text_sha256
        )

    def _password(self) -> str | None:
        return self.bar.password.text() or None

    def _agreed(self, changes: Changes) -> None:
        self.bar.wake(done=True)
        self.banner_asked.emit(changes.result)
        self._seat.hub.changed.emit(changes)

    def _agreed_many(self, outcomes: tuple[Outcome, ...]) -> None:
        self.bar.wake(done=True)
        rows = self.list.rows
        self.outcomes.show_outcomes(
            [
                (
                    rows[one.item_id].number,
                    one.changes.result if one.changes else str(one.problem),
                    one.problem is None,
                )
                for one in outcomes
            ]
        )
        self.side.setCurrentWidget(self.outcomes)
        self.outcomes.setFocus(Qt.FocusReason.OtherFocusReason)
        for one in outcomes:
            if one.changes is not None:
                self._seat.hub.changed.emit(one.changes)

    def _failed(self, problem: Problem) -> None:
        self.bar.wake(done=False)
        self.bar.problem.say(problem)

    def _send_back(self) -> None:
        if self._dossier is not None:
            self._seat.acts.start(Act.SEND_BACK, self._dossier.item.id)

    def _sign(self) -> None:
        role = self.list.role()
        if role is not None:
            self._seat.acts.sign_sheet(role, self.list.chosen_ids())

    def _print(self) -> None:
        """处置审批单 for one item, 汇总单 for several."""
        core, actor, chosen, seen = self._seat.core, self._seat.actor, self.list.chosen_ids(), self._dossier
        if len(chosen) > 1:
            self._seat.acts.print_papers(lambda: [core.papers.batch(actor, chosen)])
        elif seen is not None and seen.draft is not None:
            item_id, draft_id = seen.item.id, seen.draft.id

            def make() -> list[Paper]:
                return [
                    core.papers.make(actor, PaperKind.APPROVAL_FORM, item_id=item_id, subject_id=draft_id)
                ]

            self._seat.acts.print_papers(make)

    def _back_to_reading(self) -> None:
        self.side.setCurrentIndex(0)
        self._show_bar()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        right = QWidget()
        reading = QVBoxLayout(right)
        reading.setContentsMargins(8, 0, 0, 0)
        reading.setSpacing(10)
        reading.addWidget(self.reading, 1)
        reading.addWidget(self.bar)
        right.setMinimumWidth(320)
        self.side.addWidget(right)
        self.side.addWidget(self.outcomes)
        fill_beside(self.splitter, self.list, self.side, (470, 670))
        self.splitter.setStretchFactor(1, 1)
        self._seat.geometry.restore_splitter(_NAME, self.splitter)
        page_column(self).addWidget(self.splitter)

    def _connect(self) -> None:
        self.list.read.connect(self._read)
        self.list.chosen.connect(self._show_bar)
        self.table.told.connect(self.banner_asked)
        self.bar.agreed.connect(self._agree)
        self.bar.returned.connect(self._send_back)
        self.bar.signed.connect(self._sign)
        self.bar.printed.connect(self._print)
        self.outcomes.closed.connect(self._back_to_reading)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self._agree)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._seat.hub.changed.connect(lambda _: self._load())
