"""Gates between an item and the public: posts with terms, certified accounts, whose duty is whose."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.walk import REPLY, Office
from yuqing_desktop.domain import accountability
from yuqing_desktop.domain.people import Post
from yuqing_desktop.domain.records import Account
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, DutyKind, Role, Status
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.reply import Published


@pytest.mark.article("第二条")
def test_who_held_the_post_on_the_day_of_the_approval_is_what_counts(office: Office) -> None:
    (post,) = [one for one in office.core.people.posts() if one.role is Role.DEPUTY]
    office.core.people.save(office.clerk, replace(post, until=date(2026, 11, 20)))
    new = office.actor("陈静")
    office.core.people.save(
        office.clerk, Post(person_id=new.person_id, role=Role.DEPUTY, since=date(2026, 11, 21))
    )
    item = office.item_at(Status.HANDLED)
    with pytest.raises(Refused):
        office.agree(item, Role.DEPUTY)
    leader = office.actor("陈静")
    decided = Opinion(Role.DEPUTY, Decision.AGREE, leader.person_id)
    assert office.item(office.core.approve.decide(leader, item.id, decided)).status is Status.APPROVED


@pytest.mark.article("第五条")
def test_every_duty_is_the_sections_or_the_offices(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    dossier = office.core.registry.dossier(item.id, office.clerk)
    owners = {duty.kind: duty.section_id for duty in dossier.open_duties}
    assert owners[DutyKind.FEEDBACK] == item.section_id
    assert owners[DutyKind.FIRST_REPLY] is None
    assert [kind for kind in DutyKind if kind.is_sections] == [DutyKind.RECEIPT, DutyKind.FEEDBACK]


@pytest.mark.article("第六条")
def test_an_item_found_late_is_laid_out_with_the_rounds_missed_meanwhile(office: Office) -> None:
    item = office.register(published_at=office.clock.now() - timedelta(days=4))
    (facts,) = office.core.accountability.of_item(item.id)
    assert facts.clause is accountability.Clause.MISSED
    assert "相隔96.0小时" in facts.supporting[0]
    assert any("没有巡查记录" in words for words in facts.supporting)


@pytest.mark.article("第十条")
def test_a_reply_needs_an_account_of_the_items_own_platform_valid_at_that_hour(office: Office) -> None:
    item = office.item_at(Status.APPROVED)
    with pytest.raises(Refused, match="抖音"):
        office.core.replying.reply(office.clerk, item.id, Published(office.account_id("抖音"), REPLY))
    account = next(one for one in office.core.people.accounts() if one.platform == "微博")
    office.core.people.save(office.clerk, replace(account, valid_until=date(2026, 11, 22)))
    with pytest.raises(Refused, match="没有有效认证"):
        office.reply(item)
    assert office.core.replying.accounts_for(item) == ()
    done = office.core.replying.suspend(office.clerk, item.id, reason="没有有效的认证账号")
    assert office.item(done).status is Status.REPLY_SUSPENDED


@pytest.mark.article("第九条")
def test_paper_consent_never_says_that_the_leader_clicked(office: Office) -> None:
    item = office.item_at(Status.HANDLED)
    given = Opinion(
        Role.DEPUTY, Decision.AGREE, office.deputy.person_id, ConsentKind.PAPER, "同意",
        office.clock.now() - timedelta(minutes=10), "舆审2026-3",
    )  # fmt: skip
    office.core.approve.decide(office.clerk, item.id, given)
    dossier = office.core.registry.dossier(item.id, office.clerk)
    (consent,) = dossier.consents
    assert (consent.kind, consent.approver, consent.entered_by) == (ConsentKind.PAPER, "王建国", "张敏")
    assert dossier.timeline[-1].person == "张敏"


def test_an_account_of_another_subject_is_still_kept_with_its_expiry(office: Office) -> None:
    account = Account(platform="微博", name="@数据局", subject="某市数据局", valid_until=date(2027, 1, 1))
    office.core.people.save(office.clerk, account)
    assert office.core.people.accounts()[-1].valid_on(date(2027, 1, 1))
