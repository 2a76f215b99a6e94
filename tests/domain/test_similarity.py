"""When two texts are one post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain.similarity import Verdict, containment, core, quoted, shingles, verdict

TEXT = (
    "幸福路一带的路灯已经两周不亮，晚上出行很不方便，老人和孩子都不敢出门，希望有关部门尽快派人检修，"
    "另外小区门口的井盖也松动了，车辆经过时响声很大，请一并处理，并把处理的结果告诉我们，谢谢。"
)


def judged(one: str, other: str) -> Verdict:
    from rapidfuzz import fuzz

    first, second = core(one), core(other)
    return verdict(
        first, second, fuzz.ratio(first, second) / 100, containment(shingles(first), shingles(second))
    )


@pytest.mark.parametrize(
    "copy",
    [
        f"【转发】{TEXT}",
        f"//@某某:{TEXT} https://t.cn/abc",
        TEXT.replace("，", ",").replace("。", ""),
        TEXT.replace("谢谢", "多谢"),
    ],
)
def test_a_wrapped_or_slightly_edited_copy_is_the_same_post(copy: str) -> None:
    assert judged(TEXT, copy) is Verdict.SAME


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("两周", "三周"),
        TEXT.replace("不敢", "敢"),
        TEXT.replace("老人和孩子", "孩子和老人"),
        f"辟谣：{TEXT}",
        TEXT[:30],
    ],
)
def test_a_changed_number_denial_order_or_part_is_only_likely(other: str) -> None:
    assert judged(TEXT, other) is Verdict.LIKELY


def test_short_texts_are_never_the_same_by_chance() -> None:
    assert judged("学到了", "学到了") is not Verdict.SAME
    assert judged("幸福路路灯坏了请修", "幸福路井盖坏了请修") is not Verdict.SAME


def test_another_matter_is_different() -> None:
    assert judged(TEXT, "咨询住房公积金贷款的额度如何计算，需要带哪些材料，到哪里办理？") is Verdict.DIFFERENT


def test_pairs_are_the_search_indexs() -> None:
    assert shingles("政务，公开！") == {"政务", "务公", "公开"}
    assert shingles("路") == {"路"}
    assert shingles("") == set()


def test_half_a_text_quoted_among_other_words_is_likely() -> None:
    quoting = f"今天看到一位网友这样说：“{TEXT[:60]}”，我也有同感，我们小区门前也是这样，请问什么时候能修好？"
    assert judged(TEXT, quoting) is Verdict.LIKELY


def test_a_formula_that_many_letters_share_is_no_quotation() -> None:
    formula = "尊敬的领导您好，我是本市的一名普通市民，现向您反映以下情况："
    one = f"{formula}地铁二号线末班车太早，加班的人赶不上，能不能把末班车的时间往后推半个小时，周末也一样？"
    other = f"{formula}孩子今年上小学，户口和房产不在同一个区，想问问报名要准备哪些材料，在哪里登记？"
    assert judged(one, other) is Verdict.DIFFERENT
    assert 0 < quoted(core(one), core(other)) < 0.5


@given(st.text(max_size=60), st.text(max_size=60))
def test_weighing_is_the_same_both_ways(one: str, other: str) -> None:
    assert containment(shingles(one), shingles(other)) == containment(shingles(other), shingles(one))
    assert judged(one, other) is judged(other, one)
