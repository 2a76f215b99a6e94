"""What was made of an outside value: read, or left as text with the reason. Never guessed."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from yuqing_desktop.domain.text import folded

T = TypeVar("T")

EMPTY_MARKS = frozenset(
    [
        *("", "-", "--", "---", "—", "——", "–", "−", "/", "\\", "[]", "{}", "\\n"),
        *("n/a", "#n/a", "none", "null", "nil", "nan", "nat", "undefined"),
        *("无", "暂无", "空", "未知", "不详", "(空)", "无数据", "暂无数据", "未统计", "未填写"),
        *("·", "・", "…", "......"),
    ]
)

_LONGEST_MARK = 20


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """`value`, perhaps with a `remark`; unreadable text as `leftover`, with the `reason`."""

    value: T | None = None
    leftover: str = ""
    reason: str = ""
    remark: str = ""


def unread(raw: object, reason: str) -> Reading[T]:
    """Left as text beside an empty field."""
    return Reading(leftover=str(raw).strip(), reason=reason)


def says_nothing(raw: object) -> bool:
    """An empty cell, or one of the marks tables use for one: -, —, 无, null, nan…"""
    if raw is None or raw != raw:  # NaN is the only value unequal to itself
        return True
    if not isinstance(raw, str):
        return False
    return not raw.strip() or (len(raw) <= _LONGEST_MARK and folded(raw) in EMPTY_MARKS)
