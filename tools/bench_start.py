"""How long until the window stands, over a registry of 100,000 items, beside a bare window with an empty table.

Each start is a process of its own, timed from outside until it says that its first picture is painted.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from tools.bench_core import Figure, filled

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication([])
window = QMainWindow()
table = QTableView()
table.setModel(QStandardItemModel(0, 8))
window.setCentralWidget(table)
window.resize(1366, 768)
window.show()
window.grab()
print("shown", flush=True)
"""
TIMES = 5


def run(items: int = 100_000) -> list[Figure]:
    """(what, measured, limit, unit): the limit is twice the bare window's time, and the memory allowed."""
    with tempfile.TemporaryDirectory() as folder:
        filled(Path(folder), items).close()
        bare = _median([sys.executable, "-c", BARE])
        own = [sys.executable, "-m", "tools.bench_start", folder]
        taken = _median(own)
        resident = float(subprocess.run(own, capture_output=True, text=True, check=True).stdout.split()[-1])
    return [
        (f"window shown, {items:,} items (a bare one takes {bare:.2f} s)", taken, 2 * bare, "s"),
        ("resident memory with the window open", resident, 130.0, "MB"),
    ]


def _median(command: Sequence[str]) -> float:
    spent = []
    for _ in range(TIMES):
        begun = perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            process.stdout.readline()
            spent.append(perf_counter() - begun)
    return statistics.median(spent)


def show(folder: Path) -> None:
    """Open the program's window over a registry, paint it once, say so and how much memory it takes."""
    from ui.shell.application import make_application
    from ui.shell.kept_look import kept_look
    from ui.shell.open_window import geometry_of, open_window
    from yuqing_desktop.clock import SystemClock
    from yuqing_desktop.core import open_core
    from yuqing_desktop.paths import Paths

    make_application(["bench"])
    core = open_core(Paths(folder), SystemClock())
    kept_look(geometry_of(core))
    window = open_window(core, core.people.actor_named("张敏"), geometry_of(core))
    window.resize(1366, 768)
    window.show()
    window.grab()
    print("shown", flush=True)
    window.open("registry")
    window.grab()
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]
    print(int(resident) / 1024, flush=True)
    os._exit(0)  # measured; the threads of a window that never ran its event loop are not waited for


if __name__ == "__main__":
    show(Path(sys.argv[1]))
