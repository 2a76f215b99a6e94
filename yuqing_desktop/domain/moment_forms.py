"""The shapes in which Chinese platforms, tables and people write a time, as patterns over `normal` text."""

import re

from yuqing_desktop.domain.text import one_line

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {ord("—"): "-"}

HALF_DAY = r"(?P<half>凌晨|清晨|早上|早晨|早|晨|上午|中午|下午|午后|傍晚|晚上|夜间|深夜|晚|夜|am|pm)?\s*"
CLOCK = (
    HALF_DAY + r"(?P<hour>\d{1,2})\s*(?::|点|时)\s*"
    r"(?:(?P<minute>\d{1,2})\s*(?::\s*(?P<second>\d{1,2})(?:[.,]\d+)?|分(?:\s*(?P<second_zh>\d{1,2})\s*秒)?)?"
    r"|(?P<half_hour>半)|整)?\s*(?P<meridiem>am|pm)?"
)
ZONE = (
    r"\s*(?P<zone>z|utc|gmt|cst|北京时间|[+-]\d{2}:?\d{2}|(?:utc|gmt)[+-]\d{1,2}(?::?\d{2})?)?"
    r"(?:\s*\([^)]*\))?"
)
BETWEEN = (
    r"(?:[\st,|_]|\(?(?:星期|周|礼拜)[一二三四五六日天]\)?"
    r"|(?P<greenwich>格林尼治(?:标准)?时间)|北京时间)*"
)
LEAD = (
    r"(?:'?(?:信息|文章|原文|最后|首次)?"
    r"(?:发布|发表|发稿|发文|首发|刊发|推送|更新|编辑|创建|上传|提交|留言|采集|回复|来信|来电|咨询|投诉)?(?:于|时间|日期|在)?[:\s]*)"
)
_WEEKDAY = r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?"
PLACE = r"(?:\s*" + _WEEKDAY + r"|\s+(?!前后|左右|以|之|截|至|到)[一-鿿]{2,10}(?!.*\d))?"
"""What platforms set behind a time: the day of the week, or where the post was sent from."""
TAIL = r"(?:\s*(?:发布(?:于?\s*[一-鿿]{2,10})?|发表|更新|编辑|来自.*|ip属地.*|[·|].*))?"
_MONTH_DAY = r"(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?"
DATES = {
    "full": r"(?P<year>\d{4})\s*(?P<sep>[-/.年])\s*" + _MONTH_DAY,
    "compact": r"(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)",
    "short_year": r"(?P<year>\d{2})\s*(?P<sep>[-/.年])\s*" + _MONTH_DAY,
    "year_last": r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<year>\d{4})",
    "no_year": _MONTH_DAY,
    "named": r"(?P<named>今天|今日|今(?=[早晨晚])|前晚|昨天|昨日|昨晚|昨(?=[早晨夜])|大前天|前天|前日)",
    "weekday": r"(?:(?:(?P<last>上)|(?P<this>[本这]))?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天]))",
}
_BEFORE = rf"{LEAD}(?:{_WEEKDAY}[\s,]+)?(?:北京时间\s*)?"
DATED = {
    form: re.compile(f"{_BEFORE}{day}(?:{BETWEEN}{CLOCK}{ZONE}{PLACE})?{TAIL}") for form, day in DATES.items()
}
CLOCK_ONLY = re.compile(f"{LEAD}{CLOCK}{TAIL}")
AGO = re.compile(
    rf"{LEAD}(?P<count>\d+|半)\s*个?(?P<and_half>半)?\s*(?P<unit>秒钟?|分钟?|小时|钟头|天|日)"
    rf"(?:零?\s*(?P<minutes>\d+)\s*分钟?)?\s*(?:之|以)?前(?:{BETWEEN}{CLOCK})?{TAIL}"
)
CLOCK_FIRST = re.compile(r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)\s+(?P<day>\d{1,4}[-/.年月]\d{1,2}.*)")
ENGLISH = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
    r"(?:(?P<day1>\d{1,2})[\s-]+(?P<mon1>[a-z]{3})[a-z]*\.?,?|(?P<mon2>[a-z]{3})[a-z]*\.?\s+(?P<day2>\d{1,2}),?)"
    r"(?:[\s-]+(?P<year1>\d{4}),?)?"
    r"(?:\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*(?P<meridiem>am|pm)?)?"
    r"(?:\s+(?P<zone>(?:gmt|utc)?[+-]\d{4}|gmt|utc|cst))?(?:\s+(?P<year2>\d{4}))?(?:\s*\(.*\))?"
)


def normal(text: str) -> str:
    """The text in the one shape the patterns know: half-width, small letters, blanks single."""
    return one_line(text).translate(_NARROW).strip().lower()


ENGLISH_AGO = re.compile(r"(\d+)\s*(second|sec|minute|min|hour|hr|day)s?\s+ago")
ENGLISH_UNITS = {
    "second": "秒",
    "sec": "秒",
    "minute": "分钟",
    "min": "分钟",
    "hour": "小时",
    "hr": "小时",
    "day": "天",
}


def is_clock(text: str) -> bool:
    """Whether a text is a time of day alone, without its date."""
    return CLOCK_ONLY.fullmatch(normal(text)) is not None
