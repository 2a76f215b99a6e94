"""Another person at the seat (第五条、第十三条): nothing of the first one's window acts, shows or listens any more."""

import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.dialogs.choose_actor_dialog import ChooseActorDialog
from ui.dialogs.register_dialog import RegisterDialog
from ui.shell.first_window import come_forward
from ui.shell.geometry import Geometry
from ui.shell.open_window import open_window
from ui.shell.returned_papers import ReturnedPapers
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from ui.tasks.runner import Runner
from ui.tasks.thread_runner import ThreadRunner

pytestmark = pytest.mark.article("第十三条")
Opened = Callable[..., MainWindow]


@pytest.fixture
def opened(office: Office, geometry: Geometry, prompts: ScriptedPrompts, qapp: QApplication) -> Opened:
    def make(who: str = "张敏", runner: Runner | None = None) -> MainWindow:
        window = open_window(office.core, office.actor(who), geometry, runner or InlineRunner())
        window.show()
        return window

    return make


def changed_to(name: str, window: MainWindow, prompts: ScriptedPrompts) -> MainWindow:
    """The window of another person, chosen by 切换人员, with the first one's gone."""

    def choose(dialog: ChooseActorDialog) -> None:
        (entry,) = dialog.people.findItems(name, Qt.MatchFlag.MatchStartsWith)
        dialog.people.setCurrentItem(entry)
        dialog.main.click()

    prompts.will(choose)
    window.actions_["actor"].trigger()
    successor = window.successor
    assert successor is not None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return successor


def windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]


def test_the_first_window_goes_with_all_that_acts_in_it(opened: Opened, prompts: ScriptedPrompts) -> None:
    window = opened()
    returned = window.findChild(ReturnedPapers)
    other = changed_to("李强", window, prompts)
    assert not shiboken6.isValid(window) and not shiboken6.isValid(returned)
    assert windows() == [other]
    assert other.windowTitle().startswith("李强（科室）")


def test_a_second_start_brings_only_the_present_window_forward(
    opened: Opened, prompts: ScriptedPrompts
) -> None:
    other = changed_to("李强", opened(), prompts)
    come_forward()
    assert [one for one in windows() if one.isVisible()] == [other]


@pytest.mark.parametrize("page", ["audit", "checkup"])
def test_a_page_the_other_person_has_not_is_left_for_the_page_of_the_day(
    opened: Opened, prompts: ScriptedPrompts, page: str
) -> None:
    window = opened("徐洁")
    window.open(page)
    assert changed_to("李强", window, prompts).front == "today"


def test_letters_come_as_they_were_typed_however_often_people_changed(
    opened: Opened, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    window = opened()
    for name in ("李强", "王建国", "张敏"):
        window = changed_to(name, window, prompts)
    typed: list[object] = []

    def register(dialog: RegisterDialog) -> None:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        for letter in "Yes yY":
            qtbot.keyClick(dialog.windowHandle(), letter)
        qtbot.waitUntil(lambda: len(str(dialog.form.values()["title"])) == 6)
        typed.append(dialog.form.values()["title"])
        dialog.form.fill({"title": ""})
        dialog.reject()

    prompts.will(register)
    window.actions_["new"].trigger()
    assert typed == ["Yes yY"]


def test_what_one_person_began_ends_and_calls_nobody_of_the_first_window(
    opened: Opened, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    runner, gate, ended, called = ThreadRunner(), threading.Event(), threading.Event(), list[object]()
    window = opened(runner=runner)
    runner.write(lambda: gate.wait(5) and ended.set(), called.append, owner=window)
    other = changed_to("李强", window, prompts)
    assert shiboken6.isValid(runner) and runner.parent() is other
    gate.set()
    qtbot.waitUntil(lambda: ended.is_set() and not runner.is_busy)
    assert called == []
    runner.shutdown()
