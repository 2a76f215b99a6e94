"""An approval signed by the approver."""

from pathlib import Path

import pytest

from tests.bureau import Bureau, password_of
from tests.services.test_papers import text_of
from tests.walk import Office
from yuqing_desktop.domain import paper_codes
from yuqing_desktop.domain.records import Consent
from yuqing_desktop.domain.trust import Signature, SigningKey, fingerprint_words
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, Level, PaperKind, Role, Status
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.approve import Opinion


@pytest.fixture
def signing(bureau: Bureau) -> Bureau:
    bureau.open_accounts("陈静", "王建国", "赵志远")
    bureau.give_keys()
    return bureau


@pytest.mark.article("第九条")
def test_both_leaders_sign_an_important_item_and_the_check_up_verifies_it(signing: Bureau) -> None:
    item = signing.item_at(Status.CLOSED, Level.IMPORTANT)
    consents = signing.core.store.find(Consent, item_id=item.id)
    assert len(signing.core.store.find(Signature)) == len(consents) == 2
    assert signing.core.checkup.check().findings == ()


@pytest.mark.article("第九条")
def test_no_screen_approval_without_the_approvers_own_password(signing: Bureau) -> None:
    item = signing.item_at(Status.HANDLED)
    opinion = Opinion(Role.DEPUTY, Decision.AGREE, signing.deputy.person_id)
    for password in (None, "", "wrong-pass", password_of("赵志远")):
        with pytest.raises(Refused):
            signing.core.approve.decide(signing.deputy, item.id, opinion, password=password)
    assert signing.core.registry.item(item.id) == item
    assert signing.core.store.find(Signature) == []


def test_a_return_is_signed_too(signing: Bureau) -> None:
    item = signing.item_at(Status.HANDLED)
    opinion = Opinion(Role.DEPUTY, Decision.RETURN, signing.deputy.person_id, opinion="请补充核实情况")
    signing.core.approve.decide(signing.deputy, item.id, opinion, password=password_of("王建国"))
    assert len(signing.core.store.find(Signature)) == 1
    assert signing.core.checkup.check().ok


def test_a_paper_consent_is_marked_and_unsigned(signing: Bureau) -> None:
    item = signing.item_at(Status.HANDLED)
    opinion = Opinion(
        Role.DEPUTY, Decision.AGREE, signing.deputy.person_id, kind=ConsentKind.PAPER,
        decided_at=signing.clock.now(), sheet_number="舆审〔2026〕1号",
    )  # fmt: skip
    signing.core.approve.decide(signing.clerk, item.id, opinion)
    (consent,) = signing.core.store.find(Consent)
    assert (consent.kind, consent.entered_by) == (ConsentKind.PAPER, "张敏")
    assert signing.core.store.find(Signature) == []
    assert signing.core.checkup.check().ok


def test_a_sample_asks_for_no_password(office: Office) -> None:
    assert office.item_at(Status.APPROVED).status is Status.APPROVED


@pytest.mark.article("第九条")
def test_a_key_counts_only_after_a_second_person_compared_its_fingerprint(bureau: Bureau) -> None:
    bureau.open_accounts("陈静", "王建国", "赵志远")
    key = bureau.enrol(bureau.deputy)
    assert bureau.core.signing.key_of(bureau.deputy.person_id) is None
    with pytest.raises(Refused, match="不能自己确认"):
        bureau.confirm(bureau.deputy, key)
    with pytest.raises(Refused, match="指纹"):
        bureau.core.signing.confirm(bureau.actor("陈静"), key.id, "0000", password_of("陈静"))
    sql = "SELECT person FROM event WHERE act = 'confirm_key' AND outcome = 'refused' ORDER BY id"
    assert bureau.core.store.database.rows(sql) == [("王建国",), ("陈静",)]
    bureau.confirm(bureau.actor("陈静"), key)
    assert bureau.core.signing.key_of(bureau.deputy.person_id) is not None


@pytest.mark.article("第九条")
def test_later_keys_are_confirmed_by_somebody_who_has_one(signing: Bureau) -> None:
    new = signing.enrol(signing.head)
    with pytest.raises(Refused, match="须由其中一人确认"):
        signing.confirm(signing.actor("陈静"), new)
    signing.confirm(signing.deputy, new)
    old, current = signing.core.store.find(SigningKey, person_id=signing.head.person_id)
    assert old.end_reason == "更换密钥"
    assert current.endorsement
    assert signing.core.checkup.check().ok


def test_signatures_by_an_ended_key_stay_good(signing: Bureau) -> None:
    signing.item_at(Status.CLOSED, Level.IMPORTANT)
    signing.pass_time(hours=1)
    signing.confirm(signing.deputy, signing.enrol(signing.head))
    signing.pass_time(hours=1)
    signing.item_at(Status.CLOSED, Level.IMPORTANT)
    assert signing.core.checkup.check().findings == ()


def test_a_changed_password_opens_the_same_key(signing: Bureau) -> None:
    accounts = signing.core.accounts
    accounts.change_password(signing.deputy, password_of("王建国"), "another-word")
    item = signing.item_at(Status.HANDLED)
    opinion = Opinion(Role.DEPUTY, Decision.AGREE, signing.deputy.person_id)
    signing.core.approve.decide(signing.deputy, item.id, opinion, password="another-word")
    assert signing.core.checkup.check().ok


@pytest.mark.article("第九条")
def test_a_key_is_printed_to_be_signed_by_two_people(bureau: Bureau, tmp_path: Path) -> None:
    bureau.open_accounts("陈静", "王建国", "赵志远")
    key = bureau.enrol(bureau.deputy)
    papers = bureau.core.papers
    paper = papers.make(bureau.deputy, PaperKind.KEY_FORM, subject_id=key.id)
    form = papers.context(paper)
    assert (form.name, form.post, form.reason, form.previous) == ("王建国", "副组长", "首次登记", "无")
    assert form.fingerprint.split() == fingerprint_words(key.public).split()
    assert form.head == bureau.core.store.head()
    assert paper_codes.read_head(form.head_code) == form.head
    assert "办公室主任" in form.confirmers and "不能是本人" in form.confirmers
    text = text_of(papers.write_slip(bureau.deputy, paper, tmp_path / "key.docx"))
    for words in ("舆审〔2026〕1号", "本人签名", "确认人签名", form.fingerprint.split("\n")[1], form.head):
        assert words in text


def test_the_form_of_a_changed_key_names_the_one_before_and_who_may_confirm(signing: Bureau) -> None:
    old = signing.core.signing.key_of(signing.head.person_id)
    assert old is not None
    new = signing.enrol(signing.head)
    paper = signing.core.papers.make(signing.head, PaperKind.KEY_FORM, subject_id=new.id)
    form = signing.core.papers.context(paper)
    assert (form.reason, form.previous) == ("更换密钥", fingerprint_words(old.public))
    assert form.confirmers.endswith("王建国") and form.state == "待第二人确认"
    signing.confirm(signing.deputy, new)
    assert signing.core.papers.context(paper).state == "已由王建国确认"
