"""What the window expects of a page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """Made once, when first opened. `counts_told` goes to the status bar's left; `filtered_told` follows it.

    `handlers_changed` asks the window to bind anew; `refused` carries {action key: reason};
    `banner_asked` carries words for the banner.
    """

    counts_told = Signal(str)
    filtered_told = Signal(bool)
    handlers_changed = Signal()
    refused = Signal(dict)
    banner_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar (ui.shell.menu_plan), by key."""
        return {}

    def open_with(self, argument: str) -> None:
        """Come to the front, perhaps with a view's argument (a filter as text)."""

    def panes(self) -> Sequence[QWidget]:
        """The widgets F6 walks through."""
        return ()

    def may_leave(self) -> bool:
        """Whether the window may be closed now: asks about what is not saved."""
        return True

    def standard_layout(self) -> None:
        """Back to the columns and panes of the beginning; splitters are put back already."""

    def save_state(self) -> None:
        """Keep splitters and columns: the window closes."""
