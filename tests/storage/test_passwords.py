"""Passwords as slow hashes."""

import time

from yuqing_desktop.storage import passwords


def test_a_password_is_kept_by_the_agreed_figures_and_takes_its_time_to_try() -> None:
    secret = passwords.hashed("政务舆情-2026")
    started = time.perf_counter()
    assert passwords.matches("政务舆情-2026", passwords.scheme(), secret)
    assert time.perf_counter() - started > 0.03
    assert passwords.scheme() == "scrypt:32768:8:1"
    assert not passwords.matches("政务舆情-2027", passwords.scheme(), secret)


def test_the_same_password_is_kept_in_another_way_each_time() -> None:
    assert passwords.hashed("same-word") != passwords.hashed("same-word")
