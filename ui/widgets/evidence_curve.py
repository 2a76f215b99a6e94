"""A small curve of one count over time: the frozen first reading ringed, bounds like 10万+ left open."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.shell.appearance import Appearance
from ui.wording.figures import figure
from yuqing_desktop.domain.figures import Figure, FigureKind, number

_DOT, _HEIGHT = 3.5, 132
_LINES = 3
_TOLD = 8


class _Dot(NamedTuple):
    """One reading of the count; `first` is the frozen one."""

    at: datetime
    value: Figure
    first: bool = False


def _ends(dots: Sequence[_Dot]) -> Sequence[_Dot]:
    """Of many readings the first and the last few are told."""
    return dots if len(dots) <= _TOLD else [dots[0], *dots[1 - _TOLD :]]


class EvidenceCurve(QWidget):
    """Readings are (moment, count, whether it is the frozen one) in the order of their time; those without a value
    are left out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: list[_Dot] = []
        self._name = ""
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dots(self, name: str, dots: Sequence[tuple[datetime, Figure, bool]]) -> None:
        """Show this count instead."""
        self._name = name
        self._dots = [_Dot(*dot) for dot in dots if dot[1].value is not None]
        told = "；".join(self._words(dot) for dot in _ends(self._dots))
        self.setAccessibleName(f"{name}曲线：{told or '没有读数'}")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(300, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """The reading under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._dots:
            places = self._places(self._area())
            nearest = min(range(len(places)), key=lambda at: abs(places[at].x() - event.pos().x()))
            QToolTip.showText(event.globalPos(), self._words(self._dots[nearest]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rules, the curve, its dots, the two ends of time."""
        if not self._dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(Appearance.present().font(small=True))
        area = self._area()
        self._paint_rules(painter, area)
        self._paint_curve(painter, self._places(area))
        self._paint_ends(painter, area)

    # Inside ------------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        line = self.fontMetrics().height()
        left = self.fontMetrics().horizontalAdvance("99.9万") + 10
        return QRectF(left, 8, self.width() - left - 10, self.height() - line - 20)

    def _top(self) -> int:
        return max(1, *(dot.value.value or 0 for dot in self._dots))

    def _places(self, area: QRectF) -> list[QPointF]:
        first, last = self._dots[0].at, self._dots[-1].at
        span = (last - first).total_seconds() or 1.0
        places = []
        for dot in self._dots:
            share = (dot.at - first).total_seconds() / span if len(self._dots) > 1 else 0.5
            height = (dot.value.value or 0) / self._top()
            places.append(QPointF(area.left() + area.width() * share, area.bottom() - area.height() * height))
        return places

    def _paint_rules(self, painter: QPainter, area: QRectF) -> None:
        tokens = Appearance.present().tokens
        for part in range(_LINES):
            y = round(area.bottom() - area.height() * part / (_LINES - 1))
            painter.fillRect(QRectF(area.left(), y, area.width(), 1), QColor(tokens.line))
            if (value := self._top() * part // (_LINES - 1)) or part == 0:
                painter.setPen(QColor(tokens.muted))
                box = QRectF(0, y - 10, area.left() - 8, 20)
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, int(flags), figure(number(value)))

    def _paint_curve(self, painter: QPainter, places: list[QPointF]) -> None:
        tokens = Appearance.present().tokens
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawPolyline(QPolygonF(places))
        crowded = (places[-1].x() - places[0].x()) < len(places) * 4 * _DOT
        for dot, place in zip(self._dots, places, strict=True):
            if crowded and dot not in (self._dots[0], self._dots[-1]):
                continue
            hollow = dot.first or dot.value.kind is FigureKind.AT_LEAST
            painter.setBrush(QColor(tokens.surface if hollow else tokens.accent))
            size = _DOT + 1.5 if dot.first else _DOT
            painter.drawEllipse(place, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_ends(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QColor(Appearance.present().tokens.muted))
        top, line = area.bottom() + 6, self.fontMetrics().height() + 4
        ends = [(self._dots[0], Qt.AlignmentFlag.AlignLeft)]
        if len(self._dots) > 1:
            ends.append((self._dots[-1], Qt.AlignmentFlag.AlignRight))
        for dot, side in ends:
            told = f"{dot.at:%m-%d %H:%M}{' 登记时' if dot.first else ''}"
            painter.drawText(QRectF(area.left(), top, area.width() + 8, line), int(side), told)

    def _words(self, dot: _Dot) -> str:
        first = "（登记时）" if dot.first else ""
        return f"{dot.at:%m-%d %H:%M} {self._name} {dot.value.label}{first}"
