"""Outside files are read apart: bounded, killable, and never by a bug of theirs a bug of ours."""

import errno
import os
import threading
import time
from multiprocessing.context import SpawnProcess

import pytest

from yuqing_desktop.intake.worker import Bounds, run_apart
from yuqing_desktop.problems import BadFile, Trouble
from yuqing_desktop.progress import Cancelled, Progress


def double(value: int, *, progress: Progress) -> int:
    progress.step(1, 2, "一半")
    return value * 2


def refuse(*, progress: Progress) -> None:
    raise BadFile("第3行不对。", advice="请改正。")


def hang(*, progress: Progress) -> None:
    threading.Event().wait()


def hoard(*, progress: Progress) -> int:
    return len(b"x" * 2**31)


def die(*, progress: Progress) -> None:
    os._exit(3)


def test_a_result_and_its_steps_come_back() -> None:
    steps: list[tuple[int, int, str]] = []
    assert run_apart(double, 21, progress=Progress(lambda *step: steps.append(step))) == 42
    assert (1, 2, "一半") in steps


def test_a_refusal_comes_back_with_all_its_words() -> None:
    with pytest.raises(BadFile) as refusal:
        run_apart(refuse)
    assert str(refusal.value) == "第3行不对。请改正。"


def test_time_memory_and_death_are_refusals() -> None:
    with pytest.raises(BadFile, match="没有读完"):
        run_apart(hang, bounds=Bounds(seconds=0.3))
    with pytest.raises(BadFile, match="内存"):
        run_apart(hoard)
    with pytest.raises(BadFile, match="未读取"):
        run_apart(die)


def test_a_computer_that_lets_no_process_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "")

    monkeypatch.setattr(SpawnProcess, "start", refuse)
    with pytest.raises(Trouble, match="没有让另一个进程启动"):
        run_apart(double, 21)


def test_cancelling_stops_it_within_a_second() -> None:
    progress = Progress()
    progress.cancel()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        run_apart(hang, progress=progress)
    assert time.monotonic() - started < 1
