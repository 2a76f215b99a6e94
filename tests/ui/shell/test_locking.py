"""锁定: by key and when idle; what stands in the windows stays (第十三条)."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau, password_of
from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.dialogs.register_dialog import RegisterDialog
from ui.dialogs.scene import Scene
from ui.dialogs.sign_in_dialog import SignInDialog
from ui.pages.seat import Seat
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.lock_cover import LockCover
from ui.shell.locking import Locking
from ui.shell.open_window import open_window
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.domain.people import Actor

pytestmark = pytest.mark.article("第十三条")
Work = Callable[[SignInDialog], None]


class Desk:
    """A locked-able window of the clerk with scripted answers."""

    def __init__(self, bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
        bureau.open_accounts("张敏", "陈静")
        self.bureau = bureau
        self.prompts = ScriptedPrompts()
        self.window = MainWindow((), prompts=self.prompts, geometry=geometry)
        qtbot.addWidget(self.window)
        self.window.show()
        self.taken: list[Actor] = []
        self.seat = Seat(
            bureau.core, InlineRunner(), self.prompts, Hub(), bureau.clerk, RecordingActs(), geometry
        )
        self.locking = Locking(self.seat, self.window, self.taken.append)

    def sign_in(self, name: str) -> Work:
        def work(dialog: SignInDialog) -> None:
            covers = [one for one in self.window.findChildren(LockCover) if one.isVisible()]
            assert self.window in [one.parentWidget() for one in covers]
            assert all(one.geometry() == one.parentWidget().rect() for one in covers)
            dialog.form.fill({"name": name, "password": password_of(name)})
            dialog.main.click()

        return work


@pytest.fixture
def desk(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> Desk:
    return Desk(bureau, geometry, qtbot)


def last_acts(bureau: Bureau, count: int) -> list[tuple[str, str]]:
    rows = bureau.core.store.database.rows(f"SELECT act, person FROM event ORDER BY id DESC LIMIT {count}")
    return rows[::-1]


def test_the_same_person_unlocks_and_goes_on(desk: Desk) -> None:
    desk.prompts.will(desk.sign_in("张敏"))
    desk.locking.lock()
    assert desk.taken == []
    assert not any(one.isVisible() for one in desk.window.findChildren(LockCover))
    assert last_acts(desk.bureau, 2) == [("sign_out", "张敏"), ("sign_in", "张敏")]


def test_another_person_takes_the_seat(desk: Desk, qtbot: QtBot) -> None:
    desk.prompts.will(desk.sign_in("陈静"))
    desk.locking.lock()
    qtbot.waitUntil(lambda: desk.taken == [desk.bureau.actor("陈静")])


def test_it_locks_after_the_minutes_of_the_setting(desk: Desk) -> None:
    desk.bureau.pass_time(minutes=9)
    desk.locking.look()
    assert desk.prompts.asked == []
    desk.prompts.will(desk.sign_in("张敏"))
    desk.bureau.pass_time(minutes=1)
    desk.locking.look()
    assert desk.prompts.asked == ["已锁定"]


def test_a_touch_begins_the_minutes_anew(desk: Desk, qtbot: QtBot) -> None:
    desk.locking._watch(desk.window.windowHandle())
    desk.bureau.pass_time(minutes=9)
    qtbot.keyClick(desk.window.windowHandle(), Qt.Key.Key_A)
    desk.bureau.pass_time(minutes=9)
    desk.locking.look()
    assert desk.prompts.asked == []


def test_the_setting_may_say_never(desk: Desk) -> None:
    desk.bureau.core.settings.change(desk.bureau.clerk, {"lock_minutes": 0})
    desk.bureau.pass_time(hours=9)
    desk.locking.look()
    assert desk.prompts.asked == []


def test_what_is_typed_stays_for_the_same_person(desk: Desk, qtbot: QtBot) -> None:
    dialog = typed_dialog(desk, qtbot)
    desk.prompts.will(desk.sign_in("张敏"))
    desk.locking.lock()
    assert dialog.isVisible()
    assert dialog.form.values()["title"] == "写了一半"
    dialog.hide()


def test_another_person_finds_nothing_open_and_the_draft_is_kept(desk: Desk, qtbot: QtBot) -> None:
    dialog = typed_dialog(desk, qtbot)
    desk.prompts.will(desk.sign_in("陈静"))
    desk.locking.lock()
    assert not dialog.isVisible()
    kept = desk.bureau.core.forms.kept("register", desk.bureau.clerk)
    assert "写了一半" in str(kept)
    qtbot.waitUntil(lambda: bool(desk.taken))


def typed_dialog(desk: Desk, qtbot: QtBot) -> RegisterDialog:
    seat = desk.seat
    dialog = RegisterDialog(Scene(seat.core, seat.runner, seat.prompts, seat.hub, seat.actor, desk.window))
    qtbot.addWidget(dialog, before_close_func=QDialog.hide)
    dialog.show()
    dialog.form.fill({"title": "写了一半"})
    return dialog


def test_leaving_from_the_lock_closes_the_window(desk: Desk, qtbot: QtBot) -> None:
    desk.prompts.will(lambda dialog: dialog.danger.click())
    desk.locking.lock()
    qtbot.waitUntil(lambda: not desk.window.isVisible())


def test_a_sample_has_nothing_to_lock(office: Office, geometry: Geometry, qtbot: QtBot) -> None:
    window = open_window(office.core, office.clerk, geometry, InlineRunner())
    qtbot.addWidget(window)
    assert not window.actions_["lock"].isEnabled()
    assert window.findChild(Locking) is None


def test_a_clock_set_back_opens_no_time(desk: Desk) -> None:
    desk.bureau.pass_time(minutes=5)
    desk.bureau.clock.put_to(desk.bureau.clock.now() - timedelta(days=1))
    desk.bureau.pass_time(minutes=4)
    desk.locking.look()
    assert desk.prompts.asked == []
    desk.prompts.will(desk.sign_in("张敏"))
    desk.bureau.pass_time(minutes=1)
    desk.locking.look()
    assert desk.prompts.asked == ["已锁定"]


def test_a_clock_set_forward_locks(desk: Desk) -> None:
    desk.prompts.will(desk.sign_in("张敏"))
    desk.bureau.clock.put_to(desk.bureau.clock.now() + timedelta(minutes=10))
    desk.locking.look()
    assert desk.prompts.asked == ["已锁定"]


@pytest.mark.article("第九条")
def test_whose_post_ended_overnight_goes_on_without_it(desk: Desk, qtbot: QtBot) -> None:
    """The program was left open: the rights are those of the new day, in a window of their own."""
    bureau = desk.bureau
    bureau.core.settings.change(bureau.clerk, {"lock_minutes": 0})
    (post,) = [one for one in bureau.core.people.posts() if one.person_id == bureau.clerk.person_id]
    bureau.core.people.save(bureau.actor("黄磊"), replace(post, until=bureau.clock.now().date()))
    desk.locking.look()
    assert desk.prompts.asked == []
    bureau.pass_time(days=1)
    desk.prompts.will(desk.sign_in("张敏"))
    desk.locking.look()
    qtbot.waitUntil(lambda: bool(desk.taken))
    assert desk.taken[0].name == "张敏" and not desk.taken[0].roles


def test_a_new_day_alone_locks_nobody_out(desk: Desk) -> None:
    desk.bureau.core.settings.change(desk.bureau.clerk, {"lock_minutes": 0})
    desk.bureau.pass_time(days=1)
    desk.locking.look()
    assert desk.prompts.asked == []


def test_what_hangs_over_a_window_for_a_moment_closes(desk: Desk) -> None:
    """A menu, a list of choices, a calendar: it would stand above the cover."""
    calendar = QWidget(desk.window, Qt.WindowType.Tool)
    calendar.show()
    desk.prompts.will(desk.sign_in("张敏"))
    desk.locking.lock()
    assert not calendar.isVisible()


def test_nothing_is_uncovered_before_another_person_s_window_stands(desk: Desk, qtbot: QtBot) -> None:
    desk.prompts.will(desk.sign_in("陈静"))
    desk.locking.lock()
    qtbot.waitUntil(lambda: bool(desk.taken))
    assert any(one.isVisible() for one in desk.window.findChildren(LockCover))
    assert desk.window.is_locked


class Held:
    """A desk with threads, and a job that ends while the window is locked."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.runner = ThreadRunner()
        self.locking = Locking(replace(desk.seat, runner=self.runner), desk.window, desk.taken.append)
        self.told: list[object] = []
        self._gate = threading.Event()
        self.runner.read(lambda: self._gate.wait(5), self.told.append, owner=desk.window)

    def locked_by(self, name: str) -> None:
        unlock = self.desk.sign_in(name)

        def work(dialog: SignInDialog) -> None:
            self._gate.set()
            unlock(dialog)
            self.qtbot.waitUntil(lambda: not dialog.isVisible())
            assert self.told == []

        self.desk.prompts.will(work)
        self.locking.lock()


@pytest.fixture
def held(desk: Desk, qtbot: QtBot) -> Iterator[Held]:
    made = Held(desk, qtbot)
    yield made
    made.runner.shutdown()


def test_what_ends_meanwhile_is_told_once_it_is_unlocked(held: Held, qtbot: QtBot) -> None:
    held.locked_by("张敏")
    qtbot.waitUntil(lambda: held.told == [True])


def test_what_ends_meanwhile_is_not_told_to_another_person(held: Held, qtbot: QtBot) -> None:
    held.locked_by("陈静")
    qtbot.waitUntil(lambda: bool(held.desk.taken) and not held.runner.is_busy)
    assert held.told == []
