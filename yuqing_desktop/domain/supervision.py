"""督办 (第三条): the ladder that a late section climbs — a call, 催办单, 督办单 — and who is told at which rung."""

from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.deadlines import share_used
from yuqing_desktop.domain.limits import Limit
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.vocabulary import Act, DutyKind, Word
from yuqing_desktop.domain.workdays import WorkCalendar

WATCHED = frozenset({DutyKind.RECEIPT, DutyKind.FEEDBACK})
"""The section's duties; the office's own are seen on the day's page."""


class Rung(Word):
    """How far the ladder has been climbed, and what is to be done there."""

    QUIET = "quiet", "时限内", "第三条"
    CALL = "call", "电话提醒", "第三条"
    URGE = "urge", "催办单，抄报副组长", "第三条"
    SUPERVISE = "supervise", "督办单，报副组长或组长", "第三条"


@dataclass(frozen=True, slots=True)
class Ladder:
    """The days of the ladder, settings: the call's share of the limit, working days after it."""

    call_share: float = 0.8
    urge_after_days: int = 1
    supervise_after_days: int = 6


@dataclass(frozen=True, slots=True)
class Pressing:
    """What was already done about a duty."""

    calls: int = 0
    urges: int = 0
    supervisions: int = 0
    reason_given: bool = False


def rung(duty: Duty, limit: Limit, calendar: WorkCalendar, ladder: Ladder, now: datetime) -> Rung:
    """The rung a section's open duty stands on now."""
    if duty.kind not in WATCHED or not duty.is_open or duty.due_at is None or duty.opened_at is None:
        return Rung.QUIET
    if now <= duty.due_at:
        used = share_used(calendar, limit, start=duty.opened_at, due=duty.due_at, now=now)
        return Rung.CALL if used >= ladder.call_share else Rung.QUIET
    late_days = calendar.workdays_between(duty.due_at.date(), now.date()) - 1
    if late_days >= ladder.supervise_after_days:
        return Rung.SUPERVISE
    return Rung.URGE if late_days >= ladder.urge_after_days else Rung.CALL


def next_act(standing: Rung, done: Pressing) -> Act | None:
    """The act this rung calls for and that was not done yet; a reason given holds the 督办单 back."""
    if standing is Rung.SUPERVISE and not done.supervisions and not done.reason_given:
        return Act.SUPERVISE
    if standing in (Rung.URGE, Rung.SUPERVISE) and not done.urges:
        return Act.URGE
    if standing is Rung.CALL and not done.calls:
        return Act.CALL
    return None
