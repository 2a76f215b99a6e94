"""The window stands before its pages do, and waits for no slow library."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.today.today_page import TodayPage
from ui.shell.geometry import Geometry
from ui.shell.open_window import FIRST, frame
from ui.shell.show_window import show_window
from ui.tasks import quiet_memory
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.storage.page_look import PageLook

ROOT = Path(__file__).parents[3]
SLOW = "docx docxtpl openpyxl lxml rapidfuzz cryptography segno python_calamine jinja2 multiprocessing.pool"
START = f"""
import sys, linecache
from ui.shell.plain_imports import load_qt
load_qt()
import ui.shell.run_window
early = [name for name in sys.modules if name.startswith(("ui.pages", "ui.dialogs"))]
import ui.shell.furnish, ui.pages.today.today_page, ui.pages.registry.registry_page
slow = [name for name in "{SLOW}".split() if name in sys.modules]
read = [name for name in linecache.cache if "/ui/" in name]
print(early, slow, read)
"""


def test_a_frame_has_no_page_and_its_first_page_furnishes_it(
    office: Office, geometry: Geometry, qtbot: QtBot
) -> None:
    window = frame(office.core, office.clerk, geometry, InlineRunner())
    qtbot.addWidget(window)
    assert window.page is None
    assert not window.actions_.is_bound("new")
    window.open(FIRST)
    assert window.actions_.is_bound("new")


def test_the_first_page_comes_when_the_frame_was_seen(office: Office, qtbot: QtBot) -> None:
    window = show_window(office.core, office.clerk)
    qtbot.addWidget(window)
    assert window.page is None
    qtbot.waitUntil(lambda: window.front == FIRST)
    quiet_memory.release()


def test_over_a_damaged_registry_the_window_closes_with_nothing_read_into_it(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageLook, "_look", lambda look: setattr(look, "_found", "页4损坏"))
    window = show_window(office.core, office.clerk)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert isinstance(window.page, TodayPage)
    assert not window.page.next.lines
    quiet_memory.release()


def test_the_start_imports_no_page_no_slow_library_and_reads_no_source() -> None:
    done = subprocess.run([sys.executable, "-c", START], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[0] == "[] [] []"
