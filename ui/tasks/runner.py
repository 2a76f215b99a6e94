"""What pages know of running work: hand in a job, get its result on the UI thread."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Progress

T = TypeVar("T")
Done = Callable[[T], object]
Failed = Callable[[Problem], object]


class Runner(Protocol):
    """Runs jobs elsewhere; calls back on the UI thread.

    `failed` receives a known Problem; without it the Problem goes to the window's banner. Anything else
    is a bug and goes to the crash report; `failed` hears that there was one. When `owner` (or the object `done` is a method of) is gone by
    then, nothing is called.
    """

    def write(
        self,
        job: Callable[[], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        words: str = "正在保存…",
    ) -> None:
        """Run an act: one at a time, in the order handed in."""
        ...

    def read(
        self,
        job: Callable[[], T],
        done: Done[T],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        words: str = "正在读取…",
    ) -> None:
        """Run a look-up beside the others."""
        ...

    def long(
        self,
        job: Callable[[Progress], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        words: str,
        writing: bool = False,
    ) -> None:
        """Run a job that reports its progress and can be cancelled; `writing` puts it on the writer."""
        ...

    def hold(self) -> None:
        """While the window is locked: what is under way goes on, but calls nobody back."""
        ...

    def release(self, *, deliver: bool) -> None:
        """Unlocked: call back what was held, or forget it where another person took the seat."""
        ...
