import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEventLoop, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.tasks.inline_runner import InlineRunner
from ui.tasks.progress_strip import ProgressStrip
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.problems import Problem, Refused
from yuqing_desktop.progress import Progress


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[ThreadRunner]:
    made = ThreadRunner(shown_after_ms=20)
    yield made
    made.shutdown()


def test_a_job_runs_elsewhere_and_calls_back_on_the_window_s_thread(
    runner: ThreadRunner, qtbot: QtBot
) -> None:
    here = QThread.currentThread()
    seen: list[object] = []
    runner.read(
        QThread.currentThread,
        lambda thread: seen.extend((thread is not here, QThread.currentThread() is here)),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [True, True]


def test_writes_run_one_at_a_time_in_order(runner: ThreadRunner, qtbot: QtBot) -> None:
    running, most, order = [0], [0], []

    def job(number: int) -> int:
        running[0] += 1
        most[0] = max(most[0], running[0])
        order.append(number)
        running[0] -= 1
        return number

    for number in range(30):
        runner.write(lambda number=number: job(number))
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert order == list(range(30))
    assert most == [1]


def test_a_known_refusal_goes_to_its_handler_or_else_to_the_banner(
    runner: ThreadRunner, qtbot: QtBot
) -> None:
    def refuse() -> None:
        raise Refused("不能办结。")

    handled: list[Problem] = []
    runner.write(refuse, failed=handled.append)
    qtbot.waitUntil(lambda: bool(handled))
    with qtbot.waitSignal(runner.problem) as told:
        runner.write(refuse)
    assert str(told.args[0]) == "不能办结。"


def test_anything_else_is_a_bug_and_goes_to_the_crash_report(runner: ThreadRunner, qtbot: QtBot) -> None:
    failed: list[Problem] = []
    with qtbot.waitSignal(runner.crashed) as told:
        runner.write(lambda: 1 // 0, failed=failed.append)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert [one.what for one in failed] == ["程序出错，刚才的操作没有完成。"]  # nobody waits for ever


def test_nobody_is_called_back_who_is_gone(runner: ThreadRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    owner = QObject()
    called: list[object] = []
    runner.read(gate.wait, called.append, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert called == []


def test_shutting_down_stops_a_long_job(qapp: QApplication) -> None:
    runner = ThreadRunner()
    begun, steps = threading.Event(), []

    def job(progress: Progress) -> None:
        for step in range(10_000_000):
            begun.set()
            steps.append(step)
            progress.step(step, 0)

    runner.long(job, words="正在导出…")
    assert begun.wait(5)
    runner.shutdown()
    assert len(steps) < 10_000_000


def test_a_long_job_is_shown_after_a_while_reports_and_can_be_stopped(
    runner: ThreadRunner, qtbot: QtBot
) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    runner.slow.connect(strip.add)
    gate, failed = threading.Event(), []

    def job(progress: Progress) -> None:
        step = 0
        while not gate.is_set():
            progress.step(step % 10, 10, "第几行")
            step += 1
            gate.wait(0.005)

    assert strip.isHidden()
    runner.long(job, failed=failed.append, words="正在导出…")
    qtbot.waitUntil(lambda: not strip.isHidden())
    strip._cancel.click()
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]).startswith("已取消")
    qtbot.waitUntil(strip.isHidden)


def test_a_job_is_not_shown_as_running_while_the_dialog_its_outcome_opens_stands(
    runner: ThreadRunner, qtbot: QtBot
) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    runner.slow.connect(strip.add)
    left = QEventLoop()
    seen: list[bool] = []

    def look() -> None:
        seen.append(strip.isHidden())
        left.quit()

    def open_dialog(_: object) -> None:
        QTimer.singleShot(60, left, look)
        left.exec()

    runner.long(lambda _: None, open_dialog, words="正在排版…")
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]


def test_a_quick_job_is_never_shown(qapp: QApplication, qtbot: QtBot) -> None:
    runner = ThreadRunner(shown_after_ms=500)
    shown: list[object] = []
    runner.slow.connect(shown.append)
    done: list[int] = []
    runner.read(lambda: 1, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert not runner.is_busy or done
    assert shown == []
    runner.shutdown()


def test_shutting_down_finishes_writes_and_calls_nobody(qapp: QApplication) -> None:
    runner = ThreadRunner()
    written: list[int] = []
    called: list[object] = []
    for number in range(20):
        runner.write(lambda number=number: written.append(number), called.append)
    runner.shutdown()
    assert written == list(range(20))
    assert called == []
    assert not runner.is_busy


def test_the_runner_of_tests_does_everything_at_once_and_hides_no_error() -> None:
    runner, done = InlineRunner(), []
    runner.write(lambda: 7, done.append)
    assert done == [7]
    with pytest.raises(Refused):
        runner.write(_refuse)
    with pytest.raises(ZeroDivisionError):
        runner.read(lambda: 1 // 0, done.append, done.append)


def _refuse() -> None:
    raise Refused("不能。")


def test_what_is_asked_first_keeps_a_job_from_running(qapp: QApplication, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise Refused("登记簿文件已损坏。")

    runner, ran, told = ThreadRunner(first=refuse), list[int](), list[Problem]()
    runner.problem.connect(told.append)
    runner.write(lambda: ran.append(1))
    qtbot.waitUntil(lambda: bool(told))
    runner.shutdown()
    assert ran == []
