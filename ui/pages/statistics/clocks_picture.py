"""In time or late, clock by clock or section by section (第五条): a bar and its figures a line."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.statistics.picture import Picture
from ui.shell.appearance import Appearance
from yuqing_desktop.domain.overview import Tally

HEADS = ("按时率", "按时", "逾期", "在办", "中位数", "九成以内")
_PAD = 8


class _TallyLine(NamedTuple):
    """A line: its word and its tally."""

    word: str
    tally: Tally


class ClocksPicture(Picture):
    """Lines of tallies; hours are hours of office time."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.lines: tuple[_TallyLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[tuple[str, Tally]]) -> None:
        """Show these instead."""
        self.lines = tuple(_TallyLine(*line) for line in lines)
        self.told()

    def sizeHint(self) -> QSize:
        """A line each, and the heads."""
        return QSize(620, (len(self.lines) + 1) * self._line())

    def minimumSizeHint(self) -> QSize:
        """As high, narrower."""
        return QSize(520, self.sizeHint().height())

    def count(self) -> int:
        """How many lines."""
        return len(self.lines)

    def place(self, at: int) -> QRectF:
        """The whole line, under the heads."""
        return QRectF(0, (at + 1) * self._line(), self.width(), self._line())

    def words(self, at: int) -> str:
        """Everything a line says."""
        word, tally = self.lines[at]
        said = (f"{head} {figure}" for head, figure in zip(HEADS, figures(tally), strict=True))
        return f"{word}\n{'，'.join(said)}"

    def draw(self, painter: QPainter) -> None:
        """Heads, then the lines."""
        tokens, metrics = Appearance.present().tokens, painter.fontMetrics()
        column = metrics.horizontalAdvance("12.5 小时") + 2 * _PAD
        names = max((metrics.horizontalAdvance(line.word) for line in self.lines), default=0) + 2 * _PAD
        names = min(names, self.width() // 3)
        first = self.width() - column * len(HEADS)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(tokens.muted))
        for number, head in enumerate(HEADS):
            painter.drawText(QRectF(first + column * number, 0, column - _PAD, self._line()), right, head)
        for at, line in enumerate(self.lines):
            row = self.place(at)
            painter.setPen(QColor(tokens.text))
            word = metrics.elidedText(line.word, Qt.TextElideMode.ElideRight, names - _PAD)
            painter.drawText(row.adjusted(_PAD, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), word)
            track = QRectF(names + _PAD, row.center().y() - 4, max(0, first - names - _PAD), 8)
            self._bar(painter, track, line.tally)
            for number, figure in enumerate(figures(line.tally)):
                late = number == 2 and line.tally.late
                painter.setPen(QColor(tokens.danger if late else tokens.text))
                box = QRectF(first + column * number, row.top(), column - _PAD, row.height())
                painter.drawText(box, right, figure)

    @staticmethod
    def _bar(painter: QPainter, track: QRectF, tally: Tally) -> None:
        """In time, late, still open, side by side; told apart by colour and by the figures beside."""
        tokens = Appearance.present().tokens
        total = tally.on_time + tally.late + tally.waiting
        if not total:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        left = track.left()
        for count, color in (
            (tally.on_time, tokens.accent), (tally.late, tokens.danger), (tally.waiting, tokens.edge),
        ):  # fmt: skip
            width = track.width() * count / total
            if count:
                painter.setBrush(QColor(color))
                painter.drawRoundedRect(QRectF(left, track.top(), max(2.0, width - 1), track.height()), 2, 2)
            left += width

    def _line(self) -> int:
        return Appearance.present().look.small + 17


def figures(tally: Tally) -> tuple[str, ...]:
    """A tally's figures in the order of the heads."""
    share = tally.share.share
    hours = (tally.median_hours, tally.p90_hours)
    return (
        "—" if share is None else f"{share:.0%}",
        f"{tally.on_time:,}",
        f"{tally.late:,}",
        f"{tally.waiting:,}",
        *("—" if one is None else f"{one:g} 小时" for one in hours),
    )
