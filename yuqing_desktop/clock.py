"""The one source of the time. Local time is Asia/Shanghai, to the second, always aware."""

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Tells the time; handed to whatever needs it."""

    def now(self) -> datetime:
        """The present moment in Asia/Shanghai, without microseconds."""
        ...


class SystemClock:
    """The machine's clock, read in Asia/Shanghai whatever its own zone is."""

    def now(self) -> datetime:
        """The present moment in Asia/Shanghai, without microseconds."""
        return datetime.now(SHANGHAI).replace(microsecond=0)


class FixedClock:
    """A clock that stands still until it is moved: for tries (`--now`) and tests."""

    def __init__(self, moment: datetime) -> None:
        self._moment = local(moment)

    def now(self) -> datetime:
        """The moment it stands at."""
        return self._moment

    def move_to(self, moment: datetime) -> None:
        """Stand at another moment."""
        self._moment = local(moment)


def local(moment: datetime) -> datetime:
    """The same moment in Asia/Shanghai; a naive one is taken as local time already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=SHANGHAI, microsecond=0)
    return moment.astimezone(SHANGHAI).replace(microsecond=0)


def today(clock: Clock) -> date:
    """The local date."""
    return clock.now().date()
