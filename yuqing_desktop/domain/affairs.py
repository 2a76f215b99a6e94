"""Same event, many posts (第三条: 归类): posts stand each on its own record, an event groups them."""

from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.vocabulary import Word


class Relation(Word):
    """What a person said of two posts; it is remembered and not asked again."""

    SAME = "same", "同一条", "第三条"
    SIBLING = "sibling", "同一事件", "第三条"
    DIFFERENT = "different", "不是", "第三条"


@dataclass(frozen=True, slots=True)
class Affair:
    """同一事件: its posts share one slip, one handling, one approval, one wording; each is answered and closed itself."""

    id: int = 0
    title: str = ""
    made_at: datetime | None = None
    made_by: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was said of two items, by whom, when."""

    id: int = 0
    item_id: int = 0
    other_id: int = 0
    relation: Relation = Relation.DIFFERENT
    at: datetime | None = None
    by: str = ""


def days_between(one: datetime | None, other: datetime | None) -> int | None:
    """How many local days lie between two moments; None where one is not known."""
    return None if one is None or other is None else abs((one.date() - other.date()).days)


@dataclass(frozen=True, slots=True)
class Alike:
    """A stored item like a new one: `score` 0–100 (same link 100), the verdict in words, days between the two."""

    item_id: int
    number: str
    title: str
    score: int
    verdict: str
    days_apart: int | None
    status: str
