"""政务舆情登记: the only place that puts things together — paths, then the core, then a window or a command."""

import contextlib
import importlib.util
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from yuqing_desktop.commands.running import run
from yuqing_desktop.commands.session import DEMO_ITEMS, DEMO_SEED, Session
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.problems import Problem, Trouble

if TYPE_CHECKING:
    from ui.shell.window import MainWindow

FIRST_PAGE = "today"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 0 done, 1 refused or something is wrong, 2 wrong usage."""
    return run(sys.argv[1:] if arguments is None else arguments, window)


def window(session: Session) -> int:
    """Open the window over the session's data folder; Qt is loaded here and nowhere before. Raises Problem."""
    require_screen(sys.platform, os.environ)
    from ui.shell.application import make_application

    app = make_application(sys.argv[:1])
    try:
        with session.place() as paths, contextlib.closing(open_core(paths, session.clock)) as core:
            actor = seated(core, session)
            if actor is None:
                return 0
            shown = opened(core, actor)
            code = app.exec()
            sys.excepthook = sys.__excepthook__  # the crash report goes with its window
            del shown
            return code
    except Problem as problem:
        tell(problem)
        raise


def opened(core: Core, actor: Actor) -> "MainWindow":
    """The window with this person at it, and the crash report behind it."""
    from ui.shell.appearance import Appearance
    from ui.shell.kept_look import kept_look
    from ui.shell.open_window import geometry_of, open_window

    geometry = geometry_of(core)
    Appearance.present().apply(kept_look(geometry))
    shown = open_window(core, actor, geometry)
    sys.excepthook = lambda kind, error, trace: shown.show_crash(error)
    shown.open(FIRST_PAGE)
    shown.show()
    return shown


def seated(core: Core, session: Session) -> Actor | None:
    """Who sits at the window: named by --as, the clerk of a sample, or chosen; None when nobody wants to."""
    if core.founding.is_empty() and not founded(core):
        return None
    if session.options.acting_as is not None or core.settings.is_sample():
        return session.reader(core)
    from ui.dialogs.choose_actor_dialog import ChooseActorDialog
    from ui.shell.window_prompts import WindowPrompts

    dialog = ChooseActorDialog(core, WindowPrompts(), None)
    dialog.exec()
    return dialog.actor


def founded(core: Core) -> bool:
    """The first start: set up the registry, or fill it with a sample; False when neither was wanted."""
    from ui.dialogs.founding_dialog import FoundingDialog
    from ui.shell.window_prompts import WindowPrompts
    from ui.tasks.inline_runner import InlineRunner

    dialog = FoundingDialog(core, InlineRunner(), WindowPrompts())
    if not dialog.exec():
        return False
    if dialog.wants_sample:
        core.sample.fill(DEMO_ITEMS, seed=DEMO_SEED)
    return True


def tell(problem: Problem) -> None:
    """Say in a box why no window opens, to whoever started the program from an icon and sees no terminal."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    started_by_hand = sys.stderr is not None and sys.stderr.isatty()
    if not started_by_hand and QGuiApplication.platformName() not in ("offscreen", "minimal"):
        QMessageBox(QMessageBox.Icon.Warning, "政务舆情登记", str(problem)).exec()


def require_screen(platform: str, environ: Mapping[str, str]) -> None:
    """Qt ends the whole process where it finds no screen: look first. Raises Trouble."""
    advice = "命令行仍可使用，见 --help。"
    if importlib.util.find_spec("PySide6") is None:
        raise Trouble("没有安装窗口组件 PySide6，打不开窗口。", advice=advice)
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform.startswith("linux") and not any(environ.get(name) for name in screens):
        raise Trouble("没有找到显示器，打不开窗口。", advice=advice)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
