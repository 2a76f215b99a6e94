"""What lists and the case file show of an item: plain values, read only."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from yuqing_desktop.domain.figures import Figure
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import (
    Consent,
    Draft,
    Duty,
    Evidence,
    FigureReading,
    Handling,
    Note,
    Paper,
    Reply,
    Slip,
)  # fmt: skip
from yuqing_desktop.domain.vocabulary import Act, CommentKind, DutyKind, Level, ReplyNeed, Status
from yuqing_desktop.domain.workflow import Offer


class RegistryRow(NamedTuple):
    """One line of the registry's table."""

    id: int
    number: str
    title: str
    summary: str
    published_at: datetime | None
    found_at: datetime | None
    registered_at: datetime | None
    platform: str
    source: str
    author: str
    link: str
    reads: Figure
    forwards: Figure
    replies: Figure
    reply_need: ReplyNeed
    level: Level | None
    comment_kind: CommentKind | None
    topic: str
    status: Status
    section: str
    slip_number: str
    due_at: datetime | None
    due_kind: DutyKind | None
    interim_at: datetime | None
    replied_at: datetime | None
    closed_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field an event changed, in words."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of an item (经过): who did what when, with which words; refused attempts stand there too."""

    event: int
    at: datetime
    person: str
    act: str
    words: str
    reason: str = ""
    refused: bool = False
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the detail pane shows of one item."""

    item: Item
    section: str
    assisting: tuple[str, ...]
    slips: tuple[Slip, ...]
    handlings: tuple[Handling, ...]
    drafts: tuple[Draft, ...]
    consents: tuple[Consent, ...]
    replies: tuple[Reply, ...]
    duties: tuple[Duty, ...]
    readings: tuple[FigureReading, ...]
    papers: tuple[Paper, ...]
    notes: tuple[Note, ...]
    evidence: tuple[Evidence, ...]
    timeline: tuple[TimelineEntry, ...]
    offers: tuple[Offer, ...]
    signed: frozenset[int] = frozenset()
    """The consents under which stands a signature."""

    @property
    def draft(self) -> Draft | None:
        """The present wording of the reply."""
        return self.drafts[-1] if self.drafts else None

    @property
    def trash_reason(self) -> str:
        """Why it was put into the trash, as last said."""
        told = [one for one in self.timeline if one.act == Act.TRASH.label and not one.refused]
        return told[-1].reason if told else ""

    @property
    def open_duties(self) -> tuple[Duty, ...]:
        """What is owed now, earliest first."""
        return tuple(
            sorted((duty for duty in self.duties if duty.is_open), key=lambda duty: str(duty.due_at))
        )
