"""Times typed by the clerk in a hurry."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.typed import typed_moment

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)

MEANT = {
    "1123": "2026-11-23 00:00:00",
    "1125": "2025-11-25 00:00:00",
    "11.23": "2026-11-23 00:00:00",
    "11-23 9:30": "2026-11-23 09:30:00",
    "1123 0930": "2026-11-23 09:30:00",
    "1123 930": "2026-11-23 09:30:00",
    "昨天 9:30": "2026-11-23 09:30:00",
    "昨 930": "2026-11-23 09:30:00",
    "前天": "2026-11-22 00:00:00",
    "t": "2026-11-24 10:30:05",
    "今": "2026-11-24 10:30:05",
    "t 9:30": "2026-11-24 09:30:00",
    "9:30": "2026-11-24 09:30:00",
    "９：３０": "2026-11-24 09:30:00",
    "241123": "2024-11-23 00:00:00",
    "20241123": "2024-11-23 00:00:00",
    "2024年11月23日 9:30": "2024-11-23 09:30:00",
}


@pytest.mark.parametrize("typed", MEANT)
def test_short_forms_mean_one_moment(typed: str) -> None:
    assert typed_moment(typed, NOW) == datetime.fromisoformat(MEANT[typed]).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize("typed", ["", " ", "9", "x", "1332", "2130", "20241332", "明天"])
def test_what_means_no_moment_is_none(typed: str) -> None:
    assert typed_moment(typed, NOW) is None


@given(st.text(alphabet="0123456789.-:年月日今昨前天t ", max_size=20))
def test_no_typing_is_a_bug(typed: str) -> None:
    typed_moment(typed, NOW)
