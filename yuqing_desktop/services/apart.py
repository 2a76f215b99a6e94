"""Large workbooks and many PDFs are made in a process of their own: in a thread they would stall the window."""

from collections.abc import Callable
from typing import TypeVar

from yuqing_desktop.intake.worker import Bounds, run_apart
from yuqing_desktop.problems import BadFile, Trouble
from yuqing_desktop.progress import Progress

T = TypeVar("T")

WORTH_A_PROCESS = 300
"""From so many rows on; starting a process takes longer than writing fewer."""
PAPERS_WORTH_A_PROCESS = 4
"""The same of papers to be painted."""
_BOUNDS = Bounds(seconds=900.0, memory_bytes=2 * 2**30)


def made(
    function: Callable[..., T],
    *arguments: object,
    rows: int,
    worth: int = WORTH_A_PROCESS,
    progress: Progress | None = None,
    **named: object,
) -> T:
    """What a module's own `function(*arguments, progress=…)` returns, made elsewhere when its rows are `worth` it.

    Raises what it raises, and Trouble when its process was killed or ran out of memory.
    """
    if rows < worth:
        return function(*arguments, progress=progress, **named)
    try:
        return run_apart(function, *arguments, bounds=_BOUNDS, progress=progress, **named)
    except BadFile as died:
        raise Trouble(
            "导出没有完成：内存不足，或导出进程被终止。",
            kept="原有文件没有改动。",
            advice="请缩小范围后再试。",
        ) from died
