"""A count that opens its list: big figure, what it counts, a remark."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.shell.appearance import Appearance
from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel
from ui.wording.tones import Tone


class StatCard(Card):
    """`opened` fires on a click, Enter or Space; a count of 0 is muted."""

    opened = Signal()

    def __init__(self, name: str, tone: Tone = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = name
        self._tone = tone
        self._count = 0
        self._figure = TextLabel("0")
        self._remark = TextLabel("", role="muted")
        self.body.setSpacing(2)
        self.body.addWidget(self._figure)
        self.body.addWidget(TextLabel(name, role="section"))
        self.body.addWidget(self._remark)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_count(0)
        Appearance.present().changed.connect(self._paint)

    def show_count(self, count: int, remark: str = "") -> None:
        """Another figure with its remark."""
        self._count = count
        self._figure.setText(f"{count:,}")
        self._remark.setText(remark or " ")
        self.setAccessibleName(f"{self._name} {count} {remark}".strip())
        self._paint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the list."""
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _paint(self) -> None:
        appearance = Appearance.present()
        tone = self._tone if self._count else "muted"
        size = round(appearance.look.base * 2.1)
        ink = appearance.tokens.ink(tone)
        self._figure.setStyleSheet(f"font-size: {size}px; font-weight: 600; color: {ink};")
