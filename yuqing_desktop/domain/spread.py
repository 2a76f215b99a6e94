"""How an item's figures grew (第七条): the frozen first reading and every later one, with growth an hour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from yuqing_desktop.domain.figures import UNKNOWN, Figure, FigureKind
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import FigureReading

COUNTS = ("reads", "forwards", "replies")
_SHORTEST = timedelta(minutes=1)
_WORDS = {"reads": "阅读", "forwards": "转发", "replies": "回复"}


@dataclass(frozen=True, slots=True)
class Growth:
    """What one count gained between two exact readings; `per_hour` is not rounded."""

    count: str
    gained: int
    per_hour: float

    @property
    def label(self) -> str:
        """阅读 +712（每小时 +267）."""
        return f"{_WORDS[self.count]} {self.gained:+,}（每小时 {self.per_hour:+,.0f}）"


@dataclass(frozen=True, slots=True)
class Point:
    """One reading. `first` is the legal 当时 one; `growth` is counted from the reading before."""

    at: datetime | None
    reads: Figure = UNKNOWN
    forwards: Figure = UNKNOWN
    replies: Figure = UNKNOWN
    by: str = ""
    origin: str = ""
    first: bool = False
    growth: tuple[Growth, ...] = ()


def points(item: Item, readings: Iterable[FigureReading]) -> tuple[Point, ...]:
    """The first reading and the later ones by time, each with its growth."""
    first = Point(
        item.figures_at, item.reads, item.forwards, item.replies, item.figures_by, item.origin, first=True
    )
    later = sorted((one for one in readings if one.read_at is not None), key=lambda one: str(one.read_at))
    told = [first]
    for one in later:
        point = Point(one.read_at, one.reads, one.forwards, one.replies, one.read_by, one.origin)
        told.append(_grown(point, told))
    return tuple(told)


def same_figures(one: Item | FigureReading | Point, other: Item | FigureReading | Point) -> bool:
    """Whether two readings say the same."""
    return all(getattr(one, name) == getattr(other, name) for name in COUNTS)


def _grown(point: Point, earlier: list[Point]) -> Point:
    growth = tuple(_growths(point, earlier))
    return Point(point.at, point.reads, point.forwards, point.replies, point.by, point.origin, growth=growth)


def _growths(point: Point, earlier: list[Point]) -> Iterator[Growth]:
    """Each exact count against the latest exact one before it; 不可见 and 10万+ have no growth."""
    for name in COUNTS:
        now: Figure = getattr(point, name)
        before = next((one for one in reversed(earlier) if _exact(getattr(one, name)) is not None), None)
        if now.kind is not FigureKind.NUMBER or before is None or point.at is None or before.at is None:
            continue
        span = point.at - before.at
        if span >= _SHORTEST:
            gained = (now.value or 0) - (_exact(getattr(before, name)) or 0)
            yield Growth(name, gained, gained / (span / timedelta(hours=1)))


def _exact(figure: Figure) -> int | None:
    return figure.value if figure.kind is FigureKind.NUMBER else None
