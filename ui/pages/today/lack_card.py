"""What the office has not entered yet, each line with the way to its setting (E32)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.readiness import Lack

_PARTS = {
    Lack.SECTIONS: "科室",
    Lack.DEPUTY: "职务与任期",
    Lack.HEAD: "职务与任期",
    Lack.SIGN_IN: "账户",
    Lack.ACCOUNTS: "认证账号",
}


class LackCard(Card):
    """`asked(part of the settings)` fires on a line's button; hidden while nothing is missing."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("开始办理前还要设置", tone="warn", parent=parent)
        self._lines: dict[Lack, QWidget] = {}
        self.body.setSpacing(0)
        self.hide()

    def show_lacks(self, lacks: Sequence[Lack]) -> None:
        """Say what is missing."""
        for lack in lacks:
            if lack not in self._lines:
                self._lines[lack] = self._line(lack)
                self.body.addWidget(self._lines[lack])
        for lack, line in self._lines.items():
            line.setVisible(lack in lacks)
        self.setVisible(bool(lacks))

    def _line(self, lack: Lack) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextLabel(lack.value, wrap=True), 1)
        part = _PARTS[lack]
        button = QPushButton(f"设置{part}")
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self.asked.emit(part))
        row.addWidget(button)
        return line
