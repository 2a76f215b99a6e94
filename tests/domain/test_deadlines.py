from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles import deadline_oracle as oracle
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.deadlines import (
    check_extension,
    compute,
    due,
    due_at,
    extended,
    remaining,
    rests_on_assumption,
    share_used,
)
from yuqing_desktop.domain.limits import (
    FACTORY_PROFILE,
    NATIONAL_FLOORS,
    Limit,
    LimitProfile,
    Unit,
    profile_on,
)
from yuqing_desktop.domain.office_hours import FACTORY_HOURS, DayException, OfficeHours, Season, Span
from yuqing_desktop.domain.vocabulary import DutyKind, Level
from yuqing_desktop.domain.workdays import NoticeDay, WorkCalendar, YearNotice
from yuqing_desktop.intake.notices import factory_notices
from yuqing_desktop.problems import BadInput, Refused

CALENDAR = WorkCalendar(factory_notices())
ONE_DAY = FACTORY_PROFILE.limit(DutyKind.FIRST_REPLY, Level.ORDINARY)
FIVE_DAYS = FACTORY_PROFILE.limit(DutyKind.FULL_REPLY, Level.ORDINARY)
FOUR_HOURS = FACTORY_PROFILE.limit(DutyKind.FEEDBACK, Level.ORDINARY)
HALF_HOUR = FACTORY_PROFILE.limit(DutyKind.TRANSFER, Level.ORDINARY)
AT_ONCE = FACTORY_PROFILE.limit(DutyKind.REPORT_UP, Level.IMPORTANT)
ROLLING = replace(ONE_DAY, rolling=True)

Oracle = Callable[[datetime], datetime]
ORACLES: list[tuple[Limit, Oracle]] = [
    (ONE_DAY, lambda start: oracle.working_days(start, 1)),
    (FIVE_DAYS, lambda start: oracle.working_days(start, 5)),
    (ROLLING, lambda start: oracle.rolling_days(start, 1)),
    (HALF_HOUR, lambda start: oracle.working_minutes_by_day(start, 30)),
    (FOUR_HOURS, lambda start: oracle.working_minutes_by_day(start, 240)),
    (replace(FOUR_HOURS, amount=20), lambda start: oracle.working_minutes_by_day(start, 1200)),
    (AT_ONCE, lambda start: oracle.natural_minutes(start, 30)),
    (replace(AT_ONCE, amount=2, unit=Unit.NATURAL_HOURS), lambda start: oracle.natural_minutes(start, 120)),
]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def moments(step: timedelta) -> Iterator[datetime]:
    moment = at("2024-01-01T00:00")
    while moment.year < 2027:
        yield moment
        moment += step


@pytest.mark.article("第十二条")
@pytest.mark.parametrize(("limit", "expected"), ORACLES, ids=lambda one: getattr(one, "label", ""))
def test_deadlines_agree_with_the_oracle_for_every_hour_of_2024_to_2026(
    limit: Limit, expected: Oracle
) -> None:
    wrong = [
        start for start in moments(timedelta(hours=1)) if due_at(CALENDAR, limit, start) != expected(start)
    ]
    assert not wrong


@pytest.mark.parametrize(("limit", "expected"), ORACLES, ids=lambda one: getattr(one, "label", ""))
def test_deadlines_agree_with_the_oracle_on_odd_minutes(limit: Limit, expected: Oracle) -> None:
    odd = moments(timedelta(minutes=347))
    assert not [start for start in odd if due_at(CALENDAR, limit, start) != expected(start)]


def test_working_hours_agree_minute_by_minute_round_holidays_and_office_hours() -> None:
    days = ["2024-02-09", "2026-02-14", "2026-09-30", "2026-12-31"]
    for start in (at(f"{day}T07:50") + timedelta(minutes=m) for day in days for m in range(0, 660, 35)):
        for minutes in (1, 30, 240):
            limit = replace(FOUR_HOURS, amount=minutes / 60)
            assert due_at(CALENDAR, limit, start) == oracle.working_minutes(start, minutes)


@pytest.mark.article("第十二条")
@pytest.mark.parametrize(
    ("start", "limit", "expected"),
    [
        ("2026-02-13T16:30", ONE_DAY, "2026-02-14T17:30"),  # 周六补班 is a working day
        ("2026-02-14T09:00", ONE_DAY, "2026-02-24T17:30"),
        (
            "2026-02-13T06:00",
            ONE_DAY,
            "2026-02-14T17:30",
        ),  # before office hours: the day itself still not counted
        ("2026-03-07T10:00", ONE_DAY, "2026-03-09T17:30"),  # a Saturday: Monday is the first day counted
        ("2026-02-13T16:30", ROLLING, "2026-02-14T16:30"),
        ("2026-02-13T18:00", ROLLING, "2026-02-24T08:30"),  # opens on the 14th, one working day on
        ("2026-02-13T13:00", ROLLING, "2026-02-14T14:00"),
        ("2026-02-13T16:30", FIVE_DAYS, "2026-02-27T17:30"),
        ("2026-02-13T16:30", FOUR_HOURS, "2026-02-14T11:30"),
        ("2026-02-13T14:00", replace(FOUR_HOURS, amount=3.5), "2026-02-13T17:30"),  # used up at the close
        ("2026-02-13T12:30", HALF_HOUR, "2026-02-13T14:30"),
        ("2026-02-14T23:50", AT_ONCE, "2026-02-15T00:20"),
    ],
)
def test_worked_examples(start: str, limit: Limit, expected: str) -> None:
    assert due_at(CALENDAR, limit, at(start)) == at(expected)


def test_seconds_of_the_start_are_kept() -> None:
    assert due_at(CALENDAR, FOUR_HOURS, at("2026-02-13T16:30:20")) == at("2026-02-14T11:30:20")


def test_a_start_in_another_zone_is_the_same_moment() -> None:
    utc = datetime(2026, 2, 13, 8, 30, tzinfo=UTC)
    assert due(CALENDAR, FOUR_HOURS, utc) == due(CALENDAR, FOUR_HOURS, at("2026-02-13T16:30"))


def test_a_rolling_day_ends_within_the_hours_of_its_last_day() -> None:
    early = Season("冬季作息", (2, 14), (2, 14), (Span(time(9), time(11)), Span(time(15), time(16))))
    calendar = WorkCalendar(factory_notices(), OfficeHours(FACTORY_HOURS.usual, (early,)))
    assert due_at(calendar, ROLLING, at("2026-02-13T17:15")) == at("2026-02-14T16:00")
    assert due_at(calendar, ROLLING, at("2026-02-13T08:30")) == at("2026-02-14T09:00")


STARTS = st.integers(0, 1247 * 86400).map(lambda seconds: at("2024-01-01T00:00") + timedelta(seconds=seconds))
LIMITS = st.one_of(
    st.builds(
        lambda days, rolling: replace(ONE_DAY, amount=days, rolling=rolling),
        st.integers(1, 12),
        st.booleans(),
    ),
    st.builds(lambda minutes: replace(FOUR_HOURS, amount=minutes / 60), st.integers(1, 3000)),
    st.builds(lambda minutes: replace(AT_ONCE, amount=minutes), st.integers(1, 3000)),
)


@pytest.mark.article("第十二条")
@settings(max_examples=300)
@given(STARTS, LIMITS, st.lists(st.integers(0, 30), min_size=1, max_size=6, unique=True), st.booleans())
def test_no_due_time_falls_when_a_holiday_is_added(
    start: datetime, limit: Limit, offsets: list[int], closed: bool
) -> None:
    days = [start.date() + timedelta(days=offset) for offset in offsets]
    before = due_at(CALENDAR, limit, start)
    if closed:
        shut = tuple(DayException(day, "停电") for day in days)
        richer = replace(CALENDAR, hours=replace(FACTORY_HOURS, exceptions=shut))
    else:
        extra = YearNotice(2100, "", tuple(NoticeDay(day, "新假", is_rest=True) for day in days))
        richer = replace(CALENDAR, notices=(*CALENDAR.notices, extra))
    assert due_at(richer, limit, start) >= before


@given(STARTS, LIMITS, st.integers(0, 4000))
def test_a_later_start_is_never_due_earlier(start: datetime, limit: Limit, minutes: int) -> None:
    later = start + timedelta(minutes=minutes)
    assert start < due_at(CALENDAR, limit, start) <= due_at(CALENDAR, limit, later)


@given(STARTS, LIMITS)
def test_the_arithmetic_has_a_line_for_every_day_and_ends_at_the_due_time(
    start: datetime, limit: Limit
) -> None:
    deadline = due(CALENDAR, limit, start)
    first, last = deadline.steps[0], deadline.steps[-1]
    assert len(deadline.steps) == (deadline.due.date() - start.date()).days + 1
    assert first.startswith(f"{start.year}年{start.month}月{start.day}日")
    assert "起算" in first
    assert f"{deadline.due:%H:%M}" in last
    assert last.endswith("到期")


def test_the_arithmetic_names_makeup_days_and_holidays() -> None:
    assert due(CALENDAR, FOUR_HOURS, at("2026-02-13T16:30")).steps == (
        "2026年2月13日 周五 16:30 起算，计 1 小时，余 3 小时",
        "2月14日 周六 补班，计 3 小时，11:30 到期",
    )
    steps = due(CALENDAR, ONE_DAY, at("2026-02-14T17:40")).steps
    assert steps[0] == "2026年2月14日 周六 补班 17:40 起算，当日不计"
    assert steps[1] == "2月15日 周日 春节 休息，不计"
    assert steps[-1] == "2月24日 周二，第 1 个工作日，17:30 下班时到期"


def test_the_arithmetic_of_a_rolling_day_says_where_it_begins() -> None:
    assert due(CALENDAR, ROLLING, at("2026-03-06T18:00")).steps == (
        "2026年3月6日 周五 18:00 起算，不在办公时间，顺延至下一工作日上班时",
        "3月7日 周六 休息，不计",
        "3月8日 周日 休息，不计",
        "3月9日 周一，08:30 上班起计",
        "3月10日 周二，第 1 个工作日，08:30 到期",
    )


@pytest.mark.article("第十二条")
def test_a_deadline_that_needs_a_year_not_yet_published_says_so() -> None:
    deadline = due(CALENDAR, ONE_DAY, at("2026-12-31T16:30"))
    assert deadline.due == at("2027-01-01T17:30")
    assert deadline.assumed_year
    assert "日历未公布，暂按周一至周五" in deadline.steps[-1]
    assert not due(CALENDAR, ONE_DAY, at("2026-12-30T16:30")).assumed_year


def test_only_the_days_counted_need_a_published_year() -> None:
    eve = at("2023-12-31T10:00")
    assert not due(CALENDAR, ONE_DAY, eve).assumed_year  # the day itself is not counted
    assert due(CALENDAR, FOUR_HOURS, eve).assumed_year
    assert not due(CALENDAR, AT_ONCE, at("2027-05-01T10:00")).assumed_year  # natural time needs no calendar


def test_importing_the_notice_ends_the_assumption_and_moves_the_deadline() -> None:
    new_year = YearNotice(2027, "", (NoticeDay(date(2027, 1, 1), "元旦", is_rest=True),))
    informed = replace(CALENDAR, notices=(*CALENDAR.notices, new_year))
    deadline = due(informed, ONE_DAY, at("2026-12-31T16:30"))
    assert (deadline.due, deadline.assumed_year) == (at("2027-01-04T17:30"), False)


def test_an_extension_is_counted_from_the_due_time() -> None:
    assert extended(CALENDAR, ONE_DAY, at("2026-02-14T17:30"), days=2).due == at("2026-02-25T17:30")
    assert extended(CALENDAR, FOUR_HOURS, at("2026-02-14T11:30"), days=1).due == at("2026-02-24T11:30")


@pytest.mark.article("第十二条")
def test_an_extension_needs_a_reason_and_comes_before_the_limit_lapses() -> None:
    limit = at("2026-02-14T17:30")
    check_extension(now=limit, due=limit, reason="需现场核实")
    with pytest.raises(BadInput, match="延期理由"):
        check_extension(now=limit, due=limit, reason="  ")
    with pytest.raises(Refused, match="不能再延期") as refusal:
        check_extension(now=limit + timedelta(seconds=1), due=limit, reason="需现场核实")
    assert refusal.value.article == "第十二条"


def test_what_is_left_is_counted_in_the_limits_own_time() -> None:
    now, end = at("2026-02-14T17:00"), at("2026-02-24T09:00")
    assert remaining(CALENDAR, FOUR_HOURS, now=now, due=end) == timedelta(hours=1)
    assert remaining(CALENDAR, FOUR_HOURS, now=end, due=now) == -timedelta(hours=1)
    assert remaining(CALENDAR, AT_ONCE, now=now, due=end) == end - now


def test_the_share_used_runs_from_nothing_to_all() -> None:
    start, end = at("2026-02-13T16:30"), at("2026-02-14T11:30")
    shares = [
        share_used(CALENDAR, FOUR_HOURS, start=start, due=end, now=at(now))
        for now in (
            "2026-02-13T16:30",
            "2026-02-13T20:00",
            "2026-02-14T09:30",
            "2026-02-14T11:30",
            "2026-02-14T15:30",
        )
    ]
    assert shares == [0, 0.25, 0.5, 1, 1.5]


@pytest.mark.article("第十四条")
def test_an_item_is_judged_by_the_profile_of_its_day() -> None:
    stricter = replace(FACTORY_PROFILE, name="试行", since=date(2026, 2, 14), limits=_with(ROLLING))
    profiles = (stricter, FACTORY_PROFILE)
    found = compute(
        CALENDAR, profiles, DutyKind.FIRST_REPLY, [at("2026-02-13T16:30"), at("2026-02-14T16:30")]
    )
    assert [deadline.due for deadline in found] == [at("2026-02-14T17:30"), at("2026-02-24T16:30")]
    assert profile_on((stricter,), date(2020, 1, 1)) is stricter
    assert profile_on((), date(2026, 1, 1)) is FACTORY_PROFILE


def test_a_level_may_have_a_limit_of_its_own() -> None:
    urgent = Limit(DutyKind.FEEDBACK, 1, Unit.WORKING_HOURS, Level.EMERGENCY)
    profile = replace(FACTORY_PROFILE, limits=(urgent, *FACTORY_PROFILE.limits))
    assert profile.limit(DutyKind.FEEDBACK, Level.EMERGENCY) is urgent
    assert profile.limit(DutyKind.FEEDBACK, Level.ORDINARY) == FOUR_HOURS


def test_a_profile_without_a_duty_or_with_one_twice_is_refused() -> None:
    with pytest.raises(BadInput, match="缺少时限：首次回复"):
        replace(FACTORY_PROFILE, limits=tuple(one for one in FACTORY_PROFILE.limits if one is not ONE_DAY))
    with pytest.raises(BadInput, match="时限重复：首次回复"):
        replace(FACTORY_PROFILE, limits=(*FACTORY_PROFILE.limits, ONE_DAY))


@pytest.mark.parametrize(
    ("amount", "unit"),
    [
        (0, Unit.WORKING_DAYS),
        (1.5, Unit.WORKING_DAYS),
        (251, Unit.WORKING_DAYS),
        (0, Unit.WORKING_HOURS),
        (-1, Unit.NATURAL_MINUTES),
        (2001, Unit.NATURAL_HOURS),
        (float("nan"), Unit.WORKING_HOURS),
        (float("inf"), Unit.WORKING_DAYS),
    ],
)
def test_an_amount_that_is_no_time_is_refused(amount: float, unit: Unit) -> None:
    with pytest.raises(BadInput):
        Limit(DutyKind.FEEDBACK, amount, unit)


def test_a_limit_says_itself_for_the_brackets_on_a_slip() -> None:
    labels = [limit.label for limit in (HALF_HOUR, FOUR_HOURS, ONE_DAY, ROLLING, AT_ONCE)]
    assert labels == ["0.5个工作小时", "4个工作小时", "1个工作日", "1个工作日（满时）", "30分钟"]


def test_the_national_floors_stand_beside_the_offices_own() -> None:
    found = at("2026-02-14T20:00")
    assert [floor.due_at(found) for floor in NATIONAL_FLOORS if Level.EMERGENCY in floor.levels] == [
        at("2026-02-15T01:00"),
        at("2026-02-15T20:00"),
    ]
    assert [floor.hours for floor in NATIONAL_FLOORS if Level.ORDINARY in floor.levels] == [48]


def test_natural_time_rests_on_no_calendar() -> None:
    start = at("2030-01-01T00:00")
    assert not rests_on_assumption(CALENDAR, AT_ONCE, start, start + timedelta(days=3))


def _with(limit: Limit) -> tuple[Limit, ...]:
    return tuple(limit if one.stage is limit.stage else one for one in FACTORY_PROFILE.limits)


def test_the_profile_type_is_complete_for_every_duty_and_level() -> None:
    profile: LimitProfile = FACTORY_PROFILE
    for stage in DutyKind:
        for level in Level:
            assert profile.limit(stage, level).stage is stage
