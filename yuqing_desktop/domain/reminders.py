"""Which open duties deserve a word now: at half, four fifths and the whole of their time, in office hours only."""

from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.vocabulary import DutyKind

SHARES = (0.5, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A duty that passed one of the shares: which item, what, until when, how much of its time is used."""

    duty_id: int
    item_id: int
    number: str
    title: str
    kind: DutyKind
    due_at: datetime
    share: float

    @property
    def is_late(self) -> bool:
        """Whether the whole time is used."""
        return self.share >= SHARES[-1]


def reached(used: float) -> float:
    """The highest share passed, 0 for none."""
    return max((share for share in SHARES if used >= share), default=0.0)
