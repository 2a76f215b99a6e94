"""The migrations make exactly the tables that are declared, and open no file that is not ours."""

import sqlite3
from pathlib import Path
from typing import Any

import peewee
import pytest

from tools.write_schema import statements
from yuqing_desktop.problems import Trouble
from yuqing_desktop.storage.codec import columns
from yuqing_desktop.storage.database import APPLICATION_ID, SAFE_PRAGMAS, Database
from yuqing_desktop.storage.mapping import records, table_of, word_of
from yuqing_desktop.storage.migrations import MIGRATIONS, Migration
from yuqing_desktop.storage.tables import TABLES

Schema = dict[str, dict[str, Any]]


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Every table: its columns (type, not null, default, key), its references and its indexes."""
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith(("item_search", "item_vocabulary", "sqlite_"))
    ]
    return {
        name: {
            "columns": {row[1]: row[2:] for row in connection.execute(f'PRAGMA table_info("{name}")')},
            "references": {
                row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')
            },
            "indexes": {
                row[1]: (row[2], [part[2] for part in connection.execute(f'PRAGMA index_info("{row[1]}")')])
                for row in connection.execute(f'PRAGMA index_list("{name}")')
            },
        }
        for name in names
    }


@pytest.fixture
def opened(tmp_path: Path) -> Database:
    database = Database(tmp_path / "registry.db")
    database.open()
    database.close()
    return database


def test_the_migrations_make_the_declared_tables_columns_and_indexes(opened: Database) -> None:
    declared = sqlite3.connect(":memory:")
    shape = peewee.SqliteDatabase(":memory:")
    for table in TABLES:
        for statement in statements(table, shape):
            declared.execute(statement)
    made = sqlite3.connect(opened.path)
    wanted, found = schema_of(declared), schema_of(made)
    declared.close()
    made.close()
    assert found.keys() == wanted.keys()
    for name, table_found in found.items():
        assert table_found == wanted[name], name


def test_every_record_has_its_table_and_its_word_and_its_columns() -> None:
    by_name = {table._meta.table_name: table for table in TABLES}
    for record in records():
        assert sorted(columns(record)) == sorted(by_name[table_of(record)]._meta.columns), record
        assert word_of(record)


def test_the_file_says_whose_it_is_and_every_pragma_holds(tmp_path: Path) -> None:
    database = Database(tmp_path / "registry.db")
    database.open()
    assert database.pragma("application_id") == APPLICATION_ID
    assert database.pragma("user_version") == len(MIGRATIONS)
    assert {name: database.pragma(name) for name in SAFE_PRAGMAS} == SAFE_PRAGMAS
    assert database.rows("PRAGMA query_only") == [(1,)]
    database.close()


def test_opening_again_changes_nothing(opened: Database) -> None:
    before = opened.path.read_bytes()
    opened.open()
    opened.close()
    assert opened.path.read_bytes() == before


def refused(path: Path) -> str:
    database = Database(path)
    before = path.read_bytes()
    with pytest.raises(Trouble) as trouble:
        database.open()
    database.close()
    assert path.read_bytes() == before
    assert trouble.value.advice
    return str(trouble.value)


def test_a_newer_database_is_refused_untouched(opened: Database) -> None:
    with sqlite3.connect(opened.path) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    assert "较新版本" in refused(opened.path)


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE note (words)")
    other.close()
    assert "不是本程序的登记簿" in refused(tmp_path / "other.db")


def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "words.db").write_text("这不是数据库。" * 1000, "utf-8")
    assert "不是登记簿" in refused(tmp_path / "words.db")


def test_a_migration_that_fails_leaves_the_version_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Migration(("CREATE TABLE half (words TEXT)", "CREATE TABLE section (twice TEXT)"))
    monkeypatch.setattr("yuqing_desktop.storage.database.MIGRATIONS", (*MIGRATIONS, broken))
    database = Database(tmp_path / "registry.db")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        database.open()
    assert database.pragma("user_version") == len(MIGRATIONS)
    assert database.rows("SELECT name FROM sqlite_master WHERE name = 'half'") == []
    database.close()
