"""Words with their counts as bars lying down, each a line that opens its list."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.statistics.picture import Picture
from ui.shell.appearance import Appearance

_PAD = 8


class BarsPicture(Picture):
    """Lines of (word, count); the share of all stands in the tooltip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.pairs: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pairs(self, pairs: Sequence[tuple[str, int]]) -> None:
        """Show these instead."""
        self.pairs = tuple(pairs)
        self.told()

    def sizeHint(self) -> QSize:
        """A line each."""
        return QSize(260, max(1, len(self.pairs)) * self._line())

    def minimumSizeHint(self) -> QSize:
        """As high, narrower."""
        return QSize(180, self.sizeHint().height())

    def count(self) -> int:
        """How many lines."""
        return len(self.pairs)

    def place(self, at: int) -> QRectF:
        """The whole line."""
        return QRectF(0, at * self._line(), self.width(), self._line())

    def words(self, at: int) -> str:
        """微博：12 件，占 24%."""
        word, count = self.pairs[at]
        total = sum(number for _, number in self.pairs)
        return f"{word}：{count:,} 件" + (f"，占 {count / total:.0%}" if total else "")

    def draw(self, painter: QPainter) -> None:
        """Word, bar, figure."""
        tokens, metrics = Appearance.present().tokens, painter.fontMetrics()
        words = max((metrics.horizontalAdvance(word) for word, _ in self.pairs), default=0)
        words = min(words, self.width() // 2)
        figures = max((metrics.horizontalAdvance(f"{count:,}") for _, count in self.pairs), default=0)
        most = max((count for _, count in self.pairs), default=0) or 1
        room = self.width() - words - figures - 4 * _PAD
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        for at, (word, count) in enumerate(self.pairs):
            line = self.place(at)
            painter.setPen(QColor(tokens.text))
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, words)
            painter.drawText(line.adjusted(_PAD, 0, 0, 0), middle, shown)
            self._bar(painter, QRectF(words + 2 * _PAD, line.center().y() - 4, room, 8), count / most)
            painter.setPen(QColor(tokens.text if count else tokens.muted))
            right = middle | int(Qt.AlignmentFlag.AlignRight)
            painter.drawText(line.adjusted(0, 0, -_PAD, 0), right, f"{count:,}")

    def _bar(self, painter: QPainter, track: QRectF, share: float) -> None:
        tokens = Appearance.present().tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(track, 4, 4)
        if share > 0:
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(
                QRectF(track.left(), track.top(), max(8.0, track.width() * share), 8), 4, 4
            )

    def _line(self) -> int:
        return Appearance.present().look.small + 15
