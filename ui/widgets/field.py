"""A field of a form as data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

_KEY = re.compile(r"[(（]&(.)[)）]")

Kind = Literal[
    "line",
    "text",
    "password",
    "choice",
    "segmented",
    "many",
    "check",
    "moment",
    "date",
    "figure",
    "files",
    "said",
]


@dataclass(frozen=True, slots=True)
class Field:
    """`key` is the name services know (BadInput.fields uses it); `label` may hold one & for its Alt key.

    choice, segmented, many: `choices` as (value, label). line: `suggestions`. text: `lines` at least.
    moment, date: `ahead` where the year not typed is the coming one. said: words only, not to be changed.
    `beside` puts the field on the line of the field before it.
    """

    key: str
    label: str
    kind: Kind = "line"
    required: bool = False
    help: str = ""
    placeholder: str = ""
    choices: Sequence[tuple[Any, str]] = ()
    suggestions: Sequence[str] = ()
    lines: int = 3
    longest: int = 0
    ahead: bool = False
    beside: bool = False

    @property
    def name(self) -> str:
        """The label without its key, for messages and screen readers."""
        return _KEY.sub("", self.label).replace("&", "")

    @property
    def letter(self) -> str:
        """Its Alt key; empty where it has none."""
        found = _KEY.search(self.label)
        return found[1] if found else ""
