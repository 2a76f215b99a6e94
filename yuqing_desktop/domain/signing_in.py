"""Passwords and failed sign-ins: what a password must be, how slow a guess is, how long to wait after wrong ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from yuqing_desktop.problems import BadInput

SHORTEST = 8
FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Cost:
    """How slow scrypt makes a guess: n and r (memory: 128 x n x r bytes), p (in a row)."""

    n: int
    r: int = 8
    p: int = 1

    @property
    def scheme(self) -> str:
        """As kept beside what was made with it: scrypt:131072:8:1."""
        return f"scrypt:{self.n}:{self.r}:{self.p}"

    @property
    def memory(self) -> int:
        """Bytes that one guess may take, with room to spare."""
        return 2 * 128 * self.n * self.r


def cost_of(scheme: str) -> Cost:
    """The figures a scheme names."""
    _, n, r, p = scheme.split(":")
    return Cost(int(n), int(r), int(p))


PRESENT_COST = Cost(1 << 17)
"""0.4 s and 128 MiB a guess on the machine it was measured on; weaker figures are replaced at the next sign-in."""


def check_password(password: str, name: str) -> None:
    """Raises BadInput for one too short, all of one kind, or the name itself."""
    wrong = ""
    if len(password) < SHORTEST:
        wrong = f"密码至少{SHORTEST}位"
    elif len(set(password)) < 4:
        wrong = "密码不能由很少几个字符重复而成"
    elif password.isdigit():
        wrong = "密码不能全是数字"
    elif name and name in password:
        wrong = "密码不能含有姓名"
    if wrong:
        raise BadInput({"password": wrong})


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many wrong passwords in a row: none for three, then doubling to a quarter hour."""
    if failures < FREE_TRIES:
        return timedelta(0)
    doublings = min(failures - FREE_TRIES, 12)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong passwords in a row, the latest moment seen, and until when to wait, by the clock and by the machine.

    `until_ticks`: seconds since the machine was started, which no clock on the wall changes. Ticks further off than
    the longest wait are another start's and say nothing.
    """

    failures: int = 0
    seen_at: datetime | None = None
    wait_until: datetime | None = None
    until_ticks: int | None = None

    def remaining(self, now: datetime, ticks: float) -> timedelta:
        """How long is still to wait; a clock put back or forward shortens nothing."""
        if self.wait_until is None:
            return timedelta(0)
        by_clock = self.wait_until - max(now, self.seen_at or now)
        by_ticks = timedelta(seconds=(self.until_ticks or 0) - ticks)
        return max(by_clock, by_ticks if by_ticks <= LONGEST_WAIT else timedelta(0), timedelta(0))

    def seen(self, now: datetime, ticks: float) -> "Attempts":
        """The state as of now; after a clock was put back the same wait begins anew from there."""
        return self._waiting(self.failures, self.remaining(now, ticks), now, ticks)

    def failed(self, now: datetime, ticks: float) -> "Attempts":
        """One more wrong password."""
        return self._waiting(self.failures + 1, wait_after(self.failures + 1), now, ticks)

    @staticmethod
    def _waiting(failures: int, wait: timedelta, now: datetime, ticks: float) -> "Attempts":
        if not wait:
            return Attempts(failures, now)
        return Attempts(failures, now, now + wait, int(ticks + wait.total_seconds()))
