"""Puts the window together: services, pages, dialogs, navigation with counts. Nothing else knows all of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.dialogs.act_desk import ActDesk
from ui.pages.seat import Seat
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.pulse import Pulse
from ui.shell.rail_entries import PAPER, SHOWN_VIEWS, rail_entries
from ui.shell.reminding import Reminding
from ui.shell.returned_papers import ReturnedPapers
from ui.shell.tray import Tray
from ui.shell.window import MainWindow
from ui.shell.window_prompts import WindowPrompts
from ui.tasks.runner import Runner
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.core import Core
from yuqing_desktop.domain.filters import VIEWS, say
from yuqing_desktop.domain.people import Actor

SAMPLE = "样例登记簿：数据均为虚构，仅供试用。"


def geometry_of(core: Core) -> Geometry:
    """Where the window of this registry keeps its layout on this machine."""
    return Geometry(core.paths.data / "window.ini")


def open_window(core: Core, actor: Actor, geometry: Geometry, runner: Runner | None = None) -> MainWindow:
    """The window with this person at it, on the page of the day, not yet shown; the real runner unless a test hands in its own."""
    prompts = WindowPrompts()
    made: list[Seat] = []  # pages are made when first opened: by then the seat stands
    window = MainWindow(
        rail_entries(lambda: made[0], lambda key, argument: _go(window, key, argument)),
        prompts=prompts,
        geometry=geometry,
        actor=actor.title,
        sample=SAMPLE if core.settings.is_sample() else "",
    )
    prompts.parent = lambda: window
    hub, works = Hub(window), runner or _threads(window)
    acts = ActDesk(core, works, prompts, hub, actor, window)
    seat = Seat(core, works, prompts, hub, actor, acts, geometry)
    made.append(seat)
    acts.said.connect(lambda words, verb, run: window.banner.success(words, action=verb, run=run))
    acts.trouble.connect(window.banner.problem)
    returned = ReturnedPapers(seat, lambda key, argument: _go(window, key, argument), window)
    returned.said.connect(window.banner.success)
    returned.trouble.connect(window.banner.problem)
    window.paper_asked.connect(returned.take)
    acts.read_scans = returned.file
    window.bind({**_handlers(window, seat, acts), "paper_back": returned.ask, "scans": returned.ask_files})
    Pulse(seat, window)
    tray = Tray(window, window.close)
    tray.opened.connect(lambda: _come_forward(window))
    Reminding(seat, window, tray)
    window.open("today")
    return window


def _come_forward(window: MainWindow) -> None:
    """The person asked for the window in the tray."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _threads(window: MainWindow) -> ThreadRunner:
    runner = ThreadRunner(window)
    window.attach(runner)
    return runner


def _go(window: MainWindow, key: str, argument: str) -> None:
    """Another page; without a key a list: under its own entry where it has one, else as a filter of the registry."""
    named = {say(VIEWS[view][1]): f"registry.{view}" for view in SHOWN_VIEWS}
    if key == PAPER:
        window.paper_asked.emit(argument)
    elif key:
        page = window.open(key)
        if argument:
            page.open_with(argument)
    elif argument in named:
        window.open(named[argument])
    else:
        window.open("registry").open_with(argument)


def _handlers(window: MainWindow, seat: Seat, acts: ActDesk) -> dict[str, Callable[[], object]]:
    return {
        "new": acts.register,
        "import": acts.import_file,
        "actor": lambda: _change_actor(window, seat, acts),
        "ledger": lambda: window.open("ledger"),
        "open_exports": lambda: seat.prompts.open_outside(seat.core.paths.exports),
    }


def _change_actor(window: MainWindow, seat: Seat, acts: ActDesk) -> None:
    """Another person sits down: a new window in the old one's place."""
    chosen = acts.choose_actor()
    if chosen is None or chosen == seat.actor:
        return
    QGuiApplication.setQuitOnLastWindowClosed(False)
    if window.close():
        window.successor = open_window(seat.core, chosen, seat.geometry)
        window.successor.open(window.front)
        window.successor.show()
    QGuiApplication.setQuitOnLastWindowClosed(True)
