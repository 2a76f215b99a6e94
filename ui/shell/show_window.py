"""Shows the window as soon as its frame stands."""

from ui.shell.first_paint import FirstPaint
from ui.shell.open_window import FIRST, frame, geometry_of
from ui.shell.window import MainWindow
from ui.tasks import quiet_memory
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor


def show_window(core: Core, actor: Actor) -> MainWindow:
    """The frame at once, the first page when the frame is on the screen.

    Python's search for dead cycles, held since the program began, goes on after that: many thousand objects were
    made, and all of them stay.
    """
    window = frame(core, actor, geometry_of(core))

    def go_on() -> None:
        window.open(FIRST)
        quiet_memory.settle()

    FirstPaint(window, go_on)
    window.show()
    return window
