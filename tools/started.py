"""The program started as it is, saying when its window and its first page are painted, and what memory it takes.

`python -m tools.started FOLDER`: a module of its own, so that what is timed imports nothing the program does not.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.shell.window import MainWindow
    from yuqing_desktop.core import Core
    from yuqing_desktop.domain.people import Actor

SETTLED_MS = 1500
"""By then the registry's page has read what it shows."""


def show(folder: str) -> None:
    """Start as the program does; say when the window is painted, when its page is, and how much memory it takes."""
    import main
    from ui.shell.plain_imports import load_qt
    from ui.tasks import quiet_memory

    quiet_memory.hold()
    load_qt()
    from ui.shell import show_window as showing

    real = showing.show_window

    def watched(core: Core, actor: Actor) -> MainWindow:
        window = real(core, actor)
        watch(window)
        return window

    showing.show_window = watched
    main.main(["--data", folder, "--as", "张敏"])


def watch(window: MainWindow) -> None:
    """Say when the frame, then the first page is painted; then open the registry and say what memory it takes."""
    from PySide6.QtCore import QTimer

    from ui.tasks.thread_runner import ThreadRunner

    window.resize(1366, 768)
    window.grab()
    print("shown", flush=True)

    def measure() -> None:
        runner = window.findChild(ThreadRunner)
        if window.page is None or not isinstance(runner, ThreadRunner) or runner.is_busy:
            QTimer.singleShot(1, measure)
            return
        window.grab()
        print("complete", flush=True)
        window.open("registry")
        QTimer.singleShot(SETTLED_MS, end)

    def end() -> None:
        window.grab()
        from pathlib import Path

        status = Path("/proc/self/status").read_text(encoding="utf-8")
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]
        print(int(resident) / 1024, flush=True)
        os._exit(0)  # measured

    measure()


if __name__ == "__main__":
    show(sys.argv[1])
