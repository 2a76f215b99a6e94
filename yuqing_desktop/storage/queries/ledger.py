"""The entries a ledger is made of: registered in a period, and carried over unfinished from before it."""

from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Section
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.statistics import Entry
from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.reading import Reads

_REGISTERED = "trashed_at IS NULL AND registered_at >= ? AND registered_at < ?"
_CARRIED = "trashed_at IS NULL AND registered_at < ? AND (closed_at IS NULL OR closed_at >= ?)"


def registered(reads: Reads, period: Period) -> tuple[Entry, ...]:
    """What was registered in the period, in the order of registration."""
    return _entries(reads, _REGISTERED, (moment_text(period.start), moment_text(period.end)))


def carried(reads: Reads, period: Period) -> tuple[Entry, ...]:
    """What was registered before the period and not ended when it began."""
    start = moment_text(period.start)
    return _entries(reads, _CARRIED, (start, start))


def count_registered(reads: Reads, period: Period) -> int:
    """How many were registered in the period."""
    values = (moment_text(period.start), moment_text(period.end))
    return int(reads.database.rows(f"SELECT count(*) FROM item WHERE {_REGISTERED}", values)[0][0])


def _entries(reads: Reads, condition: str, values: tuple[str, ...]) -> tuple[Entry, ...]:
    items = reads.where(Item, condition, values)
    duties: dict[int, list[Duty]] = {}
    for duty in reads.where(Duty, f"item_id IN (SELECT id FROM item WHERE {condition})", values):
        duties.setdefault(duty.item_id, []).append(duty)
    sections = {section.id: section.name for section in reads.find(Section)}
    return tuple(
        Entry(item, sections.get(item.section_id or 0, ""), tuple(duties.get(item.id, ()))) for item in items
    )
