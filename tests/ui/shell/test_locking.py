"""锁定: by key and when idle; what stands in the windows stays (第十三条)."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
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
    from PySide6.QtCore import Qt

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
