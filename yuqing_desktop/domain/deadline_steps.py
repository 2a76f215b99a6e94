"""The arithmetic of a deadline in words, one a day, for `deadline` and for a click on a due time."""

from datetime import date, datetime, time, timedelta

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.limits import Limit, Unit
from yuqing_desktop.domain.workdays import DayKind, WorkCalendar

WEEKDAYS = "一二三四五六日"
ASSUMED = "（日历未公布，暂按周一至周五）"


def steps_of(calendar: WorkCalendar, limit: Limit, start: datetime, due: datetime) -> tuple[str, ...]:
    """A sentence a day from the start's to the due time's, both included."""
    if limit.unit.is_natural:
        return _natural(start, due)
    if limit.unit is Unit.WORKING_HOURS:
        return _working_hours(calendar, limit, start, due)
    return _working_days(calendar, limit, start, due)


def _natural(start: datetime, due: datetime) -> tuple[str, ...]:
    steps = []
    for day in _days(start, due):
        begun = f" {_clock(start)} 起算，自然时不分昼夜和节假日" if day == start.date() else ""
        ended = f"，{_clock(due)} 到期" if day == due.date() else ""
        midnight = datetime.combine(day, time(), SHANGHAI)
        spent = min(due, midnight + timedelta(days=1)) - max(start, midnight)
        steps.append(f"{_date(day, start)}{begun}，计 {_duration(spent)}{ended}")
    return tuple(steps)


def _working_hours(calendar: WorkCalendar, limit: Limit, start: datetime, due: datetime) -> tuple[str, ...]:
    steps = []
    left = timedelta(seconds=limit.length)
    for day in _days(start, due):
        begun = f" {_clock(start)} 起算" if day == start.date() else ""
        head = f"{_day(calendar, day, start)}{begun}"
        if not calendar.is_workday(day):
            steps.append(f"{head}，不计")
            continue
        spent = _spent(calendar, day, start, due)
        left -= spent
        tail = f"{_clock(due)} 到期" if day == due.date() else f"余 {_duration(left)}"
        counted = f"计 {_duration(spent)}" if spent else "已过办公时间，不计"
        steps.append(f"{head}，{counted}，{tail}")
    return tuple(steps)


def _working_days(calendar: WorkCalendar, limit: Limit, start: datetime, due: datetime) -> tuple[str, ...]:
    opening = calendar.next_opening(start) if limit.rolling else start
    first = _first_day(start, opening, limit)
    steps = [f"{_day(calendar, start.date(), start)} {_clock(start)} 起算，{first}"]
    counted = 0
    for day in _days(start + timedelta(days=1), due):
        head = _day(calendar, day, start)
        if not calendar.is_workday(day):
            steps.append(f"{head}，不计")
            continue
        if day <= opening.date():
            steps.append(f"{head}，{_clock(opening)} 上班起计")
            continue
        counted += 1
        tail = f"，{_clock(due)} {'' if limit.rolling else '下班时'}到期" if day == due.date() else ""
        steps.append(f"{head}，第 {counted} 个工作日{tail}")
    return tuple(steps)


def _first_day(start: datetime, opening: datetime, limit: Limit) -> str:
    if not limit.rolling:
        return "当日不计"
    if opening == start:
        return "按满时计算"
    if opening.date() == start.date():
        return f"不在办公时间，顺延至 {_clock(opening)}，按满时计算"
    return "不在办公时间，顺延至下一工作日上班时"


def _spent(calendar: WorkCalendar, day: date, start: datetime, due: datetime) -> timedelta:
    midnight = datetime.combine(day, time(), SHANGHAI)
    last_moment = midnight + timedelta(days=1, seconds=-1)
    return calendar.working_time(max(start, midnight), min(due, last_moment))


def _days(start: datetime, due: datetime) -> list[date]:
    first = start.date()
    return [first + timedelta(days=number) for number in range((due.date() - first).days + 1)]


def _day(calendar: WorkCalendar, day: date, start: datetime) -> str:
    kind = calendar.kind(day)
    said = {DayKind.REST: "休息", DayKind.MAKEUP: "补班", DayKind.WORKDAY: ""}[kind]
    name = calendar.name(day) if kind is DayKind.REST else ""
    assumed = "" if calendar.is_published(day.year) else ASSUMED
    return " ".join(word for word in (_date(day, start), name, said) if word) + assumed


def _date(day: date, start: datetime) -> str:
    year = f"{day.year}年" if day == start.date() or (day.month, day.day) == (1, 1) else ""
    return f"{year}{day.month}月{day.day}日 周{WEEKDAYS[day.weekday()]}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def _duration(length: timedelta) -> str:
    seconds = int(length.total_seconds())
    parts = ((seconds // 3600, "小时"), (seconds // 60 % 60, "分"), (seconds % 60, "秒"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 分"
