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


def after(count: int) -> Attempts:
    state = Attempts()
    for _ in range(count):
        state = state.failed(NOW, 5000)
    return state


def test_a_wait_ends_when_its_time_has_passed() -> None:
    state = after(3)
    assert state.remaining(NOW + timedelta(seconds=9), 5009) == timedelta(seconds=1)
    assert state.remaining(NOW + timedelta(seconds=10), 5010) == NOTHING


@given(st.integers(3, 12), st.integers(-(10**8), 10**8))
def test_a_clock_put_back_or_forward_neither_shortens_nor_lengthens_the_wait(count: int, by: int) -> None:
    state = after(count)
    wait = state.remaining(NOW, 5000)
    changed = NOW + timedelta(seconds=by)
    seen = state.seen(changed, 5000)
    assert seen.remaining(changed, 5000) == wait
    assert seen.remaining(changed + wait, 5000 + wait.total_seconds()) == NOTHING


@given(st.integers(3, 12), st.floats(0, 4000))
def test_ticks_of_another_start_of_the_machine_say_nothing(count: int, ticks: float) -> None:
    state = after(count)
    wait = state.remaining(NOW, 5000)
    assert state.remaining(NOW + wait, ticks) == NOTHING
    assert state.remaining(NOW, ticks) == wait
