"""Every audited row against the last event that wrote it: changed, added or deleted outside the program."""

from collections.abc import Iterator
from typing import Any

from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.storage.checks.chain import Chain
from yuqing_desktop.storage.codec import row_hash
from yuqing_desktop.storage.mapping import WORDS as RECORD_WORDS
from yuqing_desktop.storage.snapshot import Rows, texted

NOT_AUDITED = frozenset({"event", "counter", "form_draft", "registry", "attempt"})
"""The record itself, what is checked in its own way, and what is no evidence."""
WORDS = RECORD_WORDS | {"setting": "设置"}
AUDITED = tuple(sorted(WORDS))
_ADVICE = "请与备份核对；程序之外的改动应由审计员查明。"


def compare(rows: Rows, chain: Chain) -> Iterator[Finding]:
    """Rows of every audited table against the chain."""
    missing = dict(chain.written)
    standing = {name for (name,) in rows.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in (name for name in AUDITED if name in standing):
        for row in every(rows, table):
            key = (table, row["id"])
            where = f"{WORDS[table]}（{table} {row['id']}）{row.get('number') or ''}".strip()
            known = missing.pop(key, None)
            if known is None:
                yield Finding("程序之外添加的记录", where, "", _ADVICE)
            elif known[0] != row_hash(row):
                yield Finding("记录被改动", where, chain.since(known[1]), _ADVICE, known[1])
    for (table, row_id), (_, event) in missing.items():
        where = f"{WORDS.get(table, table)}（{table} {row_id}）"
        yield Finding("记录被删除", where, chain.since(event), _ADVICE, event)
    for words, table, row_id, event, found_by in chain.broken:
        where = f"{WORDS.get(table, table)}（{table} {row_id}），第{found_by}号操作之前"
        yield Finding(words, where, chain.since(event) if event else "", _ADVICE, event)


def every(rows: Rows, table: str) -> Iterator[dict[str, Any]]:
    """All rows of a table as they lie, in whatever form its version of the schema gives them."""
    names = [column[1] for column in rows.rows(f'PRAGMA table_xinfo("{table}")')]
    for values in rows.cursor(f'SELECT * FROM "{table}" ORDER BY id'):
        yield dict(zip(names, texted(values), strict=True))
