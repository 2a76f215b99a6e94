"""A year of days, painted month by month with 休 and 班; a click or Space marks a day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.shell.appearance import Appearance
from ui.wording.moments import long_day
from yuqing_desktop.domain.workdays import DayKind, WorkCalendar

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_GAP = 20


class _Place(NamedTuple):
    left: int
    top: int
    width: int


class YearGrid(QWidget):
    """`picked(date)` fires when a day is to be marked or unmarked."""

    picked = Signal(object)

    def __init__(
        self, calendar: Callable[[], WorkCalendar], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._calendar = calendar
        self._today = today
        self.year = today.year
        self.day = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("全年日历")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Appearance.present().changed.connect(self.updateGeometry)

    def show_year(self, year: int) -> None:
        """Another year; the cursor goes to the same day of it, or its first."""
        self.year = year
        if self.day.year != year:
            self.day = self._today if self._today.year == year else date(year, 1, 1)
        self.updateGeometry()
        self._describe()

    def words(self, day: date) -> str:
        """11 月 24 日 星期二：工作日; the name of the holiday after it."""
        calendar = self._calendar()
        name = calendar.name(day)
        return f"{long_day(day)}：{calendar.kind(day).label}{f'（{name}）' if name else ''}"

    def heightForWidth(self, width: int) -> int:
        """Rows of months, each seven lines high."""
        rows = -(-12 // self._columns(width))
        return rows * self._month_height()

    def hasHeightForWidth(self) -> bool:
        """Fewer months beside one another in less width."""
        return True

    def sizeHint(self) -> QSize:
        """Three or four months beside one another."""
        return QSize(760, self.heightForWidth(760))

    def minimumSizeHint(self) -> QSize:
        """Two months."""
        return QSize(360, 0)

    def resizeEvent(self, event: object) -> None:
        """Another width, another height."""
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the days, Space and Enter mark."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click marks."""
        day = self._day_at(event.position().toPoint().x(), event.position().toPoint().y())
        if day is not None:
            self._go_to(day)
            self.picked.emit(day)

    def event(self, event: QEvent) -> bool:
        """The day's words under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self.words(day) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Twelve months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)

    # Inside ------------------------------------------------------------------------------------

    def _paint_month(self, painter: QPainter, month: int) -> None:
        appearance, place = Appearance.present(), self._place(month)
        line = self._line()
        painter.setFont(appearance.font(bold=True))
        painter.setPen(QColor(appearance.tokens.text))
        painter.drawText(QRect(place.left + 4, place.top, place.width, line), _LEFT, f"{month} 月")
        painter.setFont(appearance.font(pixels=appearance.look.small - 1))
        painter.setPen(QColor(appearance.tokens.muted))
        for column, word in enumerate("一二三四五六日"):
            painter.drawText(self._box(place, 0, column), _CENTRE, word)
        day = date(self.year, month, 1)
        while day.month == month:
            self._paint_day(painter, day)
            day += timedelta(days=1)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        appearance = Appearance.present()
        tokens, calendar = appearance.tokens, self._calendar()
        box, kind = self._day_box(day), calendar.kind(day)
        mark = _mark(kind, day)
        inner = box.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = {"休": tokens.line, "班": tokens.soft}.get(mark)
        if ground:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(inner, 4, 4)
        if day == self._today or (day == self.day and self.hasFocus()):
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 4, 4)
        resting = kind is DayKind.REST
        ink = tokens.accent if mark == "班" else tokens.muted if resting and not mark else tokens.text
        painter.setPen(QColor(ink))
        painter.setFont(appearance.font(small=True, bold=bool(mark)))
        painter.drawText(inner, _CENTRE, f"{day.day}{mark}")

    def _go_to(self, day: date) -> None:
        if day.year == self.year:
            self.day = day
            self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words(self.day))
        self.update()

    def _day_at(self, x: int, y: int) -> date | None:
        for month in range(1, 13):
            place = self._place(month)
            if (
                place.left <= x < place.left + place.width
                and place.top <= y < place.top + self._month_height()
            ):
                day = date(self.year, month, 1)
                while day.month == month:
                    if self._day_box(day).contains(x, y):
                        return day
                    day += timedelta(days=1)
        return None

    def _day_box(self, day: date) -> QRect:
        row, column = divmod(day.day - 1 + day.replace(day=1).weekday(), 7)
        return self._box(self._place(day.month), row + 1, column)

    def _box(self, place: _Place, row: int, column: int) -> QRect:
        left = place.left + place.width * column // 7
        right = place.left + place.width * (column + 1) // 7
        return QRect(left, place.top + (row + 1) * self._line(), right - left, self._line())

    def _place(self, month: int) -> _Place:
        columns = self._columns(self.width())
        row, column = divmod(month - 1, columns)
        width = (self.width() - _GAP * (columns - 1)) // columns
        return _Place(column * (width + _GAP), row * self._month_height(), width)

    def _columns(self, width: int) -> int:
        widest = 7 * (Appearance.present().look.small * 2 + 6)
        return next((count for count in (4, 3, 2) if width >= count * widest + _GAP * (count - 1)), 2)

    def _month_height(self) -> int:
        return 8 * self._line() + 10

    def _line(self) -> int:
        return Appearance.present().look.small + 9


def _mark(kind: DayKind, day: date) -> str:
    """休 on a weekday off, 班 on a weekend day worked."""
    if kind is DayKind.MAKEUP:
        return "班"
    return "休" if kind is DayKind.REST and day.weekday() < 5 else ""
