"""Two starts at once: exactly one has the registry; the other brings the first one's window forward and ends."""

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.conftest import ROOT
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Trouble
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.storage import lock

SECONDS = 60
IN_USE, FORWARD = 1, 0


@pytest.fixture
def data(tmp_path: Path, clock: FixedClock) -> Path:
    core = open_core(Paths(tmp_path / "data", tmp_path / "workstation"), clock)
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
    core.close()
    return tmp_path / "data"


def start(data: Path) -> subprocess.Popen[str]:
    """The real program with its window, on a screen that nobody sees."""
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "YUQING_WORKSTATION": str(data.parent / "workstation"),
    }
    command = [sys.executable, "main.py", "--data", str(data)]
    return subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True)


def ended(*processes: subprocess.Popen[str]) -> list[subprocess.Popen[str]]:
    """Those that have ended, once one has."""
    for turn in range(SECONDS * 10):
        try:
            processes[turn % len(processes)].wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    return [one for one in processes if one.poll() is not None]


def end(process: subprocess.Popen[str]) -> None:
    with process:
        process.kill()


def test_exactly_one_of_two_starts_has_the_registry(data: Path, clock: FixedClock) -> None:
    two = [start(data), start(data)]
    try:
        (loser,) = ended(*two)
        (winner,) = [one for one in two if one is not loser]
        said = loser.communicate()[1]
        assert loser.returncode in (IN_USE, FORWARD)
        assert loser.returncode == FORWARD or "另一个窗口或程序" in said
        assert winner.poll() is None
        with pytest.raises(Trouble, match="另一个窗口或程序"):
            open_core(Paths(data, data.parent / "workstation"), clock)
        again = [start(data)]
        while ended(*again)[0].returncode == IN_USE:  # the first one listens a moment after its start
            again[0].communicate()
            again = [start(data)]
        again[0].communicate()
        assert again[0].returncode == FORWARD and winner.poll() is None
    finally:
        for one in two:
            end(one)
    open_core(Paths(data, data.parent / "workstation"), clock).close()


def test_two_that_take_no_lock_are_caught(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A planted fault: what the test above would see if the lock let everybody in."""
    monkeypatch.setattr(lock, "_lock", lambda file: None)
    place = Paths(data, data.parent / "workstation")
    clock = FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))
    first, second = open_core(place, clock), open_core(place, clock)
    first.close()
    second.close()
