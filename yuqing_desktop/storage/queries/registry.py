"""The registry's lists: ids first, then pages of ready rows; counts for the navigation."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from yuqing_desktop.domain.figures import Figure, FigureKind
from yuqing_desktop.domain.filters import Filter, Sort, SortKey
from yuqing_desktop.domain.listing import RegistryRow
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed, Status, Word
from yuqing_desktop.storage.codec import moment_of
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.queries.conditions import Condition, condition_of, word_test

_WORDS: dict[SortKey, type[Word]] = {SortKey.LEVEL: Level, SortKey.STATUS: Status}
_COLUMNS = (
    "id, number, title, summary, published_at, found_at, registered_at, platform, source, author, link,"
    " reads_kind, reads, forwards_kind, forwards, replies_kind, replies, reply_need, level, comment_kind, topic,"
    " status, (SELECT name FROM section WHERE section.id = item.section_id), slip_number, due_at, due_kind,"
    " interim_at, replied_at, closed_at, version"
)


@dataclass(frozen=True, slots=True)
class Walk:
    """What a list walks along: the table and its tests as SQL, their values, and the column of the ids in its order."""

    sql: str
    values: tuple[Any, ...]
    number: str

    def narrowed(self, test: str, values: Iterable[Any]) -> "Walk":
        """The same with one more test."""
        return replace(self, sql=f"{self.sql} AND {test}", values=(*self.values, *values))


_FEW = 10_000
"""So many items are sorted faster than an index is walked past all others."""
_ALONE: tuple[tuple[str, ...], ...] = (
    ("trashed",), ("batch_id",), ("interim_debt",), ("due_today",), ("overdue",), ("duties",), ("statuses",),
    ("unfinished",), ("published_from", "published_to"), ("registered_from", "registered_to"),
    ("published_in",), ("registered_in",),
)  # fmt: skip
"""Parts of a filter that are counted from an index of their own."""


def _few(database: Database, filter_: Filter, now: datetime) -> Condition | None:
    """A part of the filter that alone lets few items through; the planner, who knows no counts, would not see it."""
    blank = Filter()
    for names in _ALONE:
        given = {name: getattr(filter_, name) for name in names}
        if all(value == getattr(blank, name) for name, value in given.items()):
            continue
        condition = condition_of(Filter(**{"trashed": filter_.trashed, **given}), now)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM item WHERE {condition.sql} LIMIT {_FEW + 1}) AS found"
        if database.rows(sql, condition.values)[0][0] <= _FEW:
            return condition
    return None


def _walk(filter_: Filter, now: datetime) -> Walk:
    """Along the search index where words are wanted (newest first needs no sorting then), else along the items."""
    condition = condition_of(replace(filter_, words=()), now)
    matches: list[str] = []
    for word in filter_.words:
        match, check = word_test(word)
        matches += [match] if match else []
        if check is not None:
            condition.add(*check)
    if not matches:
        return Walk(f"item WHERE {condition.sql}", tuple(condition.values), "item.id")
    along = "item_search CROSS JOIN item ON item.id = item_search.rowid WHERE item_search MATCH ?"
    values = (" AND ".join(matches), *condition.values)
    return Walk(f"{along} AND {condition.sql}", values, "item_search.rowid")


def ids(
    database: Database, filter_: Filter, sort: Sequence[Sort], now: datetime, limit: int | None = None
) -> "array[int]":
    """The ids of every item the filter lets through, in order; `limit` for a first page only."""
    walk = _walk(filter_, now)
    keys = [*sort, *([] if any(one.key is SortKey.NUMBER for one in sort) else [_tie(sort)])]
    few = _few(database, filter_, now) if not filter_.words else None
    if few is not None:
        walk = walk.narrowed(f"item.id IN (SELECT id FROM item WHERE {few.sql})", few.values)
    # Past what the filter leaves out an index is walked for a first page only; a whole list is sorted.
    if few is not None or (limit is None and not filter_.is_empty and not filter_.words):
        return _ids(database, walk, _order(keys, walk, walked=False), limit)
    if filter_.words or keys[0].key not in (*_WORDS, SortKey.SECTION):
        return _ids(database, walk, _order(keys, walk), limit)
    found = array("q")
    for test, values in _parts(database, keys[0]):
        left = None if limit is None else limit - len(found)
        found += _ids(database, walk.narrowed(test, values), _order(keys[1:], walk), left)
        if limit is not None and len(found) >= limit:
            break
    return found


def _tie(sort: Sequence[Sort]) -> Sort:
    """Ties go by number, the way the last key goes: one walk along an index."""
    return Sort(SortKey.NUMBER, descending=sort[-1].descending if sort else True)


def _order(keys: Sequence[Sort], walk: Walk, *, walked: bool = True) -> str:
    return ", ".join(_ordered(one, walk.number, walked=walked) for one in keys)


def _ids(database: Database, walk: Walk, order: str, limit: int | None) -> "array[int]":
    bound = f" LIMIT {int(limit)}" if limit is not None else ""
    sql = f"SELECT {walk.number} FROM {walk.sql} ORDER BY {order}{bound}"
    return database.numbers(sql, walk.values)


def _parts(database: Database, first: Sort) -> list[tuple[str, list[Any]]]:
    """A word or a section as first key: its values in their order, each a walk along its own index, absent last."""
    column = "section_id" if first.key is SortKey.SECTION else first.key.value
    if first.key is SortKey.SECTION:
        values = [row[0] for row in database.rows("SELECT id FROM section ORDER BY name, id")]
    else:
        values = [word.value for word in _WORDS[first.key]]
    if first.descending:
        values.reverse()
    return [*((f"{column} = ?", [value]) for value in values), (f"{column} IS NULL", [])]


def _ordered(one: Sort, number: str, *, walked: bool = True) -> str:
    """`walked`: along an index, where there is one; else what was found is sorted."""
    direction = "DESC" if one.descending else "ASC"
    if one.key is SortKey.NUMBER:
        return f"{number if walked else f'coalesce({number}, NULL)'} {direction}"
    if one.key in _WORDS:
        cases = " ".join(f"WHEN '{word.value}' THEN {word.rank}" for word in _WORDS[one.key])
        return f"CASE {one.key} {cases} END {direction} NULLS LAST"
    if one.key is SortKey.SECTION:
        return f"(SELECT name FROM section WHERE section.id = section_id) {direction} NULLS LAST"
    column = one.key if walked else f"coalesce({one.key}, NULL)"
    return f"{column} {direction} NULLS LAST"


def count(database: Database, filter_: Filter, now: datetime) -> int:
    """How many items the filter lets through."""
    walk = _walk(filter_, now)
    return int(database.rows(f"SELECT count(*) FROM {walk.sql}", walk.values)[0][0])


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


def _row(row: tuple[Any, ...]) -> RegistryRow:
    (
        id_, number, title, summary, published, found, registered, platform, source, author, link, reads_kind, reads,
        forwards_kind, forwards, replies_kind, replies, need, level, kind, topic, status, section, slip, due, due_kind,
        interim, replied, closed, version,
    ) = row  # fmt: skip
    return RegistryRow(
        id_, number, title, summary, _moment(published), _moment(found), _moment(registered), platform, source,
        author, link, _figure(reads_kind, reads), _figure(forwards_kind, forwards), _figure(replies_kind, replies),
        ReplyNeed(need), Level(level) if level else None, CommentKind(kind) if kind else None, topic,
        Status(status), section or "", slip, _moment(due), DutyKind(due_kind) if due_kind else None,
        _moment(interim), _moment(replied), _moment(closed), version,
    )  # fmt: skip


def _moment(text: str | None) -> datetime | None:
    return moment_of(text) if text else None


def _figure(kind: str, value: int | None) -> Figure:
    return Figure(FigureKind(kind or "unknown"), value)
