"""The case file: what the item is, the next step, what is owed, then the record (design 9)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from ui.pages.registry.alike_panel import AlikePanel
from ui.pages.registry.evidence_tab import EvidenceTab
from ui.pages.registry.heat_tab import HeatTab
from ui.pages.registry.history_tab import HistoryTab
from ui.pages.registry.item_steps import ItemSteps, item_steps
from ui.pages.registry.item_words import calendar_note, duties, kind_of
from ui.pages.registry.overview_tab import OverviewTab
from ui.pages.registry.papers_acts import PapersActs
from ui.pages.registry.papers_tab import PapersTab
from ui.pages.registry.personal_card import PersonalCard
from ui.pages.registry.replies_tab import RepliesTab
from ui.pages.registry.tab import Tab
from ui.pages.seat import Seat
from ui.widgets.drop_target import DropTarget
from ui.widgets.duty_list import DutyList
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_picture import small_picture
from ui.widgets.pill import Pill
from ui.widgets.step_bar import StepBar
from ui.widgets.text_label import TextLabel
from ui.wording.states import level_tone, status_tone
from yuqing_desktop.domain import trash
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Duty, Evidence
from yuqing_desktop.domain.view_names import VIEW_NAMES
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import NotFound

_TITLE = 80
"""Characters of a title in sight: three lines or four in the narrowest pane."""


class DetailPane(QFrame):
    """Shows one item; `changed()` fires when another dossier is shown (or none), `item_asked(id)` wants another.

    `also` gives the other rows chosen beside it.
    """

    changed = Signal()
    item_asked = Signal(int)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName("事项详情")
        self.dossier: Dossier | None = None
        self.steps = ItemSteps(None, (), ())
        self.also: Callable[[], Sequence[int]] = tuple
        self._seat = seat
        self._duties: list[Duty] = []
        self.number = TextLabel(role="muted", selectable=True)
        self.level, self.status = Pill(strong=True), Pill(strong=True)
        self.kind = ElidedLabel(role="muted")
        self.title = TextLabel(role="title", wrap=True, selectable=True)
        self.bar = StepBar()
        self.trashed = TextLabel(role="warn", wrap=True)
        self.owed = DutyList()
        now = lambda: seat.now  # noqa: E731
        self.overview, self.history = OverviewTab(now, AlikePanel(seat), PersonalCard(seat)), HistoryTab(now)
        self.replies = RepliesTab(now)
        # asked when the tab is seen: the papers bring the ledger and the rounds with them
        self.papers = PapersTab(now, lambda item_id: seat.core.papers.possible(item_id), seat.refusal)
        self.heat = HeatTab(now, seat.core.readings.series)
        self.evidence = EvidenceTab(now, self._show_picture, self._copy)
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        DropTarget(self, self._attach)
        self.show_item(None)

    def show_item(self, item_id: int | None) -> None:
        """Another item; None for nothing chosen."""
        try:
            self.dossier = (
                None if item_id is None else self._seat.core.registry.dossier(item_id, self._seat.actor)
            )
        except NotFound:
            self.dossier = None
        if self.dossier is None:
            self._stack.setCurrentIndex(0)
        else:
            self._fill(self.dossier)
            self._stack.setCurrentIndex(1)
        self.changed.emit()

    def refresh(self) -> None:
        """The same item, read anew."""
        if self.dossier is not None:
            self.show_item(self.dossier.item.id)

    def take(self, key: str) -> None:
        """Start an act on the item shown; taking it out of the trash needs no dialog."""
        if self.dossier is None:
            return
        item_id = self.dossier.item.id
        if Act(key) is not Act.RESTORE:
            self._seat.acts.start(Act(key), item_id, self.also())
            return
        seat = self._seat
        seat.runner.write(
            lambda: seat.core.register.restore(seat.actor, item_id), seat.hub.changed.emit, owner=self
        )

    def take_main(self) -> None:
        """办下一步."""
        if step := self.steps.next:
            self.take(step.key)

    # Inside ------------------------------------------------------------------------------------

    def _fill(self, dossier: Dossier) -> None:
        item = dossier.item
        self.number.setText(item.number)
        self.level.say(item.level.label if item.level else "", level_tone(item.level_or_ordinary))
        self._show_state(dossier)
        self.kind.setText(kind_of(item))
        self.title.setText(_in_sight(item.title))
        self.title.setToolTip(item.title)
        self.steps = item_steps(dossier, self._seat.now)
        self.bar.show_steps(*self.steps)
        self._duties, said = duties(dossier, self._seat.now)
        self.owed.show_duties(said, note=calendar_note(self._duties))
        counts = (
            0, len(dossier.timeline), len(dossier.drafts) + len(dossier.replies), len(dossier.readings),
            len(dossier.evidence), len(dossier.papers),
        )  # fmt: skip
        for at, (tab, count) in enumerate(zip(self._tabs, counts, strict=True)):
            self.tabs.setTabText(at, f"{tab.accessibleName()} {count}" if count else tab.accessibleName())
            tab.show_dossier(dossier)

    def _show_state(self, dossier: Dossier) -> None:
        item = dossier.item
        words = trash.said(item, self._seat.now, dossier.trash_reason)
        self.trashed.setText(words)
        self.trashed.setVisible(bool(words))
        self.status.say(
            VIEW_NAMES["trash"] if words else item.status.label,
            "muted" if words else status_tone(item.status),
        )

    def _explain(self, row: int) -> None:
        duty = self._duties[row]
        from ui.pages.registry.limit_dialog import LimitDialog

        self._seat.prompts.show(LimitDialog(duty, self._seat.core.registry.explain(duty), self))

    def _lay_out(self) -> None:
        self._tabs: tuple[Tab, ...] = (
            self.overview, self.history, self.replies, self.heat, self.evidence, self.papers,
        )  # fmt: skip
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.number, self.level, self.status):
            head.addWidget(part)
        head.addWidget(self.kind, 1)
        for tab in self._tabs:
            self.tabs.addTab(tab, tab.accessibleName())
        self.tabs.tabBar().setUsesScrollButtons(False)
        self.tabs.tabBar().setExpanding(False)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName("事项内容")
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(16, 12, 12, 4)
        column.setSpacing(10)
        column.addLayout(head)
        for below in (self.title, self.trashed, self.bar, self.owed):
            column.addWidget(below)
        column.addWidget(self.tabs, 1)
        self.owed.setCursor(Qt.CursorShape.PointingHandCursor)
        self.owed.setToolTip("点击查看时限的逐日计算")
        why = "在左边的表中选中一件，这里显示它的办理情况和下一步。"
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState("没有选中事项", why, icon="file"))
        self._stack.addWidget(full)

    def _connect(self) -> None:
        self.bar.taken.connect(self.take)
        self.replies.taken.connect(self.take)
        self.papers.taken.connect(self.take)
        self.heat.taken.connect(self.take)
        self.overview.alike.asked.connect(self.item_asked)
        self.overview.link_asked.connect(lambda link: self._seat.prompts.open_link(link))
        self.evidence.taken.connect(self.take)
        self.evidence.opened.connect(self._open)
        PapersActs(self._seat, self.papers, lambda: self.dossier.item if self.dossier else None, self.refresh)
        self.owed.asked.connect(self._explain)

    def _open(self, evidence: Evidence) -> None:
        self._copy(evidence, self._seat.prompts.open_outside)

    def _copy(self, evidence: Evidence, give: Callable[[Path], object]) -> None:
        attachments = self._seat.core.attachments
        self._seat.runner.read(lambda: attachments.open_copy(evidence), give, owner=self)

    def _show_picture(self, evidence: Evidence, show: Callable[[QImage], object]) -> None:
        attachments = self._seat.core.attachments
        self._seat.runner.read(
            lambda: small_picture(attachments.picture(evidence)),
            show,
            lambda _: show(QImage()),
            owner=self,
        )

    def _attach(self, paths: list[Path]) -> None:
        if self.dossier is not None:
            self._seat.acts.attach(self.dossier.item.id, paths)


def _in_sight(title: str) -> str:
    """A title of a whole post leaves room for the record; the rest is in its tooltip."""
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
