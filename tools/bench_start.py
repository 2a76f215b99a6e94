"""How long until the window stands, over a registry of 100,000 items, beside a bare window with an empty table.

Each start is a process of its own, timed from outside until it says that its first picture is painted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.bench_core import Figure

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
    from tools.bench_core import filled  # not in the process that is timed

    with tempfile.TemporaryDirectory() as folder:
        filled(Path(folder), items).close()
        bare = statistics.median(_spent([sys.executable, "-c", BARE])[0] for _ in range(TIMES))
        _spent([sys.executable, "-m", "tools.started", folder])  # compiles what no start has compiled yet
        own = [_spent([sys.executable, "-m", "tools.started", folder]) for _ in range(TIMES)]
    shown, complete, resident = (statistics.median(column) for column in zip(*own, strict=True))
    return [
        (f"window shown, {items:,} items (a bare one takes {bare:.2f} s)", shown, 2 * bare, "s"),
        ("its first page shown", complete, 4 * bare, "s"),
        ("resident memory with the registry open", resident, 130.0, "MB"),
    ]


def _spent(command: Sequence[str]) -> list[float]:
    """Seconds until each line the process writes; a number it writes is taken as it is."""
    begun = perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=_installed()
    ) as process:
        assert process.stdout is not None
        lines = [(line.strip(), perf_counter() - begun) for line in process.stdout]
    return [float(line) if line[0].isdigit() else at for line, at in lines]


def _installed() -> dict[str, str]:
    """As on the clerk's machine: every module compiled at an earlier start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "yuqing-bench-compiled")}
