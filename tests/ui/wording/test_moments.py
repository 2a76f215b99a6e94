from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.wording.deadlines import deadline, kept
from ui.wording.moments import ago, day, length, long_day, moment, remaining
from yuqing_desktop.clock import SHANGHAI

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (NOW.replace(hour=17), "今天 17:30"),
        (NOW + timedelta(days=1), "明天 09:30"),
        (NOW - timedelta(days=1), "昨天 09:30"),
        (NOW.replace(day=2, hour=8, minute=12), "11-02 08:12"),
        (NOW.replace(year=2025), "2025-11-24 09:30"),
        (None, "—"),
    ],
)
def test_a_moment_is_said_by_its_nearness(when: datetime | None, said: str) -> None:
    assert moment(when, NOW) == said


def test_a_day_of_another_year_names_the_year() -> None:
    assert day(NOW.replace(year=2024).date(), NOW.date()) == "2024-11-24"
    assert long_day(NOW.date()) == "11 月 24 日 星期二"


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(hours=3, minutes=20), "3 小时 20 分"),
        (timedelta(hours=5), "5 小时"),
        (timedelta(days=1, hours=2, minutes=59), "1 天 2 小时"),
        (timedelta(days=2, minutes=59), "2 天"),
        (timedelta(seconds=59), "不到 1 分"),
        (timedelta(minutes=40), "40 分"),
    ],
)
def test_a_length_is_said_in_its_two_largest_units(span: timedelta, said: str) -> None:
    assert length(span) == said


@given(st.integers(min_value=1, max_value=10**7))
def test_what_is_left_and_what_is_over_say_the_same_length(seconds: int) -> None:
    span = timedelta(seconds=seconds)
    assert remaining(NOW + span, NOW).removeprefix("剩 ") == remaining(NOW - span, NOW).removeprefix("已超 ")


def test_a_limit_changes_tone_and_icon_with_its_words() -> None:
    late, near, far = (deadline(NOW + timedelta(hours=hours), NOW) for hours in (-2, 1, 30))
    assert (late.short, late.tone, late.icon) == ("已超 2 小时", "danger", "alert")
    assert (near.short, near.tone, near.icon) == ("剩 1 小时", "warn", "clock")
    assert (far.short, far.tone, far.icon) == ("明天 15:30", "plain", "")
    assert deadline(None, NOW).short == "—"


def test_a_limit_that_is_just_reached_is_not_over() -> None:
    assert deadline(NOW, NOW).tone == "warn"
    assert remaining(NOW, NOW) == "剩 不到 1 分"
    assert deadline(NOW, NOW + timedelta(seconds=1)).tone == "danger"


def test_a_duty_done_says_whether_it_was_in_time() -> None:
    assert kept(NOW, NOW, NOW).tone == "ok"
    assert kept(NOW, NOW - timedelta(hours=1), NOW).short == "逾期 1 小时"


def test_the_recent_past_is_said_as_a_distance() -> None:
    assert ago(NOW - timedelta(minutes=8), NOW) == "8 分钟前"
    assert ago(NOW - timedelta(hours=7), NOW) == "今天 02:30"
