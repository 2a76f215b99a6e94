"""The figures of a period, counted where the rows are."""

from datetime import date, datetime
from typing import Any

from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.database import Database

_IN = "trashed_at IS NULL AND registered_at >= ? AND registered_at < ?"
_SCOPE = (
    "SELECT id FROM item WHERE trashed_at IS NULL AND registered_at < ?"
    " AND (registered_at >= ? OR closed_at IS NULL OR closed_at >= ?)"
)


def by_day(database: Database, period: Period) -> dict[date, int]:
    """How many were registered on each day."""
    rows = database.rows(
        f"SELECT substr(registered_at, 1, 10), count(*) FROM item WHERE {_IN} GROUP BY substr(registered_at, 1, 10)",
        _span(period),
    )
    return {date.fromisoformat(day): count for day, count in rows}


def breakdown(database: Database, period: Period) -> list[tuple[str, str, str | None, str | None, int]]:
    """(platform, need, level, kind, how many) for every combination there is."""
    return database.rows(
        f"SELECT platform, reply_need, level, comment_kind, count(*) FROM item WHERE {_IN} GROUP BY 1, 2, 3, 4",
        _span(period),
    )


def duty_rows(database: Database, kind: DutyKind, period: Period, now: datetime) -> list[Any]:
    """(section id, met, late, open, minutes, how many) of one kind, for what the period reports on.

    That is what was registered in it and what was carried over into it.
    """
    moment = moment_text(now)
    return database.rows(
        "SELECT section_id, met, coalesce(closed_at, ?) > due_at, closed_at IS NULL, spent, count(*) FROM duty"
        f" WHERE kind = ? AND item_id IN ({_SCOPE}) GROUP BY 1, 2, 3, 4, 5",
        (moment, kind.value, *_scope(period)),
    )


def count_carried(database: Database, period: Period) -> int:
    """How many were carried over into the period."""
    start = moment_text(period.start)
    sql = (
        "SELECT count(*) FROM item WHERE trashed_at IS NULL AND registered_at < ?"
        " AND (closed_at IS NULL OR closed_at >= ?)"
    )
    return int(database.rows(sql, (start, start))[0][0])


def count_owing(database: Database, period: Period, now: datetime) -> tuple[int, int]:
    """How many of what the period reports on owe a full reply after an interim one, and how many are overdue."""
    scope = _scope(period)
    debts = f"SELECT count(DISTINCT item_id) FROM duty WHERE closed_at IS NULL AND kind = 'full_reply' AND item_id IN ({_SCOPE})"
    overdue = f"SELECT count(DISTINCT item_id) FROM duty WHERE closed_at IS NULL AND due_at < ? AND item_id IN ({_SCOPE})"
    return (
        int(database.rows(debts, scope)[0][0]),
        int(database.rows(overdue, (moment_text(now), *scope))[0][0]),
    )


def _span(period: Period) -> tuple[str, str]:
    return moment_text(period.start), moment_text(period.end)


def _scope(period: Period) -> tuple[str, str, str]:
    start = moment_text(period.start)
    return moment_text(period.end), start, start
