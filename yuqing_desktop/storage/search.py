"""The search index: overlapping two-character tokens (政务公开 → 政务 务公 公开 开), letters and digits as words.

SQLite: FTS5, contentless, detail=none, fed by code in the act's own transaction. What a user types is never MATCH syntax.
"""

import re
import unicodedata
from collections.abc import Iterable

from yuqing_desktop.domain.item import Item

_RUN = re.compile(r"[a-z0-9]+|[^\W\d_a-z]+|\d+")


def folded(text: str) -> str:
    """Width and case made equal."""
    return unicodedata.normalize("NFKC", text).lower()


def tokens(text: str) -> list[str]:
    """The index tokens of a text, in order, with repeats."""
    found: list[str] = []
    for run in _RUN.findall(folded(text)):
        if run[0].isascii():
            found.append(run)
        else:
            found += [run[i : i + 2] for i in range(len(run))]
    return found


def body_of(item: Item) -> str:
    """All searchable text of an item as tokens, each once."""
    text = "\n".join((
        item.number, item.title, item.summary, item.content, item.source, item.author,
        item.link_key, item.slip_number, item.notes,
    ))  # fmt: skip
    return " ".join(dict.fromkeys(tokens(text)))


def match_of(words: Iterable[str]) -> str:
    """An FTS5 expression for these words: every pair of every word, a lone character or word as a prefix."""
    terms: list[str] = []
    for word in words:
        for run in _RUN.findall(folded(word)):
            terms += _terms(run)
    return " AND ".join(dict.fromkeys(terms))


def _terms(run: str) -> list[str]:
    if run[0].isascii() or len(run) == 1:
        return [f'"{run}" *']
    return [f'"{run[i : i + 2]}"' for i in range(len(run) - 1)]


def needs_checking(word: str) -> bool:
    """Whether the pairs alone cannot prove the word stands in the text: longer than two, or mixed."""
    return len(folded(word)) > 2


def holds(word: str, *texts: str) -> bool:
    """Whether a word stands in one of these texts, width and case made equal: the proof behind the pairs."""
    wanted = folded(word)
    return any(wanted in folded(text) for text in texts if text)
