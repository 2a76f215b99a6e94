"""A new text against 100,000 stored ones: how long the search takes, and whether every copy is found.

Texts are made of the words of a pinyin dictionary, a few of them common and most rare, as in real ones. Copies are
edited (some characters), wrapped (in another text), half quoted. Run: `python -m tools.bench_alike`.
"""

import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from tools.bench_core import NOW
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.similarity import Verdict
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.storage.work import UnitOfWork

STORED, ASKED = 100_000, 1000
LIMIT_MS = 5.0
_SHARE = 500


class Writer:
    """Makes texts: words drawn with Zipf's weights, in sentences."""

    def __init__(self, seed: int) -> None:
        from pypinyin.phrases_dict import phrases_dict

        self.chance = random.Random(seed)
        self._words = sorted(word for word in phrases_dict if len(word) in (2, 3))
        random.Random(7).shuffle(self._words)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))

    def text(self, least: int = 60, most: int = 240) -> str:
        """A text of so many characters, about."""
        parts: list[str] = []
        wanted = self.chance.randint(least, most)
        while sum(map(len, parts)) < wanted:
            words = self.chance.choices(self._words, cum_weights=self._weights, k=self.chance.randint(3, 9))
            parts.append("".join(words) + self.chance.choice("，，，。"))
        return "".join(parts)

    def edited(self, text: str) -> str:
        """Some characters of it are others, missing or more: one in twelve."""
        letters = list(text)
        for at in self.chance.sample(range(len(letters)), max(1, len(letters) // 12)):
            letters[at] = self.chance.choice(("", "的", letters[at] * 2, "某"))
        return "".join(letters)

    def wrapped(self, text: str) -> str:
        """It stands within another text."""
        return f"【转发】{self.text(20, 40)}//@网友：{text}{self.text(20, 40)} https://example.org/a"

    def half_quoted(self, text: str) -> str:
        """Half of it, and other words."""
        return f"{self.text(15, 30)}“{text[: len(text) // 2]}”{self.text(15, 30)}"

    def other(self, _: str) -> str:
        """Another text."""
        return self.text()


def filled(folder: Path, count: int) -> tuple[Core, list[str]]:
    """An open registry with so many made texts, and the texts."""
    core = open_core(Paths(folder), FixedClock(NOW))
    if core.founding.is_empty():
        core.founding.found(SAMPLE_MEMBERS, since=date(2024, 1, 1), sample=True)
    clerk, writer = core.people.actor_named("张敏"), Writer(1)
    texts = [writer.text() for _ in range(count)]
    with core.store.many():
        for first in range(core.registry.count(Filter()), count, _SHARE):
            _store(core, clerk, texts[first : first + _SHARE], first)
    return core, texts


def _store(core: Core, clerk: Actor, texts: Sequence[str], first: int) -> None:
    def do(work: UnitOfWork) -> None:
        for serial, text in enumerate(texts, first + 1):
            at = NOW - timedelta(minutes=serial)
            title, content = text[:18], text[18:]
            work.add(Item(number=f"YQ-2025-{serial:06d}", title=title, content=content, published_at=at))

    core.store.perform(clerk, "import", do)


def main() -> int:
    """Print the times and what was found of each kind of copy; 1 where a mark is missed."""
    with tempfile.TemporaryDirectory() as folder:
        core, texts = filled(Path(folder), STORED)
        core.affairs.alike(title=texts[0][:18])  # what is imported when first used
        try:
            return 0 if measured(core, texts) else 1
        finally:
            core.close()


def measured(core: Core, texts: Sequence[str]) -> bool:
    """Whether every mark is met."""
    writer = Writer(2)
    kinds: dict[str, Callable[[str], str]] = {
        "edited": writer.edited,
        "wrapped": writer.wrapped,
        "half quoted": writer.half_quoted,
        "new": writer.other,
    }
    whole = True
    for kind, change in kinds.items():
        spent, found, told = [], 0, 0
        for at in writer.chance.sample(range(len(texts)), ASKED):
            text = change(texts[at])
            started = perf_counter()
            alike = core.affairs.alike(title=text[:18], text=text[18:], published_at=NOW)
            spent.append((perf_counter() - started) * 1000)
            found += any(one.item_id == at + 1 and one.verdict != Verdict.DIFFERENT for one in alike)
            told += any(one.verdict != Verdict.DIFFERENT for one in alike)
        p95 = quantiles(spent, n=20)[-1]
        said = f"{found}/{ASKED} found" if kind != "new" else f"{told}/{ASKED} called like one"
        print(f"{kind}: {said}, {median(spent):.2f} ms median, {p95:.2f} ms p95, {max(spent):.2f} ms most")
        whole &= p95 <= LIMIT_MS and (found == ASKED or kind == "new")
    return whole


if __name__ == "__main__":
    sys.exit(main())
