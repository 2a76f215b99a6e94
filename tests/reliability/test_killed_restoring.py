"""Killed (kill -9) while attaching, backing up or restoring: the registry is the old one or the new one, and sound."""

import os
import random
import signal
import subprocess
import sys
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.services.restore import Restore

SCRIPT = Path(__file__).with_name("restoring.py")
KILLS = int(os.environ.get("YUQING_KILLS", "6"))


def kill_after(folder: Path, backup: Path, seconds: float) -> None:
    command = [sys.executable, str(SCRIPT), str(folder), str(backup)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        timer = threading.Timer(seconds, child.kill)
        timer.start()
        child.stdout.read()
        timer.join()
    assert child.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_kill_while_backing_up_or_restoring_leaves_a_sound_registry(
    tmp_path: Path, clock: FixedClock
) -> None:
    paths = Paths(tmp_path / "data", tmp_path / "workstation")
    with closing(open_core(paths, clock)) as core:
        core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
        Office(core, clock).item_at(Status.CLOSED)
        backup = core.backing.back_up(to=tmp_path / "usb").path
    chance = random.Random(20261124)
    for _ in range(KILLS):
        kill_after(tmp_path, backup, chance.uniform(0.0, 0.6))
        with closing(open_core(paths, clock)) as core:
            assert core.checkup.check().findings == ()
            assert len(core.store.find(Item)) == 1
            assert not list(paths.data.rglob(".~*"))
        for made in paths.backups.glob("*.zip"):
            assert Restore(paths, clock).preview(made).report.ok
