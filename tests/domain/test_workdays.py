from datetime import date, datetime, time, timedelta

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.office_hours import (
    FACTORY_HOURS,
    DayException,
    OfficeHours,
    Season,
    Span,
)
from yuqing_desktop.domain.workdays import DayKind, NoticeDay, WorkCalendar, YearNotice
from yuqing_desktop.intake.notices import factory_notices
from yuqing_desktop.problems import BadInput

PUBLISHED = [date(2024, 1, 1) + timedelta(days=n) for n in range(1096)]
SHORT = (Span(time(8, 30), time(12)), Span(time(15), time(18)))


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    return WorkCalendar(factory_notices())


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_every_day_of_2024_to_2026_agrees_with_chinesecalendar(calendar: WorkCalendar) -> None:
    wrong = [day for day in PUBLISHED if calendar.is_workday(day) != chinese_calendar.is_workday(day)]
    assert not wrong


def test_every_day_of_2024_to_2026_agrees_with_a_second_package(calendar: WorkCalendar) -> None:
    china = holidays.country_holidays("CN", years=(2024, 2025, 2026))
    wrong = [day for day in PUBLISHED if calendar.is_workday(day) != china.is_working_day(day)]
    assert not wrong


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        (date(2026, 2, 13), DayKind.WORKDAY, ""),
        (date(2026, 2, 14), DayKind.MAKEUP, "春节"),
        (date(2026, 2, 16), DayKind.REST, "春节"),
        (date(2026, 2, 28), DayKind.MAKEUP, "春节"),
        (date(2026, 3, 1), DayKind.REST, ""),
        (date(2025, 10, 6), DayKind.REST, "中秋节"),
    ],
)
def test_a_day_is_one_of_three_kinds(calendar: WorkCalendar, day: date, kind: DayKind, name: str) -> None:
    assert (calendar.kind(day), calendar.name(day)) == (kind, name)


def test_a_year_without_notice_is_assumed_monday_to_friday_and_known_to_be() -> None:
    calendar = WorkCalendar(factory_notices())
    assert [calendar.is_published(year) for year in (2023, 2024, 2026, 2027)] == [False, True, True, False]
    assert calendar.kind(date(2027, 10, 1)) is DayKind.WORKDAY
    assert calendar.kind(date(2027, 10, 2)) is DayKind.REST


def test_where_two_notices_name_a_day_the_later_years_holds() -> None:
    eve = date(2018, 12, 31)
    first = YearNotice(2018, "", (NoticeDay(eve, "", is_rest=False),))
    second = YearNotice(2019, "", (NoticeDay(eve, "元旦", is_rest=True),))
    assert WorkCalendar((second, first)).kind(eve) is DayKind.REST


def test_a_click_marks_a_day_and_another_takes_the_mark_away() -> None:
    notice = YearNotice(2027, "", ())
    marked = notice.marked(NoticeDay(date(2027, 10, 1), "国庆节", is_rest=True))
    assert WorkCalendar((marked,)).kind(date(2027, 10, 1)) is DayKind.REST
    assert marked.marked(NoticeDay(date(2027, 10, 1), "国庆节", is_rest=False)).days[0].is_rest is False
    assert marked.unmarked(date(2027, 10, 1)) == notice


def test_seasons_may_cross_new_year_and_hold_on_their_first_and_last_day() -> None:
    winter = Season("冬季", (11, 1), (2, 28), SHORT)
    calendar = WorkCalendar((), OfficeHours(FACTORY_HOURS.usual, (winter,)))
    short = [date(2027, 11, 1), date(2027, 12, 31), date(2028, 1, 3), date(2028, 2, 28)]
    assert all(calendar.spans(day) == SHORT for day in short)
    assert calendar.spans(date(2028, 2, 29)) == FACTORY_HOURS.usual
    assert calendar.spans(date(2027, 11, 6)) == ()


def test_a_single_days_exception_closes_or_opens_a_day() -> None:
    closed = DayException(date(2026, 3, 4), "停电")
    opened = DayException(date(2026, 3, 7), "防汛值班", SHORT)
    calendar = WorkCalendar(factory_notices(), OfficeHours(FACTORY_HOURS.usual, (), (closed, opened)))
    assert (calendar.kind(closed.day), calendar.name(closed.day)) == (DayKind.REST, "停电")
    assert (calendar.kind(opened.day), calendar.spans(opened.day)) == (DayKind.MAKEUP, SHORT)
    assert calendar.next_workday(date(2026, 3, 3)) == date(2026, 3, 5)


@pytest.mark.parametrize(
    "spans",
    [
        (),
        (Span(time(12), time(8)),),
        (Span(time(9), time(9)),),
        (Span(time(9), time(12)), Span(time(11), time(17))),
        (Span(time(14), time(17)), Span(time(9), time(12))),
    ],
)
def test_impossible_office_hours_are_refused(spans: tuple[Span, ...]) -> None:
    with pytest.raises(BadInput):
        OfficeHours(spans)


def test_a_season_from_a_day_that_is_none_and_two_exceptions_a_day_are_refused() -> None:
    with pytest.raises(BadInput, match="2月30日"):
        Season("春", (2, 30), (3, 1), SHORT)
    twice = DayException(date(2026, 3, 4), "停电")
    with pytest.raises(BadInput, match="同一天"):
        OfficeHours(SHORT, (), (twice, twice))


def test_working_days_are_counted_and_listed(calendar: WorkCalendar) -> None:
    first, last = date(2026, 2, 9), date(2026, 2, 28)
    assert calendar.workdays_between(first, last) == len(calendar.workdays(first, last)) == 11
    assert calendar.workdays_between(last, first) == 0
    assert calendar.previous_workday(date(2026, 2, 24)) == date(2026, 2, 14)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-02-13T08:00", "2026-02-13T08:30"),
        ("2026-02-13T12:00", "2026-02-13T12:00"),
        ("2026-02-13T12:01", "2026-02-13T14:00"),
        ("2026-02-13T17:30", "2026-02-13T17:30"),
        ("2026-02-13T17:30:01", "2026-02-14T08:30"),
        ("2026-02-14T20:00", "2026-02-24T08:30"),
    ],
)
def test_the_office_opens_next(calendar: WorkCalendar, moment: str, opens: str) -> None:
    assert calendar.next_opening(at(moment)) == at(opens)
    assert calendar.is_open(at(moment)) == (moment == opens)


def test_the_close_of_a_day_and_of_a_day_off(calendar: WorkCalendar) -> None:
    assert calendar.closing(date(2026, 2, 14)) == at("2026-02-14T17:30")
    assert calendar.closing(date(2026, 2, 15)) is None


def test_working_time_skips_lunch_nights_and_days_off(calendar: WorkCalendar) -> None:
    start, end = at("2026-02-13T16:30"), at("2026-02-24T09:00")
    assert calendar.working_time(start, end) == timedelta(hours=1 + 7, minutes=30)
    assert calendar.working_time(end, start) == -timedelta(hours=8, minutes=30)


@given(st.lists(st.integers(0, 10 * 365 * 86400), min_size=3, max_size=3))
def test_working_time_adds_up(seconds: list[int]) -> None:
    calendar = WorkCalendar()
    first, middle, last = (at("2019-01-01T00:00") + timedelta(seconds=one) for one in sorted(seconds))
    whole = calendar.working_time(first, last)
    assert whole == calendar.working_time(first, middle) + calendar.working_time(middle, last)
    assert timedelta(0) <= whole <= last - first


def test_asking_early_days_after_late_ones_changes_nothing(calendar: WorkCalendar) -> None:
    assert calendar.next_workday(date(2026, 9, 30)) == date(2026, 10, 8)
    assert calendar.next_workday(date(2019, 6, 14)) == date(2019, 6, 17)
    assert calendar.previous_workday(date(2018, 1, 1)) == date(2017, 12, 29)
    assert calendar.next_workday(date(2026, 9, 30)) == date(2026, 10, 8)


@pytest.mark.parametrize("year", [1900, 2300])
def test_a_date_no_calendar_reaches_is_refused_in_words(calendar: WorkCalendar, year: int) -> None:
    with pytest.raises(BadInput, match="超出可推算的范围"):
        calendar.next_workday(date(year, 1, 1))
