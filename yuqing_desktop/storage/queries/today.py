"""What the first page of the day asks: open duties by due time, registrations a day, the first due times."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.today import DayCount, Remarks
from yuqing_desktop.domain.vocabulary import DutyKind, Status
from yuqing_desktop.storage.codec import moment_of, moment_text
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.queries.conditions import condition_of


def open_duties(database: Database, limit: int, *, first: Sequence[DutyKind] = ()) -> list[int]:
    """Ids of the open duties of items not in the trash, the first due first; those of kinds `first` before all."""
    marks = ", ".join("?" for _ in first)
    before = f"duty.kind NOT IN ({marks}), " if first else ""
    rows = database.rows(
        "SELECT duty.id FROM duty JOIN item ON item.id = duty.item_id"
        " WHERE duty.closed_at IS NULL AND item.trashed_at IS NULL AND duty.due_at IS NOT NULL"
        f" ORDER BY {before}duty.due_at, duty.id LIMIT ?",
        (*(kind.value for kind in first), limit),
    )
    return [row[0] for row in rows]


def registrations(database: Database, last: date, days: int, now: datetime) -> list[DayCount]:
    """For each of the days up to `last`: items with no duty late so far, and items with one."""
    first = last - timedelta(days=days - 1)
    rows = database.rows(
        "SELECT substr(registered_at, 1, 10), sum(CASE WHEN late THEN 0 ELSE 1 END), sum(CASE WHEN late THEN 1 ELSE 0 END)"
        " FROM (SELECT registered_at, EXISTS (SELECT 1 FROM duty WHERE duty.item_id = item.id"
        " AND coalesce(duty.closed_at, ?) > duty.due_at) AS late"
        " FROM item WHERE trashed_at IS NULL AND registered_at >= ? AND registered_at < ?) AS of_days"
        " GROUP BY substr(registered_at, 1, 10)",
        (moment_text(now), f"{first} 00:00:00", f"{last + timedelta(days=1)} 00:00:00"),
    )
    found = {row[0]: (int(row[1]), int(row[2])) for row in rows}
    every = [first + timedelta(days=at) for at in range(days)]
    return [DayCount(day, *found.get(str(day), (0, 0))) for day in every]


def remarks(database: Database, now: datetime, valid_accounts: int) -> Remarks:
    """The first due times behind the cards, and for whom consents wait."""
    waiting = {
        status: _one(database, "count(*)", Filter(statuses=(status,)), now)
        for status in (Status.HANDLED, Status.DEPUTY_AGREED)
    }
    full = database.rows(
        "SELECT min(duty.due_at) FROM duty JOIN item ON item.id = duty.item_id"
        " WHERE duty.closed_at IS NULL AND duty.kind = 'full_reply' AND item.trashed_at IS NULL"
    )
    return Remarks(
        longest_overdue=_moment(_one(database, "min(due_at)", Filter(overdue=True), now)),
        next_today=_moment(_one(database, "min(due_at)", Filter(due_today=True), now)),
        next_full_reply=_moment(full[0][0]),
        for_deputy=int(waiting[Status.HANDLED] or 0),  # type: ignore[call-overload]
        for_head=int(waiting[Status.DEPUTY_AGREED] or 0),  # type: ignore[call-overload]
        valid_accounts=valid_accounts,
    )


def _one(database: Database, wanted: str, filter_: Filter, now: datetime) -> object:
    condition = condition_of(filter_, now)
    return database.rows(f"SELECT {wanted} FROM item WHERE {condition.sql}", condition.values)[0][0]


def _moment(text: object) -> datetime | None:
    return moment_of(str(text)) if text else None
