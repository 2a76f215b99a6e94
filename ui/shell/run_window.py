"""The program with a window: open the registry, set it up on the first start, seat a person, run until closed."""

import logging
import sys
import traceback
from contextlib import closing
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from ui.dialogs.choose_actor_dialog import ChooseActorDialog
from ui.dialogs.founding_dialog import FoundingDialog
from ui.shell.application import NAME, make_application
from ui.shell.crash import CrashDialog
from ui.shell.geometry import Geometry
from ui.shell.kept_look import kept_look
from ui.shell.open_window import geometry_of, open_window
from ui.shell.prompts import Prompts
from ui.shell.window_prompts import WindowPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.clock import Clock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Problem

FIRST_SAMPLE_ITEMS, FIRST_SAMPLE_SEED = 340, 1
DONE = 0


def run_window(paths: Paths, clock: Clock, *, acting_as: str | None = None) -> int:
    """The window over this data folder, until it is closed. Raises Problem, once told in a box too."""
    app = make_application(sys.argv, kept_look(Geometry(paths.data / "window.ini")))
    try:
        core = open_core(paths, clock)
    except Problem as problem:
        tell(problem)
        raise
    keep_log(paths)
    sys.excepthook = report_crash
    with closing(core):
        actor = first_steps(core, WindowPrompts(), acting_as)
        if actor is None:
            return DONE
        window = open_window(core, actor, geometry_of(core))
        window.show()
        code = app.exec()
        window.close()
        return code


def first_steps(core: Core, prompts: Prompts, acting_as: str | None = None) -> Actor | None:
    """Who sits at the window, after the first set-up where nothing is there yet; None when it was left."""
    if core.founding.is_empty():
        founding = FoundingDialog(core, InlineRunner(), prompts)
        if not prompts.show(founding):
            return None
        if founding.wants_sample:
            core.sample.fill(FIRST_SAMPLE_ITEMS, seed=FIRST_SAMPLE_SEED)
    return seated(core, prompts, acting_as)


def seated(core: Core, prompts: Prompts, acting_as: str | None) -> Actor | None:
    """The person named at the start, the clerk of a sample, or whom the person at the window chooses."""
    if acting_as is not None:
        return core.people.actor_named(acting_as)
    clerks = core.people.holders(Role.CLERK)
    if len(clerks) == 1 and core.settings.is_sample():
        return core.people.actor(clerks[0].id)
    chooser = ChooseActorDialog(core, prompts, None)
    return chooser.actor if prompts.show(chooser) else None


def tell(problem: Problem) -> None:
    """A problem before there is a window to show it in; without a screen the words on stderr must do."""
    if QGuiApplication.platformName() == "offscreen":
        return
    box = QMessageBox(QMessageBox.Icon.Warning, NAME, problem.what)
    box.setInformativeText(f"{problem.kept}{problem.advice}")
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def keep_log(paths: Paths) -> None:
    """A log without contents of items, in the data folder."""
    handler = RotatingFileHandler(
        paths.logs / "window.log", maxBytes=500_000, backupCount=3, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("yuqing").addHandler(handler)


def report_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The program's edge: a bug is shown with a code and a report to copy, and the program goes on."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    try:
        CrashDialog(error.with_traceback(trace)).exec()
    except Exception:  # noqa: BLE001 - telling of a bug must not end the program
        traceback.print_exc()
