"""The channels of a day as columns: what each part of the day came to, in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from yuqing_desktop.domain.rounds import Channel, Look, RoundOutcome, Slot, slot_of


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel with its looks of the day."""

    channel: Channel
    looks: tuple[Look, ...]

    def of(self, slot: Slot) -> tuple[Look, ...]:
        """The looks of one part of the day."""
        return tuple(look for look in self.looks if look.slot is slot)


def lines(channels: Iterable[Channel], looks: Iterable[Look]) -> tuple[ChannelLine, ...]:
    """Each channel in use with its own looks."""
    known = tuple(looks)
    return tuple(
        ChannelLine(channel, tuple(look for look in known if look.channel_id == channel.id))
        for channel in channels
    )


def channel_columns(now: Callable[[], datetime], is_workday: Callable[[date], bool]) -> tuple[Column, ...]:
    """Channel, words to search, morning, afternoon."""

    def column(slot: Slot) -> Column:
        def cell(line: ChannelLine) -> Cell:
            return looked(line.of(slot), slot, now(), is_workday=is_workday(now().date()))

        return Column(slot.value, slot.label, cell, 124, sortable=False)

    return (
        Column("name", "渠道 · 平台", lambda line: Cell(line.channel.name, line.channel.platform), 128, sortable=False),
        Column("words", "搜索用词", _words, 96, sortable=False, stretch=True),
        *map(column, Slot),
    )  # fmt: skip


def looked(looks: tuple[Look, ...], slot: Slot, now: datetime, *, is_workday: bool) -> Cell:
    """08:35 未发现 · 08:41 登记 2 条 · 未查 · 缺查 for a part of a working day that is over."""
    if looks:
        last, found = looks[-1], sum(look.found for look in looks)
        time = f"{last.at:%H:%M}" if last.at else ""
        if found or last.outcome is RoundOutcome.FOUND:
            return Cell(f"{time} 登记 {found} 条", last.by, "accent")
        return Cell(f"{time} {last.outcome.label}", last.by, "ok")
    if not is_workday:
        return Cell("休息日，不要求", tone="muted")
    if slot.rank < slot_of(now).rank:
        return Cell("缺查", "已过时段", "danger", icon="alert")
    return (
        Cell("未查", "本时段", "warn", icon="clock")
        if slot is slot_of(now)
        else Cell("未到时段", tone="muted")
    )


def _words(line: ChannelLine) -> Cell:
    return Cell(line.channel.words) if line.channel.words else ABSENT
