"""The first page of the day: what is due next, whose it is, and what the last days brought."""

from datetime import timedelta

import pytest

from tests.bureau import Bureau
from tests.walk import Office
from yuqing_desktop.domain.readiness import Lack
from yuqing_desktop.domain.vocabulary import Act, DutyKind, Level, Status
from yuqing_desktop.domain.workdays import DayKind


def test_the_first_due_comes_first_with_the_act_that_meets_it(office: Office) -> None:
    office.register()
    office.item_at(Status.RECEIVED)
    found = office.core.today.next_duties(office.clerk)
    assert [one.due_at for one in found] == sorted(one.due_at for one in found if one.due_at)
    by_kind = {one.kind: one for one in found}
    assert by_kind[DutyKind.TRANSFER].act is Act.ASSESS
    assert by_kind[DutyKind.FEEDBACK].act is Act.REPORT_HANDLING
    assert by_kind[DutyKind.FEEDBACK].whose == "政务服务科"
    assert by_kind[DutyKind.TRANSFER].whose == "局办公室"


def test_an_act_somebody_else_must_take_says_so(office: Office) -> None:
    office.item_at(Status.TRANSFERRED)
    found = {one.kind: one for one in office.core.today.next_duties(office.section)}
    assert not found[DutyKind.RECEIPT].reason
    assert "专人" in found[DutyKind.FIRST_REPLY].reason


def test_a_leader_sees_first_what_waits_for_the_own_consent(office: Office) -> None:
    for _ in range(3):
        office.item_at(Status.TRANSFERRED)
    office.pass_time(hours=1)
    item = office.item_at(Status.HANDLED)
    found = office.core.today.next_duties(office.actor("王建国"), limit=4)
    assert (found[0].item_id, found[0].kind, found[0].reason) == (item.id, DutyKind.DEPUTY_APPROVAL, "")
    rest = [one.due_at for one in found[1:] if one.due_at]
    assert len(found) == 4 and rest == sorted(rest)
    assert office.core.today.next_duties(office.clerk, limit=4)[0].item_id != item.id


@pytest.mark.article("第七条")
def test_what_is_to_be_reported_at_once_stands_before_everything_that_is_late(office: Office) -> None:
    for _ in range(5):
        office.register()
    office.pass_time(days=3)
    item = office.assess(office.register(), Level.EMERGENCY)
    for who in (office.clerk, office.actor("陈静")):
        found = office.core.today.next_duties(who, limit=4)
        assert (found[0].item_id, found[0].kind) == (item.id, DutyKind.REPORT_UP)
        assert [one.kind for one in found[1:]] == [DutyKind.TRANSFER] * 3
    assert office.core.today.next_duties(office.section, limit=4)[0].kind is DutyKind.TRANSFER


def test_an_approved_reply_meets_the_first_reply(office: Office) -> None:
    office.item_at(Status.APPROVED)
    found = {one.kind: one for one in office.core.today.next_duties(office.clerk)}
    assert found[DutyKind.FIRST_REPLY].act is Act.REPLY


def test_a_day_counts_what_ran_late_apart(office: Office) -> None:
    office.register()
    office.item_at(Status.APPROVED, Level.ORDINARY)
    office.pass_time(days=1)
    office.item_at(Status.CLOSED)
    counts = office.core.today.registrations(days=3)
    now = office.clock.now().date()
    assert [one.day for one in counts] == [now - timedelta(days=2), now - timedelta(days=1), now]
    assert [(one.on_time, one.late) for one in counts] == [(0, 0), (0, 2), (1, 0)]


def test_remarks_name_the_first_due_times_and_for_whom_consents_wait(office: Office) -> None:
    empty = office.core.today.remarks()
    assert (empty.longest_overdue, empty.next_today, empty.for_deputy, empty.for_head) == (None, None, 0, 0)
    assert empty.valid_accounts > 0
    item = office.item_at(Status.HANDLED)
    office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    remarks = office.core.today.remarks()
    assert (remarks.for_deputy, remarks.for_head) == (1, 1)
    assert remarks.next_today is not None
    office.pass_time(days=2)
    assert office.core.today.remarks().longest_overdue == min(
        one.due_at for one in office.core.today.next_duties(office.clerk) if one.due_at
    )
    assert office.core.registry.item(item.id).due_at is not None


def test_the_day_has_a_kind(office: Office) -> None:
    assert office.core.today.day_kind() is DayKind.WORKDAY
    office.pass_time(days=5)
    assert office.core.today.day_kind() is DayKind.REST


@pytest.mark.article("第九条")
def test_leaders_who_cannot_sign_in_are_a_lack_once_people_do(bureau: Bureau) -> None:
    assert bureau.core.today.lacking() == ()
    bureau.open_accounts("王建国")
    assert bureau.core.today.lacking() == (Lack.SIGN_IN,)
    bureau.core.accounts.grant(bureau.actor("黄磊"), bureau.head.person_id, "first-word-1")
    assert bureau.core.today.lacking() == ()
