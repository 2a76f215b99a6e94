"""An older registry is brought up to date: on the record, after a verified copy, and nothing wrong is washed clean."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.walk import Office
from tools import verify
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.findings import Report
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Trouble
from yuqing_desktop.services import start
from yuqing_desktop.services.restore import Restore
from yuqing_desktop.storage import database, migrating
from yuqing_desktop.storage.checks import structure
from yuqing_desktop.storage.migrations import MIGRATIONS, Migration

COLUMNS = (
    """ALTER TABLE "item" ADD COLUMN "mood" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE "draft" ADD COLUMN "weight" INTEGER""",
)
NEXT = Migration(COLUMNS, reshapes=("item", "draft"))


@pytest.fixture
def old(office: Office) -> Office:
    """A closed registry of the present version with items on their way and ended."""
    for status in (Status.CLOSED, Status.HANDLED, Status.REGISTERED):
        office.item_at(status)
    office.core.close()
    return office


def released(monkeypatch: pytest.MonkeyPatch, *more: Migration) -> None:
    """A later version of the program."""
    for module in (database, migrating, structure):
        monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, *more))


def opened(office: Office) -> tuple[Report, list[tuple[str, str]]]:
    """Open with the later version: the check-up, and the events of the migrations."""
    with contextlib.closing(open_core(office.core.paths, office.clock)) as core:
        events = core.store.database.rows("SELECT person, result FROM event WHERE act = 'migrate'")
        return core.checkup.check(), events


def verified(paths: Paths) -> list[str]:
    return [one["what"] for one in verify.look(paths.database, paths.evidence)["findings"]]


def sql(paths: Paths, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_new_column_of_audited_tables_is_on_the_record_and_nothing_is_found(
    old: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(monkeypatch, NEXT)
    report, events = opened(old)
    assert report.findings == ()
    assert events == [("本程序", f"登记簿升级到第{len(MIGRATIONS) + 1}版")]
    assert verified(old.core.paths) == []
    assert opened(old)[1] == events  # once


def test_a_new_column_that_is_not_declared_is_found(old: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    released(monkeypatch, Migration(COLUMNS))
    assert {one.what for one in opened(old)[0].findings} == {"记录被改动"}
    assert set(verified(old.core.paths)) == {"记录被改动"}


@pytest.mark.article("第十三条")
@pytest.mark.parametrize(
    ("tampering", "what"),
    [
        ("UPDATE item SET title = '改过' WHERE id = 2", "记录被改动"),
        ("DELETE FROM draft WHERE id = (SELECT max(id) FROM draft)", "记录被删除"),
        ("UPDATE draft SET id = 99 WHERE id = (SELECT max(id) FROM draft)", "程序之外添加的记录"),
    ],
)
def test_what_was_tampered_with_before_is_found_afterwards(
    old: Office, monkeypatch: pytest.MonkeyPatch, tampering: str, what: str
) -> None:
    sql(old.core.paths, tampering)
    before = set(verified(old.core.paths))
    released(monkeypatch, NEXT)
    report = opened(old)[0]
    assert what in before
    assert before == set(verified(old.core.paths))
    assert before <= {one.what for one in report.findings}
    assert len([one for one in report.findings if one.what == what]) == 1  # the others are not suspected


def test_a_verified_copy_is_made_before_and_can_be_put_back(
    old: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(monkeypatch, NEXT)
    last = old.core.paths
    opened(old)
    (copy,) = last.backups.glob("*.zip")
    assert Restore(last, old.clock).preview(copy).backup.sound
    elsewhere = Paths(last.data.parent / "elsewhere", last.data.parent / "other")
    Restore(elsewhere, old.clock).restore(SYSTEM, copy)
    with contextlib.closing(open_core(elsewhere, old.clock)) as core:
        assert core.store.database.version == len(MIGRATIONS) + 1
        assert core.checkup.check().findings == ()


def test_without_room_for_the_copy_nothing_is_brought_up_to_date(
    old: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(monkeypatch, NEXT)
    paths, before = old.core.paths, old.core.paths.database.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(Trouble, match="写入失败"):
            open_core(paths, old.clock)
    assert paths.database.read_bytes() == before


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_file_of_every_earlier_version_opens(office: Office, tmp_path: Path, version: int) -> None:
    paths = Paths(tmp_path / "earlier", tmp_path / "earlier-workstation")
    paths.data.mkdir()
    with contextlib.closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        for migration in MIGRATIONS[:version]:
            for statement in migration.statements:
                connection.execute(statement)
        connection.execute("INSERT INTO section (name) VALUES ('政务服务科')")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
    with contextlib.closing(open_core(paths, office.clock)) as core:
        assert core.store.database.version == len(MIGRATIONS)
        assert {one.what for one in core.checkup.check().findings} == {"程序之外添加的记录"}
    assert len(list(paths.backups.glob("*.zip"))) == (version >= start.NAMED_SINCE)


def test_a_migration_that_cannot_be_done_is_told_in_words_and_leaves_the_version_before(
    old: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(monkeypatch, NEXT, Migration(("CREATE TABLE section (twice TEXT)",)))
    with pytest.raises(Trouble, match="升级没有完成"):
        open_core(old.core.paths, old.clock)
    released(monkeypatch, NEXT)
    assert opened(old)[0].findings == ()
