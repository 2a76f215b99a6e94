"""Ranges of days a filter offers by name."""

from collections.abc import Callable
from datetime import date, timedelta

from yuqing_desktop.domain.periods import month_of, week_of

Days = tuple[date | None, date | None]

RANGES: dict[str, tuple[str, Callable[[date], Days]]] = {
    "today": ("今天", lambda today: (today, today)),
    "yesterday": ("昨天", lambda today: (today - timedelta(days=1), today - timedelta(days=1))),
    "three_days": ("近三天", lambda today: (today - timedelta(days=2), today)),
    "week": ("本周", lambda today: (week_of(today).first, week_of(today).last)),
    "last_week": ("上周", lambda today: (week_of(today).previous.first, week_of(today).previous.last)),
    "month": ("本月", lambda today: (month_of(today).first, month_of(today).last)),
    "year": ("今年", lambda today: (date(today.year, 1, 1), date(today.year, 12, 31))),
}


def days_of(name: str, today: date) -> Days:
    """The first and last day of a named range; open for an unknown name."""
    return RANGES[name][1](today) if name in RANGES else (None, None)


def name_of(days: Days, today: date) -> str:
    """The name of these days, empty when they have none."""
    return next((name for name, (_, make) in RANGES.items() if make(today) == days), "")
