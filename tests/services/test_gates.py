"""The gates of the regulation, at the services: approval, levels, slips, duties, merging, reopening, trash."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests import acts
from tests.walk import REPLY, Office
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Post
from yuqing_desktop.domain.records import Consent, Duty, Paper, Slip
from yuqing_desktop.domain.vocabulary import (
    Act,
    CommentKind,
    ConsentKind,
    Decision,
    DutyKind,
    Level,
    ReplyNeed,
    Role,
    Status,
)
from yuqing_desktop.problems import BadInput, NotFound, Refused
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.assess import Assessment
from yuqing_desktop.services.nods import Nod
from yuqing_desktop.services.reply import Published
from yuqing_desktop.services.transfer import Sending


def duty(office: Office, item: Item, kind: DutyKind) -> Duty:
    """The latest duty of this kind."""
    return office.core.store.find(Duty, item_id=item.id, kind=kind.value)[-1]


def reassess(office: Office, item: Item, level: Level) -> Item:
    decided = Assessment(level, CommentKind.QUESTION, reason="传播扩大")
    return office.item(office.core.assess.reassess(office.clerk, item.id, decided))


def on_paper(office: Office, role: Role, decided_at: datetime) -> Opinion:
    leader = office.deputy if role is Role.DEPUTY else office.head
    return Opinion(
        role, Decision.AGREE, leader.person_id, ConsentKind.PAPER, "同意", decided_at=decided_at, sheet_number="3"
    )  # fmt: skip


# 第九条 --------------------------------------------------------------------------------------------


def agree_on_paper(office: Office, item: Item, role: Role) -> Item:
    return office.item(
        office.core.approve.decide(office.clerk, item.id, on_paper(office, role, office.clock.now()))
    )


@pytest.mark.article("第九条")
def test_paper_alone_lets_an_important_reply_out_as_long_as_the_office_says_so(office: Office) -> None:
    item = office.item_at(Status.HANDLED, Level.IMPORTANT)
    for role in (Role.DEPUTY, Role.HEAD):
        item = agree_on_paper(office, item, role)
    assert office.reply(item).status is Status.REPLIED


@pytest.mark.article("第九条")
def test_once_paper_does_not_suffice_it_names_who_has_to_decide_here(office: Office) -> None:
    before = office.item_at(Status.HANDLED, Level.IMPORTANT)
    for role in (Role.DEPUTY, Role.HEAD):
        before = agree_on_paper(office, before, role)
    office.core.settings.change(office.clerk, {"paper_suffices": False})
    with pytest.raises(Refused, match="副组长、组长只有纸质签批"):
        office.reply(before)
    after = office.item_at(Status.HANDLED, Level.IMPORTANT)
    with pytest.raises(Refused, match="须由副组长本人在程序中审批"):
        agree_on_paper(office, after, Role.DEPUTY)
    assert office.core.registry.item(after.id) == after
    for role in (Role.DEPUTY, Role.HEAD):
        after = office.agree(after, role)
    assert office.reply(after).status is Status.REPLIED
    ordinary = agree_on_paper(office, office.item_at(Status.HANDLED), Role.DEPUTY)
    assert office.reply(ordinary).status is Status.REPLIED


@pytest.mark.article("第九条")
def test_raising_the_level_reopens_the_heads_gate_and_lowering_it_frees_what_waited(office: Office) -> None:
    item = office.item_at(Status.APPROVED)
    raised = reassess(office, item, Level.IMPORTANT)
    assert raised.status is Status.DEPUTY_AGREED
    assert duty(office, raised, DutyKind.HEAD_APPROVAL).is_open
    assert duty(office, raised, DutyKind.REPORT_UP).is_open
    assert reassess(office, raised, Level.ORDINARY).status is Status.APPROVED


@pytest.mark.article("第九条")
def test_the_heads_agreement_to_an_important_item_does_not_cover_an_emergency(office: Office) -> None:
    item = office.item_at(Status.APPROVED, Level.IMPORTANT)
    raised = reassess(office, item, Level.EMERGENCY)
    assert (raised.status, raised.head_at, raised.head_by) == (Status.DEPUTY_AGREED, None, "")
    head = next(one for one in office.core.store.find(Consent, item_id=item.id) if one.role is Role.HEAD)
    assert head.void_reason == "等级提高"
    assert office.reply(office.agree(raised, Role.HEAD)).status is Status.REPLIED


@pytest.mark.article("第九条")
def test_a_level_raised_after_the_reply_leaves_the_agreements_it_went_out_on(office: Office) -> None:
    item = reassess(office, office.item_at(Status.REPLIED, Level.IMPORTANT), Level.EMERGENCY)
    assert item.status is Status.REPLIED
    assert all(one.voided_at is None for one in office.core.store.find(Consent, item_id=item.id))


@pytest.mark.article("第九条")
def test_a_leader_decides_on_the_text_that_was_seen(office: Office) -> None:
    item = office.item_at(Status.HANDLED)
    seen = Opinion(Role.DEPUTY, Decision.AGREE, office.deputy.person_id, text_sha256="0" * 64)
    with pytest.raises(Refused, match="不是现在的文本"):
        office.core.approve.decide(office.deputy, item.id, seen)


@pytest.mark.article("第九条")
def test_consent_on_paper_is_dated_between_the_text_and_now_and_after_the_deputys(office: Office) -> None:
    item = office.item_at(Status.HANDLED, Level.IMPORTANT)
    decide = office.core.approve.decide
    monday = office.clock.now()
    for wrong in (monday - timedelta(days=1), monday + timedelta(minutes=1)):
        with pytest.raises(BadInput) as refused:
            decide(office.clerk, item.id, on_paper(office, Role.DEPUTY, wrong))
        assert set(refused.value.fields) == {"decided_at"}
    office.pass_time(days=1)
    agreed = office.item(decide(office.clerk, item.id, on_paper(office, Role.DEPUTY, office.clock.now())))
    assert agreed.status is Status.DEPUTY_AGREED and agreed.deputy_by == "王建国"
    with pytest.raises(BadInput):
        decide(office.clerk, item.id, on_paper(office, Role.HEAD, monday))
    consent = office.core.store.find(Consent, item_id=item.id)[0]
    assert (consent.kind, consent.sheet_number, consent.entered_by) == (ConsentKind.PAPER, "3", "张敏")


@pytest.mark.article("第二条")
def test_who_held_the_post_on_the_day_is_what_counts(office: Office) -> None:
    item = office.item_at(Status.HANDLED)
    post = next(one for one in office.core.people.posts() if one.role is Role.DEPUTY)
    office.core.people.save(office.clerk, replace(post, until=office.clock.now().date()))
    successor = office.actor("陈静")
    tomorrow = office.pass_time(days=1).date()
    office.core.people.save(
        office.clerk, Post(person_id=successor.person_id, role=Role.DEPUTY, since=tomorrow)
    )
    stale = replace(office.deputy, roles=frozenset({Role.DEPUTY}))  # signed in yesterday
    with pytest.raises(Refused, match="不是副组长"):
        acts.do(office, Act.APPROVE_DEPUTY, stale, item)
    opinion = Opinion(Role.DEPUTY, Decision.AGREE, successor.person_id)
    agreed = office.item(office.core.approve.decide(office.actor("陈静"), item.id, opinion))
    assert agreed.status is Status.APPROVED and agreed.deputy_by == "陈静"


@pytest.mark.article("第九条")
def test_nobody_but_a_leader_agrees(office: Office) -> None:
    item = office.item_at(Status.HANDLED)
    with pytest.raises(BadInput, match="不是审批人"):
        office.core.approve.decide(
            office.clerk, item.id, Opinion(Role.CLERK, Decision.AGREE, office.clerk.person_id)
        )
    own = Nod(office.clerk.person_id, Role.CLERK)
    with pytest.raises(Refused, match="须经副组长同意"):
        office.core.replying.interim(
            office.clerk, item.id, Published(office.account_id(), "您好，正在跟进处理。"), nod=own
        )


@pytest.mark.article("第九条")
def test_a_return_voids_what_was_agreed_and_reopens_the_slip(office: Office) -> None:
    item = office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    back = office.item(
        office.core.approve.decide(
            office.head,
            item.id,
            Opinion(Role.HEAD, Decision.RETURN, office.head.person_id, opinion="事实不清"),
        )
    )
    assert (back.status, back.deputy_at) == (Status.RECEIVED, None)
    assert all(one.voided_at for one in office.core.store.find(Consent, item_id=item.id))
    assert office.agree(office.handle(back, "改后的文本"), Role.DEPUTY).status is Status.DEPUTY_AGREED


@pytest.mark.article("第十三条")
def test_a_reply_is_not_dated_before_the_later_of_the_agreements_it_needed(office: Office) -> None:
    item = office.item_at(Status.HANDLED, Level.IMPORTANT)
    midnight = office.clock.now().replace(hour=0, minute=0)
    item = office.agree(item, Role.DEPUTY)
    office.pass_time(hours=2)
    office.core.approve.decide(office.clerk, item.id, on_paper(office, Role.HEAD, midnight))
    early = Published(office.account_id(), REPLY, published_at=midnight + timedelta(hours=1))
    with pytest.raises(BadInput, match="早于审批同意"):
        office.core.replying.reply(office.clerk, item.id, early)


# 第七条、第八条 -------------------------------------------------------------------------------------


@pytest.mark.article("第九条")
@pytest.mark.parametrize(
    "values", [{"status": Status.APPROVED}, {"replied_at": None}, {"number": "YQ-2026-0777"}, {"deputy_by": "王建国"}]
)  # fmt: skip
def test_registering_gives_no_item_a_start_further_on(office: Office, values: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="不能在登记时填写"):
        office.register(**values)
    assert len(office.core.store.find(Item)) == 0


@pytest.mark.article("第八条")
def test_a_new_section_gets_its_own_clock_and_the_old_one_keeps_its_record(office: Office) -> None:
    item = office.item_at(Status.TRANSFERRED)
    first = duty(office, item, DutyKind.RECEIPT)
    later = office.pass_time(hours=1)
    sending = Sending(office.section_id("数据资源科"))
    moved = office.item(office.core.transfer.reassign(office.clerk, item.id, sending, reason="职责不符"))
    closed, opened = office.core.store.find(Duty, item_id=item.id, kind=DutyKind.RECEIPT.value)
    assert (closed.id, closed.section_id, closed.met) == (first.id, office.section_id(), False)
    assert (opened.section_id, opened.opened_at, opened.is_open) == (
        office.section_id("数据资源科"),
        later,
        True,
    )
    assert moved.slip_number == "舆转〔2026〕2号"
    old = office.core.store.find(Paper, number="舆转〔2026〕1号")[0]
    assert old.voided_at == later and "职责不符" in old.void_reason


@pytest.mark.article("第八条")
def test_after_a_refused_slip_the_office_has_its_time_anew(office: Office) -> None:
    item = office.item_at(Status.TRANSFERRED)
    refused_at = office.pass_time(hours=1)
    item = office.item(office.core.transfer.refuse(office.section, item.id, by="李强", reason="非本科室职责"))
    assert duty(office, item, DutyKind.TRANSFER).opened_at == refused_at
    assert item.due_at is not None and item.due_at > refused_at


@pytest.mark.article("第六条")
def test_a_duty_is_judged_by_when_it_was_done_not_by_when_that_was_entered(office: Office) -> None:
    item = office.item_at(Status.TRANSFERRED)
    signed = office.pass_time(minutes=10)
    office.pass_time(days=1)
    changes = office.core.transfer.receive(office.clerk, item.id, received_by="李强", received_at=signed)
    receipt = duty(office, office.item(changes), DutyKind.RECEIPT)
    assert receipt.closed_at == signed and receipt.met
    assert not receipt.is_late(office.clock.now())


@pytest.mark.article("第八条")
def test_the_time_printed_on_the_slip_is_the_time_owed(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    slip = office.core.store.find(Slip, item_id=item.id)[0]
    assert duty(office, item, DutyKind.FEEDBACK).due_at == slip.feedback_due


def test_whatever_takes_an_item_from_its_section_ends_the_slip(office: Office) -> None:
    for act in (Act.NO_REPLY, Act.SUSPEND_REPLY, Act.MERGE, Act.HAND_OVER):
        other = office.register()
        item = office.item(
            acts.do(office, act, office.clerk, office.item_at(Status.RECEIVED), into=other.number)
        )
        assert all(slip.ended_at for slip in office.core.store.find(Slip, item_id=item.id)), act


@pytest.mark.article("第七条")
def test_the_trash_gives_an_item_back_with_its_number_and_its_first_clock(office: Office) -> None:
    item = office.register()
    due = item.due_at
    office.core.register.trash(office.clerk, item.id, "误录")
    trashed = office.core.registry.item(item.id)
    assert (trashed.due_at, trashed.due_kind) == (None, None)
    assert office.register().number == "YQ-2026-0002"
    office.pass_time(hours=1)
    back = office.item(office.core.register.restore(office.clerk, item.id))
    assert (back.number, back.trashed_at, back.due_at) == (item.number, None, due)
    office.core.register.trash(office.clerk, item.id, "误录")
    office.pass_time(days=31)
    with pytest.raises(Refused, match="30天"):
        office.core.register.restore(office.clerk, item.id)


# 并案、重开、先行回复 ---------------------------------------------------------------------------------


@pytest.mark.article("第三条")
def test_an_item_is_merged_only_into_one_that_a_reply_can_come_from(office: Office) -> None:
    item, gone, moved, merged = (office.item_at(Status.ASSESSED) for _ in range(4))
    trashed = office.register()
    office.core.register.trash(office.clerk, trashed.id, "误录")
    acts.do(office, Act.DISMISS, office.clerk, gone)
    acts.do(office, Act.HAND_OVER, office.clerk, moved)
    acts.do(office, Act.MERGE, office.clerk, merged, into=item.number)
    for other in (item, gone, moved, merged, trashed):
        with pytest.raises(BadInput, match="另一件"):
            acts.do(office, Act.MERGE, office.clerk, item, into=other.number)
    with pytest.raises(NotFound):
        acts.do(office, Act.MERGE, office.clerk, item, into="YQ-2026-9999")


@pytest.mark.article("第九条")
def test_no_agreement_survives_reopening(office: Office) -> None:
    item = office.item_at(Status.REPLIED)
    reopened = office.item(office.core.closing.reopen(office.clerk, item.id, reason="第二波"))
    assert (reopened.status, reopened.deputy_at, reopened.replied_at) == (Status.ASSESSED, None, None)
    assert all(one.voided_at for one in office.core.store.find(Consent, item_id=item.id))
    again = office.handle(office.receive(office.transfer(reopened)))
    with pytest.raises(Refused):
        office.reply(again)
    assert office.reply(office.agree(again, Role.DEPUTY)).status is Status.REPLIED


@pytest.mark.article("第十二条")
def test_an_interim_reply_is_a_debt_until_the_full_one(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    promised = office.item(acts.do(office, Act.INTERIM_REPLY, office.clerk, item))
    assert duty(office, promised, DutyKind.FIRST_REPLY).met
    assert duty(office, promised, DutyKind.FULL_REPLY).is_open
    decided = Assessment(Level.ORDINARY, CommentKind.GENERAL, ReplyNeed.NOT_NEEDED, reason="不需要")
    office.core.assess.reassess(office.clerk, item.id, decided)
    with pytest.raises(Refused, match="须补正式回复"):
        acts.do(office, Act.NO_REPLY, office.clerk, promised)
    replied = office.reply(office.agree(office.handle(promised), Role.DEPUTY))
    assert duty(office, replied, DutyKind.FULL_REPLY).met


@pytest.mark.article("第十一条")
def test_a_complaint_is_closed_after_the_private_message_and_the_progress_told(office: Office) -> None:
    item = office.register()
    item = office.assess(item, kind=CommentKind.COMPLAINT)
    item = office.item(acts.do(office, Act.NO_REPLY, office.clerk, item))
    with pytest.raises(Refused, match="私信了解、反馈进展"):
        office.close(item)
    acts.do(office, Act.PRIVATE_MESSAGE, office.clerk, item)
    acts.do(office, Act.PROGRESS_FEEDBACK, office.clerk, item)
    assert office.close(item).status is Status.CLOSED


@pytest.mark.article("第十条")
def test_a_reply_comes_from_a_certified_account_of_the_items_platform(office: Office) -> None:
    item = office.item_at(Status.APPROVED)
    with pytest.raises(Refused, match="不能回复微博") as refused:
        office.core.replying.reply(office.clerk, item.id, Published(office.account_id("抖音"), REPLY))
    assert refused.value.article == "第十条"


@pytest.mark.article("第十二条")
def test_a_reply_that_is_owed_cannot_be_edited_away(office: Office) -> None:
    item = office.item_at(Status.ASSESSED)
    with pytest.raises(BadInput, match="重新评估"):
        office.core.register.edit(office.clerk, item.id, {"reply_need": ReplyNeed.NOT_NEEDED})
    office.core.register.edit(office.clerk, item.id, {"reply_need": ReplyNeed.NEEDED, "notes": "已电话核对"})
    owed = {duty.kind for duty in office.core.registry.dossier(item.id, office.clerk).open_duties}
    assert DutyKind.FIRST_REPLY in owed
