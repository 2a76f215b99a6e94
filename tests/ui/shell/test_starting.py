"""A start: a second one brings the first window forward; a registry that cannot be opened has a way back (第十三条)."""

import contextlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau
from tests.conftest import ROOT
from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.dialogs.busy_dialog import BusyDialog
from ui.dialogs.restore_dialog import RestoreDialog
from ui.dialogs.start_trouble_dialog import StartTroubleDialog
from ui.pages.seat import Seat
from ui.shell.first_window import FirstWindow, call_first, come_forward
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.run_window import entered, way_back
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.start_words import StartWords
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop import core
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.problems import Refused, Trouble, Unusable
from yuqing_desktop.services.forms import Forms
from yuqing_desktop.storage import places

CALL = "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]); from pathlib import Path;"
CALL += "from ui.shell.first_window import call_first; sys.exit(not call_first(Path(sys.argv[1])))"


# A second start -----------------------------------------------------------------------------------


def test_a_second_start_asks_the_first_window_to_come_forward(qtbot: QtBot, tmp_path: Path) -> None:
    first = FirstWindow(tmp_path)
    first.listen()
    with qtbot.waitSignal(first.asked, timeout=20_000):
        second = subprocess.Popen([sys.executable, "-c", CALL, str(tmp_path)], cwd=ROOT)
    assert second.wait(20) == 0
    first.deleteLater()


def test_a_socket_left_by_a_killed_program_does_not_stand_in_the_way(qtbot: QtBot, tmp_path: Path) -> None:
    assert not call_first(tmp_path)
    for _ in range(2):
        first = FirstWindow(tmp_path)
        first.listen()
        first.deleteLater()
        with qtbot.waitSignal(first.destroyed):
            pass


def test_a_minimised_window_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward()
    assert not window.isMinimized() and window.isVisible()


def test_where_no_window_answers_the_words_say_who_holds_the_registry(office: Office) -> None:
    with pytest.raises(Trouble, match="另一个窗口或程序"):
        entered(office.core.paths, office.clock)


# A registry that cannot be opened -----------------------------------------------------------------


def broken(bureau: Bureau, how: Callable[[bytes], bytes]) -> Unusable:
    bureau.core.close()
    path = bureau.core.paths.database
    path.write_bytes(how(path.read_bytes()))
    with pytest.raises(Unusable) as trouble:
        entered(bureau.core.paths, bureau.clock)
    return trouble.value


@pytest.mark.article("第十三条")
def test_a_damaged_registry_is_put_right_from_its_start_in_five_clicks(bureau: Bureau) -> None:
    bureau.open_accounts("陈静")
    bureau.register(title="还在")
    bureau.core.backing.back_up()
    problem = broken(bureau, lambda content: content[:40_000])
    clicks: list[str] = []

    def trouble(dialog: object) -> None:
        assert isinstance(dialog, StartTroubleDialog)
        clicks.append(dialog.restore.text())
        dialog.restore.click()

    def choose(dialog: object) -> None:
        assert isinstance(dialog, RestoreDialog)
        assert "核验通过" in dialog.words.text()
        dialog.form.fill({"reason": "文件损坏"})
        clicks.extend((dialog.main.text(), "恢复"))
        dialog.main.click()

    def read(dialog: object) -> None:
        assert isinstance(dialog, BusyDialog)
        assert "原有数据在" in dialog.words.text()
        clicks.append(dialog.go_on.text())
        dialog.go_on.click()

    prompts = ScriptedPrompts(trouble, choose, True, read)
    assert way_back(problem, bureau.core.paths, bureau.clock, prompts, InlineRunner())
    assert len(clicks) <= 5 and prompts.is_done
    there = entered(bureau.core.paths, bureau.clock)
    assert there is not None
    with contextlib.closing(there):
        assert [one.title for one in there.store.find(Item)] == ["还在"]
        assert there.checkup.check().ok
        last = there.store.database.rows("SELECT act FROM event ORDER BY id DESC LIMIT 1")
        assert last == [("restore_backup",)]


def test_whoever_leaves_leaves_everything_as_it_was(bureau: Bureau) -> None:
    problem = broken(bureau, lambda _: b"")
    before = bureau.core.paths.database.read_bytes()
    prompts = ScriptedPrompts(lambda dialog: dialog.leave.click())
    assert not way_back(problem, bureau.core.paths, bureau.clock, prompts, InlineRunner())
    assert bureau.core.paths.database.read_bytes() == before


# The order of a start -----------------------------------------------------------------------------


def test_a_share_is_refused_before_anything_is_written(
    tmp_path: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "is_network_share", lambda folder: True)
    elsewhere = type(office.core.paths)(tmp_path / "share", tmp_path / "ws")
    with pytest.raises(Refused, match="PostgreSQL"):
        entered(elsewhere, office.clock)
    assert not elsewhere.data.exists()


def test_the_lock_comes_before_the_header(office: Office) -> None:
    office.core.paths.database.write_bytes(b"not a registry" * 100)
    with pytest.raises(Trouble, match="另一个窗口或程序"):
        entered(office.core.paths, office.clock)
    office.core.close()


def test_the_header_comes_before_the_pages_and_the_pages_before_the_chain(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    bureau.core.close()
    for owner, name in (
        (core.start, "check_place"), (core.Lock, "take"), (core.Database, "open"), (core, "PageLook"),
        (core.workstation, "watch"),
    ):  # fmt: skip
        watch(monkeypatch, owner, name, order)
    with contextlib.closing(core.open_core(bureau.core.paths, bureau.clock)):
        assert order == ["check_place", "take", "open", "PageLook", "watch"]


def watch(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, order: list[str]) -> None:
    real = getattr(owner, name)

    def noted(*arguments: object, **named: object) -> object:
        order.append(name)
        return real(*arguments, **named)

    monkeypatch.setattr(owner, name, noted)


# What is said once the window stands --------------------------------------------------------------


class Desk:
    def __init__(self, core: Core, bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
        self.window = MainWindow((), prompts=ScriptedPrompts(), geometry=geometry)
        qtbot.addWidget(self.window)
        self.window.show()
        self.acts = RecordingActs()
        self.seat = Seat(
            core,
            InlineRunner(),
            ScriptedPrompts(),
            Hub(),
            core.people.actor_named("张敏"),
            self.acts,
            geometry,
        )
        StartWords(self.seat, self.window)


def test_a_cloud_folder_is_warned_of_in_the_window(
    bureau: Bureau, geometry: Geometry, qtbot: QtBot, tmp_path: Path
) -> None:
    bureau.core.close()
    paths = type(bureau.core.paths)(tmp_path / "OneDrive", tmp_path / "workstation")
    bureau.core.paths.data.rename(paths.data)
    with contextlib.closing(open_core(paths, bureau.clock)) as there:
        desk = Desk(there, bureau, geometry, qtbot)
        assert "OneDrive的同步文件夹" in desk.window.banner.words


def test_an_older_copy_is_told_in_the_window(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
    paths = bureau.core.paths
    bureau.core.close()
    older = paths.database.read_bytes()
    with contextlib.closing(open_core(paths, bureau.clock)) as there:
        Bureau(there, bureau.clock).register()
    paths.database.write_bytes(older)
    with contextlib.closing(open_core(paths, bureau.clock)) as there:
        desk = Desk(there, bureau, geometry, qtbot)
        assert "本机记得的留痕已不在登记簿中" in desk.window.banner.words


def test_an_older_copy_is_told_before_the_clock(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
    """The gravest comes first."""
    bureau.pass_time(days=-2)
    data, clock = bureau.core.paths, bureau.clock
    bureau.core.close()
    for memory in (data.workstation / "heads").iterdir():
        memory.write_text(f"= 999 {'a' * 64}\n")
    with contextlib.closing(open_core(data, clock)) as core:
        assert core.warning.startswith("电脑时钟比")
        desk = Desk(core, Bureau(core, clock), geometry, qtbot)
        assert "本机记得的留痕已不在登记簿中" in desk.window.banner.words


def test_a_form_left_half_filled_is_offered(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
    forms: Forms = bureau.core.forms
    forms.keep("register", bureau.clerk, {"title": "半"})
    desk = Desk(bureau.core, bureau, geometry, qtbot)
    assert "没有填完" in desk.window.banner.words
    desk.window.banner._action.click()
    assert desk.acts.asked == [("register", None)]


def test_with_nothing_to_say_nothing_is_said(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
    assert Desk(bureau.core, bureau, geometry, qtbot).window.banner.words == ""
