"""An item's record: newest first, each entry with its time, who did it and what; plain text only."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.widgets.text_label import TextLabel
from ui.widgets.timeline_entry import TimelineEntry

SHOWN_FIRST = 40
_INDENT = 22


class Timeline(QWidget):
    """Shows entries in the order handed in; older ones past forty on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(12)
        self._blocks: list[_Block] = []
        self._older = QPushButton()
        self._older.setProperty("kind", "link")
        self._older.clicked.connect(lambda: self._show(len(self._entries)))
        self._column.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setAccessibleName("经过")

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these instead."""
        self._entries = tuple(entries)
        self._show(SHOWN_FIRST)

    @property
    def words(self) -> list[str]:
        """What each shown entry says."""
        return [block.words for block in self._blocks if not block.isHidden()]

    def _show(self, count: int) -> None:
        shown = self._entries[:count]
        while len(self._blocks) < len(shown):
            block = _Block()
            self._column.insertWidget(len(self._blocks), block)
            self._blocks.append(block)
        for at, block in enumerate(self._blocks):
            block.setVisible(at < len(shown))
            if at < len(shown):
                block.say(shown[at], last=at == len(self._entries) - 1)
        left = len(self._entries) - len(shown)
        self._older.setText(f"更早的 {left} 条")
        self._older.setVisible(left > 0)


class _Block(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._tone = "muted"
        self._last = False
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT, 0, 0, 0)
        column.setSpacing(2)
        self._what = TextLabel(role="section", wrap=True)
        self._who = TextLabel(role="muted", wrap=True)
        self._detail = TextLabel(wrap=True, selectable=True)
        for label in (self._what, self._who, self._detail):
            column.addWidget(label)

    @property
    def words(self) -> str:
        """Everything said here."""
        return " ".join(label.text() for label in (self._what, self._who, self._detail))

    def say(self, entry: TimelineEntry, *, last: bool) -> None:
        """Another entry."""
        self._tone, self._last = entry.tone, last
        self._what.setText(entry.what)
        self._who.setText(" · ".join(word for word in (entry.when, entry.who) if word))
        self._detail.setText(entry.detail)
        self._detail.setVisible(bool(entry.detail))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another look."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dot and the line to the next one."""
        tokens = Appearance.present().tokens
        painter = QPainter(self)
        middle = self._what.fontMetrics().height() // 2
        if not self._last:
            painter.fillRect(7, middle + 8, 1, self.height(), QColor(tokens.line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink(self._tone)))
        painter.drawEllipse(3, middle - 4, 9, 9)
