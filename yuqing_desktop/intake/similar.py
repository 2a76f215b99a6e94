"""Near duplicates among candidates: the same post, copied, edited, wrapped or half quoted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yuqing_desktop.domain.similarity import SHORT, Verdict, containment, core, pairs_of, verdict

_LONGEST = 2_000
_QUOTE_DISCOUNT = 0.95
_GRAM, _SKETCH, _CROWD = 5, 12, 16
_SHARED, _WEIGHED = 2, 4


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
    return _weighed(0, said(one), said(other))


def rank(
    text: str, candidates: Iterable[tuple[int, str]], *, least: float = 0.5, limit: int = 20
) -> list[Likeness]:
    """The candidates (id, text) like a text, the likest first; those under `least` and unlike are left out."""
    mine = said(text)
    found = (_weighed(id_, mine, said(other)) for id_, other in candidates)
    like = [one for one in found if one.score >= least or one.verdict is not Verdict.DIFFERENT]
    return sorted(like, key=lambda likeness: (-likeness.score, likeness.id))[:limit]


def likest(mine: str, candidates: Iterable[tuple[int, str]]) -> Likeness | None:
    """The candidate (id, what it says) likest to what a text says, among those that are the same or likely so."""
    weighed = (_weighed(id_, mine, other) for id_, other in candidates)
    called = [one for one in weighed if one.verdict is not Verdict.DIFFERENT]
    return max(called, key=lambda one: (one.score, -one.id), default=None)


def earlier_copies(texts: Iterable[str]) -> Iterator[Likeness | None]:
    """For each text, as `said` gives it, the likest before it, by its position, where it is the same or likely so.

    Candidates share two of the few pieces kept of each text: the same ones of any text that holds them.
    """
    before: list[str] = []
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for mine in texts:
        near: Counter[int] = Counter()
        for piece in _sketch(mine):
            near.update(holders[piece])
            if len(holders[piece]) < _CROWD:
                holders[piece].append(len(before))
        shared = near.most_common(_WEIGHED)
        before.append(mine)
        yield likest(mine, ((one, before[one]) for one, times in shared if times >= _SHARED))


def said(text: str) -> str:
    """What a text says, for comparing: as much of its `core` as is weighed."""
    return core(text)[:_LONGEST]


def _sketch(mine: str) -> list[int]:
    """The smallest hashes of its pieces: two texts that hold the same pieces keep the same of them."""
    if len(mine) < SHORT:
        return []
    return sorted({hash(mine[at : at + _GRAM]) for at in range(len(mine) - _GRAM + 1)})[:_SKETCH]


def _weighed(id_: int, one: str, other: str) -> Likeness:
    from rapidfuzz import fuzz

    ratio = fuzz.ratio(one, other) / 100
    long_enough = min(len(one), len(other)) >= SHORT
    contained = containment(pairs_of(one), pairs_of(other)) if long_enough else 0.0
    score = max(ratio, contained * _QUOTE_DISCOUNT)
    return Likeness(id_, round(score, 4), verdict(one, other, ratio, contained))
