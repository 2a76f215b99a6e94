"""What is owed beside the state: derived from the item, so that no act can forget to open or close a duty."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, ReplyNeed, Status

_NO_REPLY_COMES = frozenset({
    Status.REPLIED, Status.NO_REPLY, Status.REPLY_SUSPENDED, Status.MERGED, Status.DISMISSED,
    Status.HANDED_OVER, Status.CLOSED,
})  # fmt: skip
_NOT_OURS = frozenset({Status.DISMISSED, Status.MERGED, Status.CLOSED})


def _in(*statuses: Status) -> Callable[[Item], bool]:
    return lambda item: item.status in statuses


def _awaits_reply(item: Item) -> bool:
    return item.reply_need is ReplyNeed.NEEDED and item.status not in _NO_REPLY_COMES


def _first_reply(item: Item) -> bool:
    return _awaits_reply(item) and item.interim_at is None


def _full_reply(item: Item) -> bool:
    return item.interim_at is not None and item.status not in _NO_REPLY_COMES


def _report_up(item: Item) -> bool:
    return (
        item.level_or_ordinary.needs_report_up
        and item.reported_up_at is None
        and item.status not in _NOT_OURS
    )


def _complaint(item: Item) -> bool:
    return item.comment_kind is CommentKind.COMPLAINT and item.status not in (*_NOT_OURS, Status.HANDED_OVER)


@dataclass(frozen=True, slots=True)
class Rule:
    """A duty and when it is owed; `met` says whether its ending fulfilled it or only made it pointless."""

    kind: DutyKind
    owed: Callable[[Item], bool]
    met: Callable[[Item], bool]


RULES: tuple[Rule, ...] = (
    Rule(DutyKind.TRANSFER, _in(Status.REGISTERED, Status.ASSESSED), _in(Status.TRANSFERRED)),
    Rule(DutyKind.RECEIPT, _in(Status.TRANSFERRED), _in(Status.RECEIVED)),
    Rule(DutyKind.FEEDBACK, _in(Status.RECEIVED), _in(Status.HANDLED)),
    Rule(DutyKind.DEPUTY_APPROVAL, _in(Status.HANDLED),
         _in(Status.DEPUTY_AGREED, Status.APPROVED, Status.RECEIVED)),
    Rule(DutyKind.HEAD_APPROVAL, _in(Status.DEPUTY_AGREED), _in(Status.APPROVED, Status.RECEIVED)),
    Rule(DutyKind.PUBLISH, _in(Status.APPROVED), _in(Status.REPLIED)),
    Rule(DutyKind.FIRST_REPLY, _first_reply, lambda item: bool(item.interim_at or item.replied_at)),
    Rule(DutyKind.FULL_REPLY, _full_reply, lambda item: item.replied_at is not None),
    Rule(DutyKind.REPORT_UP, _report_up, lambda item: item.reported_up_at is not None),
    Rule(DutyKind.PRIVATE_MESSAGE, lambda item: _complaint(item) and item.private_message_at is None,
         lambda item: item.private_message_at is not None),
    Rule(DutyKind.PROGRESS_FEEDBACK, lambda item: _complaint(item) and item.progress_feedback_at is None,
         lambda item: item.progress_feedback_at is not None),
)  # fmt: skip

_DONE = {
    DutyKind.TRANSFER: "transferred_at", DutyKind.RECEIPT: "received_at", DutyKind.FEEDBACK: "handled_at",
    DutyKind.DEPUTY_APPROVAL: "deputy_at", DutyKind.HEAD_APPROVAL: "head_at", DutyKind.PUBLISH: "replied_at",
    DutyKind.FULL_REPLY: "replied_at", DutyKind.REPORT_UP: "reported_up_at",
    DutyKind.PRIVATE_MESSAGE: "private_message_at", DutyKind.PROGRESS_FEEDBACK: "progress_feedback_at",
}  # fmt: skip


def owed(item: Item) -> frozenset[DutyKind]:
    """Every duty this item owes as it stands; none from the trash."""
    if item.trashed_at is not None:
        return frozenset()
    return frozenset(rule.kind for rule in RULES if rule.owed(item))


def was_met(kind: DutyKind, item: Item) -> bool:
    """Whether a duty that is no longer owed was fulfilled."""
    return next(rule.met(item) for rule in RULES if rule.kind is kind)


def done_at(kind: DutyKind, item: Item) -> datetime | None:
    """When a met duty was done, by the item's own record: what was entered later is judged by when it happened."""
    if kind is DutyKind.FIRST_REPLY:
        return item.interim_at or item.replied_at
    moment: datetime | None = getattr(item, _DONE[kind])
    return moment
