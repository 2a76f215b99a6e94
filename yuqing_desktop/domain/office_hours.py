"""Office hours: the spans worked on an ordinary day, by season, and on single days that differ."""

from dataclasses import dataclass
from datetime import date, time

from yuqing_desktop.problems import BadInput


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of work inside one day, from `start` (included) to `end`, local time."""

    start: time
    end: time

    @property
    def seconds(self) -> tuple[int, int]:
        """Start and end in seconds since midnight."""
        return second_of_day(self.start), second_of_day(self.end)

    @property
    def label(self) -> str:
        """08:30—12:00."""
        return f"{self.start:%H:%M}—{self.end:%H:%M}"


@dataclass(frozen=True, slots=True)
class Season:
    """Other spans from one (month, day) to another, both included, every year; may cross New Year."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        check_spans(self.spans)
        for month, day in (self.first, self.last):
            if not _is_month_day(month, day):
                raise BadInput({"seasons": f"{self.name}：{month}月{day}日不是日期"})

    def covers(self, day: date) -> bool:
        """Whether this day is in the season."""
        here = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last


@dataclass(frozen=True, slots=True)
class DayException:
    """A day that is closed (no spans) or open at other hours, whatever the notice says; with its reason."""

    day: date
    reason: str
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if self.spans:
            check_spans(self.spans)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Usual spans with the lunch break between them, seasons (the first that fits holds), single days.

    Raises BadInput when spans are empty, overlap or run backwards, or a day has two exceptions.
    """

    usual: tuple[Span, ...]
    seasons: tuple[Season, ...] = ()
    exceptions: tuple[DayException, ...] = ()

    def __post_init__(self) -> None:
        check_spans(self.usual)
        days = [exception.day for exception in self.exceptions]
        if len(set(days)) < len(days):
            raise BadInput({"exceptions": "同一天只能有一条单日例外"})

    def season_of(self, day: date) -> Season | None:
        """The season this day is in, if any."""
        return next((season for season in self.seasons if season.covers(day)), None)

    def ordinary_spans(self, day: date) -> tuple[Span, ...]:
        """The spans of this day if it is worked and is no exception."""
        season = self.season_of(day)
        return season.spans if season else self.usual


def check_spans(spans: tuple[Span, ...]) -> None:
    """Raises BadInput unless there is a span, each ends after it starts and after the one before it."""
    if not spans:
        raise BadInput({"spans": "办公时间不能为空"})
    edges = [edge for span in spans for edge in span.seconds]
    if any(later <= earlier for earlier, later in zip(edges[::2], edges[1::2], strict=True)):
        raise BadInput({"spans": "办公时间的结束要晚于开始"})
    if any(later < earlier for earlier, later in zip(edges[1::2], edges[2::2], strict=False)):
        raise BadInput({"spans": "办公时间各段要依次排列，不能重叠"})


def second_of_day(clock: time) -> int:
    """Seconds since midnight."""
    return clock.hour * 3600 + clock.minute * 60 + clock.second


def _is_month_day(month: int, day: int) -> bool:
    try:
        date(2024, month, day)  # a leap year: 2月29日 is a day
    except ValueError:
        return False
    return True


FACTORY_HOURS = OfficeHours(usual=(Span(time(8, 30), time(12)), Span(time(14), time(17, 30))))
