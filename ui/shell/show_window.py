"""Shows the window as soon as its frame stands."""

from PySide6.QtCore import QTimer

from ui.shell.first_paint import FirstPaint
from ui.shell.open_window import FIRST, frame, geometry_of
from ui.shell.window import MainWindow
from ui.tasks import quiet_memory
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.problems import Problem

_LOOKS_EVERY_MS = 10


def show_window(core: Core, actor: Actor) -> MainWindow:
    """The frame at once, the first page when the frame is on the screen.

    The registry's pages are looked at meanwhile: nothing is read into the page or written before they were found
    whole (see furnish), and over a damaged registry the window closes again.
    Python's search for dead cycles, held since the program began, goes on after that: many thousand objects were
    made, and all of them stay.
    """
    window = frame(core, actor, geometry_of(core))

    def go_on() -> None:
        core.pages.begin()
        try:
            window.open(FIRST)
        except Problem:
            if core.pages.is_whole:
                raise
        quiet_memory.settle()
        follow()

    def follow() -> None:
        if not core.pages.is_over:
            QTimer.singleShot(_LOOKS_EVERY_MS, window, follow)
        elif not core.pages.is_whole:
            window.close()

    FirstPaint(window, go_on)
    window.show()
    return window
