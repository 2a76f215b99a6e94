"""A phrase as it is offered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A template, its text with the variables put in, its kind in words, how often it was taken."""

    template: str
    text: str
    kind: str
    used: int = 0
