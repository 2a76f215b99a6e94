"""Candidates for near duplicates: items that share rare pairs with a text, by the search index.

How many items hold a pair takes as long to ask as it has holders. So a few holders of each pair are read; what has
more of them is counted once and remembered.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from yuqing_desktop.domain.similarity import unwrapped
from yuqing_desktop.storage.database import Database
from yuqing_desktop.storage.search import tokens

MOST_CANDIDATES = 12
MOST_HOLDERS = 500
"""A pair held by more items tells nothing; of an event that many posts are still found."""
_RARE_UP_TO, _COUNTED = 16, 6
_ASKED, _ASKED_KNOWN = 32, 8
"""How many pairs are looked up: of those taken for rare, and of those known to be common."""
_SLICES, _ASKED_OF_MANY = 60, 14
"""The same where thousands of texts are compared: how many pairs are looked at, and the rarest of them looked up."""
_RARE, _KNOWN = 2, 1
"""What a shared pair counts for; two rare ones make a candidate, where there are so many."""

Holders = dict[str, list[int]]
"""Pair → the first items that hold it."""


def candidates(database: Database, text: str, known: dict[str, int]) -> list[int]:
    """Ids of items that share pairs with a text, those that share most of the rarest first.

    `known` holds how many items hold a pair, of those that are not rare, and takes up more.
    """
    pairs = list(dict.fromkeys(one for one in tokens(unwrapped(text)) if len(one) > 1))
    rare = _holders(database, _spread([pair for pair in pairs if pair not in known], _ASKED), _RARE_UP_TO)
    more = [pair for pair, ids in rare.items() if len(ids) == _RARE_UP_TO]
    known.update(_counts(database, _spread(more, _COUNTED)))
    telling = sorted((known[pair], pair) for pair in pairs if known.get(pair, MOST_HOLDERS) < MOST_HOLDERS)
    common = _holders(database, [pair for _, pair in telling[:_ASKED_KNOWN]], MOST_HOLDERS)
    return _sharing([ids for ids in rare.values() if len(ids) < _RARE_UP_TO], common.values())


def vocabulary(database: Database) -> dict[str, int]:
    """How many items hold a pair, of all pairs that tell something: up to a second for 100,000 items."""
    sql = "SELECT term, doc FROM item_vocabulary WHERE doc < ? AND length(term) > 1"
    return dict(database.rows(sql, (MOST_HOLDERS,)))


def candidates_of_many(database: Database, said: str, counted: dict[str, int], held: Holders) -> list[int]:
    """`candidates` for one of thousands of texts, as `core` gives it: `counted` is the `vocabulary`.

    `held` takes up who holds the rare pairs, so that each is looked up once; what is registered meanwhile is not in it.
    """
    pairs = sorted((counted[pair], pair) for pair in set(_slices(said)) if pair in counted)[:_ASKED_OF_MANY]
    rare = [pair for count, pair in pairs if count < _RARE_UP_TO]
    common = [pair for count, pair in pairs if count >= _RARE_UP_TO]
    held.update(_holders(database, [pair for pair in rare if pair not in held], _RARE_UP_TO))
    return _sharing([held.get(pair, []) for pair in rare], _holders(database, common, MOST_HOLDERS).values())


def _sharing(rare: Iterable[list[int]], common: Iterable[list[int]]) -> list[int]:
    """Those that hold most of the pairs; each list is the holders of one."""
    weights: defaultdict[int, int] = defaultdict(int)
    for lists, weight in ((rare, _RARE), (common, _KNOWN)):
        for one in chain.from_iterable(lists):
            weights[one] += weight
    least = min(2 * _RARE, max(weights.values(), default=0))
    shared = sorted((one for one in weights if weights[one] >= least), key=weights.__getitem__, reverse=True)
    return shared[:MOST_CANDIDATES]


def texts(database: Database, ids: Iterable[int]) -> list[tuple[int, str, str]]:
    """Id, title and text of these items, what lies in the trash left out."""
    wanted = list(ids)
    if not wanted:
        return []
    marks = ", ".join("?" * len(wanted))
    sql = f"SELECT id, title, CASE content WHEN '' THEN summary ELSE content END FROM item WHERE id IN ({marks})"
    return database.rows(f"{sql} AND trashed_at IS NULL", wanted)


def _holders(database: Database, pairs: list[str], most: int) -> Holders:
    """The first items that hold each pair."""
    if not pairs:
        return {}
    one = f"SELECT * FROM (SELECT ?, rowid FROM item_search WHERE item_search MATCH ? LIMIT {most})"
    asked = [value for pair in pairs for value in (pair, f'"{pair}"')]
    held: Holders = {}
    for pair, item_id in database.rows(" UNION ALL ".join([one] * len(pairs)), asked):
        held.setdefault(pair, []).append(item_id)
    return held


def _counts(database: Database, pairs: list[str]) -> list[tuple[str, int]]:
    """How many items hold each pair."""
    if not pairs:
        return []
    marks = ", ".join("?" * len(pairs))
    return database.rows(f"SELECT term, doc FROM item_vocabulary WHERE term IN ({marks})", pairs)


def _slices(said: str) -> list[str]:
    """Some pairs out of the whole length of what a text says: those across its signs are in no index, most are."""
    step = max(1, len(said) // _SLICES)
    return [said[at : at + 2] for at in range(0, len(said) - 1, step)]


def _spread(pairs: list[str], most: int) -> list[str]:
    """So many of them, from the whole length of the text."""
    if len(pairs) <= most:
        return pairs
    step = len(pairs) / most
    return [pairs[int(number * step)] for number in range(most)]
