"""督办 (第三条): every late section on its rung, the next act at hand, what it said for itself."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.pages.list_export import export_list
from ui.pages.page_layout import headed, page_column
from ui.pages.seat import Seat
from ui.pages.supervision.standing_columns import done_words, standing_columns
from ui.shell.appearance import Appearance
from ui.shell.page import Page
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.stat_card import StatCard
from ui.widgets.step import Step
from ui.widgets.step_bar import StepBar
from ui.widgets.text_label import TextLabel
from ui.wording.tones import Tone
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import Act, PaperKind
from yuqing_desktop.domain.workflow import Offer
from yuqing_desktop.services.supervise import Standing

_ACTS = (Act.CALL, Act.URGE, Act.SUPERVISE)
_CARDS: tuple[tuple[str, str, Tone], ...] = (
    (Act.CALL.value, "该电话提醒", "warn"),
    (Act.URGE.value, "该发催办单", "danger"),
    (Act.SUPERVISE.value, "该发督办单", "danger"),
    ("waiting", "已催，等科室", "muted"),
)
_NAMES = {key: name for key, name, _ in _CARDS}
_LOW = 480
_NOTES = (PaperKind.URGE_NOTE, PaperKind.SUPERVISION_NOTE)


class SupervisionPage(Page):
    """`item_asked(number)` fires on 打开事项; the counted cards narrow the list."""

    item_asked = Signal(str)

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._standings: dict[int, Standing] = {}
        self._wanted = ""
        self.title = TextLabel("督办", role="title")
        self.ladder = TextLabel(role="muted")
        self.cards = {key: StatCard(name, tone) for key, name, tone in _CARDS}
        self.everything = QPushButton("显示全部")
        self.table = PagedTable(
            standing_columns(lambda: seat.now), lambda ids: [self._standings.get(one) for one in ids]
        )
        self.panel = TablePanel(
            self.table,
            EmptyState(
                "没有该督办的事项", "科室的签收和反馈临近或超过时限，就会排在这里，最晚的在前。", icon="check"
            ),
        )
        self.subject, self.said = ElidedLabel(role="section"), TextLabel(role="muted", wrap=True)
        self.steps = StepBar()
        self.foot = Card()
        self.foot.setAccessibleName("选中的事项")
        self._counted = QWidget()
        self._lay_out()
        self._connect()
        self._load()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        return {
            "refresh": self._load,
            "copy": self.table.copy,
            "print": self._print,
            "export": lambda: export_list(
                self, self._seat, self.table, "督办清单", _NAMES.get(self._wanted, "")
            ),
        }

    def open_with(self, argument: str) -> None:
        """Read anew: time has passed."""
        self._load()

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.table, self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the list needs the room of the counted cards; the status bar still counts."""
        super().resizeEvent(event)
        self._counted.setVisible(self.height() >= _LOW * Appearance.present().look.base / 13)

    # Inside ------------------------------------------------------------------------------------

    def _load(self) -> None:
        office = self._seat.core.settings.office()
        self.ladder.setText(
            f"时限用去 {office.call_share:.0%} 电话提醒；超 {office.urge_after_days} 个工作日催办，抄报副组长；"
            f"超 {office.supervise_after_days} 个工作日且未说明原因督办，报副组长或组长"
        )
        self._seat.runner.read(self._seat.core.supervise.standings, self._show, owner=self)

    def _show(self, standings: tuple[Standing, ...]) -> None:
        self._standings = {one.duty.id: one for one in standings}
        for key, card in self.cards.items():
            fitting = [one for one in standings if _group(one) == key]
            card.show_count(len(fitting), _sections(fitting))
        self.counts_told.emit(
            f"该督促 {sum(one.next_act is not None for one in standings)} · 共 {len(standings)}"
        )
        self._narrow(self._wanted)

    def _narrow(self, wanted: str) -> None:
        self._wanted = wanted
        shown = [key for key, one in self._standings.items() if wanted in ("", _group(one))]
        self.everything.setVisible(bool(wanted))
        self.panel.show_ids(array("q", shown))
        self.table.rows.forget()
        if shown and self.table.current_id() is None:
            self.table.go_to(shown[0])
        self._show_steps()

    def _current(self) -> Standing | None:
        return self._standings.get(self.table.current_id() or 0)

    def _show_steps(self) -> None:
        one = self._current()
        self.foot.setVisible(one is not None)
        if one is None:
            return
        dossier = self._seat.core.registry.dossier(one.item.id, self._seat.actor)
        offers = {offer.act: offer for offer in dossier.offers}
        reasons = [
            note.words for note in dossier.notes if note.act == Act.GIVE_REASON and one.done.reason_given
        ]
        self.subject.setText(f"{one.item.title}（{one.section}）")
        self.said.setText(
            f"{done_words(one.done)}；" + (f"科室说明：{reasons[-1]}" if reasons else "科室没有说明未办原因")
        )
        main = one.next_act or Act.GIVE_REASON
        beside = [act for act in (*_ACTS, Act.GIVE_REASON) if act is not main]
        noted = "" if any(paper.kind in _NOTES for paper in dossier.papers) else "还没有催办单或督办单"
        self.steps.show_steps(
            _step(offers[main]),
            [
                *(_step(offers[act]) for act in beside),
                Step("print", "打印催办督办单…", noted),
                Step("open", "打开事项"),
            ],
            [],
        )

    def _take(self, key: str) -> None:
        one = self._current()
        if one is None:
            return
        if key == "print":
            self._print()
        elif key == "open":
            self.item_asked.emit(one.item.number)
        else:
            self._seat.acts.start(Act(key), one.item.id)

    def _print(self) -> None:
        one = self._current()
        if one is None:
            return
        dossier = self._seat.core.registry.dossier(one.item.id, self._seat.actor)
        notes: list[Paper] = [
            paper for paper in dossier.papers if paper.kind in _NOTES and paper.voided_at is None
        ]
        if notes:
            self._seat.acts.print_papers(lambda: notes[-1:])

    def _lay_out(self) -> None:
        self.table.setAccessibleName("督办清单")
        self.everything.setProperty("kind", "link")
        self.ladder.setWordWrap(True)
        counted = QHBoxLayout(self._counted)
        counted.setContentsMargins(0, 0, 0, 0)
        counted.setSpacing(12)
        for card in self.cards.values():
            counted.addWidget(card, 1)
        self.foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.foot.body.addWidget(self.subject)
        self.foot.body.addWidget(self.said)
        self.foot.body.addWidget(self.steps)
        column = page_column(self)
        column.addLayout(headed(self.title, self.ladder, self.everything))
        column.addWidget(self._counted)
        column.addWidget(self.panel, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.table.picked.connect(lambda _: self._show_steps())
        self.table.opened.connect(lambda _: self._take("open"))
        self.table.told.connect(self.banner_asked)
        self.steps.taken.connect(self._take)
        self.everything.clicked.connect(lambda: self._narrow(""))
        for key, card in self.cards.items():
            card.opened.connect(lambda key=key: self._narrow("" if self._wanted == key else key))
        self._seat.hub.changed.connect(lambda _: self._load())


def _group(one: Standing) -> str:
    return one.next_act.value if one.next_act is not None else "waiting"


def _sections(standings: Sequence[Standing]) -> str:
    names = list(dict.fromkeys(one.section for one in standings if one.section))
    return f"{'、'.join(names[:2])}{f'等 {len(names)} 个科室' if len(names) > 2 else ''}"


def _step(offer: Offer) -> Step:
    return Step(offer.act.value, f"{offer.act.label}…", offer.reason)
