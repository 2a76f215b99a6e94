"""Days that move with the day: 今天, 本周. What is saved or typed with one is another week next Monday."""

from datetime import date, timedelta
from enum import StrEnum

from yuqing_desktop.domain.periods import month_of, week_of, year_of


class Span(StrEnum):
    """A named range of days; the value is what is typed and shown."""

    TODAY = "今天"
    YESTERDAY = "昨天"
    THREE_DAYS = "近三天"
    WEEK = "本周"
    LAST_WEEK = "上周"
    MONTH = "本月"
    YEAR = "今年"

    def days(self, today: date) -> tuple[date, date]:
        """Its first and last day, both included, seen from this day."""
        day = timedelta(days=1)
        period = {
            Span.WEEK: week_of,
            Span.LAST_WEEK: lambda seen: week_of(seen).previous,
            Span.MONTH: month_of,
            Span.YEAR: year_of,
        }.get(self)
        if period is not None:
            found = period(today)
            return found.first, found.last
        first = {Span.YESTERDAY: today - day, Span.THREE_DAYS: today - 2 * day}.get(self, today)
        return first, first if self is Span.YESTERDAY else today
