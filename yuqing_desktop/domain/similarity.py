"""Whether two texts are the same post, copied or edited, and how sure that is (issue of near duplicates).

Candidates come from the search index's overlapping pairs; here a text's pairs are made and two texts weighed.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from yuqing_desktop.domain.text import bare

SURE, LIKELY = 0.92, 0.62
_SHORTEST_SURE = 12
_RAREST = 16
_FIGURE = re.compile(r"\d+(?:\.\d+)?|[零一二三四五六七八九十百千万亿两]+(?=[年月日天个人次元万岁楼号路米])")
_NAMES = re.compile(r"[a-z][a-z0-9]*")


class Verdict(StrEnum):
    """What the clerk is shown beside a score."""

    SAME = "同一条"
    LIKELY = "疑似"
    DIFFERENT = "不同"


def shingles(text: str) -> set[str]:
    """A text's overlapping two-character pairs, letters and digits of any width alike, punctuation left out."""
    letters = bare(text)
    return {letters[i : i + 2] for i in range(len(letters) - 1)} or ({letters} if letters else set())


def rarest(pairs: Iterable[str], counts: dict[str, int], limit: int = _RAREST) -> list[str]:
    """The pairs to look candidates up by: those that the fewest stored texts hold."""
    return sorted(pairs, key=lambda pair: (counts.get(pair, 0), pair))[:limit]


def containment(one: str, other: str) -> float:
    """How much of the shorter text's pairs the longer one holds: 1.0 for a quoted or wrapped copy."""
    first, second = shingles(one), shingles(other)
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    return len(small & large) / len(small) if small else 0.0


def figures_differ(one: str, other: str) -> bool:
    """Whether the texts state different numbers or Latin names: two posts about alike things, not one post."""
    first, second = (sorted(_FIGURE.findall(text) + _NAMES.findall(text)) for text in (bare(one), bare(other)))
    return first != second


def verdict(ratio: float, one: str, other: str) -> Verdict:
    """What a ratio (0…1, of edit similarity) means for these two texts.

    同一条 asks for nearly every character in order and the same numbers: a changed number or a reordered
    sentence may be another matter. Short texts are alike by chance and are never sure.
    """
    shorter = min(len(bare(one)), len(bare(other)))
    if ratio >= SURE and shorter >= _SHORTEST_SURE and not figures_differ(one, other):
        return Verdict.SAME
    if ratio >= LIKELY or (shorter >= _SHORTEST_SURE and containment(one, other) >= 0.8):
        return Verdict.LIKELY
    return Verdict.DIFFERENT
