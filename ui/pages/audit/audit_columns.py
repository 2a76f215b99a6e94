"""Events of the record as columns."""

from collections.abc import Callable
from datetime import datetime

from ui.tables.cell import ABSENT, Cell
from ui.tables.column import Column
from ui.wording.moments import moment
from yuqing_desktop.domain.audit_words import AuditLine


def audit_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """When, who did what, to which item, with which words."""
    return (
        Column(
            "event",
            "序号 · 时间",
            lambda one: Cell(f"{one.event:,}", moment(one.at, now())),
            104,
            sortable=False,
        ),
        Column("act", "操作 · 人员", lambda one: Cell(one.act, one.person), 118, sortable=False),
        Column("words", "内容 · 事项", _words, 130, sortable=False, stretch=True),
        Column("outcome", "结果", _outcome, 84, sortable=False),
    )


def _words(line: AuditLine) -> Cell:
    said = line.words or line.reason
    beside = " · ".join(part for part in (line.number, line.reason if line.words else "") if part)
    return Cell(said, beside) if said or beside else ABSENT


def _outcome(line: AuditLine) -> Cell:
    if line.refused:
        return Cell("被拒绝", tone="danger", pill=True)
    return Cell("完成", f"改动 {len(line.changes)} 处" if line.changes else "", tone="ok")
