"""One item as its approver reads it: findings, exact text against the last draft, what was agreed before."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.approval_text import decided_before, text_card
from ui.widgets.card import Card
from ui.widgets.deadline_badge import DeadlineBadge
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.pill import Pill
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_diff import TextDiff
from ui.widgets.text_label import TextLabel
from ui.wording.moments import moment
from ui.wording.states import level_tone
from ui.wording.texts import breakable
from yuqing_desktop.core import Core
from yuqing_desktop.domain.listing import Dossier


class ReadingPane(QWidget):
    """Shows a dossier; decides nothing."""

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self.number, self.level = ElidedLabel(role="muted"), Pill(strong=True)
        self.limit = DeadlineBadge()
        self.heading = TextLabel(role="title", wrap=True, selectable=True)
        self.area = ScrollColumn("审批材料", spacing=12)
        self.area.column.setContentsMargins(0, 0, 0, 4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number, 1)
        head.addWidget(self.level)
        head.addWidget(self.limit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.heading)
        column.addWidget(self.area, 1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Another item."""
        item, now = dossier.item, self._core.clock.now()
        self.number.setText(" · ".join(part for part in (item.number, item.slip_number) if part))
        self.level.say(item.level.label if item.level else "", level_tone(item.level_or_ordinary))
        self.limit.show_due(item.due_at, now)
        self.heading.setText(item.title)
        self.area.clear()
        self._add("网民反映", breakable(item.summary or item.content), item.source)
        self._add_findings(dossier)
        text = text_card(self._core, dossier)
        self.area.column.addWidget(text)
        diff: TextDiff
        for diff in text.findChildren(TextDiff):
            QWidget.setTabOrder(self.area, diff)
        if words := decided_before(dossier, now):
            self._add("此前的审批", words)
        self.area.column.addStretch(1)
        self.area.verticalScrollBar().setValue(0)

    def _add_findings(self, dossier: Dossier) -> None:
        if not dossier.handlings:
            return
        last = dossier.handlings[-1]
        who = " ".join(part for part in (dossier.section, last.reported_by) if part)
        said = "\n".join(part for part in (last.findings, last.measures, last.result) if part)
        when = moment(last.reported_at, self._core.clock.now())
        self._add("调查核实与处置", said, f"{who}，{when}")

    def _add(self, title: str, words: str, note: str = "") -> None:
        card = Card(title, note=note, quiet=True)
        card.body.addWidget(TextLabel(words or "—", wrap=True, selectable=True))
        self.area.column.addWidget(card)
