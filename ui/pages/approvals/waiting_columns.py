"""What waits for a leader, as columns."""

from collections.abc import Callable
from datetime import datetime

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.wording.deadlines import brief, deadline
from ui.wording.moments import full_moment
from ui.wording.states import level_tone
from yuqing_desktop.domain.listing import RegistryRow
from yuqing_desktop.domain.vocabulary import Role, Status

WAITS_FOR = {Status.HANDLED: Role.DEPUTY, Status.DEPUTY_AGREED: Role.HEAD}


def waiting_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """Title over number and section; level; who is waited for and until when."""
    return (
        Column("title", "标题 · 编号 · 科室", _title, 150, sortable=False, stretch=True, copied=lambda row: row.title),
        Column("level", "等级", _level, 80, sortable=False),
        Column("waits", "时限 · 等谁", lambda row: _waits(row, now()), 112, sortable=False),
    )  # fmt: skip


def _title(row: RegistryRow) -> Cell:
    return Cell(row.title, " · ".join(part for part in (row.number, row.section) if part))


def _level(row: RegistryRow) -> Cell:
    return Cell(row.level.label, tone=level_tone(row.level), pill=True) if row.level else ABSENT


def _waits(row: RegistryRow, now: datetime) -> Cell:
    role = WAITS_FOR.get(row.status)
    said = deadline(row.due_at, now)
    whose = f"等{role.label}" if role else row.status.label
    return Cell(brief(said), whose, said.tone, icon=said.icon, tip=f"{full_moment(row.due_at)}\n{whose}")
