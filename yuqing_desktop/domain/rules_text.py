"""The clock's rules as plain values and back, so that they can be kept as settings: notices, office hours, profiles."""

from datetime import date, time
from typing import Any

from yuqing_desktop.domain.limits import ClockStart, Limit, LimitProfile, Unit
from yuqing_desktop.domain.office_hours import DayException, OfficeHours, Season, Span
from yuqing_desktop.domain.vocabulary import DutyKind, Level
from yuqing_desktop.domain.workdays import NoticeDay, YearNotice

Plain = dict[str, Any]


def notice_plain(notice: YearNotice) -> Plain:
    """A year's notice."""
    days = [[day.day.isoformat(), day.name, day.is_rest] for day in notice.days]
    return {"year": notice.year, "number": notice.number, "source": notice.source, "days": days}


def notice_of(plain: Plain) -> YearNotice:
    """The notice a plain value holds."""
    days = tuple(NoticeDay(date.fromisoformat(day), name, rest) for day, name, rest in plain["days"])
    return YearNotice(plain["year"], plain["number"], days, plain["source"])


def hours_plain(hours: OfficeHours) -> Plain:
    """Office hours with seasons and single days."""
    return {
        "usual": _spans_plain(hours.usual),
        "seasons": [
            [one.name, list(one.first), list(one.last), _spans_plain(one.spans)] for one in hours.seasons
        ],
        "exceptions": [
            [one.day.isoformat(), one.reason, _spans_plain(one.spans)] for one in hours.exceptions
        ],
    }


def hours_of(plain: Plain) -> OfficeHours:
    """The office hours a plain value holds. Raises BadInput."""
    seasons = tuple(
        Season(name, (first[0], first[1]), (last[0], last[1]), _spans_of(spans))
        for name, first, last, spans in plain["seasons"]
    )
    exceptions = tuple(
        DayException(date.fromisoformat(day), reason, _spans_of(spans))
        for day, reason, spans in plain["exceptions"]
    )
    return OfficeHours(_spans_of(plain["usual"]), seasons, exceptions)


def profile_plain(profile: LimitProfile) -> Plain:
    """A profile of limits."""
    limits = [
        [one.stage.value, one.amount, one.unit.value, one.level.value if one.level else None, one.rolling]
        for one in profile.limits
    ]
    return {
        "name": profile.name,
        "since": profile.since.isoformat(),
        "limits": limits,
        "clock_start": profile.clock_start.value,
    }


def profile_of(plain: Plain) -> LimitProfile:
    """The profile a plain value holds. Raises BadInput."""
    limits = tuple(
        Limit(DutyKind(stage), amount, Unit(unit), Level(level) if level else None, rolling)
        for stage, amount, unit, level, rolling in plain["limits"]
    )
    since = date.fromisoformat(plain["since"])
    return LimitProfile(plain["name"], since, limits, ClockStart(plain["clock_start"]))


def _spans_plain(spans: tuple[Span, ...]) -> list[list[str]]:
    return [[span.start.isoformat("minutes"), span.end.isoformat("minutes")] for span in spans]


def _spans_of(plain: list[list[str]]) -> tuple[Span, ...]:
    return tuple(Span(time.fromisoformat(start), time.fromisoformat(end)) for start, end in plain)
