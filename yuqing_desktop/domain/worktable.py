"""Working time as sorted arrays: any moment ↔ its place in the office's time, by bisection.

The arrays cover whole years and are made when first asked for; a wider set replaces a narrower one in one
assignment, so readers on several threads need no lock.
"""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.office_hours import Span
from yuqing_desktop.problems import BadInput

FIRST_YEAR, LAST_YEAR = 1950, 2200

Seconds = tuple[tuple[int, int], ...]


class Window(NamedTuple):
    """Days `first`… and, of them, the working days, numbered from 0."""

    first: int  # ordinal of the first day
    before: list[int]  # for each day (and one past the last): working days before it
    days: list[int]  # ordinal of each working day
    ends: list[int]  # working seconds up to the end of each working day; a 0 stands in front
    spans: list[Seconds]
    midnights: list[datetime]
    closings: list[datetime]


NOTHING = Window(0, [], [], [0], [], [], [])


class WorkTable:
    """The arrays of one calendar; `spans_of` tells the spans of a day, none on a day off."""

    __slots__ = ("_spans_of", "_window", "_years")

    def __init__(self, spans_of: Callable[[date], tuple[Span, ...]]) -> None:
        self._spans_of = spans_of
        self._window = NOTHING
        self._years: tuple[int, int] | None = None

    def nth_after(self, ordinal: int, count: int) -> tuple[Window, int]:
        """The window, and the number in it of the `count`-th working day after this day (from 1)."""
        while True:
            window = self._window
            place = ordinal - window.first
            if 0 <= place < len(window.before) - 1:
                number = window.before[place + 1] + count - 1
                if number < len(window.days):
                    return window, number
            self._widen(ordinal)

    def last_before(self, ordinal: int) -> int:
        """Ordinal of the last working day before this day."""
        while True:
            window = self._window
            place = ordinal - window.first
            if 0 <= place < len(window.before) and window.before[place]:
                return window.days[window.before[place] - 1]
            self._widen(ordinal - 366)
            self._widen(ordinal)

    def count_between(self, first: int, last: int) -> int:
        """Working days from one day to another, both included; 0 when `last` is before `first`."""
        if last < first:
            return 0
        window = self.covering(first, last)
        return window.before[last + 1 - window.first] - window.before[first - window.first]

    def after(self, start: datetime, seconds: int) -> datetime:
        """The moment `seconds` (> 0) of working time after `start`; a close rather than the next opening."""
        ordinal = start.toordinal()
        while True:
            window = self._window
            place = ordinal - window.first
            if 0 <= place < len(window.before) - 1:
                number = window.before[place]
                ends = window.ends
                target = ends[number] + seconds
                if window.before[place + 1] > number:
                    target += _elapsed(window.spans[number], start)
                number = bisect_left(ends, target, number + 1) - 1
                if number < len(window.days):
                    clock = _clock(window.spans[number], target - ends[number])
                    return window.midnights[number] + timedelta(0, clock)
            self._widen(ordinal)

    def opening(self, start: datetime) -> tuple[Window, int, int]:
        """When the office is next open (or is now): the window, the working day's number, its second."""
        ordinal = start.toordinal()
        now = start.hour * 3600 + start.minute * 60 + start.second
        while True:
            window = self._window
            place = ordinal - window.first
            if 0 <= place < len(window.before) - 1:
                number = window.before[place]
                if window.before[place + 1] > number:
                    for begin, end in window.spans[number]:
                        if now <= end:
                            return window, number, max(now, begin)
                    number += 1
                if number < len(window.days):
                    return window, number, window.spans[number][0][0]
            self._widen(ordinal)

    def same_hour_after(self, start: datetime, count: int) -> datetime:
        """The hour of the next opening, `count` working days later, within that day's first and last hour."""
        while True:
            window, number, clock = self.opening(start)
            number += count
            if number < len(window.days):
                spans = window.spans[number]
                within = min(max(clock, spans[0][0]), spans[-1][1])
                return window.midnights[number] + timedelta(0, within)
            self._widen(start.toordinal())

    def seconds_between(self, start: datetime, end: datetime) -> int:
        """Working seconds from `start` to `end`; negative when `end` is the earlier."""
        first, last = sorted((start.toordinal(), end.toordinal()))
        window = self.covering(first, last)
        return _position(window, end) - _position(window, start)

    def covering(self, first: int, last: int) -> Window:
        """A window that holds both days."""
        while True:
            window = self._window
            if first >= window.first and last - window.first < len(window.before) - 1:
                return window
            self._widen(first)
            self._widen(last)

    def _widen(self, ordinal: int) -> None:
        year = date.fromordinal(max(ordinal, 1)).year
        low, high = self._years or (year, year - 1)
        low, high = min(low, year), max(high + 2, year + 1)
        if low < FIRST_YEAR or high > LAST_YEAR:
            raise BadInput({"start": f"日期超出可推算的范围（{FIRST_YEAR}—{LAST_YEAR}年）"})
        self._window = _window(low, high, self._spans_of)
        self._years = low, high


def _window(low: int, high: int, spans_of: Callable[[date], tuple[Span, ...]]) -> Window:
    first = date(low, 1, 1).toordinal()
    window = Window(first, [0], [], [0], [], [], [])
    for ordinal in range(first, date(high, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        spans = tuple(span.seconds for span in spans_of(day))
        if spans:
            midnight = datetime.combine(day, time(), SHANGHAI)
            window.days.append(ordinal)
            window.spans.append(spans)
            window.ends.append(window.ends[-1] + sum(end - start for start, end in spans))
            window.midnights.append(midnight)
            window.closings.append(midnight + timedelta(seconds=spans[-1][1]))
        window.before.append(len(window.days))
    return window


def _position(window: Window, moment: datetime) -> int:
    place = moment.toordinal() - window.first
    number = window.before[place]
    if window.before[place + 1] == number:
        return window.ends[number]
    return window.ends[number] + _elapsed(window.spans[number], moment)


def _elapsed(spans: Seconds, moment: datetime) -> int:
    now = moment.hour * 3600 + moment.minute * 60 + moment.second
    worked = 0
    for start, end in spans:
        if now <= start:
            break
        worked += (end if now > end else now) - start
    return worked


def _clock(spans: Seconds, worked: int) -> int:
    for start, end in spans:
        if worked <= end - start:
            return start + worked
        worked -= end - start
    return spans[-1][1]
