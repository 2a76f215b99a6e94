"""A button that takes a step: data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """`key` is given back when pressed; a `reason` says why it may not be pressed now."""

    key: str
    words: str
    reason: str = ""
    shortcut: str = ""
