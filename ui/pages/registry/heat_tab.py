"""热度: the figures over time, growth an hour, and the level they speak for; a person decides (第七条)."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.pages.registry.tab import Tab
from ui.pages.registry.text_block import TextBlock
from ui.widgets.card import Card
from ui.widgets.evidence_curve import EvidenceCurve
from ui.widgets.pill import Pill
from ui.widgets.segmented import Segmented
from ui.widgets.text_label import TextLabel
from ui.wording.moments import moment
from ui.wording.states import level_tone
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.spread import Point
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.services.readings import Series

SHOWN_FIRST = 20
_COUNTS = (("reads", "阅读"), ("forwards", "转发"), ("replies", "回复"))


class HeatTab(Tab):
    """`taken(act)` asks for 补读数 or 重新评估."""

    taken = Signal(str)

    def __init__(
        self, now: Callable[[], datetime], read: Callable[[int], Series], parent: QWidget | None = None
    ) -> None:
        super().__init__("热度", parent)
        self._now = now
        self._read = read

    def fill(self, dossier: Dossier) -> None:
        """Show it: the proposal, the curve, the readings with the latest first."""
        self.clear()
        series = self._read(dossier.item.id)
        allowed = {offer.act for offer in dossier.offers if offer.allowed}
        self.column.addWidget(self._proposal(series, allowed))
        if len(series.points) > 1 and (curve := self._curve(series)) is not None:
            self.column.addWidget(curve)
        frozen, *later = series.points
        later.reverse()
        for point in later[:SHOWN_FIRST]:
            self.column.addWidget(self._reading(point))
        if len(later) > SHOWN_FIRST:
            self.column.addWidget(self._older(later[SHOWN_FIRST:]), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._reading(frozen))
        if Act.READ_FIGURES in allowed:
            self.column.addWidget(self._button("补读数…", Act.READ_FIGURES), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _proposal(self, series: Series, allowed: set[Act]) -> Card:
        card = Card("按最近读数建议", quiet=True)
        card.body.setContentsMargins(12, 8, 12, 10)
        row = QHBoxLayout()
        row.setSpacing(8)
        pill = Pill(strong=True)
        pill.say(series.proposal.level.label, level_tone(series.proposal.level))
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextLabel("；".join(series.proposal.reasons), wrap=True), 1)
        card.body.addLayout(row)
        for rise in series.rises:
            when = moment(rise.at, self._now())
            card.body.addWidget(TextLabel(f"{when}的读数起建议{rise.level.label}", role="muted", wrap=True))
        if series.outgrown and series.item.level is not None:
            held = series.item.level.label
            card.body.addWidget(
                TextLabel(f"高于现在的等级（{held}），由人决定是否提高。", role="warn", wrap=True)
            )
            if Act.REASSESS in allowed:
                card.body.addWidget(self._button("重新评估…", Act.REASSESS), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _curve(self, series: Series) -> Card | None:
        known = [
            (name, word)
            for name, word in _COUNTS
            if sum(getattr(point, name).value is not None for point in series.points) > 1
        ]
        if not known:
            return None
        card, curve, choice = Card(quiet=True), EvidenceCurve(), Segmented(known)
        card.body.setContentsMargins(12, 8, 12, 8)
        choice.set_names("曲线")
        words = dict(known)

        def show(name: str) -> None:
            dots = [(point.at, getattr(point, name), point.first) for point in series.points if point.at]
            curve.show_dots(words[name], dots)

        choice.changed.connect(show)
        choice.choose(known[0][0])
        show(known[0][0])
        card.body.addWidget(choice)
        card.body.addWidget(curve)
        return card

    def _older(self, points: Sequence[Point]) -> QPushButton:
        """Those between the latest and the frozen one, on demand."""
        button = QPushButton(f"更早的 {len(points)} 次")
        button.setProperty("kind", "link")

        def show() -> None:
            place = self.column.indexOf(button)
            button.hide()
            for at, point in enumerate(points, start=place):
                self.column.insertWidget(at, self._reading(point))

        button.clicked.connect(show)
        return button

    def _reading(self, point: Point) -> TextBlock:
        title = f"{moment(point.at, self._now())} · {point.by}" if point.by else moment(point.at, self._now())
        block = TextBlock(title, "", note="登记时，不可修改" if point.first else "")
        counts = (f"{word} {getattr(point, name).label}" for name, word in _COUNTS)
        block.add_line(" · ".join(counts), role="section")
        if point.growth:
            grown = "；".join(one.label for one in point.growth if one.gained)
            block.add_line(grown or "与上次相同", role="muted")
        if point.origin:
            block.add_line(point.origin, role="muted")
        return block

    def _button(self, words: str, act: Act) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda: self.taken.emit(act.value))
        return button
