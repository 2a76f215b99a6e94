"""Two wordings, character by character: what went, what came (C2, C3)."""

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["same", "gone", "new"]


class Piece(NamedTuple):
    """A run of characters that stayed, went or came."""

    kind: Kind
    text: str


def differences(old: str, new: str) -> list[Piece]:
    """The pieces of both wordings in reading order; joined without `gone` they are `new`."""
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _tag, a, b, c, d in matcher.get_opcodes():
        if old[a:b] == new[c:d]:
            pieces.append(Piece("same", old[a:b]))
            continue
        pieces += [Piece(kind, text) for kind, text in _changed(old[a:b], new[c:d]) if text]
    return pieces


def changed_places(pieces: list[Piece]) -> int:
    """How many places differ: a replacement is one."""
    places = 0
    previous: Kind = "same"
    for piece in pieces:
        if piece.kind != "same" and previous == "same":
            places += 1
        previous = piece.kind
    return places


def _changed(gone: str, new: str) -> tuple[tuple[Kind, str], tuple[Kind, str]]:
    return ("gone", gone), ("new", new)
