"""Opens the window: first its frame, then, with its first page, all that works in it.

The frame stands before any page, dialog or service of the desk is imported: what it takes is kept small on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shell.geometry import Geometry
from ui.shell.rail_entries import PAPER, SHOWN_VIEWS, rail_entries, typed
from ui.shell.window import MainWindow
from ui.shell.window_prompts import WindowPrompts
from ui.tasks.runner import Runner
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.paths import FOLDER_NAME

if TYPE_CHECKING:
    from ui.pages.seat import Seat

SAMPLE = "样例登记簿：数据均为虚构，仅供试用。"
FIRST = "today"


def geometry_of(core: Core) -> Geometry:
    """Where the window of this registry keeps its layout on this machine."""
    return Geometry(core.paths.data / "window.ini")


def open_window(core: Core, actor: Actor, geometry: Geometry, runner: Runner | None = None) -> MainWindow:
    """The window with this person at it, on the page of the day, not yet shown; the real runner unless a test hands in its own."""
    window = frame(core, actor, geometry, runner)
    window.open(FIRST)
    return window


def frame(core: Core, actor: Actor, geometry: Geometry, runner: Runner | None = None) -> MainWindow:
    """The window without a page; it is furnished when its first page is opened."""
    prompts = WindowPrompts()
    made: list[Seat] = []

    def seat() -> Seat:
        if not made:
            from ui.shell.furnish import furnish

            made.append(furnish(window, core, actor, geometry, prompts, go, runner))
        return made[0]

    def go(key: str, argument: str) -> None:
        _go(window, key, argument)

    window = MainWindow(
        rail_entries(seat, go, actor),
        prompts=prompts,
        geometry=geometry,
        actor=actor.title,
        database="" if core.paths.data.name == FOLDER_NAME else core.paths.data.name,
        sample=SAMPLE if core.entrance.is_sample() else "",
    )
    prompts.parent = lambda: window
    return window


def _go(window: MainWindow, key: str, argument: str) -> None:
    """Another page; without a key a list: under its own entry where it has one, else as a filter of the registry."""
    named = {typed(view): f"registry.{view}" for view in SHOWN_VIEWS}
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
