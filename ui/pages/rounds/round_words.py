"""How a day of rounds is said."""

from collections.abc import Iterable

from ui.wording.moments import long_day
from ui.wording.tones import Tone
from yuqing_desktop.domain.rounds import DayState, Gap, RoundDay, Slot

_TONES: dict[DayState, Tone] = {
    DayState.COMPLETE: "ok",
    DayState.MISSING: "danger",
    DayState.RUNNING: "accent",
    DayState.REST: "muted",
    DayState.AHEAD: "muted",
}


def tone_of(day: RoundDay) -> Tone:
    """Green for complete, red for missing."""
    return _TONES[day.state]


def said(day: RoundDay) -> str:
    """The word in the calendar: 齐全 · 缺 3 · 休 · 今天."""
    if day.state is DayState.MISSING:
        return f"缺 {len(day.gaps)}"
    return {DayState.REST: "休", DayState.RUNNING: "今天", DayState.AHEAD: ""}.get(day.state, day.state.label)


def whole(day: RoundDay) -> str:
    """11 月 23 日 星期一：缺查 上午 微信、短视频."""
    words = [day.state.label] if not day.gaps else [f"缺查　{line}" for line in missed(day.gaps)]
    if day.looks:
        words.append(f"查 {day.looks} 次，登记 {day.found} 条")
    return f"{long_day(day.day)}：{'；'.join(words)}"


def missed(gaps: Iterable[Gap]) -> list[str]:
    """上午：微信、短视频 — one line a part of the day."""
    known = tuple(gaps)
    names = {slot: [gap.channel for gap in known if gap.slot is slot] for slot in Slot}
    return [f"{slot.label}：{'、'.join(channels)}" for slot, channels in names.items() if channels]
