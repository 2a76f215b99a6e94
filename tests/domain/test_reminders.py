"""How long reminders keep quiet."""

from datetime import datetime

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.reminders import Snooze
from yuqing_desktop.domain.workdays import WorkCalendar

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=SHANGHAI)


def test_a_quarter_and_an_hour_are_natural_time() -> None:
    assert f"{Snooze.QUARTER.until(FRIDAY, WorkCalendar()):%d %H:%M}" == "20 17:05"
    assert f"{Snooze.HOUR.until(FRIDAY, WorkCalendar()):%d %H:%M}" == "20 17:50"


def test_tomorrow_morning_is_when_the_office_next_opens() -> None:
    assert f"{Snooze.MORNING.until(FRIDAY, WorkCalendar()):%a %d %H:%M}" == "Mon 23 08:30"
