from dataclasses import replace
from datetime import datetime, timedelta

from ui.wording.reminders import digest, one
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.reminders import Reminder
from yuqing_desktop.domain.vocabulary import DutyKind

NOW = datetime(2026, 11, 24, 14, 10, tzinfo=SHANGHAI)


def reminder(share: float) -> Reminder:
    due = NOW + timedelta(minutes=30)
    return Reminder(1, 1, "YQ-2026-0340", "网上预约系统打不开", DutyKind.FEEDBACK, due, share)


def test_one_duty_is_said_by_its_name() -> None:
    assert one(reminder(0.8), NOW) == "YQ-2026-0340 科室反馈 剩 30 分（今天 14:40）：网上预约系统打不开"


def test_several_are_counted_by_how_far_they_are() -> None:
    words = digest([reminder(1.0), reminder(0.8), reminder(0.5), reminder(0.5)])
    assert words == "4 项待办须留意：已逾期 1 项，时限用去八成 1 项，时限用去一半 2 项"


def test_what_must_be_reported_at_once_is_named_before_the_counts() -> None:
    report = replace(reminder(0.8), kind=DutyKind.REPORT_UP)
    assert digest([reminder(1.0), report]).startswith("1 件须立即报告市委宣传部；2 项待办须留意：")
