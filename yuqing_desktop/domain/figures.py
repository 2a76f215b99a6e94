"""A count read on a platform (第七条: 当时阅读数、转发数、回复数): a number, 不可见, at least, or unknown. Unknown is never 0."""

from dataclasses import dataclass
from enum import StrEnum


class FigureKind(StrEnum):
    """What is known of a count."""

    NUMBER = "number"
    HIDDEN = "hidden"
    AT_LEAST = "at_least"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count: its kind and, for a number or at-least, its value (≥ 0)."""

    kind: FigureKind = FigureKind.UNKNOWN
    value: int | None = None

    def __post_init__(self) -> None:
        counted = self.kind in (FigureKind.NUMBER, FigureKind.AT_LEAST)
        if counted != (self.value is not None) or (self.value is not None and self.value < 0):
            raise ValueError(f"{self.kind} does not go with {self.value}")

    @property
    def label(self) -> str:
        """As shown and printed: 12000, 10万+, 不可见, or a dash for unknown."""
        if self.kind is FigureKind.HIDDEN:
            return "不可见"
        if self.value is None:
            return "—"
        if self.kind is FigureKind.NUMBER:
            return str(self.value)
        return f"{in_ten_thousands(self.value)}+"


UNKNOWN = Figure()
HIDDEN = Figure(FigureKind.HIDDEN)


def number(value: int) -> Figure:
    """An exact count."""
    return Figure(FigureKind.NUMBER, value)


def at_least(value: int) -> Figure:
    """A count the platform only bounds from below (10万+)."""
    return Figure(FigureKind.AT_LEAST, value)


def in_ten_thousands(value: int) -> str:
    """A count said short, in 万 and 亿, never rounded up: 21300 → 2.1万."""
    for unit, word in ((100_000_000, "亿"), (10_000, "万")):
        if value >= unit:
            tenths = value * 10 // unit
            whole, tenth = divmod(tenths, 10)
            return f"{whole}.{tenth}{word}" if tenth else f"{whole}{word}"
    return f"{value:,}"
