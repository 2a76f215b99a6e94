"""Which backups stay: every one of the last day, then one a day, a week, a month."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

DAILY, WEEKLY, MONTHLY = 12, 10, 9
FRESH = timedelta(days=1)

_STEPS: tuple[tuple[int, Callable[[date], object]], ...] = (
    (DAILY, lambda day: day),
    (WEEKLY, lambda day: day.isocalendar()[:2]),
    (MONTHLY, lambda day: (day.year, day.month)),
)


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Those that stay: the newest of each of the last 12 days, 10 weeks and 9 months that have one.

    What a clock put forward has dated ahead stays, and stands in nobody's place.
    """
    every = sorted(moments, reverse=True)
    staying = {moment for moment in every if now - moment <= FRESH}
    newest_first = [moment for moment in every if moment <= now]
    for count, period in _STEPS:
        seen: dict[object, datetime] = {}
        for moment in newest_first:
            seen.setdefault(period(moment.date()), moment)
        staying.update(list(seen.values())[:count])
    return frozenset(staying)
