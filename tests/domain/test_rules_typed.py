"""Hours and limits as a person types them: read back they are the same, and what cannot be read says how to write it."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.domain import rules_typed
from yuqing_desktop.domain.limits import FACTORY_PROFILE, Limit, LimitProfile, Unit
from yuqing_desktop.domain.office_hours import FACTORY_HOURS, DayException, Season, Span
from yuqing_desktop.domain.vocabulary import DutyKind, Level
from yuqing_desktop.problems import BadInput

MORNING, AFTERNOON = Span(time(8, 30), time(12)), Span(time(14), time(17, 30))


def test_spans_are_said_and_read_back() -> None:
    said = rules_typed.spans_said(FACTORY_HOURS.usual)
    assert said == "08:30—12:00、14:00—17:30"
    assert rules_typed.read_spans(said) == (MORNING, AFTERNOON)


@pytest.mark.parametrize(
    "typed", ["8:30-12:00 14:00-17:30", "08：30～12：00，14：00至17：30", "8.30到12.00；14.00–17.30"]
)
def test_spans_are_read_however_they_are_typed(typed: str) -> None:
    assert rules_typed.read_spans(typed) == (MORNING, AFTERNOON)


@pytest.mark.parametrize("typed", ["", "八点半", "8:30-12:00 午休", "25:00-26:00"])
def test_what_is_no_span_is_refused_with_the_way_to_write_it(typed: str) -> None:
    with pytest.raises(BadInput, match=r"应写作|不存在"):
        rules_typed.read_spans(typed)


def test_a_season_and_a_single_day_are_read_back() -> None:
    season = Season("夏季", (5, 1), (9, 30), (Span(time(8), time(12)), Span(time(15), time(18))))
    assert rules_typed.read_seasons(rules_typed.season_said(season)) == (season,)
    assert rules_typed.read_seasons("冬季 11月1日至3月1日 9:00-12:00")[0].last == (3, 1)
    closed = DayException(date(2026, 11, 24), "停电")
    short = DayException(date(2026, 12, 31), "年终结算", (MORNING,))
    text = "\n".join(map(rules_typed.exception_said, (closed, short)))
    assert rules_typed.read_exceptions(text) == (closed, short)
    for wrong in ("停电 2026-11-24 不上班", "2026-11-24"):
        with pytest.raises(BadInput):
            rules_typed.read_exceptions(wrong)
    with pytest.raises(BadInput):
        rules_typed.read_seasons("夏季 8:00-12:00")


@pytest.mark.article("第十四条")
def test_the_factory_s_limits_are_said_and_read_back() -> None:
    for kind in DutyKind:
        said = rules_typed.limits_said(FACTORY_PROFILE, kind)
        assert rules_typed.read_limits(kind, said) == tuple(
            limit for limit in FACTORY_PROFILE.limits if limit.stage is kind
        )


AMOUNTS = st.one_of(
    st.tuples(st.sampled_from([Unit.NATURAL_MINUTES, Unit.NATURAL_HOURS, Unit.WORKING_HOURS]), st.integers(1, 200)),
    st.tuples(st.just(Unit.WORKING_DAYS), st.integers(1, 60)),
)  # fmt: skip


@given(general=AMOUNTS, own=st.dictionaries(st.sampled_from(list(Level)), AMOUNTS), rolling=st.booleans())
def test_any_limits_of_a_duty_are_read_back(
    general: tuple[Unit, int], own: dict[Level, tuple[Unit, int]], rolling: bool
) -> None:
    stage = DutyKind.FIRST_REPLY
    limits = [Limit(stage, general[1], general[0], rolling=rolling and general[0] is Unit.WORKING_DAYS)]
    limits += [Limit(stage, amount, unit, level) for level, (unit, amount) in own.items()]
    others = tuple(one for one in FACTORY_PROFILE.limits if one.stage is not stage)
    profile = LimitProfile("试", date(2027, 1, 1), (*others, *limits))
    assert rules_typed.read_limits(stage, rules_typed.limits_said(profile, stage)) == tuple(limits)


@pytest.mark.parametrize(
    "typed", ["", "很快", "4个星期", "重要：2个工作小时", "特级：2小时；4小时", "0.5个工作日"]
)
def test_what_is_no_limit_is_refused_under_its_own_field(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        rules_typed.read_limits(DutyKind.FEEDBACK, typed)
    assert set(refused.value.fields) == {"feedback"}
