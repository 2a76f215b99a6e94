"""The ladder a late section climbs, rung by rung, and what the records say of it afterwards."""

from datetime import timedelta

import pytest

from tests.walk import Office
from yuqing_desktop.domain.accountability import CaseStatus, Clause
from yuqing_desktop.domain.periods import week_of
from yuqing_desktop.domain.records import Note, Paper
from yuqing_desktop.domain.supervision import Rung
from yuqing_desktop.domain.vocabulary import Act, DutyKind, Level, PaperKind, Status
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.accountability import entered


@pytest.mark.article("第三条")
def test_a_late_section_is_called_then_urged_then_supervised(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    assert office.core.supervise.standings() == ()
    office.pass_time(hours=6)
    (standing,) = office.core.supervise.standings()
    assert (standing.rung, standing.next_act) == (Rung.CALL, Act.CALL)
    office.core.duty_acts.note(office.clerk, Act.CALL, item.id, Note(to="李强", words="答应下班前反馈"))
    assert office.core.supervise.standings()[0].next_act is None
    office.pass_time(days=1)
    assert office.core.supervise.standings()[0].next_act is Act.URGE
    urge = office.core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to="政务服务科", channel="书面"))
    assert urge.result == "舆催〔2026〕1号"
    assert office.core.registry.item(item.id).urged == 1
    office.pass_time(days=7)
    assert office.core.supervise.standings()[0].next_act is Act.SUPERVISE
    note = Note(to="政务服务科", words="限两日内办结")
    assert (
        office.core.supervise.issue(office.deputy, Act.SUPERVISE, item.id, note).result == "舆督〔2026〕1号"
    )
    assert {paper.number for paper in office.core.store.find(Paper, item_id=item.id)} >= {
        "舆催〔2026〕1号",
        "舆督〔2026〕1号",
    }


def test_a_reason_given_holds_the_supervision_note_back(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    office.core.duty_acts.note(office.section, Act.GIVE_REASON, item.id, Note(words="等待省厅数据"))
    office.pass_time(days=10)
    office.core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to="政务服务科", channel="书面"))
    assert office.core.supervise.standings()[0].next_act is None


@pytest.mark.article("第十三条")
def test_a_section_late_with_a_major_item_is_laid_out_and_a_person_decides(office: Office) -> None:
    item = office.item_at(Status.RECEIVED, Level.IMPORTANT)
    office.pass_time(days=3)
    office.handle(item)
    (facts,) = office.core.accountability.proposals(week_of(office.clock.now().date()))
    assert facts.clause is Clause.SECTION_LATE and "反馈时限" in facts.supporting[0]
    office.core.accountability.take_up(office.clerk, facts)
    assert office.core.accountability.proposals(week_of(office.clock.now().date())) == ()
    (case,) = office.core.accountability.cases(item_id=item.id)
    office.core.accountability.decide(office.head, case.id, CaseStatus.WITHDRAWN, "已补救，免于追究")
    with pytest.raises(Refused):
        office.core.accountability.decide(office.head, case.id, CaseStatus.CONFIRMED, "再核")


@pytest.mark.article("第十三条")
def test_lateness_stays_with_the_section_that_was_late(office: Office) -> None:
    item = office.item_at(Status.RECEIVED, Level.IMPORTANT)
    office.pass_time(days=3)
    urge = Note(to="政务服务科", channel="书面", at=office.clock.now() - timedelta(minutes=5))
    office.core.supervise.issue(office.clerk, Act.URGE, item.id, urge)
    office.core.transfer.refuse(office.section, item.id, by="李强", reason="不属本科室")
    office.transfer(office.core.registry.item(item.id), "数据安全科")
    week = week_of(office.clock.now().date())
    (facts,) = office.core.accountability.proposals(week)
    assert facts.section_id == office.section_id("政务服务科")
    assert facts.supporting[0].endswith("2026年11月26日 9:30退单未反馈")
    assert facts.supporting[1:] == ("已催办1次",)
    office.pass_time(days=3)
    assert {one.section_id: one.supporting for one in office.core.accountability.proposals(week)} == {
        office.section_id("政务服务科"): facts.supporting,
        office.section_id("数据安全科"): ("签收时限2026年11月26日 10:00，至今未签收",),
    }
    office.core.accountability.take_up(office.clerk, facts)
    (left,) = office.core.accountability.proposals(week)
    assert left.section_id == office.section_id("数据安全科")
    sheet = office.core.papers.make(office.clerk, PaperKind.ACCOUNTABILITY, item_id=item.id)
    told = office.core.papers.context(sheet).situations[1]
    assert "退单未反馈" in told.facts and "至今未签收" in told.facts
    assert told.evidence.splitlines()[-2:] == ["待核（张敏）", "记录所示，尚未列入"]


def test_what_the_records_must_show_cannot_be_entered_by_hand(office: Office) -> None:
    with pytest.raises(BadInput):
        entered(Clause.UNAPPROVED, office.register(), "听说")
    assert entered(Clause.SHIRKING, office.register(), "两次退单").supporting == ("两次退单",)


@pytest.mark.article("第十三条")
def test_a_chain_of_sections_shows_who_held_it_how_long(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    office.pass_time(hours=3)
    office.core.transfer.refuse(office.section, item.id, by="李强", reason="不属本科室")
    office.transfer(office.core.registry.item(item.id), "数据安全科")
    office.pass_time(hours=2)
    assert [round(held.hours, 1) for held in office.core.accountability.chain(item.id)] == [3.0, 2.0]


def test_a_reminder_comes_at_half_and_four_fifths_of_the_time(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    assert office.core.reminders.due() == ()
    shares = []
    for _ in range(3):
        office.pass_time(hours=2, minutes=25)
        shares.append(next(one.share for one in office.core.reminders.due() if one.kind is DutyKind.FEEDBACK))
    assert shares == [0.5, 0.5, 1.0] and item.number == office.core.reminders.due()[0].number


def test_what_has_long_been_late_keeps_nothing_new_from_being_said(office: Office) -> None:
    with office.core.store.many():
        for _ in range(101):
            office.register()
    office.pass_time(days=9)
    item = office.assess(office.register(), Level.EMERGENCY)
    office.pass_time(minutes=31)
    assert (item.id, DutyKind.REPORT_UP) in {(one.item_id, one.kind) for one in office.core.reminders.due()}


def test_reminders_speak_in_office_hours_only(office: Office) -> None:
    assert office.core.reminders.may_speak()
    office.pass_time(hours=12)
    assert not office.core.reminders.may_speak()
