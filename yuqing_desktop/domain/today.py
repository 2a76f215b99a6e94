"""What the day starts with: the duties that come next and the days gone by, as plain values."""

from datetime import date, datetime
from typing import NamedTuple

from yuqing_desktop.domain.vocabulary import Act, DutyKind, Level, Status


class NextDuty(NamedTuple):
    """An open duty: whose it is, until when, the act that meets it and why that may not be taken now."""

    item_id: int
    number: str
    title: str
    kind: DutyKind
    due_at: datetime | None
    whose: str
    act: Act
    reason: str = ""
    level: Level = Level.ORDINARY


class DayCount(NamedTuple):
    """What was registered on a local day: items without and with a late duty."""

    day: date
    on_time: int
    late: int


class Remarks(NamedTuple):
    """What stands under the counted cards: the first due times behind them, consents by post, valid accounts."""

    longest_overdue: datetime | None
    next_today: datetime | None
    next_full_reply: datetime | None
    for_deputy: int
    for_head: int
    valid_accounts: int


_MEETS: dict[DutyKind, Act] = {
    DutyKind.TRANSFER: Act.TRANSFER,
    DutyKind.RECEIPT: Act.RECEIVE,
    DutyKind.FEEDBACK: Act.REPORT_HANDLING,
    DutyKind.DEPUTY_APPROVAL: Act.APPROVE_DEPUTY,
    DutyKind.HEAD_APPROVAL: Act.APPROVE_HEAD,
    DutyKind.PUBLISH: Act.REPLY,
    DutyKind.FIRST_REPLY: Act.INTERIM_REPLY,
    DutyKind.FULL_REPLY: Act.REPLY,
    DutyKind.REPORT_UP: Act.REPORT_UP,
    DutyKind.PRIVATE_MESSAGE: Act.PRIVATE_MESSAGE,
    DutyKind.PROGRESS_FEEDBACK: Act.PROGRESS_FEEDBACK,
}


def act_for(kind: DutyKind, status: Status) -> Act:
    """The act that meets a duty from this state: an item is assessed before it is sent, an agreed reply goes out."""
    if kind is DutyKind.TRANSFER and status is Status.REGISTERED:
        return Act.ASSESS
    if kind is DutyKind.FIRST_REPLY and status is Status.APPROVED:
        return Act.REPLY
    return _MEETS[kind]
