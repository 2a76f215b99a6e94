"""How reminders are said: one duty by its name, several as one digest."""

from collections.abc import Sequence
from datetime import datetime

from ui.wording.moments import moment, remaining
from yuqing_desktop.domain.reminders import SHARES, Reminder
from yuqing_desktop.domain.vocabulary import DutyKind

_HALF, _MOST = SHARES[0], SHARES[1]


def one(reminder: Reminder, now: datetime) -> str:
    """YQ-2026-0340 科室反馈 剩 30 分（今天 14:40）：网上预约系统打不开."""
    left = remaining(reminder.due_at, now)
    return (
        f"{reminder.number} {reminder.kind.label} {left}（{moment(reminder.due_at, now)}）：{reminder.title}"
    )


def digest(reminders: Sequence[Reminder]) -> str:
    """5 项待办须留意：已逾期 2 项，时限用去八成 1 项、一半 2 项; what is to be reported at once is named first."""
    late = sum(one.is_late for one in reminders)
    most = sum(one.share == _MOST for one in reminders)
    half = sum(one.share == _HALF for one in reminders)
    parts = ((late, "已逾期"), (most, "时限用去八成"), (half, "时限用去一半"))
    said = "，".join(f"{words} {count} 项" for count, words in parts if count)
    reports = sum(one.kind is DutyKind.REPORT_UP for one in reminders)
    at_once = f"{reports} 件须立即报告市委宣传部；" if reports else ""
    return f"{at_once}{len(reminders)} 项待办须留意：{said}"
