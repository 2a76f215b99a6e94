"""The search index: overlapping two-character tokens (政务公开 → 政务 务公 公开 开), letters and digits as words.

Where Han and letters touch (12月), the two characters that touch are a token too (2月). SQLite: FTS5, contentless,
detail=none, fed by code in the act's own transaction. What a user types is never MATCH syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import add, attrgetter
from typing import TYPE_CHECKING

from yuqing_desktop.domain.width import compatible

if TYPE_CHECKING:
    from yuqing_desktop.domain.item import Item

SEARCHED = ("number", "title", "summary", "content", "source", "author", "link_key", "slip_number", "notes")
"""The columns of an item that are searched."""

_TEXTS = attrgetter(*SEARCHED)
_RUN = re.compile(r"[a-z0-9]+|[^\W\d_a-z]+|\d+")


def folded(text: str) -> str:
    """Width and case made equal."""
    return compatible(text).lower()


def tokens(text: str) -> list[str]:
    """The index tokens of a text, in order, with repeats."""
    line, found, end = folded(text), list[str](), 0
    for match in _RUN.finditer(line):
        start, stop = match.span()
        run = match.group()
        if start == end > 0:
            found.append(line[start - 1 : start + 1])
        if run[0].isascii():
            found.append(run)
        else:
            found += map(add, run, run[1:])  # its pairs, without a loop in Python
            found.append(run[-1])
        end = stop
    return found


def _runs(text: str) -> Iterator[tuple[str, str, str]]:
    """Every run of Han, of other letters or of digits, with the characters that touch it before and after."""
    line = folded(text)
    matches = list(_RUN.finditer(line))
    for number, match in enumerate(matches):
        start, end = match.span()
        before = line[start - 1] if number and matches[number - 1].end() == start else ""
        after = line[end] if matches[number + 1 :] and matches[number + 1].start() == end else ""
        yield match.group(), before, after


def searched(item: Item) -> tuple[str, ...]:
    """The texts of an item that are searched."""
    texts: tuple[str, ...] = _TEXTS(item)
    return texts


def words_of(texts: Iterable[str]) -> dict[str, None]:
    """The tokens of an item's texts, each once."""
    # an end of line is in no token, and nothing touches across it
    return dict.fromkeys(tokens("\n".join(texts)))


def body_of(texts: Iterable[str]) -> str:
    """All searchable text of an item as the index is told it."""
    return " ".join(words_of(texts))


def bodies_of(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, str]:
    """The same of the texts before and after a change: those it leaves alone are cut up once."""
    pairs = list(zip(before, after, strict=True))
    same = words_of(old for old, new in pairs if old == new)
    gone, come = (words_of(pair[side] for pair in pairs if pair[0] != pair[1]) for side in (0, 1))
    shared = " ".join(same)
    old, new = ([word for word in words if word not in same] for words in (gone, come))
    return " ".join([shared, *old]), " ".join([shared, *new])


def match_of(word: str) -> str:
    """An FTS5 expression for a word: all its pairs; a lone character or a word of letters as a prefix.

    Empty for a word of signs alone.
    """
    terms: list[str] = []
    for run, before, after in _runs(word):
        terms += _terms(run, before, after)
    return " AND ".join(dict.fromkeys(terms))


def _terms(run: str, before: str, after: str) -> list[str]:
    touching = [f'"{before}{run[0]}"'] if before else []
    if run[0].isascii():
        if after:  # what touches Han may be the end of a longer word, unless Han stands before it too
            return [*touching, f'"{run}"'] if before else []
        return [*touching, f'"{run}" *']
    if len(run) == 1:
        return touching if before or after else [f'"{run}" *']
    return touching + [f'"{run[i : i + 2]}"' for i in range(len(run) - 1)]


def needs_checking(word: str) -> bool:
    """Whether the tokens alone cannot prove that the word stands in the text: over two characters, or with signs."""
    line = folded(word)
    runs = [run for run, _, _ in _runs(word)]
    if "".join(runs) != line:
        return True
    return len(line) > 2 and not (len(runs) == 1 and line.isascii())


def holds(wanted: str, *texts: str) -> bool:
    """Whether a folded word stands in one of these texts: the proof behind the tokens."""
    return any(wanted in text or wanted in folded(text) for text in texts)
