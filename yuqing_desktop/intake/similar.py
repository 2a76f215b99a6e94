"""Near duplicates among candidates: the same post, copied, edited, wrapped or half quoted."""

from collections.abc import Iterable
from dataclasses import dataclass

from yuqing_desktop.domain.similarity import SHORT, Verdict, containment, core, pairs_of, verdict

_LONGEST = 2_000
_QUOTE_DISCOUNT = 0.95


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a stored text is: `score` 0…1 for ranking and showing, `verdict` in words."""

    id: int
    score: float
    verdict: Verdict


def similarity(one: str, other: str) -> float:
    """0…1: edit similarity of what two texts say, or how much of the shorter the longer one holds."""
    return compare(one, other).score


def compare(one: str, other: str) -> Likeness:
    """Two texts weighed; the id is 0."""
    return rank(one, ((0, other),), least=0.0)[0]


def rank(
    text: str, candidates: Iterable[tuple[int, str]], *, least: float = 0.5, limit: int = 20
) -> list[Likeness]:
    """The candidates (id, text) like a text, the likest first; those under `least` are left out."""
    from rapidfuzz import fuzz

    mine = core(text)[:_LONGEST]
    my_pairs = pairs_of(mine)
    found = []
    for id_, other in candidates:
        theirs = core(other)[:_LONGEST]
        ratio = fuzz.ratio(mine, theirs) / 100
        contained = containment(my_pairs, pairs_of(theirs)) if min(len(mine), len(theirs)) >= SHORT else 0.0
        score = max(ratio, contained * _QUOTE_DISCOUNT)
        if score >= least:
            found.append(Likeness(id_, round(score, 4), verdict(mine, theirs, ratio, contained)))
    return sorted(found, key=lambda likeness: (-likeness.score, likeness.id))[:limit]
