"""A bug is told in words, with a code and a report to copy, and the program goes on (a slot, a task, a busy dialog)."""

import re
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.dialogs.busy_dialog import BusyDialog
from ui.shell.crash import CrashDialog, tell_crash
from ui.shell.furnish import attach
from ui.shell.geometry import Geometry
from ui.shell.run_window import report_crash
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.thread_runner import ThreadRunner

SECRET = "网民张三13800000000"


def planted() -> None:
    """A fault that would like to tell what it was about."""
    raise KeyError(SECRET)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[CrashDialog]:
    """The reports shown by the program's edge, in the order shown."""
    shown: list[CrashDialog] = []
    monkeypatch.setattr(sys, "excepthook", report_crash)
    monkeypatch.setattr(CrashDialog, "exec", lambda dialog: shown.append(dialog) or dialog.show())
    return shown


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What went into the log; it was expected."""
    lines = [record.getMessage() for record in caplog.records]
    caplog.clear()
    return lines


def test_a_fault_in_a_slot_is_told_and_the_next_click_works(
    qtbot: QtBot, told: list[CrashDialog], caplog: pytest.LogCaptureFixture
) -> None:
    clicks: list[str] = []
    bad, good = QPushButton(), QPushButton()
    qtbot.addWidget(bad)
    qtbot.addWidget(good)
    bad.clicked.connect(planted)
    good.clicked.connect(lambda: clicks.append("good"))
    bad.click()
    good.click()
    assert clicks == ["good"]
    (dialog,) = told
    assert re.fullmatch(r"[0-9A-F]{8}", dialog.code)
    assert "planted" in dialog.report and SECRET not in dialog.report
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "复制报告")
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.report
    (line,) = logged(caplog)
    assert dialog.code in line and SECRET not in line
    dialog.accept()


def test_a_fault_that_comes_back_is_shown_once_and_logged_each_time(
    qtbot: QtBot, told: list[CrashDialog], caplog: pytest.LogCaptureFixture
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(planted)
    for _ in range(3):
        button.click()
    assert len(told) == 1 and len(logged(caplog)) == 3
    told[0].accept()
    button.click()
    assert len(told) == 2 and len(logged(caplog)) == 1
    told[1].accept()


def test_a_fault_in_a_task_is_told_over_the_window_and_the_next_task_runs(
    qtbot: QtBot, geometry: Geometry, caplog: pytest.LogCaptureFixture
) -> None:
    reports: list[str] = []

    def read(dialog: CrashDialog) -> None:
        reports.append(dialog.report)
        dialog.accept()

    window = MainWindow((), prompts=ScriptedPrompts(read), geometry=geometry)
    qtbot.addWidget(window)
    runner = ThreadRunner(window)
    attach(runner, window)
    results: list[int] = []
    runner.write(planted)
    runner.write(lambda: 7, results.append)
    qtbot.waitUntil(lambda: results == [7] and bool(reports))
    runner.shutdown()
    assert "planted" in reports[0] and SECRET not in "".join([*reports, *logged(caplog)])


def test_a_fault_behind_a_busy_dialog_lets_the_person_go_on(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    dialog = BusyDialog(runner, "正在备份，请稍候…", lambda progress: planted())
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(runner.crashed):
        dialog.show()
    assert "程序出错" in dialog.problem.words
    dialog.go_on.click()
    assert not dialog.isVisible()
    runner.shutdown()


def test_each_kind_of_fault_has_its_own_code(caplog: pytest.LogCaptureFixture) -> None:
    codes: list[str] = []
    for raises in (planted, lambda: 1 // 0):
        try:
            raises()
        except (KeyError, ZeroDivisionError) as error:
            tell_crash(error, lambda dialog: codes.append(dialog.code))
    assert len(set(codes)) == 2
    lines = logged(caplog)
    assert len(lines) == 2 and all(code in line for code, line in zip(codes, lines, strict=True))
