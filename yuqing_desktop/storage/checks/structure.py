"""The database file itself: pages, references, and a schema that is this program's and nobody else's."""

import sqlite3
from collections.abc import Iterator

from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.storage.checks.chain import Chain
from yuqing_desktop.storage.migrations import MIGRATIONS
from yuqing_desktop.storage.snapshot import Rows

SHOWN = 5
"""How many of SQLite's own complaints are passed on; the first names the cause."""


def check(rows: Rows) -> Iterator[Finding]:
    """Pages and indexes, foreign keys, tables."""
    advice = "请停止录入，从最近一份核验过的备份恢复。"
    for (words,) in rows.rows("PRAGMA integrity_check(20)")[:SHOWN]:
        if words != "ok":
            yield Finding("数据库文件损坏", str(words), "", advice)
    for table, row_id, parent, _ in rows.rows("PRAGMA foreign_key_check")[:SHOWN]:
        yield Finding("记录指向不存在的记录", f"{table} {row_id} → {parent}", "", "请与备份核对。")
    yield from _schema(rows)


def identity(rows: Rows, chain: Chain) -> Iterator[Finding]:
    """The registry's name against the one its founding recorded."""
    if chain.uid and rows.rows("SELECT uid FROM registry") != [(chain.uid,)]:
        yield Finding(
            "登记簿标识与建立时不符", "registry 1", chain.since(1), "请从备份恢复，查明由谁改动。", 1
        )


def _schema(rows: Rows) -> Iterator[Finding]:
    ((version,),) = rows.rows("PRAGMA user_version")
    found, wanted = _objects(rows.rows(_OBJECTS)), _wanted(version)
    for name in sorted(found.keys() | wanted.keys()):
        if found.get(name) != wanted.get(name):
            word = "多出" if name not in wanted else "缺少" if name not in found else "被改动"
            yield Finding("数据库结构被改动", f"{name}{word}", "", "请从备份恢复，查明由谁改动。")


_OBJECTS = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"


def _objects(rows: list[tuple[str, str, str]]) -> dict[str, str]:
    return {f"{kind} {name}": " ".join((sql or "").split()) for kind, name, sql in rows}


def _wanted(version: int) -> dict[str, str]:
    """The schema of this version: a copy made before an upgrade is sound as it is."""
    empty = sqlite3.connect(":memory:")
    try:
        for migration in MIGRATIONS[:version]:
            for statement in migration.statements:
                empty.execute(statement)
        return _objects(empty.execute(_OBJECTS).fetchall())
    finally:
        empty.close()
