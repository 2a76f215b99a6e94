"""A Filter as an SQL condition over `item`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from yuqing_desktop.domain.filters import UNFINISHED, Filter
from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.search import folded, match_of, needs_checking


@dataclass(slots=True)
class Condition:
    """SQL tests joined by AND, with their values in order."""

    tests: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, test: str, *values: Any) -> None:
        """One more test."""
        self.tests.append(test)
        self.values += values

    def among(self, column: str, values: Iterable[Any]) -> None:
        """The column is one of these (no values: no test)."""
        wanted = list(values)
        if wanted:
            self.add(f"{column} IN ({', '.join('?' * len(wanted))})", *wanted)

    @property
    def sql(self) -> str:
        """All tests as one expression."""
        return " AND ".join(self.tests) or "1 = 1"


def condition_of(filter_: Filter, now: datetime) -> Condition:
    """The condition a filter means at this moment (overdue depends on it)."""
    condition = Condition()
    condition.add("trashed_at IS NOT NULL" if filter_.trashed else "trashed_at IS NULL")
    _parts(condition, filter_, now)
    if filter_.excluded is not None:
        for test, values in _each(filter_.excluded, now):
            condition.add(f"NOT coalesce(({test}), 0)", *values)
    return condition


def _each(filter_: Filter, now: datetime) -> list[tuple[str, list[Any]]]:
    """Every part as a condition of its own: excluding two words excludes either."""
    single = Condition()
    _parts(single, filter_, now)
    parts, used = [], 0
    for test in single.tests:
        count = test.count("?")
        parts.append((test, single.values[used : used + count]))
        used += count
    return parts


def _parts(condition: Condition, filter_: Filter, now: datetime) -> None:
    condition.among("status", (status.value for status in filter_.statuses))
    condition.among("level", (level.value for level in filter_.levels))
    condition.among("comment_kind", (kind.value for kind in filter_.kinds))
    condition.among("reply_need", (need.value for need in filter_.needs))
    _names(condition, filter_)
    _days(condition, "published_at", filter_.published_from, filter_.published_to)
    _days(condition, "registered_at", filter_.registered_from, filter_.registered_to)
    for column, span in (("published_at", filter_.published_in), ("registered_at", filter_.registered_in)):
        if span is not None:
            _days(condition, column, *span.days(now.date()))
    _flags(condition, filter_, now)
    for word in filter_.words:
        match, check = word_test(word)
        found = Condition()
        if match:
            found.add("item.id IN (SELECT rowid FROM item_search WHERE item_search MATCH ?)", match)
        if check is not None:
            found.add(*check)
        condition.add(found.sql, *found.values)


def _names(condition: Condition, filter_: Filter) -> None:
    for column, names in (
        ("platform", filter_.platforms),
        ("topic", filter_.topics),
        ("source", filter_.sources),
    ):
        if names:
            condition.add(f"({' OR '.join([_like(column)] * len(names))})", *map(_pattern, names))
    if filter_.sections:
        likes = " OR ".join([_like("name")] * len(filter_.sections))
        condition.add(
            f"section_id IN (SELECT id FROM section WHERE {likes})", *map(_pattern, filter_.sections)
        )
    if filter_.duties:
        marks = ", ".join("?" * len(filter_.duties))
        condition.add(
            f"id IN (SELECT item_id FROM duty WHERE closed_at IS NULL AND kind IN ({marks}))",
            *(kind.value for kind in filter_.duties),
        )
    if filter_.batch_id is not None:
        condition.add("batch_id = ?", filter_.batch_id)


def _flags(condition: Condition, filter_: Filter, now: datetime) -> None:
    if filter_.unfinished:
        condition.among("status", (status.value for status in UNFINISHED))
    if filter_.overdue:
        condition.add("due_at < ?", moment_text(now))
    if filter_.due_today:
        condition.add(
            "due_at >= ? AND due_at < ?", moment_text(now), f"{now.date() + timedelta(days=1)} 00:00:00"
        )
    if filter_.interim_debt:
        condition.add("id IN (SELECT item_id FROM duty WHERE closed_at IS NULL AND kind = 'full_reply')")


def _days(condition: Condition, column: str, first: date | None, last: date | None) -> None:
    days = Condition()
    if first is not None:
        days.add(f"{column} >= ?", f"{first} 00:00:00")
    if last is not None:
        days.add(f"{column} < ?", f"{last + timedelta(days=1)} 00:00:00")
    if days.tests:
        condition.add(days.sql, *days.values)


def word_test(word: str) -> tuple[str, tuple[str, str] | None]:
    """What the search index must hold of a word, and the test (with its value) the texts must pass beside it."""
    match = match_of(word)
    if match and not needs_checking(word):
        return match, None
    test = "holds(?, number, title, summary, content, source, author, link_key, slip_number, notes)"
    return match, (test, folded(word))


def _like(column: str) -> str:
    return f"{column} LIKE ? ESCAPE '!'"


def _pattern(name: str) -> str:
    escaped = name.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{escaped}%"
