"""One job on its way: made on the UI thread, run on another, its outcome delivered on the UI thread."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from yuqing_desktop.problems import Problem, Trouble
from yuqing_desktop.progress import Cancelled, Progress


class Task(QObject):
    """A job with its callbacks; on the UI thread `over` fires before them, `finished` last, whatever came of it.

    A callback may open a dialog and return only when it is left: what shows the job as running goes by `over`.
    """

    progressed = Signal(int, int, str)
    over = Signal(QObject)
    finished = Signal(QObject)
    problem = Signal(object)
    crashed = Signal(object)
    _ended = Signal(object, object)

    def __init__(
        self,
        job: Callable[[Progress], Any],
        done: Callable[[Any], object] | None,
        failed: Callable[[Problem], object] | None,
        *,
        owner: QObject | None,
        words: str,
        cancellable: bool,
    ) -> None:
        super().__init__()
        self.words = words
        self.cancellable = cancellable
        self._job = job
        self._done = done
        self._failed = failed
        self._owner = owner or _object_of(done)
        self.is_over = False
        self._is_held = False
        self._kept: tuple[object, BaseException | None] | None = None
        self._progress = Progress(self.progressed.emit)
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self) -> None:
        """Do the job: called on the worker thread."""
        outcome: object = None
        error: BaseException | None = None
        try:
            outcome = self._job(self._progress)
        except Exception as raised:  # noqa: BLE001 - the thread's edge: handed on, never swallowed
            error = raised
        self._ended.emit(outcome, error)

    @Slot()
    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._progress.cancel()

    def drop(self) -> None:
        """Forget the callbacks: the window is closing."""
        self._done = self._failed = None
        self._progress.cancel()

    def hold(self) -> None:
        """Keep the outcome back until `release`."""
        self._is_held = True

    def release(self, *, deliver: bool) -> None:
        """Deliver what was kept back, from the event loop; else only end, and call nobody back."""
        if not self._is_held:
            return
        self._is_held = False
        if not deliver:
            self._done = self._failed = None
        if self._kept is not None:
            self._ended.emit(*self._kept)

    @Slot(object, object)
    def _deliver(self, outcome: object, error: BaseException | None) -> None:
        if self._is_held:
            self._kept = (outcome, error)
            return
        self.is_over = True
        self.over.emit(self)
        if self._owner is None or shiboken6.isValid(self._owner):
            self._call_back(outcome, error)
        self.finished.emit(self)

    def _call_back(self, outcome: object, error: BaseException | None) -> None:
        if error is None:
            if self._done is not None:
                self._done(outcome)
            return
        if not isinstance(error, Problem):
            if self._failed is not None:
                self._failed(_bug())  # whoever waits must not wait for ever
            self.crashed.emit(error)
        elif self._failed is not None:
            self._failed(error)
        elif not isinstance(error, Cancelled):
            self.problem.emit(error)


def _bug() -> Trouble:
    return Trouble(
        "程序出错，刚才的操作没有完成。", kept="已经保存的内容没有丢失。", advice="请把错误报告交给维护人员。"
    )


def _object_of(done: Callable[[Any], object] | None) -> QObject | None:
    holder = getattr(done, "__self__", None)
    return holder if isinstance(holder, QObject) else None
