"""A time as people, platforms and tables write it, as an aware moment in Asia/Shanghai.

Everything relative (3分钟前, 昨天 09:45, 11月08日) is taken from the moment of reading, handed in as `now`.
A date without a year is the nearest one not after `now`. What only says roughly when (3个月前), or could be
read in two ways (4/5/2019), is left as text.
"""

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from yuqing_desktop.clock import SHANGHAI, local
from yuqing_desktop.domain.moment_forms import (
    AGO,
    CLOCK_FIRST,
    CLOCK_ONLY,
    DATED,
    ENGLISH,
    ENGLISH_AGO,
    ENGLISH_UNITS,
    normal,
)
from yuqing_desktop.domain.numerals import with_digits
from yuqing_desktop.domain.reading import Reading, says_nothing, unread

EARLIEST, LATEST = 1990, 2100
DATE_ONLY = "只有日期，时刻按00:00记"
_SLACK = timedelta(minutes=10)
_EPOCH_1900 = datetime(1899, 12, 30, tzinfo=SHANGHAI)
_EPOCH_1904 = datetime(1904, 1, 1, tzinfo=SHANGHAI)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AT_NIGHT = ("晚上", "夜间", "深夜", "晚", "夜")
_WEEKDAYS = "一二三四五六日天"
_DAYSAGO = {
    "今天": 0,
    "今日": 0,
    "今": 0,
    "昨天": 1,
    "昨日": 1,
    "昨晚": 1,
    "昨": 1,
    "前天": 2,
    "前日": 2,
    "前晚": 2,
    "大前天": 3,
}


_LONGEST = 200
"""Characters: no time is longer, and a cell of a hundred thousand digits must hold nobody up."""


def read_moment(raw: object, now: datetime, *, since_1904: bool = False) -> Reading[datetime]:
    """A cell's or a platform's time relative to `now`. `since_1904`: bare day counts follow that calendar.

    A date alone is 00:00 of that day, with a remark.
    """
    if says_nothing(raw):
        return Reading()
    if isinstance(raw, datetime):
        return _sensible(raw, local(raw), now)
    if isinstance(raw, date):
        return _sensible(raw, _midnight(raw), now, remark=DATE_ONLY)
    if isinstance(raw, time | timedelta):
        return unread(raw, "只有时刻，没有日期")
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _of_number(raw, raw, now, since_1904=since_1904)
    text = with_digits(normal(str(raw)).strip('"“”'))
    if re.fullmatch(r"\d{5,17}(?:\.\d+)?", text):
        return _of_number(raw, float(text) if "." in text else int(text), now, since_1904=since_1904)
    found = _of_text(text, now) if len(text) <= _LONGEST else None
    if found is None:
        return unread(raw, "不是能识别的时间")
    moment, remark = found
    return _sensible(raw, moment, now, remark=remark)


def days_before(day: date, month: int, number: int) -> date | None:
    """The nearest date with this month and number not after `day`; None where no such date exists."""
    for year in range(day.year, day.year - 9, -1):
        try:
            candidate = date(year, month, number)
        except ValueError:
            continue
        if candidate <= day:
            return candidate
    return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)


def _sensible(raw: object, moment: datetime, now: datetime, *, remark: str = "") -> Reading[datetime]:
    if not EARLIEST <= moment.year < LATEST:
        return unread(raw, "年份不合理")
    if moment > now + _SLACK:
        remark = "晚于读取时间"
    return Reading(moment, remark=remark)


def _of_number(raw: object, value: float, now: datetime, *, since_1904: bool) -> Reading[datetime]:
    """Seconds or milliseconds since 1970, yyyymmdd[hhmm[ss]], or a day count of Excel."""
    if math.isnan(value) or math.isinf(value):
        return unread(raw, "不是能识别的时间")
    for test, build in _NUMBERS:
        if test(value):
            try:
                moment, remark = build(value, since_1904=since_1904)
            except (ValueError, OverflowError):
                return unread(raw, "不是能识别的时间")
            if test is _is_epoch and moment > now + _SLACK:  # a number like any other
                break
            return _sensible(raw, moment, now, remark=remark)
    return unread(raw, "不是能识别的时间")


def _epoch(value: float, *, since_1904: bool) -> tuple[datetime, str]:
    seconds = value / 1000 if value >= 1e11 else value
    return local(datetime.fromtimestamp(int(seconds), UTC)), ""


def _digits(value: float, *, since_1904: bool) -> tuple[datetime, str]:
    text = str(int(value))
    pattern = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}[len(text)]
    moment = datetime.strptime(text, pattern).replace(tzinfo=SHANGHAI)
    return moment, DATE_ONLY if len(text) == 8 else ""


def _day_count(value: float, *, since_1904: bool) -> tuple[datetime, str]:
    start = _EPOCH_1904 if since_1904 else _EPOCH_1900
    moment = start + timedelta(seconds=round(value * 86400))
    return moment, DATE_ONLY if value == int(value) else ""


def _is_epoch(value: float) -> bool:
    return 6e8 <= value < 4.2e9 or 6e11 <= value < 4.2e12


_NUMBERS: tuple[tuple[Callable[[float], bool], Callable[..., tuple[datetime, str]]], ...] = (
    (lambda value: len(str(int(value))) in (8, 12, 14) and str(int(value))[:2] in ("19", "20"), _digits),
    (_is_epoch, _epoch),
    (lambda value: 30_000 <= value < 75_000, _day_count),
)


def _of_text(text: str, now: datetime) -> tuple[datetime, str] | None:
    if text[:1] in "([【" and text[-1:] in ")]】":
        text = text[1:-1].strip()
    text = ENGLISH_AGO.sub(lambda told: f"{told[1]}{ENGLISH_UNITS[told[2]]}前", text)
    text = text.replace("a.m.", "am").replace("p.m.", "pm")
    if text.startswith(("刚刚", "刚才", "just now")) and len(text) < 12:
        return now, ""
    text = CLOCK_FIRST.sub(r"\g<day> \g<clock>", text) if CLOCK_FIRST.fullmatch(text) else text
    for read in (_ago, _dated, _clock_today, _english):
        try:
            found = read(text, now)
        except (ValueError, OverflowError):
            found = None
        if found is not None:
            return found
    return None


def _ago(text: str, now: datetime) -> tuple[datetime, str] | None:
    match = AGO.fullmatch(text)
    if match is None:
        return None
    count = (0.5 if match["count"] == "半" else float(match["count"])) + (0.5 if match["and_half"] else 0)
    if match["unit"] in ("天", "日"):
        if match["minutes"] or count != int(count):
            return None
        day = (now - timedelta(days=count)).date()
        return (_midnight(day), DATE_ONLY) if match["hour"] is None else (_at(day, match), "")
    if match["hour"] is not None:
        return None
    unit = {"秒": "seconds", "分": "minutes"}.get(match["unit"][0], "hours")
    return local(now - timedelta(**{unit: count}) - timedelta(minutes=int(match["minutes"] or 0))), ""


def _dated(text: str, now: datetime) -> tuple[datetime, str] | None:
    for form, pattern in DATED.items():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        day = _DAYS[form](match, now)
        if day is None:
            return None
        if match["hour"] is None:
            return _midnight(day), DATE_ONLY
        moment = _at(day, match)
        if form == "no_year" and moment > now + _SLACK:
            moment = _at(days_before(now.date() - timedelta(days=1), day.month, day.day) or day, match)
        return moment, ""
    return None


def _clock_today(text: str, now: datetime) -> tuple[datetime, str] | None:
    """A time of day alone is today's, or yesterday's where that has not come yet."""
    match = CLOCK_ONLY.fullmatch(text)
    if match is None:
        return None
    moment = _at(now.date(), match)
    return (moment if moment <= now + _SLACK else moment - timedelta(days=1)), ""


def _full_day(match: re.Match[str], now: datetime) -> date | None:
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def _short_year_day(match: re.Match[str], now: datetime) -> date | None:
    """24年6月6日 and 24-6-6; 11-6-6 could be a month first and is left."""
    year = int(match["year"])
    if match["sep"] != "年" and (year <= 12 or 2000 + year > now.year):
        return None
    return date(2000 + year, int(match["month"]), int(match["day"]))


def _year_last_day(match: re.Match[str], now: datetime) -> date | None:
    """25/4/2019 and 4/25/2019 have one reading each; 4/5/2019 has two and is left."""
    first, second = int(match["a"]), int(match["b"])
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return date(int(match["year"]), month, day)


def _nearest_day(match: re.Match[str], now: datetime) -> date | None:
    return days_before(now.date(), int(match["month"]), int(match["day"]))


def _named_day(match: re.Match[str], now: datetime) -> date | None:
    return now.date() - timedelta(days=_DAYSAGO[match["named"]])


def _week_day(match: re.Match[str], now: datetime) -> date | None:
    wanted = min(_WEEKDAYS.index(match["weekday"]), 6)
    monday = now.date() - timedelta(days=now.weekday())
    if match["last"] or match["this"]:
        return monday + timedelta(days=wanted - (7 if match["last"] else 0))
    return now.date() - timedelta(days=(now.weekday() - wanted) % 7)


_DAYS: dict[str, Callable[[re.Match[str], datetime], date | None]] = {
    "full": _full_day,
    "compact": _full_day,
    "short_year": _short_year_day,
    "year_last": _year_last_day,
    "no_year": _nearest_day,
    "named": _named_day,
    "weekday": _week_day,
}


def _at(day: date, match: re.Match[str]) -> datetime:
    """The match's time of day on a date, in its zone, as local time. Raises ValueError."""
    parts = match.groupdict()
    hour = _hour(
        int(parts["hour"]), parts.get("half") or parts.get("meridiem") or "", parts.get("named") or ""
    )
    minute = 30 if parts.get("half_hour") else int(parts["minute"] or 0)
    second = int(parts["second"] or parts.get("second_zh") or 0)
    days, hour = (1, 0) if (hour, minute, second) == (24, 0, 0) else (0, hour)
    moment = datetime.combine(day, time(hour, minute, min(second, 59) if second == 60 else second))
    zone = UTC if parts.get("greenwich") else _zone(parts.get("zone") or "")
    return local((moment + timedelta(days=days)).replace(tzinfo=zone))


def _hour(hour: int, half: str, named: str) -> int:
    """The hour of 24. Raises ValueError for what two people read differently: 昨晚1点, 上午12点, 晚上12点."""
    half = half or ("晚" if named in ("昨晚", "前晚") else "")
    is_late = half in ("下午", "午后", "傍晚", "pm", *_AT_NIGHT)
    if (half in _AT_NIGHT and (hour == 12 or hour < 5)) or (half == "上午" and hour == 12):
        raise ValueError(f"{half}{hour}点")
    if is_late and hour < 12:
        return hour + 12
    if half == "中午" and hour in (1, 2):
        return hour + 12
    return 0 if hour == 12 and half in ("am", "凌晨") else hour


def _zone(words: str) -> tzinfo:
    """CST is China's here: the pages and exports that write it are Chinese."""
    if words in ("z", "utc", "gmt"):
        return UTC
    offset = re.search(r"([+-])(\d{1,2}):?(\d{2})?", words)
    if offset is None:
        return SHANGHAI
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))


def _english(text: str, now: datetime) -> tuple[datetime, str] | None:
    """Thu Jul 21 21:46:04 +0800 2022; Thu, 21 Jul 2022 13:46:04 GMT; Jul 21, 2022."""
    match = ENGLISH.fullmatch(text)
    if match is None:
        return None
    month, year = match["mon1"] or match["mon2"], match["year1"] or match["year2"]
    if month not in _MONTHS or year is None:
        return None
    day = date(int(year), _MONTHS.index(month) + 1, int(match["day1"] or match["day2"]))
    return (_midnight(day), DATE_ONLY) if match["hour"] is None else (_at(day, match), "")
