"""本周台账: the week so far in four lines, and the way to the ledger."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.card import Card
from ui.widgets.facts import Facts
from yuqing_desktop.services.ledger import Report


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

    def show_report(self, report: Report) -> None:
        """The week as counted now."""
        figures = report.figures
        self.note.setText(f"{report.period.name} · 上周 {figures.before:,} 件")
        self.facts.show_facts(
            [
                ("登记", f"{figures.registered:,} 件，往期未结 {len(report.carried):,} 件"),
                ("回复情况", " · ".join(f"{word} {count:,}" for word, count in figures.by_need)),
                ("按时首次回复", f"{figures.first_reply.part:,} / {figures.first_reply.whole:,}"),
                ("超时未办", f"{len(figures.overdue):,} 件", "danger" if figures.overdue else ""),
            ]
        )
