"""How long a million deadlines take (floor: 2 s for each way of counting)."""

from datetime import datetime, timedelta
from time import perf_counter

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.deadlines import due_at
from yuqing_desktop.domain.limits import Limit, Unit
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.domain.workdays import WorkCalendar
from yuqing_desktop.intake.notices import factory_notices

COUNT = 1_000_000
FLOOR = 2.0
LIMITS = (
    ("工作日", Limit(DutyKind.FIRST_REPLY, 1, Unit.WORKING_DAYS)),
    ("工作日（满时）", Limit(DutyKind.FIRST_REPLY, 1, Unit.WORKING_DAYS, rolling=True)),
    ("工作小时", Limit(DutyKind.FEEDBACK, 4, Unit.WORKING_HOURS)),
    ("自然时", Limit(DutyKind.REPORT_UP, 30, Unit.NATURAL_MINUTES)),
)


def run() -> list[tuple[str, float, float, str]]:
    """(what, measured, floor, unit) for each way of counting; making the calendar is in the time."""
    first = datetime(2024, 1, 1, tzinfo=SHANGHAI)
    starts = [first + timedelta(seconds=94 * number) for number in range(COUNT)]
    return [(f"1,000,000 deadlines, {name}", _seconds(limit, starts), FLOOR, "s") for name, limit in LIMITS]


def _seconds(limit: Limit, starts: list[datetime]) -> float:
    begun = perf_counter()
    calendar = WorkCalendar(factory_notices())
    for start in starts:
        due_at(calendar, limit, start)
    return perf_counter() - begun


if __name__ == "__main__":
    for name, measured, floor, unit in run():
        print(f"{name}: {measured:.2f} {unit} (≤ {floor} {unit})")
