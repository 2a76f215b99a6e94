"""An entry of the left rail as data."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.shell.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` names it; a view under an entry has its `parent` and hands what `argument` gives to the parent's page.

    `make` makes the page when first opened; `bottom` entries stand at the rail's foot.
    """

    key: str
    text: str
    make: Callable[[], Page] | None = None
    parent: str = ""
    argument: Callable[[], str] = str
    icon: str = ""
    bottom: bool = False

    @property
    def page(self) -> str:
        """The key of the entry whose page is shown."""
        return self.parent or self.key
