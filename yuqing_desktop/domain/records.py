"""The records an item gathers on its way, each dated and named: slips, handling, drafts, consents, replies, duties."""

from dataclasses import dataclass
from datetime import date, datetime

from yuqing_desktop.domain.figures import UNKNOWN, Figure
from yuqing_desktop.domain.vocabulary import (
    ConsentKind,
    Decision,
    DutyKind,
    Level,
    PaperKind,
    ReplyChannel,
    Role,
    Urgency,
)  # fmt: skip

NOD = "nod"
"""The act of a note that is a leader's single agreement: to an extension, an interim wording, silence."""


@dataclass(frozen=True, slots=True)
class Slip:
    """转送单 (第八条): one sending of an item to a section, with its receipt or its refusal."""

    id: int = 0
    item_id: int = 0
    number: str = ""
    section_id: int = 0
    assisting: tuple[int, ...] = ()
    urgency: Urgency = Urgency.NORMAL
    requirements: str = ""
    sent_at: datetime | None = None
    sent_by: str = ""
    feedback_due: datetime | None = None
    received_at: datetime | None = None
    received_by: str = ""
    received_entered_by: str = ""
    refused_at: datetime | None = None
    refused_by: str = ""
    reason: str = ""
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Handling:
    """处置情况 (第九条): what the section found and did, by whom reported, and who heads the section (第五条)."""

    id: int = 0
    item_id: int = 0
    section_id: int | None = None
    findings: str = ""
    measures: str = ""
    result: str = ""
    reported_at: datetime | None = None
    reported_by: str = ""
    responsible: str = ""
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """拟回复: one wording of the reply, its running number and the SHA-256 of its cleaned text (第九条)."""

    id: int = 0
    item_id: int = 0
    serial: int = 1
    text: str = ""
    sha256: str = ""
    channel: ReplyChannel = ReplyChannel.PUBLIC
    account_id: int | None = None
    written_at: datetime | None = None
    written_by: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """一次审批 (第九条): who decided what about exactly which text, on screen or on paper (代录)."""

    id: int = 0
    item_id: int = 0
    draft_id: int = 0
    text_sha256: str = ""
    role: Role = Role.DEPUTY
    decision: Decision = Decision.AGREE
    kind: ConsentKind = ConsentKind.SCREEN
    level: Level = Level.ORDINARY
    approver_id: int = 0
    approver: str = ""
    decided_at: datetime | None = None
    opinion: str = ""
    sheet_number: str = ""
    scan_sha256: str = ""
    entered_by: str = ""
    entered_at: datetime | None = None
    voided_at: datetime | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as published (第十条), or the interim one (第十二条): account, time, link, the text on the page."""

    id: int = 0
    item_id: int = 0
    interim: bool = False
    channel: ReplyChannel = ReplyChannel.PUBLIC
    account_id: int | None = None
    account: str = ""
    text: str = ""
    sha256: str = ""
    draft_id: int | None = None
    deviation: str = ""
    published_at: datetime | None = None
    link: str = ""
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """What is owed beside the state: what, whose, since when, until when, closed by which act.

    `spent` is the time it took, in minutes of office hours, once it is closed.
    """

    id: int = 0
    item_id: int = 0
    kind: DutyKind = DutyKind.TRANSFER
    section_id: int | None = None
    opened_at: datetime | None = None
    due_at: datetime | None = None
    rule: str = ""
    assumed: bool = False
    extended: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    met: bool = False
    spent: int | None = None

    @property
    def is_open(self) -> bool:
        """Still owed."""
        return self.closed_at is None

    def is_late(self, now: datetime) -> bool:
        """Past its due time: when it was closed, or by now."""
        return self.due_at is not None and (self.closed_at or now) > self.due_at


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A later reading of the figures (补读数), beside the frozen first one; withdrawn with the import that told it."""

    id: int = 0
    item_id: int = 0
    reads: Figure = UNKNOWN
    forwards: Figure = UNKNOWN
    replies: Figure = UNKNOWN
    read_at: datetime | None = None
    read_by: str = ""
    origin: str = ""
    batch_id: int | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A numbered paper (文书): a number once given is never given again; a voided one keeps it.

    `subject_id` is the slip, draft or note it is about; `about` names other subjects (a month, several items).
    """

    id: int = 0
    item_id: int | None = None
    kind: PaperKind = PaperKind.TRANSFER_SLIP
    number: str = ""
    made_at: datetime | None = None
    made_by: str = ""
    subject_id: int | None = None
    about: str = ""
    copies: int = 0
    voided_at: datetime | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A dated, named record of something done about an item: a report-up, a call, a private message, a follow-up."""

    id: int = 0
    item_id: int = 0
    act: str = ""
    at: datetime | None = None
    by: str = ""
    to: str = ""
    channel: str = ""
    number: str = ""
    words: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """附件: a file kept by its content, with its name, who brought it, when and from where; of an item or an import.

    `purged_at`: an import's file that went when the term of the personal data in it was over (第十一条).
    """

    id: int = 0
    item_id: int | None = None
    sha256: str = ""
    name: str = ""
    kind: str = ""
    size: int = 0
    added_at: datetime | None = None
    added_by: str = ""
    link: str = ""
    batch_id: int | None = None
    purged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """认证账号 (第十条): a certified account and until when its certification holds."""

    id: int = 0
    platform: str = ""
    name: str = ""
    subject: str = ""
    certification: str = ""
    valid_from: date = date(2000, 1, 1)
    valid_until: date | None = None
    keeper: str = ""
    active: bool = True
    version: int = 0

    def valid_on(self, day: date) -> bool:
        """Whether its certification holds on this local day."""
        return (
            self.active and self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
        )


@dataclass(frozen=True, slots=True)
class Platform:
    """平台: where items are found; `hosts` are the link hosts that mean it, separated by spaces."""

    id: int = 0
    name: str = ""
    hosts: str = ""
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """领域: what an item is about, from the office's own list."""

    id: int = 0
    name: str = ""
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """One import: a file taken in, and what came of it, in rows: `left_out` were not wanted, `readings` told new figures."""

    id: int = 0
    file_name: str = ""
    sha256: str = ""
    taken_at: datetime | None = None
    taken_by: str = ""
    new: int = 0
    duplicate: int = 0
    refused: int = 0
    undone_at: datetime | None = None
    readings: int = 0
    left_out: int = 0
