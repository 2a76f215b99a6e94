"""政务舆情登记: the only place that puts things together — paths, then the core, then a window or a command."""

import importlib.util
import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence

from yuqing_desktop.commands.running import run
from yuqing_desktop.commands.session import Session
from yuqing_desktop.problems import Trouble


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 0 done, 1 refused or something is wrong, 2 wrong usage."""
    return run(sys.argv[1:] if arguments is None else arguments, window, painter, families)


def window(session: Session) -> int:
    """Open the window over the session's data folder; Qt is loaded here and nowhere before. Raises Problem."""
    require_screen(sys.platform, os.environ)
    from ui.shell.plain_imports import load_qt
    from ui.tasks import quiet_memory

    quiet_memory.hold()
    load_qt()
    from ui.shell.run_window import run_window

    with session.place() as paths:
        return run_window(paths, session.clock, acting_as=session.options.acting_as)


def painter() -> Callable[..., None] | None:
    """What paints an archive's PDFs, with no screen; None where Qt cannot be loaded."""
    try:
        from ui.printing.pdf_files import pdf_beside
    except ImportError:
        return None
    return pdf_beside


def families() -> Collection[str] | None:
    """The faces this computer has; None where Qt cannot be loaded."""
    try:
        from ui.printing import pdf_files
    except ImportError:
        return None
    from yuqing_desktop.services import apart

    # apart: Qt's application would stay for as long as this process lives
    try:
        return apart.made(pdf_files.families, rows=1, worth=1)
    except Trouble:
        return None


def require_screen(platform: str, environ: Mapping[str, str]) -> None:
    """Qt ends the whole process where it finds no screen: look first. Raises Trouble."""
    advice = "命令行仍可使用，见 --help。"
    if importlib.util.find_spec("PySide6") is None:
        raise Trouble("没有安装窗口组件 PySide6，打不开窗口。", advice=advice)
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform.startswith("linux") and not any(environ.get(name) for name in screens):
        raise Trouble("没有找到显示器，打不开窗口。", advice=advice)


if __name__ == "__main__":
    if hasattr(sys, "frozen"):
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
