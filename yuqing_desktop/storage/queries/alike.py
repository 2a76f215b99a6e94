"""Candidates for near duplicates: items that share rare pairs with a text, by the search index.

How many items hold a pair takes as long to ask as it has holders. So a few holders of each pair are read; what has
more of them is counted once and remembered.
"""

from collections import Counter
from collections.abc import Iterable

from yuqing_desktop.domain.similarity import core, unwrapped
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.search import tokens

MOST_CANDIDATES = 12
MOST_HOLDERS = 500
"""A pair held by more items tells nothing; of an event that many posts are still found."""
_RARE_UP_TO, _COUNTED = 16, 6
_ASKED, _ASKED_QUICKLY = (32, 8), (20, 4)
"""How many pairs are looked up: of those taken for rare, and of those known to be common."""
_RARE, _KNOWN = 2, 1
"""What a shared pair counts for; two rare ones make a candidate, where there are so many."""


def candidates(database: Database, text: str, known: dict[str, int], *, quick: bool = False) -> list[int]:
    """Ids of items that share pairs with a text, those that share most of the rarest first.

    `known` holds how many items hold a pair, of those that are not rare, and takes up more.
    """
    asked, asked_known = _ASKED_QUICKLY if quick else _ASKED
    pairs = _slices(core(text)) if quick else [one for one in tokens(unwrapped(text)) if len(one) > 1]
    pairs = list(dict.fromkeys(pairs))
    rare = _holders(database, _spread([pair for pair in pairs if pair not in known], asked), _RARE_UP_TO)
    more = [pair for pair, ids in rare.items() if len(ids) == _RARE_UP_TO]
    known.update(_counts(database, _spread(more, _COUNTED)))
    telling = sorted((known[pair], pair) for pair in pairs if known.get(pair, MOST_HOLDERS) < MOST_HOLDERS)
    common = _holders(database, [pair for _, pair in telling[:asked_known]], MOST_HOLDERS)
    weights: Counter[int] = Counter()
    for ids in rare.values():
        if len(ids) < _RARE_UP_TO:
            weights.update(dict.fromkeys(ids, _RARE))
    for ids in common.values():
        weights.update(dict.fromkeys(ids, _KNOWN))
    least = min(2 * _RARE, len(weights) and weights.most_common(1)[0][1])
    return [one for one, weight in weights.most_common(MOST_CANDIDATES) if weight >= least]


def texts(database: Database, ids: Iterable[int]) -> list[tuple[int, str, str]]:
    """Id, title and text of these items, what lies in the trash left out."""
    wanted = list(ids)
    if not wanted:
        return []
    marks = ", ".join("?" * len(wanted))
    sql = f"SELECT id, title, CASE content WHEN '' THEN summary ELSE content END FROM item WHERE id IN ({marks})"
    return database.rows(f"{sql} AND trashed_at IS NULL", wanted)


def _holders(database: Database, pairs: list[str], most: int) -> dict[str, list[int]]:
    """The first items that hold each pair."""
    if not pairs:
        return {}
    one = f"SELECT * FROM (SELECT ?, rowid FROM item_search WHERE item_search MATCH ? LIMIT {most})"
    asked = [value for pair in pairs for value in (pair, f'"{pair}"')]
    held: dict[str, list[int]] = {}
    for pair, item_id in database.rows(" UNION ALL ".join([one] * len(pairs)), asked):
        held.setdefault(pair, []).append(item_id)
    return held


def _counts(database: Database, pairs: list[str]) -> list[tuple[str, int]]:
    """How many items hold each pair."""
    marks = ", ".join("?" * len(pairs))
    return database.rows(f"SELECT term, doc FROM item_vocabulary WHERE term IN ({marks})", pairs)


def _slices(said: str) -> list[str]:
    """Some pairs out of the whole length of what a text says: those across its signs are in no index, most are."""
    step = max(1, len(said) // (2 * _ASKED_QUICKLY[0]))
    return [said[at : at + 2] for at in range(0, len(said) - 1, step)]


def _spread(pairs: list[str], most: int) -> list[str]:
    """So many of them, from the whole length of the text."""
    if len(pairs) <= most:
        return pairs
    step = len(pairs) / most
    return [pairs[int(number * step)] for number in range(most)]
