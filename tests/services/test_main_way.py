"""One item the whole way, and the gates it meets."""

import pytest

from tests.walk import REPLY, Office
from yuqing_desktop.domain.records import Consent, Duty
from yuqing_desktop.domain.vocabulary import DutyKind, Level, Role, Status
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.handle import Wording


def open_kinds(office: Office, item_id: int) -> set[DutyKind]:
    return {duty.kind for duty in office.core.store.find(Duty, item_id=item_id, closed_at=None)}


def test_an_ordinary_item_goes_from_registration_to_closing(office: Office) -> None:
    item = office.item_at(Status.CLOSED)
    dossier = office.core.registry.dossier(item.id, office.clerk)
    assert [entry.act for entry in dossier.timeline] == [
        "登记", "评估", "转送", "签收", "报送处置情况", "副组长审批", "正式回复", "办结",
    ]  # fmt: skip
    assert open_kinds(office, item.id) == set()
    assert all(duty.met for duty in dossier.duties)
    assert item.number == "YQ-2026-0001" and item.slip_number == "舆转〔2026〕1号"


@pytest.mark.article("第九条")
def test_an_important_item_needs_the_head_after_the_deputy(office: Office) -> None:
    item = office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    with pytest.raises(Refused) as refused:
        office.reply(item)
    assert refused.value.article == "第十条"
    assert office.agree(item, Role.HEAD).status is Status.APPROVED


@pytest.mark.article("第七条")
def test_an_important_item_cannot_be_closed_before_it_was_reported_up(office: Office) -> None:
    item = office.item_at(Status.REPLIED, Level.IMPORTANT)
    with pytest.raises(Refused, match="报告市委宣传部"):
        office.close(item)
    assert office.close(office.report_up(item)).status is Status.CLOSED


@pytest.mark.article("第九条")
def test_changing_an_approved_text_voids_the_approval(office: Office) -> None:
    item = office.item_at(Status.APPROVED)
    changed = office.item(
        office.core.handle.amend(office.section, item.id, Wording(REPLY + "请放心。"), reason="补一句")
    )
    assert changed.status is Status.HANDLED
    assert all(consent.voided_at for consent in office.core.store.find(Consent, item_id=item.id))


@pytest.mark.article("第十三条")
def test_a_reply_that_is_not_the_approved_text_is_refused_and_the_attempt_recorded(office: Office) -> None:
    item = office.item_at(Status.APPROVED)
    with pytest.raises(Refused, match="不一致"):
        office.reply(item, "另一段话")
    last = office.core.registry.dossier(item.id, office.clerk).timeline[-1]
    assert last.refused and last.act == "正式回复"
    assert office.core.registry.item(item.id) == item
