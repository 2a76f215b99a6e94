"""Outside files and pages are read in a process of their own: limited in memory and time, and killable.

Works in a frozen program too, once its main calls `multiprocessing.freeze_support()`. Windows has no such
memory limit to set; the caps of `sheet.Limits` and the time limit hold there as well.
"""

import contextlib
import multiprocessing
import os
import pickle
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from yuqing_desktop.problems import BadFile, Problem, Trouble
from yuqing_desktop.progress import Progress

T = TypeVar("T")
_POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a worker may use."""

    seconds: float = 60.0
    memory_bytes: int = 480 * 2**20


BOUNDS = Bounds()


def run_apart(
    function: Callable[..., T],
    *arguments: object,
    bounds: Bounds = BOUNDS,
    progress: Progress | None = None,
    **named: object,
) -> T:
    """What `function(*arguments, progress=…, **named)` returns, called in a worker process.

    The function must be a module's own, its arguments and result picklable. Raises the Problems it raised,
    BadFile where the worker ran out of time or memory or died, Cancelled (within a tenth of a second).
    """
    progress = progress or Progress()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(theirs, bounds, function, arguments, named), daemon=True)
    try:
        worker.start()
    except OSError as error:
        ours.close()
        theirs.close()
        raise Trouble(
            "系统没有让另一个进程启动。", kept="原有文件没有改动。", advice="请关闭其他程序后再试。"
        ) from error
    try:
        theirs.close()
        return _outcome(ours, bounds, progress)  # type: ignore[no-any-return]
    finally:
        worker.kill()
        worker.join()
        worker.close()
        ours.close()


def _outcome(ours: Connection, bounds: Bounds, progress: Progress) -> Any:
    deadline = time.monotonic() + bounds.seconds
    last: tuple[int, int, str] = (0, 0, "")
    while True:
        progress.step(*last)
        if ours.poll(_POLL_SECONDS):
            try:
                kind, value = ours.recv()
            except (EOFError, OSError, pickle.UnpicklingError) as error:
                raise BadFile("内容过大或已损坏，读取时超出内存限制，未读取。") from error
            if kind == "step":
                last = value
                continue
            if kind == "problem":
                raise value
            return value
        if time.monotonic() > deadline:
            raise BadFile(f"{bounds.seconds:.0f}秒内没有读完，已停止，未读取。")


def _work(
    ours: Connection,
    bounds: Bounds,
    function: Callable[..., object],
    arguments: tuple[object, ...],
    named: dict[str, object],
) -> None:
    """The worker's whole life. What a broken file makes a library print is nobody's to see."""
    _silence()
    _limit(bounds)
    progress = Progress(lambda *step: ours.send(("step", step)))
    try:
        answer: tuple[str, object] = ("value", function(*arguments, progress=progress, **named))
    except Problem as problem:
        answer = ("problem", problem)
    except (MemoryError, RecursionError):
        answer = ("problem", BadFile("内容过大或嵌套过深，读取时超出内存限制，未读取。"))
    try:
        ours.send(answer)
    except MemoryError:
        ours.send(("problem", Trouble("内容过大，读取结果超出内存限制，未读取。")))


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)


def _limit(bounds: Bounds) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, amount in (
        (resource.RLIMIT_AS, bounds.memory_bytes),
        (resource.RLIMIT_CPU, int(bounds.seconds) + 5),
        (resource.RLIMIT_CORE, 0),
    ):
        _, ceiling = resource.getrlimit(kind)
        wanted = amount if ceiling == resource.RLIM_INFINITY else min(amount, ceiling)
        with contextlib.suppress(ValueError, OSError):  # macOS knows the limit and refuses to set it
            resource.setrlimit(kind, (wanted, ceiling))
