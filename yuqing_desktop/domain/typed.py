"""A time as the clerk types it in a hurry: 1123, 11.23, 11-23 9:30, 1123 0930, 昨天 9:30, t, 今, 9:30.

A day without a year is the nearest one not after now. A day alone is 00:00, today alone is now.
"""

import re
from datetime import date, datetime, time

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.moment_forms import normal
from yuqing_desktop.domain.moments import DATE_ONLY, days_before, read_moment

_SHORT_DAYS = {"t": "今天", "今": "今天", "j": "今天", "昨": "昨天", "z": "昨天", "y": "昨天", "前": "前天"}
_SHORT = re.compile(r"(?P<day>[tjzy今昨前](?![天日晚]))\s*(?P<rest>.*)")
_DIGITS = re.compile(r"(?P<year>20\d\d|\d\d)?(?P<month>\d\d)(?P<number>\d\d)(?:\s+(?P<rest>.+))?")
_BARE_CLOCK = re.compile(r"(?P<lead>.*\s)(?P<hour>\d{1,2})(?P<minute>\d\d)")


def typed_moment(text: str, now: datetime) -> datetime | None:
    """The moment meant by what was typed, in Asia/Shanghai, or None where it means none."""
    typed = normal(text)
    if not typed:
        return None
    if short := _SHORT.fullmatch(typed):
        typed = f"{_SHORT_DAYS[short['day']]} {short['rest']}".strip()
    if digits := _DIGITS.fullmatch(typed):
        day = _day(digits, now)
        if day is None:
            return None
        typed = f"{day.isoformat()} {digits['rest'] or ''}".strip()
    if bare := _BARE_CLOCK.fullmatch(typed):
        typed = f"{bare['lead']}{bare['hour']}:{bare['minute']}"
    reading = read_moment(typed, now)
    if reading.value is not None and reading.remark == DATE_ONLY and reading.value.date() == now.date():
        return now
    return reading.value


def _day(digits: re.Match[str], now: datetime) -> date | None:
    """1123 is a day of this year or the last; 241123 and 20241123 name their year."""
    month, number = int(digits["month"]), int(digits["number"])
    if digits["year"] is None:
        return days_before(now.date(), month, number)
    year = int(digits["year"]) % 100 + 2000
    try:
        return datetime.combine(date(year, month, number), time(), SHANGHAI).date()
    except ValueError:
        return None
