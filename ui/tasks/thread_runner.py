"""The real runner: one writer thread, a small pool of readers."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from ui.tasks.runner import Done, Failed, T
from ui.tasks.task import Task
from yuqing_desktop.progress import Progress

READERS = 3
SHOWN_AFTER_MS = 500


class ThreadRunner(QObject):
    """Runner on threads. `slow(task)` fires for a task still running after half a second.

    Every job begins with `first()`: what it raises, the job raises.
    """

    slow = Signal(QObject)
    problem = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        shown_after_ms: int = SHOWN_AFTER_MS,
        first: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._first = first
        self._writer = _pool(1)
        self._readers = _pool(READERS)
        self._tasks: set[Task] = set()
        self._shown_after_ms = shown_after_ms
        self._closing = False

    @property
    def is_busy(self) -> bool:
        """Whether anything is still under way."""
        return bool(self._tasks)

    def write(
        self,
        job: Callable[[], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        words: str = "正在保存…",
    ) -> None:
        """See Runner."""
        task = Task(self._begun(lambda _: job()), done, failed, owner=owner, words=words, cancellable=False)
        self._start(task, self._writer)

    def read(
        self,
        job: Callable[[], T],
        done: Done[T],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        words: str = "正在读取…",
    ) -> None:
        """See Runner."""
        task = Task(self._begun(lambda _: job()), done, failed, owner=owner, words=words, cancellable=False)
        self._start(task, self._readers)

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
        task = Task(self._begun(job), done, failed, owner=owner, words=words, cancellable=True)
        self._start(task, self._writer if writing else self._readers)

    def hold(self) -> None:
        """See Runner."""
        for task in self._tasks:
            task.hold()

    def release(self, *, deliver: bool) -> None:
        """See Runner."""
        for task in list(self._tasks):
            task.release(deliver=deliver)

    def shutdown(self) -> None:
        """Let the writer finish what was handed in, stop the rest, call nobody back; once is enough."""
        if self._closing:
            return
        self._closing = True
        for task in list(self._tasks):
            task.drop()
        self._readers.clear()
        self._writer.waitForDone()
        self._readers.waitForDone()
        self._tasks.clear()

    def _begun(self, job: Callable[[Progress], T]) -> Callable[[Progress], T]:
        def run(progress: Progress) -> T:
            self._first()
            return job(progress)

        return run

    def _start(self, task: Task, pool: QThreadPool) -> None:
        if self._closing:
            return
        self._tasks.add(task)
        task.problem.connect(self.problem)
        task.crashed.connect(self.crashed)
        task.finished.connect(self._forget)
        QTimer.singleShot(self._shown_after_ms, task, lambda: self._show(task))
        pool.start(_Work(task))

    def _show(self, task: Task) -> None:
        if task in self._tasks and not task.is_over and not self._closing:
            self.slow.emit(task)

    @Slot(QObject)
    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)


class _Work(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task: Any = task

    def run(self) -> None:
        self._task.run()
        # The last reference must go on the UI thread, where the task was made.
        self._task = None


def _pool(threads: int) -> QThreadPool:
    pool = QThreadPool()
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(-1)
    return pool
