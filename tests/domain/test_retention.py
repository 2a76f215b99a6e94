"""Which backups stay."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.retention import kept

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=SHANGHAI)
MOMENTS = st.lists(st.integers(0, 60 * 24 * 400).map(lambda m: NOW - timedelta(minutes=m)), max_size=60)


def test_a_year_of_half_hours_leaves_a_day_of_all_then_days_weeks_and_months() -> None:
    every = [NOW - timedelta(minutes=30 * step) for step in range(48 * 365)]
    staying = kept(every, NOW)
    older = sorted(moment for moment in staying if NOW - moment > timedelta(days=1))
    assert len(staying) - len(older) == 49
    assert 18 <= len(older) <= 12 + 10 + 9
    assert older[0].month == 3  # nine months back


@given(MOMENTS)
def test_the_newest_always_stays_and_nothing_is_invented(moments: list[datetime]) -> None:
    staying = kept(moments, NOW)
    assert staying <= set(moments)
    assert not moments or max(moments) in staying


@given(MOMENTS)
def test_thinning_twice_takes_no_more(moments: list[datetime]) -> None:
    once = kept(moments, NOW)
    assert kept(once, NOW) == once


@given(MOMENTS, MOMENTS)
def test_what_is_dated_ahead_stays_and_takes_nobodys_place(
    moments: list[datetime], others: list[datetime]
) -> None:
    ahead = {NOW + (NOW - moment) for moment in others} - {NOW}
    assert kept([*moments, *ahead], NOW) == kept(moments, NOW) | ahead
