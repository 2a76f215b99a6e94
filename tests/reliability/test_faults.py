"""Whatever call to the disk fails: a refusal in words, nothing by halves, nothing lost (durable writing)."""

import contextlib
import errno
import itertools
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.reliability import faults
from tests.walk import Office
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain import periods
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.domain.records import Evidence
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Problem, Trouble
from yuqing_desktop.services.exports import ShownList
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.services.restore import Restore

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 100
CLOCK = FixedClock(datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed registry with an attachment, and a backup of it."""
    folder = tmp_path_factory.mktemp("kept")
    core = open_core(Paths(folder / "data", folder / "workstation"), CLOCK)
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
    office = Office(core, CLOCK)
    item = office.item_at(Status.CLOSED)
    core.attachments.attach_bytes(office.clerk, item.id, "一.png", PNG)
    core.backing.back_up(to=folder / "usb")
    office.register(title="备份之后登记的")
    core.close()
    return folder


def fresh(kept: Path, folder: Path) -> Paths:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept, folder)
    return Paths(folder / "data", folder / "workstation")


def attach(paths: Paths) -> None:
    with contextlib.closing(open_core(paths, CLOCK)) as core:
        core.attachments.attach_bytes(core.people.actor_named("张敏"), 1, "二.png", PNG + b"2")


def back_up(paths: Paths) -> None:
    with contextlib.closing(open_core(paths, CLOCK)) as core:
        core.backing.back_up_if_due(now=True)


def back_up_elsewhere(paths: Paths) -> None:
    with contextlib.closing(open_core(paths, CLOCK)) as core:
        core.backing.back_up(to=paths.data.parent / "second")


def register(paths: Paths) -> None:
    with opened(paths) as office:
        office.register(title="再一件")


def settings(paths: Paths) -> None:
    with opened(paths) as office:
        office.core.settings.change(office.clerk, {"contact": "另一位"})


def issue(paths: Paths) -> None:
    with opened(paths) as office:
        office.core.editions.issue(office.clerk, periods.week_of(date(2026, 11, 16)), signer="陈静")


def export(paths: Paths) -> None:
    with opened(paths) as office:
        shown = ShownList("登记簿", ["编号"], [["YQ-2026-0001"]])
        office.core.exports.write(office.clerk, shown, paths.exports / "list.xlsx")


def slips(paths: Paths) -> None:
    with opened(paths) as office:
        papers = office.core.papers
        papers.write_slips(office.clerk, papers.slips_of([1]), paths.exports)


@contextlib.contextmanager
def opened(paths: Paths) -> Iterator[Office]:
    with contextlib.closing(open_core(paths, CLOCK)) as core:
        yield Office(core, CLOCK)


def restore(paths: Paths) -> None:
    (backup,) = (paths.data.parent / "usb").glob("*.zip")
    Restore(paths, CLOCK).restore(SYSTEM, backup)


DEEDS: dict[str, Callable[[Paths], None]] = {
    "attach": attach, "back up": back_up, "back up elsewhere": back_up_elsewhere, "restore": restore,
    "register": register, "settings": settings, "issue": issue, "export": export, "slips": slips,
}  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS)
def test_no_failing_call_leaves_anything_by_halves(kept: Path, tmp_path: Path, deed: str) -> None:
    paths = fresh(kept, tmp_path / "count")
    with faults.disk() as counted:
        DEEDS[deed](paths)
    assert counted.calls > 3
    codes = itertools.cycle(faults.KINDS)
    for number in range(1, counted.calls + 1):
        paths = fresh(kept, tmp_path / "place")
        with faults.disk(fails=number, code=next(codes)) as disk, contextlib.suppress(Problem):
            DEEDS[deed](paths)
        assert disk.calls >= number
        with contextlib.closing(open_core(paths, CLOCK)) as core:
            look_at(core, deed, number)


def look_at(core: Core, deed: str, number: int) -> None:
    """Sound, every item there, every attachment whole, every listed backup readable, nothing left under way."""
    report = core.checkup.check()
    assert report.findings == (), (deed, number)
    assert len(core.store.find(Item)) in {"restore": (1, 2), "register": (2, 3)}.get(deed, (2,))
    for evidence in core.store.find(Evidence):
        assert core.attachments.blobs.read(evidence.sha256).startswith(PNG)
    assert not list(core.paths.data.rglob(".~*"))
    for written in core.paths.exports.iterdir():
        with zipfile.ZipFile(written) as archive:
            assert archive.testzip() is None
    for folder in (core.paths.backups, core.paths.data.parent / "second"):
        for backup in folder.glob("*.zip"):
            assert Restore(core.paths, CLOCK).preview(backup).report.ok


def test_the_harness_catches_a_writer_that_does_not_write_durably(tmp_path: Path) -> None:
    """A planted fault: written in place, a failing call leaves half a file; written durably it does not."""
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def careless() -> None:
        with path.open("wb") as file:
            file.write(b"ne")
            faults.os.fsync(file.fileno())
            file.write(b"w")

    with faults.disk(fails=1), contextlib.suppress(OSError):
        careless()
    assert path.read_bytes() == b"ne"


def test_a_full_database_refuses_the_act_in_words_and_keeps_what_was_there(
    kept: Path, tmp_path: Path
) -> None:
    paths = fresh(kept, tmp_path / "full")
    with contextlib.closing(open_core(paths, CLOCK)) as core:
        pages = core.store.database.pragma("page_count")
        core.store.database.connection.execute(f"PRAGMA max_page_count = {pages}")
        clerk = core.people.actor_named("张敏")
        with pytest.raises(Trouble, match="磁盘已满"):
            fill(core, clerk)
        items = len(core.store.find(Item))
        assert core.store.database.rows("SELECT last FROM counter WHERE name = 'item'") == [(items,)]
        assert core.checkup.check().ok
        core.store.database.connection.execute("PRAGMA max_page_count = 1000000")
        core.register.register(clerk, {"title": "又能登记", "platform": "微博"})
        assert core.checkup.check().ok


def fill(core: Core, clerk: Actor) -> None:
    for _ in range(500):
        core.register.register(clerk, {"title": "满", "platform": "微博", "content": "长文" * 2000})


def test_a_workstation_that_cannot_be_written_refuses_the_act_and_says_so(kept: Path, tmp_path: Path) -> None:
    paths = fresh(kept, tmp_path / "blocked")
    with contextlib.closing(open_core(paths, CLOCK)) as core:
        assert core.store.database.heads is not None
        core.store.database.heads.settle()
        core.store.database.heads.path = tmp_path / "nowhere" / "head"
        with pytest.raises(Trouble, match="核对记录无法写入"):
            core.register.register(core.people.actor_named("张敏"), {"title": "不成", "platform": "微博"})
        assert len(core.store.find(Item)) == 2


def test_the_kinds_of_failure_are_three() -> None:
    assert set(faults.KINDS) == {errno.ENOSPC, errno.EIO, errno.EACCES}
