"""A process killed at any moment (kill -9) loses nothing it acknowledged and leaves nothing by halves."""

import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.storage.chain import check_chain
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain import duties
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.paths import Paths

SCRIPT = Path(__file__).with_name("registering.py")
KILLS = 6


def killed_after(folder: Path, seconds: float) -> list[str]:
    """Register in another process, kill it after this long; the numbers it said."""
    command = [sys.executable, str(SCRIPT), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        timer = threading.Timer(seconds, child.kill)
        timer.start()
        said = child.stdout.read().split("\n")
        timer.join()
    assert child.returncode == -signal.SIGKILL
    return said[:-1]  # the last line may be torn


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_every_acknowledged_number_is_there_after_each_kill(tmp_path: Path, clock: FixedClock) -> None:
    chance = random.Random(20261123)
    said: list[str] = []
    for _ in range(KILLS):
        said += killed_after(tmp_path, chance.uniform(0.0, 0.25))
        core = open_core(Paths(tmp_path, tmp_path / "workstation"), clock)
        look_at(core, said)
        core.close()
    assert len(said) > KILLS


def look_at(core: Core, said: list[str]) -> None:
    store = core.store
    numbers = [item.number for item in store.find(Item)]
    assert set(said) <= set(numbers)
    assert numbers == [f"YQ-2026-{serial:04d}" for serial in range(1, len(numbers) + 1)]
    assert store.database.rows("SELECT last FROM counter WHERE name = 'item'") in ([(len(numbers),)], [])
    check_chain(store.database)
    assert store.database.rows("SELECT count(*) FROM event WHERE act = 'register'") == [(len(numbers),)]
    assert len(core.registry.search("预约系统")) == len(numbers)
    for item in store.find(Item, order="id DESC", limit=3):
        open_duties = store.find(Duty, item_id=item.id, closed_at=None)
        assert {duty.kind for duty in open_duties} == duties.owed(item)
    assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
