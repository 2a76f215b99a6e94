"""Before a table is taken: which of its new rows are like an item in the registry, by their text (第三条)."""

from collections.abc import Iterable

from yuqing_desktop.domain.affairs import Alike
from yuqing_desktop.domain.similarity import Verdict
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.affairs import Affairs
from yuqing_desktop.services.import_rows import ImportRow

_REPORT_EVERY = 20
_TOLD = (Verdict.SAME.value, Verdict.LIKELY.value)


def likely(
    affairs: Affairs, rows: Iterable[ImportRow], *, progress: Progress | None = None
) -> dict[int, Alike]:
    """Row number → the likest item, for rows that are the same or likely so. Raises Cancelled."""
    fresh = [row for row in rows if row.is_new]
    found: dict[int, Alike] = {}
    for done, row in enumerate(fresh):
        if done % _REPORT_EVERY == 0:
            (progress or Progress()).step(done, len(fresh), "查找疑似重复")
        item = row.item
        text = item.content or item.summary
        alike = affairs.alike(title=item.title, text=text, published_at=item.published_at)
        if alike and alike[0].verdict in _TOLD:
            found[row.number] = alike[0]
    return found
