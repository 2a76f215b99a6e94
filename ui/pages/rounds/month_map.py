"""A month of rounds, painted: every day says in words whether it is complete, missing or a day off."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.pages.rounds.round_words import said, tone_of, whole
from ui.shell.appearance import Appearance
from yuqing_desktop.domain.rounds import DayState, RoundDay

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_TOP = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
_BOTTOM = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
_GAP = 4


class MonthMap(QWidget):
    """`picked(RoundDay)` fires when a day is chosen by click, arrows or Enter."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[RoundDay, ...] = ()
        self.chosen: date | None = None
        self._today = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("巡查日历")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Appearance.present().changed.connect(self.updateGeometry)

    def show_days(self, days: Sequence[RoundDay], today: date) -> None:
        """Show a month; the day chosen stays if it is in it, else today."""
        self.days, self._today = tuple(days), today
        known = {one.day for one in self.days}
        if self.chosen not in known:
            self.chosen = today if today in known else (self.days[0].day if self.days else None)
        self.updateGeometry()
        self.update()
        self._describe()

    def day(self) -> RoundDay | None:
        """The day chosen."""
        return next((one for one in self.days if one.day == self.chosen), None)

    def sizeHint(self) -> QSize:
        """Six weeks at most."""
        return QSize(336, self._head() + self._weeks() * self._cell_height())

    def minimumSizeHint(self) -> QSize:
        """Two characters and a figure a day."""
        return QSize(7 * 40, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the days."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.chosen is not None:
            self._choose(self.chosen + timedelta(days=_STEPS[key]))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        day = self._day_at(event.position().toPoint().x(), event.position().toPoint().y())
        if day is not None:
            self._choose(day)

    def event(self, event: QEvent) -> bool:
        """The day's words under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(event.pos().x(), event.pos().y())
            found = next((one for one in self.days if one.day == day), None)
            QToolTip.showText(event.globalPos(), whole(found) if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The weekdays, then the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        appearance = Appearance.present()
        painter.setFont(appearance.font(small=True))
        painter.setPen(QColor(appearance.tokens.muted))
        for column, word in enumerate("一二三四五六日"):
            box = QRect(self._left(column), 0, self._left(column + 1) - self._left(column), self._head())
            painter.drawText(box.adjusted(0, 0, -_GAP, 0), _CENTRE, word)
        for one in self.days:
            self._paint_day(painter, one)

    # Inside ------------------------------------------------------------------------------------

    def _paint_day(self, painter: QPainter, one: RoundDay) -> None:
        appearance = Appearance.present()
        tokens, tone = appearance.tokens, tone_of(one)
        box = self._box(one.day).adjusted(0, 0, -_GAP - 1, -_GAP)
        painter.setPen(QColor(tokens.accent if one.day == self._today else tokens.line))
        painter.setBrush(QColor(tokens.ground(tone) if tone != "muted" else tokens.surface))
        painter.drawRoundedRect(box, 6, 6)
        if one.day == self.chosen:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        inner = box.adjusted(2, 4, -2, -4)
        painter.setFont(appearance.font(bold=one.day == self._today))
        painter.setPen(QColor(tokens.muted if one.state in (DayState.REST, DayState.AHEAD) else tokens.text))
        painter.drawText(inner, _TOP, str(one.day.day))
        painter.setFont(appearance.font(pixels=appearance.look.small - 1))
        painter.setPen(QColor(tokens.ink(tone)))
        painter.drawText(inner, _BOTTOM, said(one))

    def _choose(self, day: date) -> None:
        if any(one.day == day for one in self.days):
            self.chosen = day
            self.update()
            self._describe()
            self.picked.emit(self.day())

    def _describe(self) -> None:
        day = self.day()
        self.setAccessibleDescription(whole(day) if day else "")

    def _day_at(self, x: int, y: int) -> date | None:
        return next((one.day for one in self.days if self._box(one.day).contains(x, y)), None)

    def _box(self, day: date) -> QRect:
        first = day.replace(day=1)
        row, column = divmod(day.day - 1 + first.weekday(), 7)
        left = self._left(column)
        return QRect(
            left, self._head() + row * self._cell_height(), self._left(column + 1) - left, self._cell_height()
        )

    def _left(self, column: int) -> int:
        return column * (self.width() + _GAP) // 7

    def _weeks(self) -> int:
        if not self.days:
            return 5
        return (self.days[-1].day.day - 1 + self.days[0].day.replace(day=1).weekday()) // 7 + 1

    def _head(self) -> int:
        return Appearance.present().look.small + 10

    def _cell_height(self) -> int:
        look = Appearance.present().look
        return look.base + look.small + 19
