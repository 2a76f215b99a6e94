"""每日巡查 of a ledger (第七条、第十三条一): the rounds of the period by channel, with 未发现 and what was missed."""

from collections.abc import Sequence
from datetime import date

from yuqing_desktop.documents.tables import Table
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.rounds import Channel, DayState, Gap, Look, RoundDay, RoundOutcome
from yuqing_desktop.services.rounds import Rounds

GRID_DAYS = 7
"""Up to so many days stand side by side; longer periods are counted."""
_WEEKDAYS = "一二三四五六日"
_NOTE = "工作日上午、下午各巡查一次；“缺”为该渠道在工作日没有巡查记录，“—”为休息日或未到。"


def tables(rounds: Rounds, period: Period) -> tuple[Table, ...]:
    """By channel and day for a week, by channel for longer; then every day that was missed."""
    channels = rounds.channels()
    looks, days = rounds.looks(period.first, period.last), rounds.days(period)
    if not channels:
        return ()
    grid = (_grid(channels, looks, days),) if len(days) <= GRID_DAYS else ()
    return (*grid, _totals(channels, looks, days), _missing(days))


def _grid(channels: Sequence[Channel], looks: Sequence[Look], days: Sequence[RoundDay]) -> Table:
    headings = ("渠道", *(f"{_said(one.day)}（周{_WEEKDAYS[one.day.weekday()]}）" for one in days))
    rows = tuple((one.name, *(_cell(one, looks, day) for day in days)) for one in channels)
    return Table("逐日巡查", headings, rows, note=_NOTE)


def _cell(channel: Channel, looks: Sequence[Look], day: RoundDay) -> str:
    missed = [gap.slot.label for gap in day.gaps if gap.channel == channel.name]
    of_day = [look for look in looks if look.channel_id == channel.id and look.day == day.day]
    found = sum(look.found for look in of_day if look.outcome is RoundOutcome.FOUND)
    done = f"发现{found}件" if found else RoundOutcome.NOTHING.label if of_day else ""
    lack = f"缺{'、'.join(missed)}" if missed else ""
    return "；".join(part for part in (done, lack) if part) or "—"


def _totals(channels: Sequence[Channel], looks: Sequence[Look], days: Sequence[RoundDay]) -> Table:
    rows = tuple(_total(one, looks, days) for one in channels)
    return Table("巡查汇总", ("渠道", "巡查次数", "其中未发现", "发现件数", "缺查次数"), rows, note=_NOTE)


def _total(channel: Channel, looks: Sequence[Look], days: Sequence[RoundDay]) -> tuple[str | int, ...]:
    own = [look for look in looks if look.channel_id == channel.id]
    nothing = sum(look.outcome is RoundOutcome.NOTHING for look in own)
    missed = sum(gap.channel == channel.name for day in days for gap in day.gaps)
    return channel.name, len(own), nothing, sum(look.found for look in own), missed


def _missing(days: Sequence[RoundDay]) -> Table:
    rows = tuple(
        (_said(day.day), f"周{_WEEKDAYS[day.day.weekday()]}", _slots(day.gaps))
        for day in days
        if day.state is DayState.MISSING or day.gaps
    )
    return Table("缺查日期（第十三条第一项）", ("日期", "星期", "缺查的渠道"), rows, empty="没有缺查")


def _slots(gaps: Sequence[Gap]) -> str:
    by_slot: dict[str, list[str]] = {}
    for gap in gaps:
        by_slot.setdefault(gap.slot.label, []).append(gap.channel)
    return "；".join(f"{slot}：{'、'.join(names)}" for slot, names in by_slot.items())


def _said(day: date) -> str:
    return f"{day.month}月{day.day}日"
