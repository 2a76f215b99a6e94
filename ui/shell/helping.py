"""帮助 for the window: F1 at the page's chapter, 制度对照, 关于本程序. What shows them is imported when asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.help.help_window import HelpWindow
    from ui.pages.seat import Seat
    from ui.shell.window import MainWindow


def help_for(window: MainWindow, seat: Seat, go: Callable[[str, str], object]) -> None:
    """Bind the help menu; one help window at a time."""

    def shown(chapter: str) -> None:
        from ui.help.help_window import HelpWindow

        held: HelpWindow | None = window.findChild(HelpWindow)
        (held or HelpWindow(window, go)).show_at(chapter)

    def of_page() -> None:
        from ui.help.chapters import FIRST, PAGE_CHAPTERS

        shown(PAGE_CHAPTERS.get(window.front.partition(".")[0], FIRST))

    def about() -> None:
        from ui.help.about_dialog import AboutDialog

        dialog = AboutDialog(seat, window)
        seat.prompts.show(dialog)
        dialog.deleteLater()

    def self_check() -> None:
        from ui.help.self_check_dialog import SelfCheckDialog

        dialog = SelfCheckDialog(seat, window)
        seat.prompts.show(dialog)
        dialog.deleteLater()

    window.bind(
        {
            "help": of_page,
            "regulation": lambda: shown("regulation"),
            "self_check": self_check,
            "about": about,
        }
    )
