"""What came of a decision on several items, row by row; what was refused says why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.card import Card
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_label import TextLabel


class OutcomeCard(Card):
    """`closed()` fires when it was read."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("办理结果", note=" ", parent=parent)
        self.lines: list[tuple[str, str, bool]] = []
        self._area = ScrollColumn("办理结果", spacing=6)
        self._close = QPushButton("知道了")
        self._close.clicked.connect(self.closed)
        self.setFocusProxy(self._close)
        self.body.addWidget(self._area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        self.body.addLayout(row)

    def show_outcomes(self, lines: Sequence[tuple[str, str, bool]]) -> None:
        """(number, words, whether it was done) a row; refused ones first."""
        self.lines = sorted(lines, key=lambda line: line[2])
        done = sum(is_done for _, _, is_done in lines)
        refused = len(lines) - done
        self.note.setText(f"办成 {done} 件" + (f"，没有办成 {refused} 件" if refused else ""))
        self._area.clear()
        for number, words, is_done in self.lines:
            said = f"{number}　{words}" if is_done else f"{number}　没有办成：{words}"
            self._area.column.addWidget(
                TextLabel(said, role="" if is_done else "danger", wrap=True, selectable=True)
            )
        self._area.column.addStretch(1)
