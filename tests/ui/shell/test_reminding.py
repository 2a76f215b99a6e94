"""Reminders: by the program's clock, in office hours, once a share, one digest after sleep, never modal."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.seat import Seat
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.reminding import Reminding
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.tray import Tray
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.reminders import Snooze
from yuqing_desktop.domain.vocabulary import Status


class RecordingTray(Tray):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, window.close)
        self.said: list[str] = []

    def notify(self, title: str, words: str) -> None:
        self.said.append(words)


@pytest.fixture
def window(geometry: Geometry, qtbot: QtBot) -> MainWindow:
    made = MainWindow([], prompts=ScriptedPrompts(), geometry=geometry)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def tray(window: MainWindow) -> RecordingTray:
    return RecordingTray(window)


@pytest.fixture
def reminding(office: Office, window: MainWindow, tray: RecordingTray, geometry: Geometry) -> Reminding:
    seat = Seat(
        office.core, InlineRunner(), ScriptedPrompts(), Hub(), office.clerk, RecordingActs(), geometry
    )
    return Reminding(seat, window, tray)


def minute_by_minute(office: Office, reminding: Reminding, minutes: int) -> None:
    for _ in range(minutes):
        office.pass_time(minutes=1)
        reminding.look()


def test_nothing_is_said_while_nothing_is_due(
    reminding: Reminding, tray: RecordingTray, window: MainWindow
) -> None:
    reminding.look()
    assert tray.said == []
    assert window.banner.words == ""


def test_a_share_is_said_once_and_the_next_share_again(
    office: Office, reminding: Reminding, tray: RecordingTray, window: MainWindow
) -> None:
    reminding.look()
    office.assess(office.register())  # the transfer has half a working hour
    minute_by_minute(office, reminding, 14)
    assert tray.said == []
    minute_by_minute(office, reminding, 8)
    assert len(tray.said) == 1
    assert "转送 剩 15 分" in tray.said[0]
    assert window.banner.words == tray.said[0]
    minute_by_minute(office, reminding, 12)
    assert len(tray.said) == 3
    assert "已超" in tray.said[-1]


def test_only_another_minute_of_the_clock_is_looked_at(
    office: Office, reminding: Reminding, tray: RecordingTray
) -> None:
    office.assess(office.register())
    office.pass_time(minutes=20)
    reminding.look()
    assert len(tray.said) == 1
    office.pass_time(seconds=30)
    reminding._said.clear()
    reminding.look()
    assert len(tray.said) == 1


def test_after_sleep_and_at_the_start_everything_comes_in_one_digest(
    office: Office, reminding: Reminding, tray: RecordingTray
) -> None:
    for _ in range(3):
        office.assess(office.register())
    office.pass_time(minutes=20)
    reminding.look()
    assert tray.said == ["3 项待办须留意：时限用去一半 3 项"]
    office.pass_time(days=1)
    reminding.look()
    assert len(tray.said) == 2
    assert "已逾期" in tray.said[1]


def test_outside_office_hours_nothing_is_said_and_nothing_is_lost(
    office: Office, reminding: Reminding, tray: RecordingTray
) -> None:
    office.clock.move_to(datetime(2026, 11, 23, 17, 20, tzinfo=SHANGHAI))
    office.assess(office.register())
    office.clock.move_to(datetime(2026, 11, 23, 19, 0, tzinfo=SHANGHAI))
    reminding.look()
    assert tray.said == []
    office.clock.move_to(datetime(2026, 11, 24, 8, 50, tzinfo=SHANGHAI))
    reminding.look()
    assert len(tray.said) == 1


@pytest.mark.parametrize(("snooze", "quiet"), [(Snooze.QUARTER, 15), (Snooze.HOUR, 60)])
def test_put_off_it_keeps_quiet_and_says_it_again(
    office: Office, reminding: Reminding, tray: RecordingTray, snooze: Snooze, quiet: int
) -> None:
    office.assess(office.register())
    office.pass_time(minutes=20)
    reminding.look()
    tray.snoozed.emit(snooze)
    minute_by_minute(office, reminding, quiet - 1)
    assert len(tray.said) == 1
    minute_by_minute(office, reminding, 2)
    assert len(tray.said) == 2


def test_what_was_put_off_is_kept_by_the_machine(
    office: Office, reminding: Reminding, window: MainWindow, tray: RecordingTray
) -> None:
    reminding.put_off(Snooze.MORNING)
    again = Reminding(reminding._seat, window, tray)
    assert f"{again.quiet_until:%m-%d %H:%M}" == "11-24 08:30"


def test_a_reminder_takes_no_focus_and_opens_nothing(
    office: Office, reminding: Reminding, window: MainWindow, tray: RecordingTray
) -> None:
    office.assess(office.register())
    office.pass_time(minutes=20)
    focused = QApplication.focusWidget()
    reminding.look()
    assert window.banner.words
    assert QApplication.focusWidget() is focused
    assert QApplication.activeModalWidget() is None


def test_the_banner_offers_to_put_it_off(office: Office, reminding: Reminding, window: MainWindow) -> None:
    office.assess(office.register())
    office.pass_time(minutes=20)
    reminding.look()
    menu = window.banner._later.menu()
    assert [action.text() for action in menu.actions()] == ["15 分钟", "1 小时", "明早"]
    menu.actions()[1].trigger()
    assert reminding.quiet_until == office.clock.now() + timedelta(hours=1)


def test_a_locked_window_says_nothing_to_whoever_passes_by(
    office: Office, reminding: Reminding, window: MainWindow, tray: RecordingTray
) -> None:
    office.assess(office.register())
    office.pass_time(minutes=20)
    window.is_locked = True
    reminding.look()
    assert tray.said == []
    window.is_locked = False
    reminding.look()
    assert tray.said


def test_a_received_item_is_reminded_of_by_its_section_s_duty(
    office: Office, reminding: Reminding, tray: RecordingTray
) -> None:
    office.item_at(Status.RECEIVED)
    office.pass_time(hours=6)
    reminding.look()
    assert tray.said and "待办须留意" in tray.said[0]
