"""The one source of the time. Local time is Asia/Shanghai, to the second, always aware."""

import time
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

TOLERANCE = timedelta(minutes=5)
"""How far the time may step back from one act to the next: a computer's clock is set right now and then."""


class Clock(Protocol):
    """Tells the time; handed to whatever needs it."""

    def now(self) -> datetime:
        """The present moment in Asia/Shanghai, without microseconds."""
        ...

    def ticks(self) -> float:
        """Seconds since the machine was started: whoever sets the clock does not change them."""
        ...


class SystemClock:
    """The machine's clock, read in Asia/Shanghai whatever its own zone is."""

    def now(self) -> datetime:
        """The present moment in Asia/Shanghai, without microseconds."""
        return datetime.now(SHANGHAI).replace(microsecond=0)

    def ticks(self) -> float:
        """Seconds since the machine was started, the same for every process."""
        return time.monotonic()


class FixedClock:
    """A clock that stands still until it is moved: for tries (`--now`) and tests."""

    def __init__(self, moment: datetime) -> None:
        self._moment = local(moment)
        self._set_forward = timedelta(0)

    def now(self) -> datetime:
        """The moment it stands at."""
        return self._moment

    def ticks(self) -> float:
        """They go on with the moments it is moved to."""
        return (self._moment - self._set_forward).timestamp()

    def move_to(self, moment: datetime) -> None:
        """Stand at another moment: so much time has passed."""
        self._moment = local(moment)

    def put_to(self, moment: datetime) -> None:
        """Stand at another moment as when somebody sets the clock: no time has passed."""
        self._set_forward += local(moment) - self._moment
        self._moment = local(moment)


def local(moment: datetime) -> datetime:
    """The same moment in Asia/Shanghai; a naive one is taken as local time already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=SHANGHAI, microsecond=0)
    return moment.astimezone(SHANGHAI).replace(microsecond=0)


def today(clock: Clock) -> date:
    """The local date."""
    return clock.now().date()
