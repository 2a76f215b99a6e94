"""What a table's columns tell one another: a date beside its time of day, a unit in the heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from yuqing_desktop.domain.moment_forms import is_clock
from yuqing_desktop.intake.sheet import Cell, Sheet, as_text, is_empty
from yuqing_desktop.intake.synonyms import FIGURES, SYNONYMS, ItemField, plain

_UNIT = re.compile(r"[（(]\s*(?:单位[:：]?)?\s*([千万亿wWkK])[次人条个]?\s*[)）]")
_BARE = re.compile(r"[\d,.]+")
_ASKS_DONE = ("是否回复", "是否已回复", "是否答复", "是否已答复")
_DONE = {"是": "已回复", "否": "未回复"}


@dataclass(frozen=True, slots=True)
class Layout:
    """`units`: the unit in a figure's heading, by column; `beside`: other columns that may hold half a time;
    `done`: columns that ask whether there was a reply, not whether one is needed."""

    units: dict[int, str] = field(default_factory=dict)
    beside: tuple[int, ...] = ()
    done: frozenset[int] = frozenset()

    @classmethod
    def of(cls, sheet: Sheet, columns: Sequence[tuple[ItemField, int]]) -> "Layout":
        """The layout of a sheet whose columns fill these fields."""
        taken = {column for _, column in columns}
        units = {
            column: unit[1]
            for name, column in columns
            if name in FIGURES
            and column < len(sheet.headings)
            and (unit := _UNIT.search(sheet.headings[column]))
        }
        beside = tuple(
            column
            for column, heading in enumerate(sheet.headings)
            if column not in taken and plain(heading) in SYNONYMS[ItemField.PUBLISHED_AT]
        )
        done = frozenset(
            column
            for name, column in columns
            if name is ItemField.REPLY_NEED
            and column < len(sheet.headings)
            and plain(sheet.headings[column]) in _ASKS_DONE
        )
        return cls(units, beside, done)

    def whole(self, name: ItemField, column: int, cells: Sequence[Cell]) -> Cell:
        """A row's cell as it is meant: a bare figure with the heading's unit, half a time with its other half."""
        cell = cells[column]
        if column in self.done:
            return _DONE.get(as_text(cell), cell)
        if column in self.units:
            text = as_text(cell)
            return text + self.units[column] if _BARE.fullmatch(text) and text.strip("0.") else cell
        if name is not ItemField.PUBLISHED_AT or not self.beside or is_empty(cell):
            return cell
        others = [cells[at] for at in self.beside if at < len(cells) and not is_empty(cells[at])]
        if _is_clock(cell):
            day = next((other for other in others if not _is_clock(other)), None)
            return cell if day is None else f"{_day(day)} {cell}"
        clock = next((other for other in others if _is_clock(other)), None)
        return cell if clock is None or _names_clock(cell) else f"{_day(cell)} {clock}"


def _is_clock(cell: Cell) -> bool:
    return isinstance(cell, time) or (isinstance(cell, str) and is_clock(cell))


def _names_clock(cell: Cell) -> bool:
    return (isinstance(cell, datetime) and cell.time() != time()) or (isinstance(cell, str) and ":" in cell)


def _day(cell: Cell) -> str:
    return f"{cell:%Y-%m-%d}" if isinstance(cell, date) else as_text(cell)
