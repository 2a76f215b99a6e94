"""Situations as columns."""

from collections.abc import Callable
from datetime import datetime

from ui.tables.cell import Cell
from ui.tables.column import Column
from ui.wording.moments import moment
from ui.wording.tones import Tone
from yuqing_desktop.domain.accountability import CaseStatus
from yuqing_desktop.services.accountability import Entry

FOUND = "found"
_STATES: dict[str, tuple[str, Tone]] = {
    FOUND: ("记录所示", "accent"),
    CaseStatus.PROPOSED: ("待核", "warn"),
    CaseStatus.CONFIRMED: ("已确认", "danger"),
    CaseStatus.WITHDRAWN: ("已撤回", "muted"),
}


def state_of(entry: Entry) -> str:
    """What the records show and nobody took up yet, or the case's state."""
    return entry.case.status.value if entry.case is not None else FOUND


def state_choices() -> list[tuple[str, str]]:
    """Values and words for the filter."""
    return [(str(key), word) for key, (word, _) in _STATES.items()]


def owner(entry: Entry) -> str:
    """第五条: the section for content, the office for procedure."""
    return entry.section or entry.facts.clause.owner


def entry_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """Item, situation, whose, state."""
    return (
        Column("title", "标题 · 编号", _title, 96, sortable=False, stretch=True, copied=lambda one: one.item.title),
        Column("clause", "情形 · 责任", _clause, 140, sortable=False),
        Column("state", "核定", lambda one: _state(one, now()), 92, sortable=False),
    )  # fmt: skip


def _title(entry: Entry) -> Cell:
    return Cell(entry.item.title, entry.item.number)


def _clause(entry: Entry) -> Cell:
    return Cell(entry.facts.clause.label, owner(entry), tip=f"{entry.facts.clause.label}\n{owner(entry)}")


def _state(entry: Entry, now: datetime) -> Cell:
    word, tone = _STATES[state_of(entry)]
    case = entry.case
    when = (case.decided_at or case.opened_at) if case is not None else None
    return Cell(word, moment(when, now) if when else "尚未列入", tone)
