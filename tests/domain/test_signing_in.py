"""Waiting after wrong passwords."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.signing_in import Attempts, check_password, wait_after
from yuqing_desktop.problems import BadInput

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=SHANGHAI)
NOTHING = timedelta(0)


@pytest.mark.parametrize("password", ["short", "12345678", "aaaaaaaaaa", "张敏的密码abc"])
def test_weak_passwords_are_refused(password: str) -> None:
    with pytest.raises(BadInput):
        check_password(password, "张敏")


def test_three_tries_are_free_then_the_wait_doubles_to_a_quarter_hour() -> None:
    waits = [wait_after(count).total_seconds() for count in range(1, 14)]
    assert waits[:6] == [0, 0, 10, 20, 40, 80]
    assert waits[-1] == 900


def test_a_wait_ends_when_its_time_has_passed() -> None:
    state = Attempts()
    for _ in range(3):
        state = state.failed(NOW)
    assert state.remaining(NOW + timedelta(seconds=9)) == timedelta(seconds=1)
    assert state.remaining(NOW + timedelta(seconds=10)) == NOTHING


@given(st.integers(3, 12), st.integers(1, 10**8))
def test_a_clock_put_back_neither_shortens_nor_lengthens_the_wait(count: int, back: int) -> None:
    state = Attempts()
    for _ in range(count):
        state = state.failed(NOW)
    wait = state.remaining(NOW)
    earlier = NOW - timedelta(seconds=back)
    seen = state.seen(earlier)
    assert seen.remaining(earlier) == wait
    assert seen.remaining(earlier + wait) == NOTHING
