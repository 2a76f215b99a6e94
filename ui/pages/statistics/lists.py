"""Which list each figure opens: a filter of the registry for a part of the page."""

from dataclasses import replace
from datetime import timedelta

from yuqing_desktop.domain import overview
from yuqing_desktop.domain.filters import Filter, say
from yuqing_desktop.domain.overview import Overview
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed, Status, Word

UNASSESSED = Filter(statuses=(Status.REGISTERED,))


def registered(shown: Overview) -> Filter:
    """What was registered in the period."""
    return Filter(registered_from=shown.period.first, registered_to=shown.period.last)


def carried(shown: Overview) -> str:
    """What was registered before the period and is not finished yet."""
    return say(Filter(registered_to=shown.period.first - timedelta(days=1), unfinished=True))


def step(shown: Overview, at: int) -> str:
    """A column of the trend."""
    _, first, last = overview.steps(shown.period)[at]
    return say(Filter(registered_from=first, registered_to=last))


def level(shown: Overview, at: int) -> str:
    """A line of the levels."""
    return _of_word(shown, shown.by_level[at][0], Level, "levels")


def kind(shown: Overview, at: int) -> str:
    """A line of the kinds."""
    return _of_word(shown, shown.by_kind[at][0], CommentKind, "kinds")


def need(shown: Overview, at: int) -> str:
    """A line of the needs."""
    return _of_word(shown, shown.by_need[at][0], ReplyNeed, "needs")


def platform(shown: Overview, at: int) -> str:
    """A line of the platforms."""
    name = shown.by_platform[at][0]
    return say(replace(registered(shown), platforms=(name,) if name else ()))


def section(shown: Overview, name: str) -> str:
    """A section's items of the period."""
    return say(replace(registered(shown), sections=(name,)))


def clock(shown: Overview, duty: DutyKind) -> str:
    """What of the period still owes this."""
    return say(replace(registered(shown), duties=(duty,)))


def owing(shown: Overview, *, overdue: bool) -> str:
    """What is overdue, or owes a full reply: registered up to the period's end."""
    return say(Filter(registered_to=shown.period.last, overdue=overdue, interim_debt=not overdue))


def _of_word(shown: Overview, label: str, words: type[Word], part: str) -> str:
    member = words.from_label(label)
    base = registered(shown)
    if member is None:
        return say(replace(base, statuses=UNASSESSED.statuses))
    return say(replace(base, **{part: (member,)}))  # type: ignore[arg-type]
