"""How fast the registry page of the real window answers over 100,000 items: `python -m tools.bench_list`."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tools.bench_core import Figure, filled
from ui.pages.registry.registry_page import RegistryPage
from ui.shell.application import make_application
from ui.shell.geometry import Geometry
from ui.shell.look import Look
from ui.shell.open_window import open_window
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.core import Core
from yuqing_desktop.domain.filters import Filter, parse

ROWS = 25
FILTERS = ("状态:待审批", "is:在办", "发布:2026-11-20", "等级:重要")


def run(count: int = 100_000, folder: Path | None = None) -> list[Figure]:
    """(what, measured, limit, unit); the registry is built first, in a scratch folder unless given."""
    held = QApplication.instance()
    assert held is None or isinstance(held, QApplication)
    _app = held or make_application(["bench"], Look(scheme="light"))
    with tempfile.TemporaryDirectory() as scratch:
        core = filled(folder or Path(scratch), count)
        try:
            return _measured(core, Geometry(Path(scratch) / "window.ini"))
        finally:
            core.close()


def _measured(core: Core, geometry: Geometry) -> list[Figure]:
    window = open_window(core, core.people.actor_named("张敏"), geometry, InlineRunner())
    window.resize(1366, 768)
    window.show()
    page = window.open("registry")
    assert isinstance(page, RegistryPage)
    figures = [
        (f"a row chosen, its {name} shown", _choosing(page, tab), 50.0, "ms")
        for tab, name in enumerate(("概况", "经过"))
    ]
    figures += [(f"the whole list of {text}, shown", _asking(page, text), 150.0, "ms") for text in FILTERS]
    window.close()
    window.deleteLater()
    return figures


def _choosing(page: RegistryPage, tab: int) -> float:
    """From the choice until the case file is laid out and painted, the table's own repaint with it."""
    page.bar.clear()
    page.detail.tabs.setCurrentIndex(tab)
    ids = random.Random(tab).sample(list(page.table.rows.ids[:5_000]), ROWS)
    return median(_ms(page, lambda one=one: page.table.go_to(one)) for one in ids)  # type: ignore[misc]


def _asking(page: RegistryPage, text: str) -> float:
    def ask() -> None:
        page.bar.show_filter(Filter())
        page.bar.ask(parse(text))

    return median(_ms(page, ask) for _ in range(7))


def _ms(page: RegistryPage, work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    QCoreApplication.sendPostedEvents()
    page.grab()
    return (perf_counter() - begun) * 1000


if __name__ == "__main__":
    for what, measured, limit, unit in run():
        print(f"{what:<46}{measured:7.2f} {unit} (≤ {limit:g} {unit})")
