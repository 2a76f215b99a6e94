"""A small chart of days: two heaps a bar (done in time, late), painted without a library."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.shell.appearance import Appearance


class _Bar(NamedTuple):
    label: str
    low: int
    high: int


class BarChart(QWidget):
    """Bars of (label, lower count, upper count); `names` say what the two heaps are."""

    def __init__(self, names: tuple[str, str] = ("按时", "逾期"), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._bars: list[_Bar] = []
        self.setMinimumHeight(140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[tuple[str, int, int]]) -> None:
        """Show these instead."""
        self._bars = [_Bar(*bar) for bar in bars]
        words = "；".join(self._words(bar) for bar in self._bars if bar.low or bar.high)
        self.setAccessibleName(f"柱图：{words or '没有数据'}")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(360, 96)

    def event(self, event: QEvent) -> bool:
        """The figures of the bar under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._bars:
            at = int(event.pos().x() / (self.width() / len(self._bars)))
            bar = self._bars[min(max(at, 0), len(self._bars) - 1)]
            QToolTip.showText(event.globalPos(), self._words(bar), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Legend, rules, bars, labels."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        appearance = Appearance.present()
        painter.setFont(appearance.font(small=True))
        line = painter.fontMetrics().height()
        self._paint_legend(painter, line)
        self._paint_bars(painter, QRectF(0, line + 8, self.width(), self.height() - 2 * line - 14), line)

    def _paint_legend(self, painter: QPainter, line: int) -> None:
        tokens = Appearance.present().tokens
        right = self.width()
        for name, color in ((self._names[1], tokens.danger), (self._names[0], tokens.accent)):
            width = painter.fontMetrics().horizontalAdvance(name)
            right -= width
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QRectF(right, 0, width + 2, line), int(Qt.AlignmentFlag.AlignVCenter), name)
            right -= 16
            painter.fillRect(QRectF(right, (line - 10) / 2, 10, 10), QColor(color))
            right -= 14

    def _paint_bars(self, painter: QPainter, area: QRectF, line: int) -> None:
        tokens = Appearance.present().tokens
        most = max(1, *(bar.low + bar.high for bar in self._bars))
        for part in range(5):
            y = area.bottom() - area.height() * part / 4
            painter.fillRect(QRectF(area.left(), round(y), area.width(), 1), QColor(tokens.line))
        step = area.width() / len(self._bars)
        width = min(18.0, step * 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        for at, bar in enumerate(self._bars):
            left = area.left() + step * at + (step - width) / 2
            low, high = area.height() * bar.low / most, area.height() * bar.high / most
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(left, area.bottom() - low, width, low), 2, 2)
            painter.setBrush(QColor(tokens.danger))
            gap = 1 if low and high else 0
            painter.drawRoundedRect(
                QRectF(left, area.bottom() - low - high, width, max(0.0, high - gap)), 2, 2
            )
        self._paint_labels(painter, area, step, line)

    def _paint_labels(self, painter: QPainter, area: QRectF, step: float, line: int) -> None:
        painter.setPen(QColor(Appearance.present().tokens.muted))
        widest = max(painter.fontMetrics().horizontalAdvance(bar.label) for bar in self._bars)
        every = max(1, -(-(widest + 4) // max(1, int(step))))
        for at, bar in enumerate(self._bars):
            if at % every == 0:
                box = QRectF(area.left() + step * at - 20, area.bottom() + 4, step + 40, line)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), bar.label)

    def _words(self, bar: _Bar) -> str:
        return f"{bar.label} {self._names[0]} {bar.low}、{self._names[1]} {bar.high}"
