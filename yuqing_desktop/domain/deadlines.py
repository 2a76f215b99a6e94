"""When a duty is due (第十二条): limit + calendar + start → the moment, and its arithmetic day by day.

Natural time runs day and night. Working hours run in office hours only; a limit used up at the close of a
day is due at that close. Working days follow the Civil Code (art. 201, 203): the day itself is not counted,
whatever its kind and hour, and the limit ends with office hours on the last day. Rolling working days start
at the next opening when the start is outside office hours, and end at the same hour, within the last day's
hours.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from yuqing_desktop.clock import SHANGHAI, local
from yuqing_desktop.domain.deadline_steps import steps_of
from yuqing_desktop.domain.limits import Limit, LimitProfile, Unit, profile_on
from yuqing_desktop.domain.vocabulary import DutyKind, Level
from yuqing_desktop.domain.workdays import WorkCalendar
from yuqing_desktop.problems import BadInput, Refused


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due time with the rule it follows; `assumed_year` when a year not yet published was needed."""

    start: datetime
    due: datetime
    limit: Limit
    assumed_year: bool
    steps: tuple[str, ...]

    @property
    def rule(self) -> DutyKind:
        """The duty whose limit this is."""
        return self.limit.stage


def due_at(calendar: WorkCalendar, limit: Limit, start: datetime) -> datetime:
    """The due time alone, local. Raises BadInput for a start outside 1950–2200."""
    if start.tzinfo is not SHANGHAI:
        start = local(start)
    unit = limit.unit
    if unit is Unit.WORKING_HOURS:
        return calendar.table.after(start, limit.length)
    if unit is not Unit.WORKING_DAYS:
        return start + timedelta(0, limit.length)
    if limit.rolling:
        return calendar.table.same_hour_after(start, limit.length)
    window, number = calendar.table.nth_after(start.toordinal(), limit.length)
    return window.closings[number]


def due(calendar: WorkCalendar, limit: Limit, start: datetime) -> Deadline:
    """The due time with its arithmetic in words. Raises BadInput for a start outside 1950–2200."""
    begun = local(start)
    end = due_at(calendar, limit, begun)
    assumed = rests_on_assumption(calendar, limit, begun, end)
    return Deadline(begun, end, limit, assumed, steps_of(calendar, limit, begun, end))


def compute(
    calendar: WorkCalendar,
    profiles: Sequence[LimitProfile],
    rule: DutyKind,
    moments: Iterable[datetime],
    *,
    level: Level = Level.ORDINARY,
) -> list[Deadline]:
    """A deadline for each moment, each judged by the profile of its day (第十四条)."""
    starts = [local(moment) for moment in moments]
    limits = (profile_on(profiles, start.date()).limit(rule, level) for start in starts)
    return [due(calendar, limit, start) for limit, start in zip(limits, starts, strict=True)]


def extended(calendar: WorkCalendar, limit: Limit, previous: datetime, *, days: int) -> Deadline:
    """The due time `previous` put off by whole working days.

    To the close of the last one, or to the same hour of it for rolling limits and those in working hours.
    """
    rolling = limit.rolling or limit.unit is Unit.WORKING_HOURS
    return due(calendar, replace(limit, amount=days, unit=Unit.WORKING_DAYS, rolling=rolling), previous)


def check_extension(*, now: datetime, due: datetime, reason: str) -> None:
    """An extension needs a reason and comes before the limit lapses. Raises BadInput or Refused."""
    if not reason.strip():
        raise BadInput({"reason": "请写明延期理由"}, article="第十二条")
    if now > due:
        raise Refused(
            f"时限已于{due:%Y-%m-%d %H:%M}届满，不能再延期。",
            kept="原时限和已有记录都未改动。",
            advice="请尽快办理，并在办理情况中说明超时原因。",
            article="第十二条",
        )


def rests_on_assumption(calendar: WorkCalendar, limit: Limit, start: datetime, due: datetime) -> bool:
    """Whether a day the limit counts lies in a year not yet published; natural time needs no calendar."""
    if limit.unit.is_natural:
        return False
    uncounted = limit.unit is Unit.WORKING_DAYS and not limit.rolling
    first = start.date() + timedelta(days=1) if uncounted else start.date()
    return any(not calendar.is_published(year) for year in range(first.year, due.year + 1))


def remaining(calendar: WorkCalendar, limit: Limit, *, now: datetime, due: datetime) -> timedelta:
    """What is left, in the limit's own time: natural, or office hours; negative once it has lapsed."""
    return due - now if limit.unit.is_natural else calendar.working_time(now, due)


def share_used(
    calendar: WorkCalendar, limit: Limit, *, start: datetime, due: datetime, now: datetime
) -> float:
    """The share of the limit's own time used: 0 at the start, 1 at the due time, more after it."""
    whole = remaining(calendar, limit, now=start, due=due)
    left = remaining(calendar, limit, now=now, due=due)
    return 1 - left / whole if whole else float(now >= due)
