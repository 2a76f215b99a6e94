"""How a limit is said: the words, the tone and the icon that say the same thing (E9)."""

from datetime import datetime, timedelta
from typing import NamedTuple

from ui.wording.moments import length, moment, remaining
from ui.wording.tones import Tone

SOON = timedelta(hours=4)


class DeadlineWords(NamedTuple):
    """`short` for a column, `long` for the detail pane, `icon` a drawing's name or empty."""

    short: str
    long: str
    tone: Tone
    icon: str


def deadline(due: datetime | None, now: datetime, *, soon: timedelta = SOON) -> DeadlineWords:
    """An open limit: red and 已超 when passed, amber when near, plain otherwise, a faint dash for none."""
    if due is None:
        return DeadlineWords("—", "没有时限", "faint", "")
    left = remaining(due, now)
    if now > due:
        return DeadlineWords(left, f"{moment(due, now)} · {left}", "danger", "alert")
    if due - now <= soon:
        return DeadlineWords(left, f"{moment(due, now)} · {left}", "warn", "clock")
    if due - now < timedelta(hours=12):
        return DeadlineWords(left, f"{moment(due, now)} · {left}", "plain", "")
    return DeadlineWords(moment(due, now), f"{moment(due, now)} · {left}", "plain", "")


def brief(words: DeadlineWords) -> str:
    """已超 357 天, 已超 4 小时: what is past by its largest unit, where there is little room."""
    first, unit, _ = next(
        (parts for mark in (" 天", " 小时") if (parts := words.short.partition(mark))[1]),
        (words.short, "", ""),
    )
    return f"{first}{unit}" if words.tone == "danger" or unit == " 天" else words.short


def dated(due: datetime | None, now: datetime, *, mark: str = "") -> str:
    """今天 17:30 · 剩 3 小时 20 分, 11-20 17:30 · 已超 4 天: the day and hour (with a mark), and what is left."""
    if due is None:
        return deadline(due, now).long
    left = brief(deadline(due, now)) if now > due else remaining(due, now)
    return f"{moment(due, now)}{mark} · {left}"


def kept(closed: datetime, due: datetime | None, now: datetime) -> DeadlineWords:
    """A duty that was done: in time, or how late."""
    if due is not None and closed > due:
        late = f"逾期 {length(closed - due)}"
        return DeadlineWords(late, f"{moment(closed, now)} · {late}", "danger", "alert")
    return DeadlineWords("按时", f"{moment(closed, now)} · 按时", "ok", "check")
