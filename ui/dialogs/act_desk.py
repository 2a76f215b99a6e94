"""Where pages ask for an act: opens its dialog, prints its slip, tells what came of it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.shell.hub import Hub
from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Act


class ActDesk(QObject):
    """`said(words, verb, run)` goes to the banner (verb and run may be empty); `trouble(problem)` too.

    Changes reach the pages by the hub. `actor` may be set anew when another person takes over.
    """

    said = Signal(str, str, object)
    trouble = Signal(object)

    def __init__(
        self,
        core: Core,
        runner: Runner,
        prompts: Prompts,
        hub: Hub,
        actor: Actor,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.actor = actor
        self._core = core
        self._runner = runner
        self._prompts = prompts
        self._hub = hub
        self._window = parent

    def register(self, values: dict[str, Any] | None = None) -> None:
        """登记: a new item, perhaps with some fields filled (a pasted link, a copied item)."""

    def start(self, act: Act, item_id: int) -> None:
        """The dialog of an act on one item."""

    def print_slips(self, item_ids: Iterable[int]) -> None:
        """Preview and print the standing slips of these items."""

    def save_slips(self, item_ids: Iterable[int]) -> None:
        """Write the standing slips of these items as Word or PDF."""

    def import_file(self, path: Path | None = None) -> None:
        """Take a spreadsheet in."""

    def edit_list(self, kind: str, record: Any | None = None) -> None:
        """Add or change one entry of a list: sections, people, posts, platforms, topics, accounts."""

    def choose_actor(self) -> Actor | None:
        """Who sits here: a person in office, or None when left."""
        return None
