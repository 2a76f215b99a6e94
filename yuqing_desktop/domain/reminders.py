"""Which open duties deserve a word now: at half, four fifths and the whole of their time, in office hours only."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from yuqing_desktop.domain.vocabulary import DutyKind, Word
from yuqing_desktop.domain.workdays import WorkCalendar

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


class Snooze(Word):
    """For how long reminders keep quiet."""

    QUARTER = "quarter", "15 分钟"
    HOUR = "hour", "1 小时"
    MORNING = "morning", "明早"

    def until(self, now: datetime, calendar: WorkCalendar) -> datetime:
        """When they may speak again; 明早 is when the office next opens after today."""
        if self is Snooze.QUARTER:
            return now + timedelta(minutes=15)
        if self is Snooze.HOUR:
            return now + timedelta(hours=1)
        midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        return calendar.next_opening(midnight)
