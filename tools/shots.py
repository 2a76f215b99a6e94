"""Paint the pictures of docs/images/: every page, and the dialogs of the main way, light and dark, 100 and 150 %.

`python -m tools.shots [FOLDER] [--all] [--scale 1.25 …] [--screen 1920x1080] [--size huge]`; with --all every act's
dialog is painted too, at every scale and in both schemes. The screen is counted in its own pixels: at 200 % a window
on 2732x1536 has the room of 1366x768.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QWidget

from tools.small_png import save_small
from ui.dialogs.act_desk import ActDesk
from ui.dialogs.founding_dialog import FoundingDialog
from ui.help.about_dialog import AboutDialog
from ui.help.help_window import HelpWindow
from ui.help.self_check_dialog import SelfCheckDialog
from ui.pages.ledger.ledger_page import LedgerPage
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.statistics.statistics_page import StatisticsPage
from ui.shell.appearance import Appearance
from ui.shell.application import make_application
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.look import SIZE_LABELS, Look
from ui.shell.open_window import open_window
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.filters import Filter, parse
from yuqing_desktop.domain.periods import year_of
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.paths import Paths

NOW = datetime(2026, 11, 24, 14, 10, tzinfo=SHANGHAI)
WIDTH, HEIGHT = 1366, 768
ITEMS, SEED = 340, 7
CLERK = "张敏"
MAIN_WAY = (
    Act.ASSESS, Act.TRANSFER, Act.RECEIVE, Act.REPORT_HANDLING, Act.APPROVE_DEPUTY, Act.APPROVE_HEAD,
    Act.INTERIM_REPLY, Act.REPLY, Act.CLOSE,
)  # fmt: skip


class _Camera(ScriptedPrompts):
    """Prompts that take a picture of whatever dialog is shown and leave it."""

    def __init__(self, folder: Path, suffix: str) -> None:
        super().__init__()
        self._folder, self._suffix = folder, suffix
        self.name = ""

    def show(self, dialog: QDialog) -> bool:
        dialog.setModal(False)
        dialog.show()
        self.take(dialog, self.name)
        dialog.hide()
        return False

    def take(self, widget: QWidget, name: str) -> None:
        """One picture, as small as PNG gets."""
        for _ in range(3):  # a layout may ask for another one
            QCoreApplication.sendPostedEvents()
        out = self._folder / f"{name}{self._suffix}.png"
        save_small(widget.grab().toImage(), Appearance.present().tokens, out)
        print(out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Paint everything; the scaled pictures in a process of their own, since Qt scales a process as a whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/images"))
    parser.add_argument("--all", action="store_true", help="the dialog of every act")
    parser.add_argument("--scale", type=float, nargs="+", default=[1.5], help="besides 100 %%")
    parser.add_argument("--screen", type=_pixels, default=(WIDTH, HEIGHT), help="its pixels, as 1366x768")
    parser.add_argument("--size", choices=tuple(SIZE_LABELS), default="medium", help="the text's size")
    parser.add_argument("--data", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.data is not None:
        _paint(options, options.data, options.scale[0])
        return 0
    with tempfile.TemporaryDirectory() as data:
        _paint(options, Path(data), 1.0)
        codes = [_scaled(options, data, scale) for scale in options.scale]
    return max(codes)


def _pixels(words: str) -> tuple[int, int]:
    wide, high = map(int, words.split("x"))
    return wide, high


def _scaled(options: argparse.Namespace, data: str, scale: float) -> int:
    command = [
        sys.executable,
        "-m",
        "tools.shots",
        str(options.folder),
        "--data",
        data,
        "--scale",
        str(scale),
    ]
    command += ["--screen", "{}x{}".format(*options.screen), "--size", options.size]
    command += ["--all"] if options.all else []
    return subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": str(scale)}, check=False).returncode


def _paint(options: argparse.Namespace, data: Path, scale: float) -> None:
    """Every page, at 100 % in both schemes; there, or with --all, the dialogs too."""
    app = make_application(["shots"], Look(scheme="light", size=options.size))
    with sample(data) as core:
        for scheme in ("light", "dark") if scale == 1 or options.all else ("light",):
            Appearance.present().apply(Look(scheme=scheme, size=options.size))  # type: ignore[arg-type]
            camera = _Camera(
                options.folder, f"-{scheme}" + (f"-{scale:.0%}".rstrip("%") if scale != 1 else "")
            )
            window = open_window(core, core.people.actor_named(CLERK), _no_geometry(data), InlineRunner())
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, app.platformName() == "offscreen")
            window.resize(*(round(side / scale) for side in options.screen))
            window.show()
            _pages(window, camera)
            if scale == 1 or options.all:
                _dialogs(core, window, camera, tuple(Act) if options.all else MAIN_WAY)
            window.close()


@contextmanager
def sample(data: Path) -> Iterator[Core]:
    """A sample registry in this folder, filled when it is new; its clock stands still."""
    core = open_core(Paths(data), FixedClock(NOW))
    try:
        if core.founding.is_empty():
            core.sample.fill(ITEMS, seed=SEED)
        yield core
    finally:
        core.close()


def _no_geometry(data: Path) -> Geometry:
    file = data / "shots.ini"
    file.unlink(missing_ok=True)
    return Geometry(file)


def _pages(window: MainWindow, camera: _Camera) -> None:
    for key in window.keys:
        window.open(key)
        camera.take(window, key)
    year, ledger, settings = window.open("statistics"), window.open("ledger"), window.open("settings")
    assert isinstance(year, StatisticsPage) and isinstance(ledger, LedgerPage)
    window.open("statistics")
    year.show_period(year_of(NOW.date()))
    camera.take(window, "statistics-year")
    year.area.verticalScrollBar().setValue(10_000)
    camera.take(window, "statistics-clocks")
    window.open("ledger")
    ledger.tabs.setCurrentIndex(2)
    camera.take(window, "ledger-editions")
    ledger.tabs.setCurrentIndex(0)
    window.open("settings")
    settings.open_with("文书模板")
    camera.take(window, "settings-templates")
    settings.open_with("单位与文书")
    page = window.open("registry.to_approve")
    assert isinstance(page, RegistryPage)
    page.detail.tabs.setCurrentIndex(2)
    camera.take(window, "registry-reply")
    page.bar.ask(Filter())
    page.detail.tabs.setCurrentIndex(1)
    camera.take(window, "registry-history")
    page.bar.ask(parse("查无此事"))
    camera.take(window, "registry-no-hits")
    page.bar.ask(Filter())


def _dialogs(core: Core, window: MainWindow, camera: _Camera, acts: Sequence[Act]) -> None:
    actor = core.people.actor_named(CLERK)
    desk = ActDesk(core, InlineRunner(), camera, Hub(), actor, window)
    shots: dict[str, Callable[[], Any]] = {"register": desk.register, "actor": desk.choose_actor}
    fitting = _fitting(core, acts)
    for act, item_id in fitting.items():
        shots[act.value.replace("_", "-")] = lambda act=act, item_id=item_id: desk.start(act, item_id)
    if Act.RECEIVE in fitting:
        shots["slip"] = lambda: desk.print_slips([fitting[Act.RECEIVE]])
    for name, shoot in shots.items():
        camera.name = f"dialog-{name}"
        shoot()
    if len(acts) > len(MAIN_WAY):
        seat = window.open("today")._seat  # type: ignore[attr-defined]
        for name, dialog in (
            ("about", AboutDialog(seat, window)),
            ("self-check", SelfCheckDialog(seat, window)),
        ):
            camera.name = f"dialog-{name}"
            camera.show(dialog)
    for chapter in ("start", "regulation"):
        held = HelpWindow(window, lambda page, argument: None)
        held.show_at(chapter)
        camera.take(held, f"help-{chapter}")
        held.close()
    camera.name = "dialog-founding"
    camera.show(FoundingDialog(core, InlineRunner(), camera, window))


def _fitting(core: Core, acts: Sequence[Act]) -> dict[Act, int]:
    """The first item each act may be taken on; files are asked for by the system's own chooser, no picture."""
    actor = core.people.actor_named(CLERK)
    wanted = [act for act in acts if act is not Act.ATTACH]
    found: dict[Act, int] = {}
    for item_id in core.registry.ids(Filter()):
        for offer in core.registry.dossier(item_id, actor).offers:
            if offer.allowed and offer.act in wanted:
                found.setdefault(offer.act, item_id)
        if len(found) == len(wanted):
            break
    return found


if __name__ == "__main__":
    sys.exit(main())
