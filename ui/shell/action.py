"""An entry of the menu bar as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """`key` is what pages bind; entries of one `group` stand between separators; every shortcut is shown.

    `submenu` names the menu within the menu an entry stands in.
    """

    key: str
    text: str
    menu: str
    shortcut: str = ""
    group: int = 0
    checkable: bool = False
    submenu: str = ""
