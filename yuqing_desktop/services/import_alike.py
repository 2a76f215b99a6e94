"""Before a table is taken: which of its new rows are like an item in the registry or an earlier row, by their text (第三条)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import tee

from yuqing_desktop.domain.affairs import Alike, days_between
from yuqing_desktop.domain.item import Item
from yuqing_desktop.intake.similar import Likeness, earlier_copies, likest, said
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.affairs import alike_to, text_of
from yuqing_desktop.services.import_rows import ImportRow
from yuqing_desktop.storage.queries import alike
from yuqing_desktop.storage.store import Store

_REPORT_EVERY = 100
_HERE = "本表"
_MOST_KEPT = 2_000


def likely(store: Store, rows: Iterable[ImportRow], *, progress: Progress | None = None) -> dict[int, Alike]:
    """Row number → the likest item or earlier row, for fit rows that are the same or likely so. Raises Cancelled."""
    fresh = [row for row in rows if row.is_fit]
    texts, again = tee(_stepped(fresh, progress or Progress()))
    registry = _Registry(store, alike.vocabulary(store.database))
    found: dict[int, Alike] = {}
    for row, text, copy in zip(fresh, texts, earlier_copies(again), strict=True):
        if (there := registry.likest(row, text)) is not None:
            found[row.number] = there
        elif copy is not None:
            found[row.number] = _row_alike(row, fresh[copy.id], copy)
    return found


@dataclass(frozen=True, slots=True)
class _Registry:
    """What is stored, as far as one search has read it: thousands of rows ask for the same pairs and items."""

    store: Store
    counted: dict[str, int]
    _held: alike.Holders = field(default_factory=dict)
    _said: dict[int, str] = field(default_factory=dict)

    def likest(self, row: ImportRow, text: str) -> Alike | None:
        ids = alike.candidates_of_many(self.store.database, text, self.counted, self._held)
        like = likest(text, self._texts(ids))
        if like is None:
            return None
        item = self.store.get(Item, like.id)
        return alike_to(item, round(like.score * 100), like.verdict, row.item.published_at)

    def _texts(self, ids: list[int]) -> list[tuple[int, str]]:
        if len(self._said) > _MOST_KEPT:
            self._said.clear()
        unread = [one for one in ids if one not in self._said]
        self._said.update(dict.fromkeys(unread, ""))
        for id_, head, body in alike.texts(self.store.database, unread):
            self._said[id_] = said(f"{head}\n{body}")
        return [(one, self._said[one]) for one in ids if self._said[one]]


def _stepped(rows: list[ImportRow], progress: Progress) -> Iterator[str]:
    for done, row in enumerate(rows):
        if done % _REPORT_EVERY == 0:
            progress.step(done, len(rows), "查找疑似重复")
        yield said(text_of(row.item))


def _row_alike(row: ImportRow, earlier: ImportRow, copy: Likeness) -> Alike:
    apart = days_between(row.item.published_at, earlier.item.published_at)
    score = round(copy.score * 100)
    return Alike(0, f"第 {earlier.number} 行", earlier.item.title, score, copy.verdict.value, apart, _HERE)
