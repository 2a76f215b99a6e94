"""A filter is a value that can be typed, said and read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain import filters
from yuqing_desktop.domain.filters import VIEWS, Filter
from yuqing_desktop.domain.spans import Span
from yuqing_desktop.domain.view_names import VIEW_NAMES
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed, Status
from yuqing_desktop.problems import BadInput

texts = st.text(min_size=1, max_size=12).filter(str.strip)
some_texts = st.lists(texts, max_size=3).map(tuple)
days = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))


def some(words: type) -> st.SearchStrategy[tuple]:  # type: ignore[type-arg]
    return st.lists(st.sampled_from(list(words)), max_size=3, unique=True).map(tuple)


def a_filter(excluded: st.SearchStrategy[Filter | None]) -> st.SearchStrategy[Filter]:
    return st.builds(
        Filter,
        words=some_texts, statuses=some(Status), levels=some(Level), kinds=some(CommentKind), needs=some(ReplyNeed),
        duties=some(DutyKind), sections=some_texts, platforms=some_texts, topics=some_texts, sources=some_texts,
        published_from=days, published_to=days, registered_from=days, registered_to=days,
        unfinished=st.booleans(), overdue=st.booleans(), due_today=st.booleans(), interim_debt=st.booleans(),
        trashed=st.booleans(), batch_id=st.none() | st.integers(0, 10**9 - 1), excluded=excluded,
    )  # fmt: skip


filled = a_filter(st.none()).filter(lambda one: not one.is_empty)


@given(a_filter(st.none() | filled))
def test_what_is_said_is_read_back_as_the_same_filter(filter_: Filter) -> None:
    assert filters.parse(filters.say(filter_)) == filter_


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_filter_or_refused_in_words(text: str) -> None:
    try:
        read = filters.parse(text)
    except BadInput:
        return
    assert filters.parse(filters.say(read)) == read


def test_a_typed_filter_is_read_part_by_part() -> None:
    read = filters.parse(
        "科室:规划 状态:待审批、待组长 is:逾期 -平台:微博 发布:2026-11-01..2026-11-24 预约 “系统”"
    )
    assert read == Filter(
        words=("预约", "系统"),
        sections=("规划",),
        statuses=(Status.HANDLED, Status.DEPUTY_AGREED),
        overdue=True,
        published_from=date(2026, 11, 1),
        published_to=date(2026, 11, 24),
        excluded=Filter(platforms=("微博",)),
    )


def test_quotes_keep_a_value_whole_and_full_width_colons_will_do() -> None:
    assert filters.parse('"状态:待审批"') == Filter(words=("状态:待审批",))
    assert filters.parse('科室："规划、建设 科"') == Filter(sections=("规划、建设 科",))
    assert filters.parse('"他说""好"""') == Filter(words=('他说"好"',))
    assert filters.parse("https://weibo.com/1") == Filter(words=("https://weibo.com/1",))


def test_open_and_single_days() -> None:
    one = date(2026, 11, 24)
    assert filters.parse("登记:2026-11-24") == Filter(registered_from=one, registered_to=one)
    assert filters.parse("登记:2026-11-24..") == Filter(registered_from=one)
    assert filters.parse("登记:..2026-11-24") == Filter(registered_to=one)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("状态:没有", "可用：待评估"),
        ("is:没有", "可用：逾期"),
        ("发布:哪天", "2026-11-24"),
        ("等级:高", "一般"),
    ],
)
def test_an_unknown_word_is_refused_with_those_there_are(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        filters.parse(text)


def test_every_view_has_a_name() -> None:
    assert list(VIEWS) == list(VIEW_NAMES)


def test_every_view_can_be_said() -> None:
    for filter_ in VIEWS.values():
        assert filters.parse(filters.say(filter_)) == filter_


def test_merging_adds_words_and_replaces_what_narrows() -> None:
    base = Filter(words=("预约",), statuses=(Status.HANDLED,), overdue=True)
    extra = Filter(words=("系统",), statuses=(Status.CLOSED,))
    assert filters.merged(base, extra) == Filter(("预约", "系统"), (Status.CLOSED,), overdue=True)
    assert filters.merged(base, Filter()) == base


def test_a_span_moves_with_the_day() -> None:
    read = filters.parse("发布:本周 -登记:昨天")
    assert read == Filter(published_in=Span.WEEK, excluded=Filter(registered_in=Span.YESTERDAY))
    assert filters.say(read) == "发布:本周 -登记:昨天"


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.TODAY, date(2026, 11, 24), date(2026, 11, 24)),
        (Span.YESTERDAY, date(2026, 11, 23), date(2026, 11, 23)),
        (Span.THREE_DAYS, date(2026, 11, 22), date(2026, 11, 24)),
        (Span.WEEK, date(2026, 11, 23), date(2026, 11, 29)),
        (Span.LAST_WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Span.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Span.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_spans_are_seen_from_a_day(span: Span, first: date, last: date) -> None:
    assert span.days(date(2026, 11, 24)) == (first, last)
