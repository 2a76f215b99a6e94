"""Deadlines counted the slow way: one day after another, one minute after another.

Written apart from the program: it knows the package chinesecalendar and office hours, and none of our code.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache

import chinese_calendar

OPEN = ((time(8, 30), time(12, 0)), (time(14, 0), time(17, 30)))
CLOSE = time(17, 30)
LAST_PUBLISHED = 2026

IsWorked = Callable[[date], bool]


@cache
def is_worked(day: date) -> bool:
    if 2024 <= day.year <= LAST_PUBLISHED:
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < 5


def working_days(start: datetime, count: int, worked: IsWorked = is_worked) -> datetime:
    """The end of office hours on the count-th working day after the start's day."""
    day = start.date()
    while count:
        day += timedelta(days=1)
        if worked(day):
            count -= 1
    return datetime.combine(day, CLOSE, start.tzinfo)


def rolling_days(start: datetime, count: int, worked: IsWorked = is_worked) -> datetime:
    """The same hour, count working days after the first moment the office is open."""
    moment = next_open(start, worked)
    while count:
        moment += timedelta(days=1)
        if worked(moment.date()):
            count -= 1
    return moment


def working_minutes(start: datetime, minutes: int, worked: IsWorked = is_worked) -> datetime:
    """Minute after minute; whole days off are stepped over in one stride."""
    moment = start
    while minutes:
        if not worked(moment.date()):
            moment = datetime.combine(moment.date() + timedelta(days=1), time(), start.tzinfo)
            continue
        if is_working_minute(moment):
            minutes -= 1
        moment += timedelta(minutes=1)
    return moment


def working_minutes_by_day(start: datetime, minutes: int, worked: IsWorked = is_worked) -> datetime:
    """Day after day, span after span: for long runs."""
    day = start.date()
    while True:
        for opens, closes in OPEN if worked(day) else ():
            begin = max(start, datetime.combine(day, opens, start.tzinfo))
            end = datetime.combine(day, closes, start.tzinfo)
            here = max(0, int((end - begin).total_seconds()) // 60)
            if 0 < minutes <= here:
                return begin + timedelta(minutes=minutes)
            minutes -= here
        day += timedelta(days=1)


def natural_minutes(start: datetime, minutes: int) -> datetime:
    for _ in range(minutes):
        start += timedelta(minutes=1)
    return start


def is_working_minute(moment: datetime) -> bool:
    return any(opens <= moment.time() < closes for opens, closes in OPEN)


def next_open(start: datetime, worked: IsWorked) -> datetime:
    day = start.date()
    while True:
        for opens, closes in OPEN if worked(day) else ():
            if start <= datetime.combine(day, closes, start.tzinfo):
                return max(start, datetime.combine(day, opens, start.tzinfo))
        day += timedelta(days=1)
