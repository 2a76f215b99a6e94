"""本周台账: the week so far in four lines, and the way to the ledger."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.card import Card
from ui.widgets.facts import Facts
from yuqing_desktop.domain.overview import Overview
from yuqing_desktop.domain.vocabulary import DutyKind


class WeekCard(Card):
    """`opened()` fires on its button."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("本周台账", note=" ", parent=parent)
        self.facts = Facts(name_width=88)
        self.open = QPushButton("查看台账")
        self.open.setProperty("kind", "quiet")
        self.open.clicked.connect(self.opened)
        self.head.addSpacing(8)
        self.head.addWidget(self.open)
        self.body.addWidget(self.facts)
        self.body.addStretch(1)

    def show_week(self, counted: Overview) -> None:
        """The week as counted now."""
        replies = dict(counted.clocks)[DutyKind.FIRST_REPLY].share
        self.note.setText(f"{counted.period.name} · 上周 {counted.before:,} 件")
        self.facts.show_facts(
            [
                ("登记", f"{counted.registered:,} 件，往期未结 {counted.carried:,} 件"),
                ("回复情况", " · ".join(f"{word} {count:,}" for word, count in counted.by_need)),
                ("按时首次回复", f"{replies.part:,} / {replies.whole:,}"),
                ("逾期未办", f"{counted.overdue:,} 件", "danger" if counted.overdue else ""),
            ]
        )
