"""The program with a window: open the registry, set it up on the first start, seat a person, run until closed.

A dialog's module is imported when the dialog is needed: most starts show none.
"""

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import TracebackType
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.shell.application import NAME, make_application
from ui.shell.first_window import FirstWindow, call_first, come_forward
from ui.shell.geometry import Geometry
from ui.shell.kept_log import KeptLog
from ui.shell.kept_look import kept_look
from ui.shell.prompts import Prompts
from ui.shell.show_window import show_window
from ui.shell.window import MainWindow
from ui.shell.window_prompts import WindowPrompts
from ui.tasks.inline_runner import InlineRunner
from ui.tasks.runner import Runner
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.clock import Clock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.people import SYSTEM, Actor
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Problem, Trouble, Unusable

FIRST_SAMPLE_ITEMS, FIRST_SAMPLE_SEED = 340, 1
DONE = 0


def run_window(paths: Paths, clock: Clock, *, acting_as: str | None = None) -> int:
    """The window over this data folder, until it is closed; after a restore it is opened anew.

    Raises Problem, once told in a box too.
    """
    app = make_application(sys.argv, kept_look(Geometry(paths.data / "window.ini")))
    prompts, runner = WindowPrompts(), ThreadRunner()
    sys.excepthook = report_crash
    runner.crashed.connect(lambda error: report_crash(type(error), error, error.__traceback__))
    try:
        while True:
            try:
                core = entered(paths, clock)
                if core is None:
                    return DONE
                keep_log(paths)
                code, wanted = sitting(app, core, prompts, runner, acting_as)
            except Unusable as problem:
                if not (is_attended() and way_back(problem, paths, clock, prompts, runner)):
                    raise
                continue
            if wanted is None:
                return code
            put_back(paths, clock, prompts, runner, wanted)
            acting_as = None
    finally:
        runner.shutdown()


def entered(paths: Paths, clock: Clock) -> Core | None:
    """The open registry; None where the window already open over it came forward. Raises Problem, once told."""
    try:
        return open_core(paths, clock)
    except Unusable:
        raise
    except Problem as problem:
        if isinstance(problem, Trouble) and call_first(paths.data):
            return None
        tell(problem)
        raise


def way_back(problem: Problem, paths: Paths, clock: Clock, prompts: Prompts, runner: Runner) -> bool:
    """The registry cannot be opened: offer a backup in its place; False when the person would rather leave."""
    from ui.dialogs.restore_dialog import RestoreDialog
    from ui.dialogs.start_trouble_dialog import StartTroubleDialog
    from yuqing_desktop.services.restore import Restore

    trouble = StartTroubleDialog(problem, paths.data, prompts)
    while prompts.show(trouble):
        dialog = RestoreDialog(Restore(paths, clock), SYSTEM, runner, prompts)
        if prompts.show(dialog):
            put_back(paths, clock, prompts, runner, dialog.wanted)
            return True
    return False


def sitting(
    app: QApplication, core: Core, prompts: Prompts, runner: Runner, acting_as: str | None
) -> tuple[int, Any]:
    """From signing in until the window is closed: the exit code, and the backup to put in place, if any."""
    with closing(core), listening(core):
        if core.entrance.asks_for_sign_in():
            core.pages.require_whole()
        actor = first_steps(core, prompts, acting_as, runner)
        if actor is None:
            return DONE, None
        window = show_window(core, actor)
        code = app.exec()
        core.pages.require_whole()
        while window.successor is not None:
            window = window.successor
        window.close()
        leave(core, prompts, runner, window)
        return code, window.restore_wanted


@contextmanager
def listening(core: Core) -> Iterator[None]:
    """While the registry is open here, a further start brings its window forward."""
    first = FirstWindow(core.paths.data)
    first.asked.connect(come_forward)
    try:
        yield
    finally:
        first.deleteLater()


def leave(core: Core, prompts: Prompts, runner: Runner, window: MainWindow) -> None:
    """At the end: the sign-out on the record, then the copy of what changed."""
    if core.entrance.is_sample():
        return
    from ui.dialogs.busy_dialog import BusyDialog
    from ui.shell.locking import Locking

    locking = window.findChild(Locking)
    if isinstance(locking, Locking):
        core.accounts.sign_out(locking.actor)
    if not core.backing.is_due(now=True):
        return
    busy = BusyDialog(
        runner, "正在备份，请稍候…", lambda p: core.backing.back_up_if_due(now=True, progress=p)
    )
    prompts.show(busy)
    busy.deleteLater()


def put_back(paths: Paths, clock: Clock, prompts: Prompts, runner: Runner, wanted: Any) -> None:
    """The backup in the place of the present registry, which is closed; what came of it is read before going on."""
    from ui.dialogs.busy_dialog import BusyDialog
    from yuqing_desktop.services.restore import Restore

    busy = BusyDialog(
        runner,
        "正在从备份恢复，请稍候…",
        lambda p: Restore(paths, clock).restore(
            wanted.actor, wanted.file, reason=wanted.reason, password=wanted.password, progress=p
        ),
        said=lambda restored: f"{restored.words}。",
    )
    prompts.show(busy)
    busy.deleteLater()


def first_steps(
    core: Core, prompts: Prompts, acting_as: str | None = None, runner: Runner | None = None
) -> Actor | None:
    """Who sits at the window, after the first set-up where nothing is there yet; None when it was left."""
    works = runner or InlineRunner()
    if core.entrance.is_empty():
        from ui.dialogs.founding_dialog import FoundingDialog

        founding = FoundingDialog(core, works, prompts)
        if not prompts.show(founding):
            return None
        if founding.wants_sample:
            core.sample.fill(FIRST_SAMPLE_ITEMS, seed=FIRST_SAMPLE_SEED)
    return seated(core, prompts, acting_as, works)


def seated(core: Core, prompts: Prompts, acting_as: str | None, runner: Runner) -> Actor | None:
    """Who signs in; where nobody needs to, the person named, the clerk of a sample, or whom the person chooses."""
    if core.entrance.asks_for_sign_in():
        from ui.dialogs.sign_in_steps import signed_in

        return signed_in(core, runner, prompts, name=acting_as or "")
    if acting_as is not None:
        return core.entrance.actor_named(acting_as)
    clerks = core.entrance.holders(Role.CLERK)
    if len(clerks) == 1 and core.entrance.is_sample():
        return core.entrance.actor(clerks[0].id)
    from ui.dialogs.choose_actor_dialog import ChooseActorDialog

    chooser = ChooseActorDialog(core, prompts, None)
    return chooser.actor if prompts.show(chooser) else None


def is_attended() -> bool:
    """Whether there is a screen, and somebody who could answer."""
    return QGuiApplication.platformName() != "offscreen"


def tell(problem: Problem) -> None:
    """A problem before there is a window to show it in; without a screen the words on stderr must do."""
    if not is_attended():
        return
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, NAME, problem.what)
    box.setInformativeText(f"{problem.kept}{problem.advice}")
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def keep_log(paths: Paths) -> None:
    """A log without contents of items, in the data folder."""
    log = logging.getLogger("yuqing")
    if not any(isinstance(held, KeptLog) for held in log.handlers):
        log.addHandler(KeptLog(paths.logs / "window.log"))


def report_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The program's edge: a bug is shown with a code and a report to copy, and the program goes on."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    try:
        from ui.shell.crash import CrashDialog, tell_crash

        tell_crash(error.with_traceback(trace), CrashDialog.exec)
    except Exception:  # noqa: BLE001 - telling of a bug must not end the program
        traceback.print_exc()
