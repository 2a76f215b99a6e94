"""自检 as a list: 正常, or what is amiss and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.help.plain_dialog import PlainDialog
from ui.help.self_check import self_check
from ui.pages.seat import Seat
from ui.widgets.card import Card
from ui.widgets.pill import Pill
from ui.widgets.text_label import TextLabel


class SelfCheckDialog(PlainDialog):
    """Looks when made; 登记簿 itself is looked at by 体检."""

    def __init__(self, seat: Seat, parent: QWidget | None) -> None:
        super().__init__("自检", parent, width=640, height=480)
        self.lines = list(self_check(seat.core))
        amiss = sum(not line.ok for line in self.lines)
        card = Card("这台电脑", note=f"{amiss} 项要留意" if amiss else "都正常")
        card.note.set_role("warn" if amiss else "ok")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, line in enumerate(self.lines):
            pill = Pill(strong=True)
            pill.say("正常" if line.ok else "留意", "ok" if line.ok else "warn")
            grid.addWidget(TextLabel(line.what), 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(pill, 2 * row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(TextLabel(line.words, wrap=True, selectable=True), 2 * row, 2)
            if line.advice:
                grid.addWidget(TextLabel(line.advice, role="muted", wrap=True), 2 * row + 1, 2)
        card.body.addLayout(grid)
        self.body.addWidget(card)
        self.body.addWidget(TextLabel("登记簿有没有改动、缺损，在“体检”页核对。", role="muted", wrap=True))
        self.body.addStretch(1)
