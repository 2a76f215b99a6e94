"""Candidates for near duplicates: of a text's pairs the rarest 16 are looked up, items that share two or more come back."""

from collections import Counter

from yuqing_desktop.domain.similarity import core, pairs_of, rarest
from yuqing_desktop.storage.database import Database

LEAST_SHARED = 2
MOST_CANDIDATES = 60
MOST_HOLDERS = 2_000
"""A pair held by more items than this tells nothing."""


def candidates(database: Database, text: str) -> list[int]:
    """Ids of items that share rare pairs with a text, those that share most first."""
    pairs = pairs_of(core(text))
    counts = _holders(database, pairs)
    known = [pair for pair in pairs if 0 < counts.get(pair, 0) <= MOST_HOLDERS]
    shared: Counter[int] = Counter()
    for pair in rarest(known, counts):
        shared.update(row[0] for row in database.rows(_HOLDING, (f'"{pair}"',)))
    least = min(LEAST_SHARED, len(known))
    return [one for one, times in shared.most_common(MOST_CANDIDATES) if times >= least]


_HOLDING = "SELECT rowid FROM item_search WHERE item_search MATCH ?"


def _holders(database: Database, pairs: set[str]) -> dict[str, int]:
    """How many items hold each pair."""
    found: dict[str, int] = {}
    for pair in pairs:
        rows = database.rows("SELECT doc FROM item_vocabulary WHERE term = ?", (pair,))
        if rows:
            found[pair] = rows[0][0]
    return found
