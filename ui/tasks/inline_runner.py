"""The runner of tests: everything at once, in order, on the calling thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.tasks.runner import Done, Failed, T
from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Progress


class InlineRunner:
    """Runner without threads. An unexpected error, or a Problem nobody handles, is raised to the test."""

    def write(
        self,
        job: Callable[[], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        words: str = "",
    ) -> None:
        """See Runner."""
        self._run(job, done, failed)

    def read(
        self,
        job: Callable[[], T],
        done: Done[T],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        words: str = "",
    ) -> None:
        """See Runner."""
        self._run(job, done, failed)

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
        """See Runner."""
        self._run(lambda: job(Progress()), done, failed)

    def hold(self) -> None:
        """See Runner: nothing is ever under way here."""

    def release(self, *, deliver: bool) -> None:
        """See Runner."""

    def _run(self, job: Callable[[], T], done: Done[T] | None, failed: Failed | None) -> None:
        try:
            outcome = job()
        except Problem as problem:
            if failed is None:
                raise
            failed(problem)
            return
        if done is not None:
            done(outcome)
