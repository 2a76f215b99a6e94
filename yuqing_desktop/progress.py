"""Report how far a long job is, and let it be cancelled: one small object handed to plain functions."""

from collections.abc import Callable

from yuqing_desktop.problems import Problem


class Cancelled(Problem):
    """The person stopped the job; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("已取消。", kept="原有数据没有改动。")


class Progress:
    """`step(done, total, words)` reports; it raises Cancelled once `cancel()` was called."""

    def __init__(self, report: Callable[[int, int, str], None] | None = None) -> None:
        self._report = report
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int, words: str = "") -> None:
        """Report progress. Raises Cancelled."""
        if self._cancelled:
            raise Cancelled
        if self._report is not None:
            self._report(done, total, words)
