"""Pinyin initials, by which a choice is found from the keyboard: zwfwk finds 政务服务科 (D7)."""

from functools import cache


@cache
def initials(text: str) -> str:
    """The first letter of each character's reading, what is no Chinese as it stands; in lower case."""
    from pypinyin import Style, lazy_pinyin  # a quarter of a second: only when letters are typed

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower()
