"""A registry's file that is damaged, cut, empty, foreign or newer: refused untouched, in words, with the way back."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Unusable
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.services.restore import Restore
from yuqing_desktop.storage.migrations import MIGRATIONS

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI)
Damage = Callable[[Path], None]


def bytes_of(change: Callable[[bytes], bytes]) -> Damage:
    def damage(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return damage


def sql(*statements: str) -> Damage:
    def damage(path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return damage


def page_of(name: str) -> Damage:
    """Overwrites the first page of a table or an index."""

    def damage(path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            (page,) = connection.execute(query, (name,)).fetchone()
            (size,) = connection.execute("PRAGMA page_size").fetchone()
        content = bytearray(path.read_bytes())
        content[(page - 1) * size : page * size] = b"\xa5" * size
        path.write_bytes(content)

    return damage


def foreign(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE note (words)", "INSERT INTO note VALUES ('别的程序')")(path)


DAMAGES: dict[str, Damage] = {
    "missing": Path.unlink,
    "empty": bytes_of(lambda content: b""),
    "cut to a few bytes": bytes_of(lambda content: content[:50]),
    "cut within the header": bytes_of(lambda content: content[:100]),
    "cut to half": bytes_of(lambda content: content[: len(content) // 2]),
    "cut by one page": bytes_of(lambda content: content[:-4096]),
    "cut within a page": bytes_of(lambda content: content[:-5000]),
    "zeros": bytes_of(lambda content: bytes(len(content))),
    "text": bytes_of(lambda content: "这不是登记簿。".encode() * 3000),
    "a zip": bytes_of(lambda content: b"PK\x03\x04" + content[4:]),
    "page size of nonsense": bytes_of(lambda content: content[:16] + b"\x00\x03" + content[18:]),
    "schema overwritten": bytes_of(lambda content: content[:100] + b"\xff" * 60 + content[160:]),
    "items overwritten": page_of("item"),
    "events overwritten": page_of("event"),
    "consents overwritten": page_of("consent"),
    "an index overwritten": page_of("event_op_id"),
    "foreign": foreign,
    "newer": sql(f"PRAGMA user_version = {len(MIGRATIONS) + 1}"),
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed registry in use, with a backup in its usual folder."""
    folder = tmp_path_factory.mktemp("kept")
    clock = FixedClock(NOW)
    core = open_core(Paths(folder / "data", folder / "workstation"), clock)
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1))
    office = Office(core, clock)
    for _ in range(8):
        office.item_at(Status.HANDLED)
    core.backing.back_up()
    core.close()
    return folder


def fresh(kept: Path, folder: Path) -> Paths:
    shutil.copytree(kept / "data", folder / "data")
    paths = Paths(folder / "data", folder / "workstation")
    with contextlib.closing(open_core(paths, FixedClock(NOW))):
        pass  # this computer has it in use
    return paths


def opened(paths: Paths) -> None:
    with contextlib.closing(open_core(paths, FixedClock(NOW))) as core:
        core.pages.require_whole()


@pytest.mark.article("第十三条")
@pytest.mark.parametrize("damage", DAMAGES)
def test_it_is_refused_untouched_with_the_way_back(kept: Path, tmp_path: Path, damage: str) -> None:
    paths = fresh(kept, tmp_path)
    DAMAGES[damage](paths.database)
    before = paths.database.read_bytes() if paths.database.exists() else None
    for _ in range(2):
        with pytest.raises(Unusable) as refused:
            opened(paths)
        assert "恢复" in refused.value.advice and refused.value.kept
        assert (paths.database.read_bytes() if paths.database.exists() else None) == before
    (backup,) = paths.backups.glob("*.zip")
    Restore(paths, FixedClock(NOW)).restore(SYSTEM, backup)
    with contextlib.closing(open_core(paths, FixedClock(NOW))) as core:
        assert core.checkup.check().findings == ()
        assert len(core.store.find(Item)) == 8
    aside = list(paths.data.glob("replaced-*/registry.db"))
    assert [path.read_bytes() for path in aside] == ([] if before is None else [before])
