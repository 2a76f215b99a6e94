"""The days of a month, painted; arrows move, Enter picks."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.shell.appearance import Appearance

_CELL = QSize(40, 34)
"""At the usual text size."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class MonthGrid(QWidget):
    """`moved()` fires with another day under the cursor, `picked(date)` when it is chosen."""

    moved = Signal()
    picked = Signal(object)

    def __init__(self, day: date, today: date, marks: Callable[[date], str]) -> None:
        super().__init__()
        self.day = day
        self._today = today
        self._marks = marks
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look = Appearance.present().look
        self._cell = _CELL * (look.base / 13)
        self._mark_size = look.small - 2
        self.setFixedSize(self._cell.width() * 7, self._cell.height() * 7)
        self.setAccessibleName("日历")

    def go_to(self, day: date) -> None:
        """Put the cursor on a day."""
        self.day = day
        mark = self._marks(day)
        self.setAccessibleDescription(f"{day:%Y-%m-%d} {mark}".strip())
        self.update()
        self.moved.emit()

    def turn(self, months: int) -> None:
        """Another month, the same day of it or its last."""
        count = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(count, 12)
        last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
        self.go_to(date(year, month + 1, min(self.day.day, last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, page keys, t, Enter."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_T:
            self.go_to(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        at = event.position().toPoint()
        row, column = at.y() // self._cell.height() - 1, at.x() // self._cell.width()
        if row >= 0 and 0 <= column < 7:
            self.picked.emit(self._first() + timedelta(days=row * 7 + column))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The weekdays and six weeks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        appearance = Appearance.present()
        painter.setFont(appearance.font(small=True))
        painter.setPen(QColor(appearance.tokens.muted))
        for column, word in enumerate("一二三四五六日"):
            painter.drawText(self._box(-1, column), _CENTRE, word)
        first = self._first()
        for at in range(42):
            self._paint_day(painter, self._box(at // 7, at % 7), first + timedelta(days=at))

    def _paint_day(self, painter: QPainter, box: QRect, day: date) -> None:
        appearance = Appearance.present()
        tokens = appearance.tokens
        chosen = day == self.day
        inner = box.adjusted(2, 2, -2, -2)
        painter.setPen(QColor(tokens.accent) if day == self._today else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent) if chosen else Qt.BrushStyle.NoBrush)
        if chosen or day == self._today:
            painter.drawRoundedRect(inner, 6, 6)
        mark = self._marks(day)
        other = day.month != self.day.month
        resting = mark == "休" or (day.weekday() >= 5 and mark != "班")
        ink = (
            tokens.on_accent
            if chosen
            else tokens.faint
            if other
            else tokens.muted
            if resting
            else tokens.text
        )
        painter.setPen(QColor(ink))
        painter.setFont(appearance.font())
        painter.drawText(inner.translated(-5 if mark else 0, 0), _CENTRE, str(day.day))
        if mark:
            painter.setFont(appearance.font(pixels=self._mark_size))
            if not chosen and not other:
                painter.setPen(QColor(tokens.muted if mark == "休" else tokens.accent))
            side = self._mark_size + 2
            painter.drawText(QRect(inner.right() - side - 1, inner.y() + 3, side, side), _CENTRE, mark)

    def _box(self, row: int, column: int) -> QRect:
        cell = self._cell
        return QRect(QPoint(column * cell.width(), (row + 1) * cell.height()), cell)

    def _first(self) -> date:
        first = self.day.replace(day=1)
        return first - timedelta(days=first.weekday())
