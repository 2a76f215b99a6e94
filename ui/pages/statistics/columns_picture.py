"""The trend: a column a day, week or month, with its figure on top where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.statistics.picture import Picture
from ui.shell.appearance import Appearance

_GAP = 4


class ColumnsPicture(Picture):
    """Columns of (word, count)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.pairs: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pairs(self, pairs: Sequence[tuple[str, int]]) -> None:
        """Show these instead."""
        self.pairs = tuple(pairs)
        self.told()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(480, round(150 * Appearance.present().look.base / 13))

    def minimumSizeHint(self) -> QSize:
        """As high, narrower."""
        return QSize(240, self.sizeHint().height())

    def count(self) -> int:
        """How many columns."""
        return len(self.pairs)

    def place(self, at: int) -> QRectF:
        """The whole height of a column's share."""
        step = self.width() / max(1, len(self.pairs))
        return QRectF(step * at, 0, step, self.height())

    def words(self, at: int) -> str:
        """11-24：12 件."""
        word, count = self.pairs[at]
        return f"{word}：{count:,} 件"

    def draw(self, painter: QPainter) -> None:
        """Rule, columns, figures, words."""
        tokens = Appearance.present().tokens
        line = painter.fontMetrics().height()
        area = QRectF(0, line + _GAP, self.width(), self.height() - 2 * line - 3 * _GAP)
        most = max((count for _, count in self.pairs), default=0) or 1
        painter.fillRect(QRectF(0, round(area.bottom()), self.width(), 1), QColor(tokens.line))
        for at, (_, count) in enumerate(self.pairs):
            share = self.place(at)
            width = min(30.0, share.width() * 0.62)
            high = area.height() * count / most
            bar = QRectF(share.center().x() - width / 2, area.bottom() - high, width, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(bar, 2, 2)
        self._draw_words(painter, area, line)

    def _draw_words(self, painter: QPainter, area: QRectF, line: int) -> None:
        tokens, metrics = Appearance.present().tokens, painter.fontMetrics()
        step = self.width() / max(1, len(self.pairs))
        widest = max((metrics.horizontalAdvance(word) for word, _ in self.pairs), default=0)
        every = max(1, -(-(widest + 6) // max(1, int(step))))
        most = max((count for _, count in self.pairs), default=0) or 1
        centre = int(Qt.AlignmentFlag.AlignCenter)
        for at, (word, count) in enumerate(self.pairs):
            middle = self.place(at).center().x()
            if at % every == 0:
                painter.setPen(QColor(tokens.muted))
                left = min(max(0.0, middle - widest / 2 - 2), self.width() - widest - 4)
                painter.drawText(QRectF(left, area.bottom() + _GAP, widest + 4, line), centre, word)
            figure = f"{count:,}"
            if count and metrics.horizontalAdvance(figure) <= step:
                painter.setPen(QColor(tokens.text))
                top = area.bottom() - area.height() * count / most - line
                painter.drawText(QRectF(middle - step / 2, top, step, line), centre, figure)
