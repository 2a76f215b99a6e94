"""Periods that are reported on: an ISO week (周一–周日), a month, a quarter, a year, or any dates. Days are local."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.problems import BadInput


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; `word` is 周, 月, 季度, 年 or empty for any dates."""

    first: date
    last: date
    word: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadInput({"period": f"结束日期{self.last}早于开始日期{self.first}"})

    @property
    def start(self) -> datetime:
        """The first moment."""
        return datetime.combine(self.first, time(), SHANGHAI)

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + timedelta(days=1), time(), SHANGHAI)

    @property
    def label(self) -> str:
        """2026年11月16日0时至11月22日24时."""
        year = f"{self.last.year}年" if self.last.year != self.first.year else ""
        return (
            f"{self.first.year}年{self.first.month}月{self.first.day}日0时"
            f"至{year}{self.last.month}月{self.last.day}日24时"
        )

    @property
    def name(self) -> str:
        """2026年第47周, 2026年11月, or the dates."""
        if self.word == "周":
            year, week, _ = self.first.isocalendar()
            return f"{year}年第{week}周"
        if self.word == "月":
            return f"{self.first.year}年{self.first.month}月"
        if self.word == "季度":
            return f"{self.first.year}年第{(self.first.month + 2) // 3}季度"
        return f"{self.first.year}年" if self.word == "年" else f"{self.first}至{self.last}"

    @property
    def previous(self) -> "Period":
        """The period of the same kind before it."""
        before = self.first - timedelta(days=1)
        kinds = {"周": week_of, "月": month_of, "季度": quarter_of, "年": year_of}
        if self.word in kinds:
            return kinds[self.word](before)
        return Period(self.first - (self.last - self.first) - timedelta(days=1), before)


def week_of(day: date) -> Period:
    """The ISO week a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), "周")


def month_of(day: date) -> Period:
    """The month a day lies in."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return Period(first, following - timedelta(days=1), "月")


def quarter_of(day: date) -> Period:
    """The quarter a day lies in."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return Period(first, month_of(first + timedelta(days=70)).last, "季度")


def year_of(day: date) -> Period:
    """The year a day lies in."""
    return Period(day.replace(month=1, day=1), day.replace(month=12, day=31), "年")


_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)


def parse(text: str) -> Period:
    """2026-W47, 2026-11, 2026-Q4, 2026, 2026-11-16, or 2026-11-16..2026-11-22. Raises BadInput."""
    wanted = text.strip()
    try:
        return _parsed(wanted)
    except ValueError:
        raise BadInput(
            {"period": f"“{text}”不是周期，应写作 2026-W47、2026-11 或 2026-11-16..2026-11-22"}
        ) from None


def _parsed(wanted: str) -> Period:
    if match := _WEEK.fullmatch(wanted):
        return week_of(date.fromisocalendar(int(match[1]), int(match[2]), 1))
    if match := re.fullmatch(r"(\d{4})-?Q([1-4])", wanted, re.IGNORECASE):
        return quarter_of(date(int(match[1]), int(match[2]) * 3, 1))
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})", wanted):
        return month_of(date(int(match[1]), int(match[2]), 1))
    if re.fullmatch(r"\d{4}", wanted):
        return year_of(date(int(wanted), 1, 1))
    first, dots, last = wanted.partition("..")
    return Period(date.fromisoformat(first), date.fromisoformat(last if dots else first))
