"""A registry with a life behind it, kept once for all who tamper with copies of it."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.bureau import CHEAP, Bureau
from tests.reliability.place import PNG, START, Place, unfolded
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, Level, Role, Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Problem
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.storage.heads import Heads


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bureau with accounts, keys, items on their way and ended, attachments, a paper consent; and an older copy."""
    folder = tmp_path_factory.mktemp("kept")
    core = open_core(Paths(folder / "data", folder / "workstation"), FixedClock(START), cost=CHEAP)
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1))
    bureau = Bureau(core, core.clock)  # type: ignore[arg-type]
    bureau.certify("微博")
    bureau.open_accounts("陈静", "王建国", "赵志远")
    bureau.give_keys()
    fill(bureau)
    core.close()
    shutil.copytree(folder / "data", folder / "older")
    core = open_core(Paths(folder / "data", folder / "workstation"), bureau.clock)
    bureau = Bureau(core, bureau.clock)
    bureau.pass_time(hours=1)
    bureau.register(title="最后登记的一件")
    core.close()
    return folder


def fill(bureau: Bureau) -> None:
    bureau.core.settings.change(bureau.clerk, {"bureau": "某市数据局"})
    for status, level in ((Status.CLOSED, Level.ORDINARY), (Status.CLOSED, Level.IMPORTANT)):
        bureau.pass_time(minutes=30)
        item = bureau.item_at(status, level)
        bureau.core.attachments.attach_bytes(bureau.clerk, item.id, f"{level}.png", PNG + level.encode())
    paper = bureau.item_at(Status.HANDLED)
    bureau.pass_time(minutes=30)
    given = Opinion(
        Role.DEPUTY, Decision.AGREE, bureau.deputy.person_id, kind=ConsentKind.PAPER,
        decided_at=bureau.clock.now(), sheet_number="舆审〔2026〕1号",
    )  # fmt: skip
    bureau.core.approve.decide(bureau.clerk, paper.id, given)
    for status in (Status.REGISTERED, Status.TRANSFERRED, Status.RECEIVED):
        bureau.item_at(status)
    with pytest.raises(Problem):
        bureau.reply(paper, "另一段话")


@pytest.fixture
def place(kept: Path, tmp_path: Path) -> Iterator[Place]:
    """As if it had always lain here."""
    for name in ("data", "workstation", "older"):
        shutil.copytree(kept / name, tmp_path / name)
    for memory in (tmp_path / "workstation" / "heads").iterdir():
        uid, _, place = memory.name.partition("-")
        guarded = not place.endswith("-open")
        memory.rename(Heads(tmp_path / "workstation", uid, tmp_path / "data", guarded=guarded).path)
    data = tmp_path / "data"
    place = Place(unfolded(data), data, tmp_path / "workstation", tmp_path / "older")
    yield place
    place.database.close()
