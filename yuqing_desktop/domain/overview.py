"""The figures of a period as the statistics page shows them: counted in the database, said here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.statistics import Share, median_hours
from yuqing_desktop.domain.vocabulary import DutyKind

CLOCKS = (DutyKind.FEEDBACK, DutyKind.PUBLISH, DutyKind.FIRST_REPLY)
"""第五条: the section's clock, the office's clock, and the one of 第十二条 that both serve."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Closed duties of one kind (and section): in time, late, still open; hours of office time."""

    on_time: int = 0
    late: int = 0
    waiting: int = 0
    median_hours: float | None = None
    p90_hours: float | None = None

    @property
    def share(self) -> Share:
        """In time, of those done or past their time."""
        return Share(self.on_time, self.on_time + self.late)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the statistics page shows of a period. Pairs are (word, number)."""

    period: Period
    registered: int
    before: int
    carried: int
    trend: tuple[tuple[str, int], ...]
    by_need: tuple[tuple[str, int], ...]
    by_level: tuple[tuple[str, int], ...]
    by_kind: tuple[tuple[str, int], ...]
    by_platform: tuple[tuple[str, int], ...]
    sections: tuple[tuple[str, Tally], ...]
    clocks: tuple[tuple[DutyKind, Tally], ...]
    interim_debts: int
    overdue: int

    @property
    def growth(self) -> float | None:
        """The change against the period before, as a share of it."""
        return (self.registered - self.before) / self.before if self.before else None


def tally(rows: Iterable[tuple[bool, bool, bool, int | None, int]]) -> Tally:
    """Rows (met, late, open, minutes, how many) of one kind as a tally."""
    known = list(rows)
    done = sorted((minutes, count) for met, _, _, minutes, count in known if met and minutes is not None)
    return Tally(
        on_time=sum(count for met, late, _, _, count in known if met and not late),
        late=sum(count for met, late, waiting, _, count in known if late and (met or waiting)),
        waiting=sum(count for _, late, waiting, _, count in known if waiting and not late),
        median_hours=median_hours(done),
        p90_hours=_percentile(done, 0.9),
    )


def _percentile(counted: list[tuple[int, int]], share: float) -> float | None:
    """The value (hours) that this share of the counted minutes does not exceed."""
    total = sum(count for _, count in counted)
    reached = 0
    for minutes, count in counted:
        reached += count
        if reached >= share * total:
            return round(minutes / 60, 1)
    return None


def steps(period: Period) -> tuple[tuple[str, date, date], ...]:
    """The columns of the trend: days up to five weeks, weeks up to half a year, months beyond; (word, first, last)."""
    days = (period.last - period.first).days + 1
    if days <= 35:
        every = [period.first + timedelta(days=at) for at in range(days)]
        return tuple((f"{day.month}-{day.day}", day, day) for day in every)
    if days <= 190:
        starts = [period.first + timedelta(days=at) for at in range(0, days, 7)]
        return tuple(
            (f"{day.month}-{day.day}", day, min(day + timedelta(days=6), period.last)) for day in starts
        )
    return tuple(_months(period))


def _months(period: Period) -> Iterable[tuple[str, date, date]]:
    first = period.first
    while first <= period.last:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        last = min(following - timedelta(days=1), period.last)
        year = "" if period.first.year == period.last.year else f"{first.year % 100}年"
        yield f"{year}{first.month}月", first, last
        first = following
