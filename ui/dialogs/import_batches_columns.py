"""The imports there were as columns of a list."""

from collections.abc import Callable
from datetime import datetime

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.wording.moments import full_moment, moment
from yuqing_desktop.services.import_batches import Standing


def batch_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """File, time and person, what was taken and what was not, how it stands."""
    return (
        Column("file", "文件 · 批次", _file, 240, sortable=False, stretch=True),
        Column("taken", "导入时间 · 经办人", lambda one: _taken(one, now()), 132, sortable=False),
        Column("new", "新增", _new, 92, "right", sortable=False),
        Column("rest", "没有收的行", _rest, 168, sortable=False),
        Column("state", "状态", _state, 128, sortable=False),
    )


def _file(one: Standing) -> Cell:
    kept = "没有留存原文件"
    if one.source is not None:
        kept = "原文件已留存" if one.has_source else "原文件已到期清除"
    return Cell(one.batch.file_name, f"批次 {one.batch.id} · {kept}", tip=f"SHA-256 {one.batch.sha256}")


def _taken(one: Standing, now: datetime) -> Cell:
    return Cell(moment(one.batch.taken_at, now), one.batch.taken_by, tip=full_moment(one.batch.taken_at))


def _new(one: Standing) -> Cell:
    readings = f"补读数 {one.batch.readings:,}" if one.batch.readings else ""
    return Cell(f"{one.batch.new:,} 件", readings)


def _rest(one: Standing) -> Cell:
    batch = one.batch
    counts = (("重复", batch.duplicate), ("未收", batch.refused), ("选择不导入", batch.left_out))
    told = [f"{word} {count:,}" for word, count in counts if count]
    return Cell(" · ".join(told)) if told else ABSENT


def _state(one: Standing) -> Cell:
    if one.batch.undone_at is not None:
        return Cell("已撤销", tone="muted", pill=True, tip=f"撤销于 {full_moment(one.batch.undone_at)}")
    if one.can_be_undone:
        return Cell("可以撤销", tone="ok", pill=True)
    return Cell(f"{one.touched:,} 件已办理" if one.touched else "没有收入", tone="muted", pill=True)
