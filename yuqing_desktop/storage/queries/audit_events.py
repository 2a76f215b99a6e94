"""The record as it is read: newest first, by page, with what each event changed."""

import json
from datetime import timedelta
from typing import Any

from yuqing_desktop.domain.audit_words import AuditFilter, AuditLine, act_word
from yuqing_desktop.storage.codec import moment_of
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.queries.audit_values import Factory, Values

_SELECT = (
    "SELECT event.id, at, person, act, item.number, result, detail, event.outcome, rows, hash FROM event"
    " LEFT JOIN item ON item.id = event.item_id"
)


def lines(
    database: Database, wanted: AuditFilter, *, before: int | None, limit: int, factory: Factory
) -> list[AuditLine]:
    """Events of a filter with numbers below `before`, newest first."""
    condition, values = _condition(wanted)
    if before is not None:
        condition, values = [*condition, "event.id < ?"], [*values, before]
    where = f" WHERE {' AND '.join(condition)}" if condition else ""
    sql = f"{_SELECT}{where} ORDER BY event.id DESC LIMIT {int(limit)}"
    said = Values(database, factory)
    return [_line(said, *row) for row in database.rows(sql, values)]


def count(database: Database, wanted: AuditFilter) -> int:
    """How many events a filter lets through."""
    condition, values = _condition(wanted)
    where = f" WHERE {' AND '.join(condition)}" if condition else ""
    sql = f"SELECT count(*) FROM event LEFT JOIN item ON item.id = event.item_id{where}"
    return int(database.rows(sql, values)[0][0])


def acts(database: Database) -> list[str]:
    """The acts that occur, for the filter's list."""
    return [row[0] for row in database.rows("SELECT DISTINCT act FROM event ORDER BY act")]


def _condition(wanted: AuditFilter) -> tuple[list[str], list[Any]]:
    tests: list[tuple[str, Any]] = []
    if wanted.first is not None:
        tests.append(("at >= ?", wanted.first.isoformat()))
    if wanted.last is not None:
        tests.append(("at < ?", (wanted.last + timedelta(days=1)).isoformat()))
    if wanted.person:
        tests.append(("person = ?", wanted.person))
    if wanted.act:
        tests.append(("act = ?", wanted.act))
    if wanted.number:
        tests.append(("item.number = ?", wanted.number))
    if wanted.words:
        tests.append(("instr(result || detail, ?) > 0", wanted.words))
    if wanted.refused_only:
        tests.append(("event.outcome = ?", "refused"))
    return [test for test, _ in tests], [value for _, value in tests]


def _line(
    said: Values,
    number: int,
    at: str,
    person: str,
    act: str,
    item: str | None,
    result: str,
    detail: str,
    outcome: str,
    rows: str,
    digest: str,
) -> AuditLine:
    written = json.loads(rows)
    return AuditLine(
        event=number,
        at=moment_of(at),
        person=person,
        act=act_word(act),
        number=item or "",
        words=result,
        reason=str(json.loads(detail).get("reason") or ""),
        refused=outcome == "refused",
        rows=said.rows(written),
        changes=tuple(said.changes(written)),
        hash=digest,
    )
