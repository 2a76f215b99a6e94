"""What `--json` prints of an item and its records: stored words, figures as objects, times ISO 8601 with +08:00."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from yuqing_desktop.clock import local
from yuqing_desktop.domain.deadlines import Deadline
from yuqing_desktop.domain.figures import Figure
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.listing import Dossier, RegistryRow, TimelineEntry
from yuqing_desktop.domain.records import Duty, Evidence, FigureReading, Paper
from yuqing_desktop.domain.vocabulary import Word

Shape = dict[str, Any]
_PLAIN = (
    "title", "summary", "published_at", "found_at", "registered_at", "platform", "source", "author", "link", "reads",
    "forwards", "replies", "reply_need", "level", "comment_kind", "status",
)  # fmt: skip
_WORDS = ("status", "level", "comment_kind", "reply_need")


def plain(value: Any) -> Any:
    """A domain value as JSON holds it."""
    if isinstance(value, datetime):
        return local(value).isoformat()
    if isinstance(value, Figure):
        return {"kind": value.kind.value, "value": value.value}
    return value.value if isinstance(value, Word) else value


def item_shape(item: Item | RegistryRow, section: str) -> Shape:
    """An item as `list`, `search`, `show` and `import --dry-run` print it."""
    labels = {name: _label(getattr(item, name)) for name in _WORDS}
    return {
        "number": item.number or None,
        **{name: plain(getattr(item, name)) for name in _PLAIN},
        "section": section or None,
        "due_at": plain(item.due_at),
        "words": labels,
    }


def dossier_shape(dossier: Dossier) -> Shape:
    """The same with everything the item has gathered."""
    return {
        **item_shape(dossier.item, dossier.section),
        "timeline": [_entry(entry) for entry in dossier.timeline],
        "duties": [_duty(duty) for duty in dossier.duties],
        "readings": [_fields(one, _READING) for one in dossier.readings],
        "papers": [_paper(one) for one in dossier.papers],
        "evidence": [_fields(one, _EVIDENCE) for one in dossier.evidence],
    }


def deadline_shape(found: Deadline) -> Shape:
    """A due time with its arithmetic."""
    return {
        "from": plain(found.start),
        "due": plain(found.due),
        "rule": found.rule.value,
        "assumed_year": found.assumed_year,
        "steps": list(found.steps),
    }


_READING = ("read_at", "read_by", "reads", "forwards", "replies")
_PAPER = ("kind", "number", "made_at", "made_by", "copies", "voided_at", "void_reason")
_DUTY = ("kind", "opened_at", "due_at", "rule", "assumed", "closed_at", "closed_by", "met")
_EVIDENCE = ("name", "kind", "size", "sha256", "added_at", "added_by", "link")


def _fields(record: FigureReading | Paper | Duty | Evidence, names: Sequence[str]) -> Shape:
    return {name: plain(getattr(record, name)) for name in names}


def _duty(duty: Duty) -> Shape:
    return {"what": duty.kind.label, "article": duty.kind.article, **_fields(duty, _DUTY)}


def _paper(paper: Paper) -> Shape:
    return {"what": paper.kind.label, **_fields(paper, _PAPER)}


def _entry(entry: TimelineEntry) -> Shape:
    return {
        "at": plain(entry.at),
        "person": entry.person,
        "act": entry.act,
        "words": entry.words,
        "reason": entry.reason,
        "refused": entry.refused,
        "changes": [{"field": one.field, "old": one.old, "new": one.new} for one in entry.changes],
    }


def _label(word: Word | None) -> str | None:
    return word.label if word is not None else None
