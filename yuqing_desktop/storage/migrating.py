"""Bring an older registry up to date: each migration in one transaction with its version and its event (第十三条).

A migration that gives rows of an audited table another form puts their new hashes on the record. Only rows that
agreed with their last event get one: what was changed behind the program's back before is found afterwards too.
"""

import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

from yuqing_desktop.problems import Unusable
from yuqing_desktop.storage.checks import chain, table_rows
from yuqing_desktop.storage.codec import row_hash
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.migrations import MIGRATIONS
from yuqing_desktop.storage.store import Store

MIGRATE = "migrate"

Key = tuple[str, int]


def bring_up_to_date(store: Store) -> None:
    """Every pending migration. Raises Trouble; what was finished before stays."""
    for number in store.database.pending():
        try:
            _migrate(store, number)
        except sqlite3.DatabaseError as error:
            raise Unusable(
                f"登记簿升级没有完成（第{number}版）。",
                kept="登记簿仍是升级前的样子，升级前已备份。",
                advice="请不要改动文件，把这段话告诉维护人员，或从备份恢复。",
            ) from error


def _migrate(store: Store, number: int) -> None:
    database, tables = store.database, MIGRATIONS[number - 1].reshapes
    with store.many():
        agreed = _agreed(database, tables) if tables else set()
        database.migrate(number)
        if store.head():
            rows = list(_entries(database, tables, agreed))
            detail = {"from": number - 1, "to": number, "rows": len(rows)}
            store.record(MIGRATE, detail, rows, f"登记簿升级到第{number}版")


def _agreed(database: Database, tables: Collection[str]) -> set[Key]:
    written = chain.walk(database).written
    return {
        (table, row["id"])
        for table in tables
        for row in table_rows.every(database, table)
        if written.get((table, row["id"]), ("", 0))[0] == row_hash(row)
    }


def _entries(database: Database, tables: Collection[str], agreed: set[Key]) -> Iterator[dict[str, Any]]:
    for table in tables:
        for row in table_rows.every(database, table):
            if (table, row["id"]) in agreed:
                yield {"t": table, "id": row["id"], "h": row_hash(row)}
