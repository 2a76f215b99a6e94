"""A count read on a platform (第七条): a number, 不可见, at least, or unknown. Unknown is never 0."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from yuqing_desktop.domain.numerals import with_digits
from yuqing_desktop.domain.reading import Reading, says_nothing, unread
from yuqing_desktop.domain.text import clean, folded


class FigureKind(StrEnum):
    """What is known of a count."""

    NUMBER = "number"
    HIDDEN = "hidden"
    AT_LEAST = "at_least"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count: its kind and, for a number or at-least, its value (≥ 0)."""

    kind: FigureKind = FigureKind.UNKNOWN
    value: int | None = None

    def __post_init__(self) -> None:
        counted = self.kind in (FigureKind.NUMBER, FigureKind.AT_LEAST)
        if counted != (self.value is not None) or (self.value is not None and self.value < 0):
            raise ValueError(f"{self.kind} does not go with {self.value}")

    @property
    def label(self) -> str:
        """As shown and printed: 12000, 10万+, 不可见, or a dash for unknown."""
        if self.kind is FigureKind.HIDDEN:
            return "不可见"
        if self.value is None:
            return "—"
        if self.kind is FigureKind.NUMBER:
            return str(self.value)
        return f"{in_ten_thousands(self.value)}+"


UNKNOWN = Figure()
HIDDEN = Figure(FigureKind.HIDDEN)


def number(value: int) -> Figure:
    """An exact count."""
    return Figure(FigureKind.NUMBER, value)


def at_least(value: int) -> Figure:
    """A count the platform only bounds from below (10万+)."""
    return Figure(FigureKind.AT_LEAST, value)


def in_ten_thousands(value: int) -> str:
    """A count said short, in 万 and 亿, never rounded up: 21300 → 2.1万."""
    for unit, word in ((100_000_000, "亿"), (10_000, "万")):
        if value >= unit:
            tenths = value * 10 // unit
            whole, tenth = divmod(tenths, 10)
            return f"{whole}.{tenth}{word}" if tenth else f"{whole}{word}"
    return f"{value:,}"


# --- reading one ----------------------------------------------------------------------------------

LARGEST = 10**13
_UNITS = {"": 1, "十": 10, "百": 100, "千": 1000, "k": 1000, "万": 10**4, "w": 10**4, "亿": 10**8}
_HIDDEN_WORDS = frozenset(
    (
        "不可见",
        "隐藏",
        "已隐藏",
        "不公开",
        "未公开",
        "不显示",
        "未显示",
        "仅作者可见",
        "仅自己可见",
        "仅博主可见",
        "无权查看",
    )
)
_LABEL_WORDS = (
    *("累计", "共计", "合计", "总", "共", "当前", "当时", "被", "已", "有"),
    *("阅读", "阅览", "浏览", "观看", "播放", "查看", "点击", "访问", "围观", "展现", "曝光", "热度"),
    *(
        "转发",
        "转评",
        "分享",
        "转载",
        "转",
        "评论",
        "回复",
        "回帖",
        "回贴",
        "跟帖",
        "跟贴",
        "留言",
        "讨论",
        "评",
    ),
    *("点赞", "赞同", "赞", "看过", "收藏", "喜欢", "在看", "好看", "推荐", "关注", "参与", "弹幕", "粉丝"),
    *("数量", "数", "量", "次数", "人数", "人次", "次", "条", "个", "人", "位", "篇", "贴", "帖", "过", "了"),
    *("views", "view", "reads", "plays", "likes", "comments", "comment", "replies", "shares", "reposts"),
)
_LABEL = f"(?:{'|'.join(_LABEL_WORDS)})"
_COUNT = re.compile(
    rf"(?:{_LABEL}*)[:(\[【]*(?P<more>>=?|≥|超过?|突?破|逾|多于|至少|不少于)?(?P<count>\d[\d,]*(?:\.\d+)?[十百千万亿kw]*"
    rf"(?:\d+(?:\.\d+)?[百千万]+)*)(?P<over>\+|以上|多|余|加)?(?:{_LABEL}*)[)\]】]*(?P<late>\+)?"
)
_UNSURE = re.compile(r"\d\s+\d|[²³¹⁰-₉①-⓿❶-➓㉈-㉟㊱-㊿]")
"""Two numbers, or a figure that is no part of the number beside it: 12²."""
_PART = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿kw]*)")
_SCALE = re.compile(r"[十百千]?[万亿]?|[千万]亿|[kw]")
_BARE_UNIT = re.compile(
    r"(?P<more>[上过超逾破]|超过|突破)?(?P<unit>(?<![\d十百千万亿])[十百千万亿])(?P<over>余|多)?"
)
_FORMAL = str.maketrans("萬億仟佰拾", "万亿千百十")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def read_figure(raw: object) -> Reading[Figure]:
    """A count as platforms and tables state it: 1.2万, 10万+, 12,345, 转发[26115], 不可见, a blank.

    What states nothing (a blank, －, the bare word 转发) is UNKNOWN; what cannot be read is left as text.
    """
    if says_nothing(raw):
        return Reading(UNKNOWN)
    if isinstance(raw, bool):
        return unread(raw, "不是数字")
    if isinstance(raw, int | float):
        return _of_number(raw)
    text = folded(clean(str(raw))).strip("'\"“”‘’")
    if text in _HIDDEN_WORDS:
        return Reading(HIDDEN)
    if re.fullmatch(f"{_LABEL}+:?[-—]*", text):
        return Reading(UNKNOWN)
    match = _COUNT.fullmatch(_in_digits(text))
    if match is None or _UNSURE.search(str(raw)):
        return unread(raw, "不是能识别的数量")
    value = _value(match["count"])
    if value is None or value > LARGEST:
        return unread(raw, "数量不完整或过大")
    bounded = match["more"] or match["over"] or match["late"]
    return Reading(at_least(value) if bounded else number(value))


def _in_digits(text: str) -> str:
    """The text with 一千二百 as 1200, 1.2萬 as 1.2万, 上千 as 超1千 and 百余 as 1百余."""
    plain = with_digits(text.translate(_FORMAL))
    bare = _BARE_UNIT.search(plain)
    if bare is None or not (bare["more"] or bare["over"]):
        return plain
    return f"{plain[: bare.start('unit')]}1{plain[bare.start('unit') :]}".replace("上1", "超1").replace(
        "过1", "超1"
    )


def _of_number(raw: float) -> Reading[Figure]:
    if raw < 0 or raw > LARGEST or raw != int(raw):
        return unread(raw, "数量应为不小于0的整数")
    return Reading(number(int(raw)))


def _value(count: str) -> int | None:
    """1亿2000万 or 12,345 as a whole number; None for a broken grouping, rising units or a fraction."""
    if "," in count and not _GROUPED.fullmatch(count.rstrip("十百千万亿kw")):
        return None
    total, previous = Decimal(0), None
    for digits, units in _PART.findall(count.replace(",", "")):
        factor = math.prod(_UNITS[unit] for unit in units)
        is_odd = units in ("十", "百") and Decimal(digits) >= 10
        if is_odd or not _SCALE.fullmatch(units) or (previous is not None and factor >= previous):
            return None
        total, previous = total + Decimal(digits) * factor, factor
    return int(total) if total == total.to_integral_value() else None
