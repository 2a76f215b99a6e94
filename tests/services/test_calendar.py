"""The rules of the clock as the office sets them, and what they do to what is owed."""

import json
from datetime import date, datetime, time

import pytest

from tests.walk import Office
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.limits import FACTORY_PROFILE, ClockStart, Limit, LimitProfile, Unit
from yuqing_desktop.domain.office_hours import OfficeHours, Span
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.domain.workdays import NoticeDay
from yuqing_desktop.problems import BadFile, Refused


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def first_reply(office: Office, item_id: int) -> Duty:
    return next(
        duty for duty in office.core.store.find(Duty, item_id=item_id) if duty.kind is DutyKind.FIRST_REPLY
    )


@pytest.mark.article("第十二条")
def test_a_year_not_published_is_assumed_and_recomputed_when_its_notice_comes(office: Office) -> None:
    office.clock.move_to(at("2026-12-31 10:00"))
    item = office.register()
    duty = first_reply(office, item.id)
    assert duty.assumed and duty.due_at == at("2027-01-01 17:30")
    days = [{"name": "元旦", "date": f"2027-01-0{day}", "isOffDay": True} for day in (1, 2, 3)]
    notice = {"year": 2027, "papers": [], "days": days}
    changes = office.core.calendar.import_notice(office.clerk, json.dumps(notice).encode())
    duty = first_reply(office, item.id)
    assert not duty.assumed and duty.due_at == at("2027-01-04 17:30")
    assert "重算在办事项1件" in changes.result and changes.touches("duty")
    assert "2027-01-04" in str(office.core.registry.explain(duty).due.date())


def test_a_marked_day_moves_the_deadlines_that_rest_on_it_and_back(office: Office) -> None:
    item = office.register()
    assert first_reply(office, item.id).due_at == at("2026-11-24 17:30")
    tuesday = date(2026, 11, 24)
    office.core.calendar.mark(office.clerk, NoticeDay(tuesday, "停电", True), tuesday)
    assert first_reply(office, item.id).due_at == at("2026-11-25 17:30")
    office.core.calendar.mark(office.clerk, None, tuesday)
    assert first_reply(office, item.id).due_at == at("2026-11-24 17:30")


def test_other_office_hours_hold_at_once(office: Office) -> None:
    item = office.register()
    hours = OfficeHours((Span(time(9), time(12)), Span(time(13), time(17))))
    office.core.calendar.set_hours(office.clerk, hours)
    assert first_reply(office, item.id).due_at == at("2026-11-24 17:00")


@pytest.mark.article("第十四条")
def test_an_item_is_judged_by_the_limits_of_its_day(office: Office) -> None:
    before = office.register()
    strict = [one for one in FACTORY_PROFILE.limits if one.stage is not DutyKind.FIRST_REPLY]
    limits = (*strict, Limit(DutyKind.FIRST_REPLY, 4, Unit.WORKING_HOURS))
    office.core.calendar.set_profile(office.clerk, LimitProfile("从严", date(2026, 11, 24), limits))
    office.clock.move_to(at("2026-11-24 09:00"))
    after = office.register()
    assert first_reply(office, before.id).due_at == at("2026-11-24 17:30")
    assert first_reply(office, after.id).due_at == at("2026-11-24 15:00")


def test_only_the_office_changes_the_rules(office: Office) -> None:
    with pytest.raises(Refused):
        office.core.calendar.mark(office.section, None, date(2026, 11, 24))


def test_a_file_that_is_no_notice_changes_nothing(office: Office) -> None:
    with pytest.raises(BadFile):
        office.core.calendar.import_notice(office.clerk, b"[]")


@pytest.mark.article("第十四条")
def test_a_clock_that_starts_at_the_receipt_starts_there(office: Office) -> None:
    profile = LimitProfile("自签收起", date(2026, 11, 1), FACTORY_PROFILE.limits, ClockStart.RECEIVED)
    office.core.calendar.set_profile(office.clerk, profile)
    item = office.transfer(office.assess(office.register()))
    assert first_reply(office, item.id).due_at == at("2026-11-24 17:30")
    office.clock.move_to(at("2026-11-24 10:00"))
    office.receive(item)
    assert first_reply(office, item.id).due_at == at("2026-11-25 17:30")
    office.handle(office.core.registry.item(item.id))
    assert first_reply(office, item.id).due_at == at("2026-11-25 17:30")
