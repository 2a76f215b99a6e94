"""The same post in a later table (第七条): its figures become a reading beside the frozen first ones, never a new item."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from yuqing_desktop.domain.figures import UNKNOWN
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import FigureReading
from yuqing_desktop.domain.spread import COUNTS, same_figures
from yuqing_desktop.services.import_rows import ImportRow
from yuqing_desktop.storage.reading import Reads

_SLICE = 500


def with_readings(reads: Reads, rows: Iterable[ImportRow]) -> tuple[ImportRow, ...]:
    """The rows, those of a registered post with figures not yet read of it carrying them as a reading."""
    judged = tuple(rows)
    numbers = {row.duplicate_of for row in judged if isinstance(row.duplicate_of, str) and _tells(row)}
    if not numbers:
        return judged
    items = _items(reads, sorted(numbers))
    known = _readings(reads, [item.id for item in items.values()])
    told = []
    for row in judged:
        item = items.get(row.duplicate_of) if isinstance(row.duplicate_of, str) and _tells(row) else None
        if item is None or same_figures(row.item, item) or _is_known(row.item, known[item.id]):
            told.append(row if row.reading is None else replace(row, reading=None))
            continue
        reading = _reading(row.item, item)
        known[item.id].append(reading)
        told.append(replace(row, reading=reading))
    return tuple(told)


def _tells(row: ImportRow) -> bool:
    return not row.hidden and any(getattr(row.item, name) != UNKNOWN for name in COUNTS)


def _is_known(seen: Item, readings: Iterable[FigureReading]) -> bool:
    return any(same_figures(seen, reading) for reading in readings)


def _reading(seen: Item, item: Item) -> FigureReading:
    """Read when the table was made, where it says so."""
    return FigureReading(
        item_id=item.id,
        reads=seen.reads,
        forwards=seen.forwards,
        replies=seen.replies,
        read_at=seen.figures_at,
    )


def _items(reads: Reads, numbers: Sequence[str]) -> Mapping[str, Item]:
    found: dict[str, Item] = {}
    for start in range(0, len(numbers), _SLICE):
        part = numbers[start : start + _SLICE]
        marks = ", ".join("?" * len(part))
        found |= {item.number: item for item in reads.where(Item, f"number IN ({marks})", part)}
    return found


def _readings(reads: Reads, ids: Sequence[int]) -> defaultdict[int, list[FigureReading]]:
    found: defaultdict[int, list[FigureReading]] = defaultdict(list)
    for start in range(0, len(ids), _SLICE):
        part = ids[start : start + _SLICE]
        marks = ", ".join("?" * len(part))
        for reading in reads.where(FigureReading, f"withdrawn_at IS NULL AND item_id IN ({marks})", part):
            found[reading.item_id].append(reading)
    return found
