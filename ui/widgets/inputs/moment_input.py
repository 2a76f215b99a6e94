"""A time or a day as typed in a hurry: 1123, 11.23, 昨天 9:30, t; + and − move a day (E21)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.inputs.input import Input
from ui.widgets.line_edit import LineEdit
from ui.widgets.text_label import TextLabel
from ui.wording.moments import WEEKDAYS
from yuqing_desktop.domain.typed import typed_moment

Now = Callable[[], datetime]
Marks = Callable[[date], str]


class MomentInput(Input):
    """Its value is a datetime, or a date where `day_only`. `ahead`: a day without a year is the next one."""

    def __init__(
        self,
        now: Now,
        marks: Marks | None = None,
        *,
        day_only: bool = False,
        ahead: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._marks = marks
        self._day_only = day_only
        self._ahead = ahead
        self.edit = LineEdit()
        self.edit.setPlaceholderText("1123、11.23、昨天" if day_only else "1123 0930、昨天 9:30")
        words = self.edit.fontMetrics().horizontalAdvance(self.edit.placeholderText())
        self.edit.setMinimumWidth(max(150, words + 28))
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._tidy)
        self.button = QToolButton()
        self.button.setToolTip("选日期（向下键）")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.open_calendar)
        self.meaning = TextLabel(role="muted")
        self.row.setSpacing(4)
        for part in (self.edit, self.button, self.meaning):
            self.row.addWidget(part)
        self.row.addStretch(1)
        self._draw()

    @property
    def target(self) -> QWidget:
        """The line."""
        return self.edit

    def value(self) -> datetime | date | None:
        """The moment or day meant."""
        meant = self._meant()
        return meant.date() if meant and self._day_only else meant

    def set_value(self, value: datetime | date | None) -> None:
        """Show a moment or day."""
        self.edit.setText(self._said(value) if value else "")
        self._explain()

    def reason(self) -> str:
        """Why the text means no time."""
        text = self.edit.text().strip()
        if not text or self._meant():
            return ""
        return f"看不懂时间“{text}”，可填 1123、11-23 9:30、昨天 9:30"

    def open_calendar(self) -> None:
        """Choose a day with 休 and 班 marked."""
        popup = CalendarPopup(self._day(), self._now().date(), self._marks, self)
        popup.picked.connect(self._pick)
        popup.show_below(self.edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """+ − t and the arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def set_names(self, name: str, help_words: str) -> None:
        """Name the button too."""
        super().set_names(name, help_words)
        self.button.setAccessibleName(f"{name}：选日期")

    def _key(self, event: QKeyEvent) -> bool:
        text = self.edit.text().strip()
        complete = not text or text == self._said(self._meant())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Down and (alt or complete):
            self.open_calendar()
        elif event.text() in ("+", "=") and complete:
            self._move(1)
        elif event.text() in ("-", "_") and complete:
            self._move(-1)
        elif event.text().lower() == "t" and complete:
            self._take(self._now())
        else:
            return False
        return True

    def _move(self, days: int) -> None:
        self._take((self._meant() or self._now()) + timedelta(days=days))

    def _pick(self, day: date) -> None:
        meant = self._meant() or self._now()
        self._take(datetime.combine(day, meant.timetz()))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, moment: datetime) -> None:
        self.set_value(moment)
        self.edit.selectAll()
        self.changed.emit()

    def _typed(self) -> None:
        self._explain()
        self.changed.emit()

    def _tidy(self) -> None:
        meant = self._meant()
        if meant is not None:
            self.edit.setText(self._said(meant))
            self._explain()

    def _meant(self) -> datetime | None:
        text, now = self.edit.text().strip(), self._now()
        meant = typed_moment(text, now)
        if meant is None or not self._ahead or meant >= now or str(meant.year) in text:
            return meant
        if meant.date() >= now.date() - timedelta(days=1) or (meant.month, meant.day) == (2, 29):
            return meant
        return meant.replace(year=meant.year + 1)

    def _day(self) -> date:
        return (self._meant() or self._now()).date()

    def _said(self, value: datetime | date | None) -> str:
        if value is None:
            return ""
        return f"{value:%Y-%m-%d}" if self._day_only else f"{value:%Y-%m-%d %H:%M}"

    def _explain(self) -> None:
        meant, reason = self._meant(), self.reason()
        said = self._said(meant)
        weekday = WEEKDAYS[meant.weekday()] if meant else ""
        typed = self.edit.text().strip()
        self.meaning.setText("看不懂" if reason else weekday if typed == said else f"{said} {weekday}")
        self.meaning.set_role("danger" if reason else "muted")

    def _draw(self) -> None:
        self.button.setIcon(icon("calendar", Appearance.present().tokens.muted))
