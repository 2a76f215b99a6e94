"""The list a ledger will hold, as columns."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.wording.moments import moment
from ui.wording.states import level_tone, status_tone
from yuqing_desktop.domain.statistics import Entry


class LedgerLine(NamedTuple):
    """An entry, and whether it was carried over from before the period."""

    entry: Entry
    carried: bool


def entry_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """Number, title, level, need, state, section, late."""
    return (
        Column("number", "编号 · 登记", lambda line: _number(line, now()), 128, sortable=False),
        Column("title", "标题 · 来源", _title, 220, sortable=False, stretch=True),
        Column("level", "等级", _level, 84, sortable=False),
        Column("need", "回复情况", lambda line: Cell(line.entry.item.reply_need.label), 80, sortable=False),
        Column("status", "状态", _status, 84, sortable=False),
        Column("section", "跟进科室", lambda line: _text(line.entry.section), 100, sortable=False),
        Column("late", "是否超时", lambda line: _late(line, now()), 112, sortable=False),
    )


def _number(line: LedgerLine, now: datetime) -> Cell:
    item = line.entry.item
    when = moment(item.registered_at, now)
    return Cell(item.number, f"{when} · 往期未结" if line.carried else when)


def _title(line: LedgerLine) -> Cell:
    item = line.entry.item
    return Cell(item.title, " · ".join(part for part in (item.platform, item.source) if part))


def _level(line: LedgerLine) -> Cell:
    level = line.entry.item.level
    return Cell(level.label, tone=level_tone(level), pill=True) if level else Cell("未评估", tone="muted")


def _status(line: LedgerLine) -> Cell:
    status = line.entry.item.status
    return Cell(status.label, tone=status_tone(status), pill=True)


def _late(line: LedgerLine, now: datetime) -> Cell:
    late = line.entry.late(now)
    if not late:
        return Cell("否", tone="muted")
    kinds = list(dict.fromkeys(duty.kind.label for duty in late))
    return Cell("超时", "、".join(kinds), "danger", icon="alert", tip="、".join(kinds))


def _text(words: str) -> Cell:
    return Cell(words) if words else ABSENT
