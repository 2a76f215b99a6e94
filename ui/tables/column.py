"""A column as data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ui.tables.cell import Cell

Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Column:
    """`cell` makes the words of a row; `width` in pixels at 13 px text; one column may `stretch`.

    `copied` gives the text for the clipboard and exports where it differs from both lines joined.
    """

    key: str
    title: str
    cell: Callable[[Any], Cell]
    width: int = 100
    align: Align = "left"
    sortable: bool = True
    stretch: bool = False
    hidden: bool = False
    copied: Callable[[Any], str] | None = None

    def copy_text(self, row: Any) -> str:
        """The row's text in this column on one line, without tabs."""
        if self.copied is not None:
            return " ".join(self.copied(row).split())
        cell = self.cell(row)
        return " ".join(f"{cell.text} {cell.second}".split())
