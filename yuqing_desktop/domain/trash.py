"""回收站: an item registered by mistake is set aside; its number stays taken and nothing of it is destroyed (第十三条)."""

from datetime import datetime, timedelta
from math import ceil

from yuqing_desktop.domain.item import Item

TRASH_DAYS = 30
"""For so many days an item may be taken out again; after that it is void: readable, never restored."""


def days_left(item: Item, now: datetime) -> int:
    """For how many days it may still be taken out of the trash, 0 when it is void."""
    if item.trashed_at is None:
        return 0
    left = item.trashed_at + timedelta(days=TRASH_DAYS) - now
    return max(0, ceil(left / timedelta(days=1)))


def why_not(item: Item, now: datetime) -> str:
    """Why it can't be taken out of the trash; empty when it can."""
    if item.trashed_at is None:
        return "不在回收站中"
    return "" if days_left(item, now) else f"移入回收站已超过{TRASH_DAYS}天，已作废"


def said(item: Item, now: datetime, reason: str = "") -> str:
    """What is said wherever the number of a trashed item is opened; empty for any other item."""
    if item.trashed_at is None:
        return ""
    why = f"（{reason}）" if reason else ""
    left = days_left(item, now)
    rest = f"还可恢复{left}天" if left else f"已超过{TRASH_DAYS}天，作废，内容留存备查"
    return f"{item.trashed_at:%Y-%m-%d %H:%M}移入回收站{why}，{rest}；编号保留，不再使用"
