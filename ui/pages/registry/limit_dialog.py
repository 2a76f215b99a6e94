"""How a limit came about, day by day: the rule, the start, each day counted, the due time."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel
from ui.wording.moments import full_moment
from yuqing_desktop.domain.deadlines import Deadline
from yuqing_desktop.domain.records import Duty

_ASSUMED = "计入的年份尚未公布放假安排，暂按周一至周五推算；公布后重新计算。"


class LimitDialog(QDialog):
    """Words only."""

    def __init__(self, duty: Duty, deadline: Deadline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("时限的计算")
        self.setMinimumWidth(520)
        self.words = self._words(duty, deadline)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(TextLabel(f"{duty.kind.label}（{duty.kind.article}）", role="title"))
        column.addWidget(TextLabel(f"截止 {full_moment(deadline.due)}", role="section", selectable=True))
        column.addWidget(TextLabel(f"时限 {deadline.limit.label}，自 {full_moment(deadline.start)} 起算"))
        card = Card("逐日计算", quiet=True)
        card.body.addWidget(self._steps(deadline), 1)
        column.addWidget(card, 1)
        if deadline.assumed_year:
            column.addWidget(TextLabel(_ASSUMED, role="warn", wrap=True))
        close = QPushButton("关闭  Esc")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(close)
        column.addLayout(line)

    def _steps(self, deadline: Deadline) -> ScrollColumn:
        area = ScrollColumn("逐日计算", spacing=6)
        for words in deadline.steps:
            area.column.addWidget(TextLabel(words, wrap=True, selectable=True))
        area.column.addStretch(1)
        area.setMinimumHeight(min(320, 40 + 28 * len(deadline.steps)))
        return area

    def _words(self, duty: Duty, deadline: Deadline) -> str:
        return "\n".join((duty.kind.label, full_moment(deadline.due), *deadline.steps))
