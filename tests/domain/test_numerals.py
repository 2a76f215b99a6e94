"""Numbers in Chinese characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain.numerals import han_number, with_digits

_DIGITS = "零一二三四五六七八九"


def written(value: int) -> str:
    """A number as it is said in full: 10203 → 一万零二百零三."""
    for unit, factor in (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10)):
        if value >= factor:
            rest = value % factor
            joint = "零" if 0 < rest < factor // 10 else ""
            return written(value // factor) + unit + joint + (written(rest) if rest else "")
    return _DIGITS[value]


@given(st.integers(min_value=0, max_value=10**11))
def test_every_number_said_in_full_is_read_back(value: int) -> None:
    assert han_number(written(value)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("两千", 2000), ("一万二", 12_000), ("二百五", 250), ("十二", 12), ("二〇二六", 2026), ("壹佰", 100)],
)
def test_what_people_say_shorter_is_understood(words: str, value: int) -> None:
    assert han_number(words) == value


@pytest.mark.parametrize("words", ["", "百", "万", "万三千", "二三百", "一百千"])
def test_a_unit_alone_and_a_rough_number_are_none(words: str) -> None:
    assert han_number(words) is None


def test_only_what_is_a_number_becomes_digits() -> None:
    assert with_digits("周三上午九点，阅读一千二百多，3万五千") == "周三上午9点，阅读1200多，3万五千"
