"""The last few pages of rows that were looked at."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

PAGE = 200
PAGES_KEPT = 12

Load = Callable[[Sequence[int]], Sequence[Any]]


class PageCache:
    """Rows by their place in a list of ids, read 200 at a time.

    `load` gives the rows of some ids, in the ids' order; None stands for a row that is no longer there.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._number = -1
        self._page: list[Any] = []

    @property
    def ids(self) -> "array[int]":
        """The ids in order."""
        return self._ids

    def set_ids(self, ids: "array[int]") -> None:
        """Another list; nothing read before is kept."""
        self._ids = ids
        self.forget()

    def forget(self) -> None:
        """Read everything anew when asked for."""
        self._pages.clear()
        self._number = -1

    def row(self, place: int) -> Any:
        """The row at this place."""
        number, offset = divmod(place, PAGE)
        if number != self._number:
            self._page = self._get(number)
            self._number = number
        return self._page[offset]

    def reread(self, ids: Iterable[int]) -> list[int]:
        """Read these rows anew where they are held; their places."""
        wanted = set(ids)
        places = []
        for number, page in list(self._pages.items()):
            start = number * PAGE
            touched = [at for at, row_id in enumerate(self._ids[start : start + PAGE]) if row_id in wanted]
            if not touched:
                continue
            fresh = self._load([self._ids[start + at] for at in touched])
            for at, row in zip(touched, fresh, strict=True):
                page[at] = row
            places += [start + at for at in touched]
        return places

    def _get(self, number: int) -> list[Any]:
        page = self._pages.get(number)
        if page is None:
            page = list(self._load(self._ids[number * PAGE : (number + 1) * PAGE]))
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page
