"""What every test stands on: Qt without a screen, a clock that stands still, and no stray log line or thread.

Python's warnings fail a test by pytest's filterwarnings, Qt's by qt_log_level_fail (both in pyproject.toml).
"""

import logging
import os
import tempfile
import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.bureau import CHEAP, Bureau
from tests.walk import Office
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.founding import SAMPLE_MEMBERS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# what a workstation remembers of registries must not be the developer's own
os.environ["YUQING_WORKSTATION"] = tempfile.mkdtemp(prefix="yuqing-workstation-")

ROOT = Path(__file__).resolve().parent.parent

hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture
def clock() -> FixedClock:
    """Stands at Monday 2026-11-23, 9:30 in Shanghai, until a test moves it."""
    return FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files beside the repository; where it is absent the test is skipped."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the real files (../shared) are not here")
    return folder


@pytest.fixture(autouse=True)
def _no_stray_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test; one that expects it reads it and calls caplog.clear()."""
    yield
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    if stray:
        pytest.fail("stray log lines: " + "; ".join(record.getMessage() for record in stray))


@pytest.fixture(autouse=True)
def _no_leaked_thread() -> Iterator[None]:
    """A Python thread that outlives its test fails it, by name."""
    before = set(threading.enumerate())
    yield
    leaked = [thread for thread in _own_threads() if thread not in before]
    for thread in leaked:
        thread.join(timeout=2)
    alive = [thread.name for thread in leaked if thread.is_alive()]
    if alive:
        pytest.fail("leaked threads: " + ", ".join(alive))


def _own_threads() -> list[threading.Thread]:
    # Qt's pool threads that once ran Python code stay listed as dummies; they belong to Qt.
    return [thread for thread in threading.enumerate() if type(thread).__name__ != "_DummyThread"]


@pytest.fixture
def office(tmp_path: Path, clock: FixedClock) -> Iterator[Office]:
    """A sample office in a folder of its own."""
    core = open_core(Paths(tmp_path / "data", tmp_path / "workstation"), clock)
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
    yield Office(core, clock)
    core.close()


@pytest.fixture
def bureau(tmp_path: Path, clock: FixedClock) -> Iterator[Bureau]:
    """The same people in a real registry: no sample, nobody signed in yet; passwords cheap to check."""
    core = open_core(Paths(tmp_path / "data", tmp_path / "workstation"), clock, cost=CHEAP)
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=False)
    there = Bureau(core, clock)
    there.certify("微博")
    yield there
    core.close()


@pytest.fixture(scope="session")
def qapp() -> "QApplication":
    """The one application of all tests, as the program makes it; whatever needs Qt asks for it here."""
    from ui.shell.application import make_application
    from ui.shell.look import Look

    return make_application(["tests"], Look(scheme="light"))
