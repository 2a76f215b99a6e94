"""The registry's lists: ids first, then pages of ready rows; counts for the navigation."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime

from yuqing_desktop.domain.figures import Figure, FigureKind
from yuqing_desktop.domain.filters import Filter, Sort, SortKey
from yuqing_desktop.domain.listing import RegistryRow
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed, Status, Word
from yuqing_desktop.storage.codec import moment_of
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.queries.conditions import condition_of


def _ranked(column: str, words: type[Word]) -> str:
    cases = " ".join(f"WHEN '{word.value}' THEN {word.rank}" for word in words)
    return f"CASE {column} {cases} END"


_ORDER: dict[SortKey, str] = {
    SortKey.NUMBER: "id",
    SortKey.SECTION: "(SELECT name FROM section WHERE section.id = item.section_id)",
    SortKey.LEVEL: _ranked("level", Level),
    SortKey.STATUS: _ranked("status", Status),
}
_COLUMNS = (
    "id, number, title, summary, published_at, found_at, registered_at, platform, source, author, link,"
    " reads_kind, reads, forwards_kind, forwards, replies_kind, replies, reply_need, level, comment_kind, topic,"
    " status, (SELECT name FROM section WHERE section.id = item.section_id), slip_number, due_at, due_kind,"
    " interim_at, replied_at, closed_at, version"
)


def ids(
    database: Database, filter_: Filter, sort: Sequence[Sort], now: datetime, limit: int | None = None
) -> "array[int]":
    """The ids of every item the filter lets through, in order; `limit` for a first page only."""
    condition = condition_of(filter_, now)
    bound = f" LIMIT {int(limit)}" if limit is not None else ""
    sql = f"SELECT id FROM item WHERE {condition.sql} ORDER BY {_order(sort)}{bound}"
    return array("q", [row[0] for row in database.rows(sql, condition.values)])


def count(database: Database, filter_: Filter, now: datetime) -> int:
    """How many items the filter lets through."""
    condition = condition_of(filter_, now)
    return int(database.rows(f"SELECT count(*) FROM item WHERE {condition.sql}", condition.values)[0][0])


def page(database: Database, wanted: Iterable[int]) -> list[RegistryRow]:
    """The rows of these items, in the order asked; those no longer there are left out."""
    order = list(wanted)
    marks = ", ".join("?" * len(order))
    rows = {row[0]: row for row in database.rows(f"SELECT {_COLUMNS} FROM item WHERE id IN ({marks})", order)}
    return [_row(rows[one]) for one in order if one in rows]


def counts(database: Database, now: datetime) -> dict[str, int]:
    """The numbers beside the navigation, by view key (filters.VIEWS), each from an index."""
    by_status: dict[str, int] = dict(
        database.rows("SELECT status, count(*) FROM item WHERE trashed_at IS NULL GROUP BY status")
    )

    def of(*statuses: Status) -> int:
        return sum(by_status.get(status.value, 0) for status in statuses)

    return {
        "all": sum(by_status.values()),
        "to_assess": of(Status.REGISTERED),
        "to_transfer": of(Status.ASSESSED),
        "at_section": of(Status.TRANSFERRED, Status.RECEIVED),
        "to_approve": of(Status.HANDLED, Status.DEPUTY_AGREED),
        "to_reply": of(Status.APPROVED),
        "to_close": of(Status.REPLIED, Status.NO_REPLY, Status.REPLY_SUSPENDED),
        **_by_time(database, now),
    }


def _by_time(database: Database, now: datetime) -> dict[str, int]:
    filters = {
        "interim_debt": Filter(interim_debt=True),
        "overdue": Filter(overdue=True),
        "due_today": Filter(due_today=True),
        "trash": Filter(trashed=True),
    }
    return {key: count(database, filter_, now) for key, filter_ in filters.items()}


def _order(sort: Sequence[Sort]) -> str:
    parts: list[str] = []
    for one in sort:
        expression = _ORDER.get(one.key, one.key.value)
        direction = "DESC" if one.descending else "ASC"
        if one.key is not SortKey.NUMBER:
            parts.append(f"({expression}) IS NULL")
        parts.append(f"{expression} {direction}")
    if not any(one.key is SortKey.NUMBER for one in sort):
        parts.append("id DESC")
    return ", ".join(parts)


def _row(row: tuple[object, ...]) -> RegistryRow:
    (
        id_, number, title, summary, published, found, registered, platform, source, author, link, reads_kind, reads,
        forwards_kind, forwards, replies_kind, replies, need, level, kind, topic, status, section, slip, due, due_kind,
        interim, replied, closed, version,
    ) = row  # fmt: skip
    return RegistryRow(
        id_, number, title, summary, _moment(published), _moment(found), _moment(registered), platform, source, author,
        link, _figure(reads_kind, reads), _figure(forwards_kind, forwards), _figure(replies_kind, replies),
        ReplyNeed(need), Level(level) if level else None, CommentKind(kind) if kind else None, topic, Status(status),
        section or "", slip, _moment(due), DutyKind(due_kind) if due_kind else None, _moment(interim),
        _moment(replied), _moment(closed), version,
    )  # type: ignore[arg-type]  # fmt: skip


def _moment(text: object) -> datetime | None:
    return moment_of(str(text)) if text else None


def _figure(kind: object, value: object) -> Figure:
    return Figure(FigureKind(str(kind or "unknown")), value)  # type: ignore[arg-type]
