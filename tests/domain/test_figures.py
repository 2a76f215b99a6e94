"""Counts as platforms and tables state them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain.figures import (
    HIDDEN,
    UNKNOWN,
    Figure,
    at_least,
    in_ten_thousands,
    number,
    read_figure,
)

STATED = {
    "1.2万": number(12_000),
    "２.４万": number(24_000),
    "1.1亿": number(110_000_000),
    "1亿2000万": number(120_000_000),
    "5千": number(5_000),
    "1.5w": number(15_000),
    "12,345": number(12_345),
    "１２３": number(123),
    "0": number(0),
    "转发[26115]": number(26_115),
    "转发（3）": number(3),
    "评论 10288": number(10_288),
    "阅读量：1.9亿": number(190_000_000),
    "1.2万次播放": number(12_000),
    "12人": number(12),
    "10万+": at_least(100_000),
    "10W+": at_least(100_000),
    "100000+": at_least(100_000),
    "10万以上": at_least(100_000),
    "超10万": at_least(100_000),
    "不可见": HIDDEN,
    "仅作者可见": HIDDEN,
    "1.2萬": number(12_000),
    "一千二百": number(1_200),
    "一万二": number(12_000),
    "零": number(0),
    "1亿2千万": number(120_000_000),
    "共12条": number(12),
    "十万+": at_least(100_000),
    "三百多": at_least(300),
    "上千": at_least(1_000),
    "百余": at_least(100),
    "过万": at_least(10_000),
    "“12”": number(12),
    "\u200b12\ufeff": number(12),
    "3千5百": number(3_500),
    "1亿2千万3百": number(120_000_300),
    "12 人赞同": number(12),
    "12人看过": number(12),
    "已有12人评论": number(12),
    "1,234 views": number(1_234),
    "Views: 1.2K": number(1_200),
    "12 comments": number(12),
    "10万加": at_least(100_000),
    "破万": at_least(10_000),
    "突破10万": at_least(100_000),
}


@pytest.mark.article("第七条")
@pytest.mark.parametrize("words", STATED)
def test_a_stated_count_is_read(words: str) -> None:
    assert read_figure(words).value == STATED[words]


@pytest.mark.parametrize(
    "words",
    [None, "", " ", "-", "－", "—", "无", "null", "None", "/", "转发", float("nan"), "阅读 -", "评论：--"],
)
def test_what_states_nothing_is_unknown_and_never_nought(words: object) -> None:
    reading = read_figure(words)
    assert reading.value == UNKNOWN
    assert reading.leftover == ""


@pytest.mark.parametrize(
    "words",
    [
        "4.81E+15",
        "1,23",
        "1.2",
        "1.23456万",
        "-5",
        -5,
        3.5,
        "约3万",
        "100%",
        "转发[1] 评论[2]",
        "12 3",
        True,
        10**14,
        float("inf"),
        "1千2万",
        "1.2k万",
        "几百",
        "近万",
        "第12条",
        "百",
        "1000-2000",
        *("300百", "12²", "12①", "3千5", "1.2万/3.4万", "<100", "不足100", "12(+3)", "12%", "最多50", "2.3M"),
    ],
)
def test_what_cannot_be_read_is_left_as_text(words: object) -> None:
    reading = read_figure(words)
    assert reading.value is None
    assert reading.leftover == str(words)
    assert reading.reason


@given(st.integers(min_value=0, max_value=10**12))
def test_every_whole_number_is_itself_with_and_without_commas(count: int) -> None:
    for words in (count, str(count), f"{count:,}", f"评论 {count}", f"{count}次"):
        assert read_figure(words).value == number(count)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_figure_said_short_is_read_back_without_growing(count: int) -> None:
    short = read_figure(in_ten_thousands(count)).value
    assert short is not None
    assert short.value is not None
    assert short.value <= count


@given(st.text(max_size=30))
def test_no_text_is_a_bug(words: str) -> None:
    read_figure(words)


def test_a_kind_and_its_value_go_together() -> None:
    with pytest.raises(ValueError, match="does not go"):
        Figure(HIDDEN.kind, 3)
