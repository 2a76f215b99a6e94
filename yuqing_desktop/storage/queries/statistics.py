"""The figures of a period, counted where the rows are.

A year over 100,000 items is to take a blink: everything is read from covering indexes, without sorting. What
is to be grouped comes out as one text (group_concat) and is counted here, several times faster than GROUP BY.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.database import Database

_IN = "trashed_at IS NULL AND registered_at >= ? AND registered_at < ?"
_CARRIED = (
    "SELECT id FROM item WHERE trashed_at IS NULL AND closed_at IS NULL AND registered_at < ? UNION ALL"
    " SELECT id FROM item WHERE trashed_at IS NULL AND closed_at >= ? AND registered_at < ?"
)
_OWING = (
    "SELECT count(DISTINCT duty.item_id) FROM duty CROSS JOIN item ON item.id = duty.item_id"
    " WHERE duty.closed_at IS NULL AND {what} AND trashed_at IS NULL AND registered_at < ?"
    " AND (registered_at >= ? OR item.closed_at IS NULL OR item.closed_at >= ?)"
)
_PACKED = (
    "SELECT group_concat((((coalesce(section_id, 0) * 2 + met) * 2 + (coalesce(closed_at, ?) > due_at)) * 2"
    " + (closed_at IS NULL)) * 1000000 + coalesce((spent + 3) / 6, 999999)) FROM duty WHERE kind = ? AND "
)
_UNKNOWN = 999_999
"""No time taken yet. Times are counted by the tenth of an hour, which is what is shown of them."""
_SIGN = "\x1f"
_COMBINED = f"platform || '{_SIGN}' || reply_need || '{_SIGN}' || coalesce(level, '') || '{_SIGN}' || coalesce(comment_kind, '')"


class DutyCount(NamedTuple):
    """Duties that are alike: whose, how they stand, how long they took (minutes, to six), and how many there are."""

    section_id: int | None
    met: bool
    late: bool
    open: bool
    spent: int | None
    number: int


def registered(database: Database, spans: Iterable[tuple[date, date]]) -> list[int]:
    """How many were registered in each span of days, both ends included."""
    sql = f"SELECT count(*) FROM item WHERE {_IN}"
    bounds = ((f"{first} 00:00:00", f"{last + timedelta(days=1)} 00:00:00") for first, last in spans)
    return [int(database.rows(sql, bound)[0][0]) for bound in bounds]


def breakdown(database: Database, period: Period) -> list[tuple[str, str, str, str, int]]:
    """(platform, need, level, kind, how many) for every combination there is; absent values are empty."""
    sql = f"SELECT group_concat({_COMBINED}, char(10)) FROM item WHERE {_IN}"
    text: str | None = database.rows(sql, _span(period))[0][0]
    counted = Counter(text.split("\n") if text else ())
    made = []
    for words, count in counted.items():
        platform, need, level, kind = words.split(_SIGN)
        made.append((platform, need, level, kind, count))
    return made


def duty_counts(
    database: Database, kinds: Iterable[DutyKind], period: Period, now: datetime
) -> list[list[DutyCount]]:
    """The duties of each kind of what the period reports on: registered in it, or carried over into it.

    First replies (第十二条) are counted of what was registered in it alone, as the ledger does.
    """
    moment, start = moment_text(now), moment_text(period.start)
    own, values = _of_period(database, period)
    tests = [(f"item_id IN ({_CARRIED})", (start, start, start))] + ([(own, values)] if own else [])
    found = []
    for kind in kinds:
        counted: Counter[str] = Counter()
        for test, bound in tests[1:] if kind is DutyKind.FIRST_REPLY else tests:
            text: str | None = database.rows(_PACKED + test, (moment, kind.value, *bound))[0][0]
            counted.update(text.split(",") if text else ())
        found.append([_unpacked(int(packed), number) for packed, number in counted.items()])
    return found


def first_replies(database: Database, period: Period, now: datetime) -> tuple[int, int]:
    """第十二条: of the first replies of what was registered in the period, due by now or given: in time, and all."""
    moment = moment_text(now)
    sql = (
        "SELECT coalesce(sum(duty.met AND duty.closed_at <= duty.due_at), 0),"
        " coalesce(sum(duty.met OR (duty.closed_at IS NULL AND duty.due_at < ?)), 0)"
        f" FROM duty WHERE kind = 'first_reply' AND item_id IN (SELECT id FROM item WHERE {_IN})"
    )
    on_time, counted = database.rows(sql, (moment, *_span(period)))[0]
    return int(on_time), int(counted)


def count_carried(database: Database, period: Period) -> int:
    """How many were carried over into the period."""
    start = moment_text(period.start)
    return int(database.rows(f"SELECT count(*) FROM ({_CARRIED})", (start, start, start))[0][0])


def count_owing(database: Database, period: Period, now: datetime) -> tuple[int, int]:
    """How many of what the period reports on owe a full reply after an interim one, and how many are overdue."""
    start = moment_text(period.start)
    scope = (moment_text(period.end), start, start)
    debts = database.rows(_OWING.format(what="kind = 'full_reply'"), scope)
    overdue = database.rows(_OWING.format(what="duty.due_at < ?"), (moment_text(now), *scope))
    return int(debts[0][0]), int(overdue[0][0])


def _of_period(database: Database, period: Period) -> tuple[str, tuple[int | str, ...]]:
    """A test of `item_id` for what was registered in the period; empty when that is nothing.

    Ids follow registration, so that a range of them with its few exceptions (the trash, a clock put back) does.
    """
    sql = f"SELECT count(*), min(id), max(id) FROM item WHERE {_IN}"
    count, first, last = database.rows(sql, _span(period))[0]
    if not count:
        return "", ()
    if last - first + 1 == count:
        return "item_id BETWEEN ? AND ?", (first, last)
    others = (
        "SELECT id FROM item WHERE trashed_at IS NOT NULL UNION ALL"
        " SELECT id FROM item WHERE trashed_at IS NULL AND registered_at < ? AND id >= ? UNION ALL"
        " SELECT id FROM item WHERE trashed_at IS NULL AND registered_at >= ? AND id <= ? UNION ALL"
        " SELECT id FROM item WHERE trashed_at IS NULL AND registered_at IS NULL"
    )
    start, end = _span(period)
    return f"item_id BETWEEN ? AND ? AND item_id NOT IN ({others})", (first, last, start, first, end, last)


def _unpacked(packed: int, number: int) -> DutyCount:
    states, spent = divmod(packed, _UNKNOWN + 1)
    minutes = None if spent == _UNKNOWN else spent * 6
    return DutyCount((states >> 3) or None, states & 4 > 0, states & 2 > 0, states & 1 > 0, minutes, number)


def _span(period: Period) -> tuple[str, str]:
    return moment_text(period.start), moment_text(period.end)
