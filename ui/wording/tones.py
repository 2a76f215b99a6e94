"""A tone is what a coloured word means; the word itself always says the same."""

from typing import Literal

Tone = Literal["plain", "muted", "faint", "accent", "danger", "warn", "ok"]
