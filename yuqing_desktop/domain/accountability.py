"""责任追究 (第十三条): facts for and against, laid out from the records; never a verdict. A person confirms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Consent, Duty, Note, Reply, Slip
from yuqing_desktop.domain.rounds import Gap
from yuqing_desktop.domain.vocabulary import Act, Decision, DutyKind, Level, Word


class Clause(Word):
    """The five situations, in the regulation's order."""

    MISSED = "missed", "（一）未及时监测", "第十三条"
    SECTION_LATE = "section_late", "（二）重大舆情回复延误、办理不力", "第十三条"
    CONTENT = "content", "（三）回复内容把关不严", "第十三条"
    SHIRKING = "shirking", "（四）推卸责任", "第十三条"
    UNAPPROVED = "unapproved", "（五）未经同意擅自回复", "第十三条"

    @property
    def is_found(self) -> bool:
        """Whether the program proposes it from the records; the others are entered by a person."""
        return self in (Clause.MISSED, Clause.SECTION_LATE, Clause.UNAPPROVED)

    @property
    def owner(self) -> str:
        """第五条: the section answers for content, the office for procedure."""
        return "办公室（程序）" if self in (Clause.MISSED, Clause.UNAPPROVED) else "科室（内容）"


class CaseStatus(Word):
    """What a person made of a case."""

    PROPOSED = "proposed", "待核", "第十三条"
    CONFIRMED = "confirmed", "已确认", "第十三条"
    WITHDRAWN = "withdrawn", "已撤回", "第十三条"


@dataclass(frozen=True, slots=True)
class Facts:
    """What speaks for a situation and what against it, each a sentence with its time."""

    clause: Clause
    item_id: int
    section_id: int | None
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountabilityCase:
    """A situation laid to an item (责任追究情形): facts as they stood, and what a person decided."""

    id: int = 0
    item_id: int = 0
    section_id: int | None = None
    clause: Clause = Clause.MISSED
    status: CaseStatus = CaseStatus.PROPOSED
    supporting: str = ""
    opposing: str = ""
    opened_at: datetime | None = None
    opened_by: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    comment: str = ""


def _said(moment: datetime | None) -> str:
    if moment is None:
        return "（无）"
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment.hour}:{moment.minute:02d}"


def missed(item: Item, gaps: Iterable[Gap], *, allowed_hours: float) -> Facts | None:
    """（一）: the post stood longer than allowed before it was found; rounds missed meanwhile are named."""
    if item.published_at is None or item.found_at is None:
        return None
    hours = (item.found_at - item.published_at).total_seconds() / 3600
    if hours <= allowed_hours:
        return None
    between = [gap for gap in gaps if item.published_at.date() <= gap.day <= item.found_at.date()]
    supporting = [f"{_said(item.published_at)}发布，{_said(item.found_at)}发现，相隔{hours:.1f}小时"]
    supporting += [
        f"{gap.day.month}月{gap.day.day}日{gap.slot.label}“{gap.channel}”没有巡查记录" for gap in between
    ]
    opposing = [] if between else ["其间每日巡查均有记录"]
    return Facts(Clause.MISSED, item.id, None, tuple(supporting), tuple(opposing))


def section_late(
    item: Item, duties: Iterable[Duty], slips: Iterable[Slip], urges: Iterable[Note], now: datetime
) -> tuple[Facts, ...]:
    """（二）: sections late with a major item, each for what it owed itself; what it did to mend stands against."""
    if item.level_or_ordinary is Level.ORDINARY:
        return ()
    late: dict[int | None, list[Duty]] = {}
    for duty in duties:
        # A receipt given late is the feedback's time lost; one never given would leave no feedback to be late with.
        if duty.is_late(now) and (
            duty.kind is DutyKind.FEEDBACK or (duty.kind is DutyKind.RECEIPT and not duty.met)
        ):
            late.setdefault(duty.section_id, []).append(duty)
    known, pressed = list(slips), list(urges)
    return tuple(
        _late(item, section_id, owed, [slip for slip in known if slip.section_id == section_id], pressed)
        for section_id, owed in late.items()
    )


def _late(
    item: Item, section_id: int | None, owed: list[Duty], slips: list[Slip], urges: list[Note]
) -> Facts:
    supporting = [_owed(duty) for duty in owed]
    urged = sum(any(_held(slip, note.at) for slip in slips) for note in urges)
    supporting += [f"已催办{urged}次"] if urged else []
    opposing = [f"{slip.number}于{_said(slip.received_at)}签收" for slip in slips if slip.received_at]
    opposing += ["已补报处置情况"] if any(duty.met for duty in owed) else []
    return Facts(Clause.SECTION_LATE, item.id, section_id, tuple(supporting), tuple(opposing))


def _held(slip: Slip, at: datetime | None) -> bool:
    """Whether the item was with the slip's section at that moment."""
    if at is None or slip.sent_at is None or at < slip.sent_at:
        return False
    return slip.ended_at is None or at <= slip.ended_at


def _owed(duty: Duty) -> str:
    what = "反馈" if duty.kind is DutyKind.FEEDBACK else "签收"
    if duty.closed_at is None:
        return f"{what}时限{_said(duty.due_at)}，至今未{what}"
    if duty.met:
        return f"{what}时限{_said(duty.due_at)}，{_said(duty.closed_at)}{what}"
    ended = Act(duty.closed_by).label
    return f"{what}时限{_said(duty.due_at)}，至{_said(duty.closed_at)}{ended}未{what}"


def _covers(consent: Consent, reply: Reply) -> bool:
    """Whether it is an agreement to this text that still stood when it went out."""
    stood = consent.voided_at is None or reply.published_at is None or consent.voided_at > reply.published_at
    return stood and consent.text_sha256 == reply.sha256


def unapproved(item: Item, replies: Iterable[Reply], consents: Iterable[Consent]) -> Facts | None:
    """（五）: a reply that went out in other words than those agreed to at that time."""
    agreements = [consent for consent in consents if consent.decision is Decision.AGREE]
    supporting, opposing = [], []
    for reply in replies:
        if reply.interim:
            continue
        if not any(_covers(consent, reply) for consent in agreements):
            supporting.append(f"{_said(reply.published_at)}由{reply.account}发出的文本与批准的文本不一致")
        if reply.deviation:
            opposing.append(f"登记的偏差原因：{reply.deviation}")
    if not supporting:
        return None
    return Facts(Clause.UNAPPROVED, item.id, None, tuple(supporting), tuple(opposing))
