"""Before a table is taken: which of its new rows are like an item in the registry or an earlier row, by their text (第三条)."""

from collections.abc import Iterable, Iterator

from yuqing_desktop.domain.affairs import Alike, days_between
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.similarity import Verdict
from yuqing_desktop.intake.similar import Likeness, earlier_copies
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.affairs import Affairs, text_of
from yuqing_desktop.services.import_rows import ImportRow

_REPORT_EVERY = 100
_TOLD = (Verdict.SAME.value, Verdict.LIKELY.value)
_HERE = "本表"


def likely(
    affairs: Affairs, rows: Iterable[ImportRow], *, progress: Progress | None = None
) -> dict[int, Alike]:
    """Row number → the likest item or earlier row, for fit rows that are the same or likely so. Raises Cancelled."""
    fresh = [row for row in rows if row.is_fit]
    copies = earlier_copies(_stepped(fresh, progress or Progress()))
    found: dict[int, Alike] = {}
    is_first = not affairs.store.find(Item, limit=1)
    for row, copy in zip(fresh, copies, strict=True):
        there = () if is_first else _there(affairs, row.item)
        if there and there[0].verdict in _TOLD:
            found[row.number] = there[0]
        elif copy is not None:
            found[row.number] = _row_alike(row, fresh[copy.id], copy)
    return found


def _there(affairs: Affairs, item: Item) -> tuple[Alike, ...]:
    text = item.content or item.summary
    return affairs.alike(title=item.title, text=text, published_at=item.published_at, quick=True)


def _stepped(rows: list[ImportRow], progress: Progress) -> Iterator[str]:
    for done, row in enumerate(rows):
        if done % _REPORT_EVERY == 0:
            progress.step(done, len(rows), "查找疑似重复")
        yield text_of(row.item)


def _row_alike(row: ImportRow, earlier: ImportRow, copy: Likeness) -> Alike:
    apart = days_between(row.item.published_at, earlier.item.published_at)
    score = round(copy.score * 100)
    return Alike(0, f"第 {earlier.number} 行", earlier.item.title, score, copy.verdict.value, apart, _HERE)
