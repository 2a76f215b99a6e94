"""Furnishes a window: the desk where acts begin, the pulse of counts, reminders, papers that come back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.dialogs.act_desk import ActDesk
from ui.pages.seat import Seat
from ui.shell.geometry import Geometry
from ui.shell.guarding import guard
from ui.shell.helping import help_for
from ui.shell.hub import Hub
from ui.shell.prompts import Prompts
from ui.shell.pulse import Pulse
from ui.shell.rail_views import follow_views
from ui.shell.reminding import Reminding
from ui.shell.returned_papers import ReturnedPapers
from ui.shell.tray import Tray
from ui.shell.undo_stack import UndoStack
from ui.shell.window import MainWindow
from ui.tasks.runner import Runner
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.rights import Deed

_DEEDS = {
    "new": Deed.REGISTER, "duplicate": Deed.REGISTER, "import": Deed.REGISTER, "batches": Deed.REGISTER,
    "export": Deed.EXPORT, "backup": Deed.BACKUP, "restore_backup": Deed.RESTORE,
}  # fmt: skip
"""Entries of the menu bar that not everybody may use, whatever page is in front."""


def furnish(
    window: MainWindow,
    core: Core,
    actor: Actor,
    geometry: Geometry,
    prompts: Prompts,
    go: Callable[[str, str], object],
    runner: Runner | None = None,
) -> Seat:
    """The seat of the person at the window, with everything beside the pages set to work."""
    hub, works = Hub(window), runner or ThreadRunner(first=core.pages.require_whole)
    if isinstance(works, ThreadRunner):
        attach(works, window)
    acts = ActDesk(core, works, prompts, hub, actor, window)
    seat = Seat(core, works, prompts, hub, actor, acts, geometry)
    acts.said.connect(lambda words, verb, run: window.banner.success(words, action=verb, run=run))
    acts.trouble.connect(window.banner.problem)
    acts.list_asked.connect(lambda wanted: go("", wanted))
    hub.trouble.connect(window.banner.problem)
    hub.delivered.connect(lambda words, path: window.banner.file(words, path, prompts.open_outside))
    returned = ReturnedPapers(seat, go, window)
    returned.said.connect(window.banner.success)
    returned.trouble.connect(window.banner.problem)
    window.paper_asked.connect(returned.take)
    acts.read_scans = returned.file
    window.bind({**_handlers(window, seat, acts), "paper_back": returned.ask, "scans": returned.ask_files})
    window.actions_.bar({key: seat.refusal(deed) for key, deed in _DEEDS.items()})
    follow_views(seat, window)
    UndoStack(seat, window)
    Pulse(seat, window)
    tray = Tray(window, window.close)
    tray.opened.connect(lambda: _come_forward(window))
    Reminding(seat, window, tray)
    guard(window, seat, acts)
    help_for(window, seat, go)
    return seat


def attach(runner: ThreadRunner, window: MainWindow) -> None:
    """Show what the runner has to say: slow work, refusals nobody handled, bugs; end it with the program.

    A runner goes from window to window: what one person began ends after another took the seat.
    """
    app = QApplication.instance()
    assert app is not None
    runner.setParent(window)
    app.aboutToQuit.connect(runner.shutdown)
    runner.slow.connect(window.status.progress.add)
    runner.problem.connect(window.banner.problem)
    runner.crashed.connect(window.show_crash)


def _come_forward(window: MainWindow) -> None:
    """The person asked for the window in the tray."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _handlers(window: MainWindow, seat: Seat, acts: ActDesk) -> dict[str, Callable[[], object]]:
    return {
        "new": acts.register,
        "import": acts.import_file,
        "batches": acts.earlier_imports,
        "ledger": lambda: window.open("ledger"),
        "open_exports": lambda: seat.prompts.open_outside(seat.core.paths.exports),
    }
