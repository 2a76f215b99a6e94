"""A letter with Alt for every field of a dialog, no two alike: the first free initial of its own label."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from ui.widgets.field import Field

_BOUNDS = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1, 0xD7FA,
)  # fmt: skip
_INITIALS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_BUTTONS = "U"
"""Letters of buttons among the fields (套用用语)."""


def lettered(fields: Sequence[Field], taken: set[str]) -> list[Field]:
    """The fields with a letter each; `taken` are the dialog's letters so far and grows by them."""
    taken |= {*_BUTTONS, *(field.letter for field in fields if field.letter)}
    return [field if field.letter or field.kind == "said" else _with_letter(field, taken) for field in fields]


def initial(character: str) -> str:
    """The pinyin initial of a common character: GB 2312 has its first 3,755 in the order of their readings."""
    if character.isascii():
        return character.upper() if character.isalpha() else ""
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    place = bisect_right(_BOUNDS, code)
    return _INITIALS[place - 1] if 0 < place <= len(_INITIALS) else ""


def _with_letter(field: Field, taken: set[str]) -> Field:
    free = next((letter for letter in _wished(field.label) if letter and letter not in taken), "")
    if not free:
        return field
    taken.add(free)
    return replace(field, label=f"{field.label}(&{free})")


def _wished(label: str) -> Iterator[str]:
    yield from map(initial, label)
    yield from ascii_uppercase
