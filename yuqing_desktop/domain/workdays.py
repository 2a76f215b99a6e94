"""The working calendar: which days are worked, at which hours, and whether that is published yet (第十二条).

A year without its notice is a normal state: Monday to Friday is assumed, and `is_published` says so.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.office_hours import FACTORY_HOURS, DayException, OfficeHours, Span
from yuqing_desktop.domain.vocabulary import Word
from yuqing_desktop.domain.worktable import WorkTable

SATURDAY = 5


class DayKind(Word):
    """The three kinds of day."""

    WORKDAY = "workday", "工作日", "第十二条"
    REST = "rest", "休息日", "第十二条"
    MAKEUP = "makeup", "补班", "第十二条"


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """A day the notice names: off (休), or a weekend day worked instead (班)."""

    day: date
    name: str
    is_rest: bool


@dataclass(frozen=True, slots=True)
class YearNotice:
    """The holiday notice for a year: `number` like 国办发明电〔2025〕7号, empty if unknown."""

    year: int
    number: str
    days: tuple[NoticeDay, ...]
    source: str = ""

    def marked(self, day: NoticeDay) -> "YearNotice":
        """The notice with this day marked 休 or 班, by a click in the year view."""
        kept = (other for other in self.days if other.day != day.day)
        return replace(self, days=tuple(sorted((*kept, day), key=lambda one: one.day)))

    def unmarked(self, day: date) -> "YearNotice":
        """The notice without a mark on this day."""
        return replace(self, days=tuple(other for other in self.days if other.day != day))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Working days and hours of an office. Where two notices name the same day, the later year's holds."""

    notices: tuple[YearNotice, ...] = ()
    hours: OfficeHours = FACTORY_HOURS
    table: WorkTable = field(init=False, repr=False, compare=False)
    _marks: dict[date, NoticeDay] = field(init=False, repr=False, compare=False)
    _exceptions: dict[date, DayException] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_year = sorted(self.notices, key=lambda notice: notice.year)
        marks = {mark.day: mark for notice in by_year for mark in notice.days}
        object.__setattr__(self, "_marks", marks)
        object.__setattr__(self, "_exceptions", {one.day: one for one in self.hours.exceptions})
        object.__setattr__(self, "table", WorkTable(self.spans))

    def notice(self, year: int) -> YearNotice | None:
        """The notice for this year, if it is known."""
        return next((notice for notice in self.notices if notice.year == year), None)

    def is_published(self, year: int) -> bool:
        """Whether the notice for this year is known; if not, weekdays are only assumed to be worked."""
        return self.notice(year) is not None

    def kind(self, day: date) -> DayKind:
        """工作日, 休息日 or 补班: a single-day exception first, then the notice, then the day of the week."""
        if not self.is_workday(day):
            return DayKind.REST
        return DayKind.MAKEUP if day.weekday() >= SATURDAY else DayKind.WORKDAY

    def is_workday(self, day: date) -> bool:
        """Whether the office works on this day (补班 included)."""
        exception = self._exceptions.get(day)
        if exception is not None:
            return bool(exception.spans)
        mark = self._marks.get(day)
        return not mark.is_rest if mark else day.weekday() < SATURDAY

    def name(self, day: date) -> str:
        """What the day is called: the exception's reason or the holiday's name, else nothing."""
        exception = self._exceptions.get(day)
        if exception is not None:
            return exception.reason
        mark = self._marks.get(day)
        return mark.name if mark else ""

    def spans(self, day: date) -> tuple[Span, ...]:
        """The office hours of this day; none on a day off."""
        exception = self._exceptions.get(day)
        if exception is not None:
            return exception.spans
        return self.hours.ordinary_spans(day) if self.is_workday(day) else ()

    def next_workday(self, day: date, *, count: int = 1) -> date:
        """The `count`-th working day after this day, the day itself not counted (民法典第二百零一条)."""
        window, number = self.table.nth_after(day.toordinal(), count)
        return date.fromordinal(window.days[number])

    def previous_workday(self, day: date) -> date:
        """The last working day before this day."""
        return date.fromordinal(self.table.last_before(day.toordinal()))

    def workdays_between(self, first: date, last: date) -> int:
        """How many working days from one day to another, both included."""
        return self.table.count_between(first.toordinal(), last.toordinal())

    def workdays(self, first: date, last: date) -> tuple[date, ...]:
        """The working days from one day to another, both included, in order."""
        span = range(first.toordinal(), last.toordinal() + 1)
        return tuple(day for day in map(date.fromordinal, span) if self.is_workday(day))

    def is_open(self, moment: datetime) -> bool:
        """Whether the moment (local) is in office hours, both ends included: when reminders may speak."""
        clock = moment.time()
        return any(span.start <= clock <= span.end for span in self.spans(moment.date()))

    def next_opening(self, moment: datetime) -> datetime:
        """The moment itself if the office is open, else when it next opens."""
        window, number, clock = self.table.opening(moment)
        return window.midnights[number] + timedelta(seconds=clock)

    def closing(self, day: date) -> datetime | None:
        """When the office closes on this day; None on a day off."""
        spans = self.spans(day)
        return datetime.combine(day, spans[-1].end, SHANGHAI) if spans else None

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """Office hours from `start` to `end`; negative when `end` is the earlier."""
        return timedelta(seconds=self.table.seconds_between(start, end))
