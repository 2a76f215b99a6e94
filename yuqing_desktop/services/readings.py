"""热度 (第七条): an item's figures over time, and the level they speak for, with its arithmetic; a person decides."""

from dataclasses import dataclass, replace
from datetime import datetime

from yuqing_desktop.domain import assessment, spread
from yuqing_desktop.domain.assessment import Proposal
from yuqing_desktop.domain.figures import Figure
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import FigureReading
from yuqing_desktop.domain.spread import COUNTS, Point
from yuqing_desktop.domain.vocabulary import Level
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Rise:
    """From which reading on the figures spoke for a level."""

    at: datetime | None
    level: Level


@dataclass(frozen=True, slots=True)
class Series:
    """`proposal` is by the latest known figures; `rises` names the readings at which the proposed level changed."""

    item: Item
    points: tuple[Point, ...]
    proposal: Proposal
    rises: tuple[Rise, ...]

    @property
    def outgrown(self) -> bool:
        """Whether the figures speak for a higher level than a person decided."""
        return self.proposal.level.rank > self.item.level_or_ordinary.rank


@dataclass(frozen=True, slots=True)
class Readings:
    """Reads the figures; `Register.read_figures` adds to them."""

    store: Store
    settings: Settings

    def series(self, item_id: int) -> Series:
        """Every reading of an item, by time. Raises NotFound."""
        item = self.store.get(Item, item_id)
        points = spread.points(item, self.store.find(FigureReading, item_id=item_id, withdrawn_at=None))
        thresholds = self.settings.office().thresholds
        stages = [assessment.propose(_at(item, points[: end + 1]), thresholds) for end in range(len(points))]
        rises = tuple(
            Rise(points[at].at, stages[at].level)
            for at in range(1, len(stages))
            if stages[at].level is not stages[at - 1].level
        )
        return Series(item, points, stages[-1], rises)


def _at(item: Item, points: tuple[Point, ...]) -> Item:
    """The item with each count as last known by then."""
    known: dict[str, Figure] = {}
    for point in points:
        known |= {name: one for name in COUNTS if (one := getattr(point, name)).value is not None}
    return replace(item, reads=known.get("reads", item.reads), forwards=known.get("forwards", item.forwards),
                   replies=known.get("replies", item.replies))  # fmt: skip
