"""GB/T 9704-2012 (党政机关公文格式) in numbers: templates are built from them and measured against them.

Lengths on the page are twips (1/20 pt) where Word wants twips; type sizes are points.
"""

from datetime import date, datetime

from yuqing_desktop.clock import local

TWIPS_PER_MM = 1440 / 25.4

PAGE_WIDTH = 11906
PAGE_HEIGHT = 16838
MARGIN_TOP = 2098
MARGIN_BOTTOM = 1984
MARGIN_LEFT = 1587
MARGIN_RIGHT = 1474

LINE_PITCH = 579
CHAR_SPACE = -848
LINES_PER_PAGE = 22
CHARACTERS_PER_LINE = 28

SIZES = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
}

RULE_THICK = 0.35
"""mm: first and last rule of the 版记."""
RULE_THIN = 0.25
"""mm: rules between."""


def twips(millimetres: float) -> int:
    """Millimetres as whole twips."""
    return round(millimetres * TWIPS_PER_MM)


def millimetres(twips_: float) -> float:
    """Twips as millimetres."""
    return twips_ / TWIPS_PER_MM


def day(when: date) -> str:
    """成文日期: 2026年11月4日, without zero padding."""
    return f"{when.year}年{when.month}月{when.day}日"


def moment(when: datetime) -> str:
    """A time to the minute: 2026年11月4日 9:05 (24 hours, Asia/Shanghai)."""
    there = local(when)
    return f"{day(there.date())} {there.hour}:{there.minute:02d}"
