"""Two wordings, character by character: what went, what came (C2, C3)."""

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

SHORTEST_SAME = 3
"""Fewer characters that stayed between two changes are read as part of the change."""

Kind = Literal["same", "gone", "new"]


class Piece(NamedTuple):
    """A run of characters that stayed, went or came."""

    kind: Kind
    text: str


def differences(old: str, new: str) -> list[Piece]:
    """The pieces of both wordings in reading order; joined without `gone` they are `new`."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    spans = [(tag == "equal", old[a:b], new[c:d]) for tag, a, b, c, d in codes]
    pieces: list[Piece] = []
    gone = came = ""
    for at, (same, left, right) in enumerate(spans):
        inner = 0 < at < len(spans) - 1
        if not same or (inner and len(left) < SHORTEST_SAME):
            gone, came = gone + left, came + right
            continue
        pieces += _changed(gone, came)
        pieces.append(Piece("same", left))
        gone = came = ""
    return pieces + _changed(gone, came)


def changed_places(pieces: list[Piece]) -> int:
    """How many places differ: a replacement is one."""
    places = 0
    previous: Kind = "same"
    for piece in pieces:
        if piece.kind != "same" and previous == "same":
            places += 1
        previous = piece.kind
    return places


def _changed(gone: str, came: str) -> list[Piece]:
    pieces = [Piece("gone", gone), Piece("new", came)]
    return [piece for piece in pieces if piece.text]
