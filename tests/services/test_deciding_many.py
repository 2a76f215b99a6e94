"""One decision on several items: each on its own record, what is refused holds nothing else up."""

import pytest

from tests.bureau import Bureau, password_of
from tests.walk import Office
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.trust import Signature
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, Level, Role, Status
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.handle import Wording


def texts(office: Office, *items: Item) -> dict[int, str]:
    drafts = {item.id: office.core.registry.dossier(item.id, office.clerk).draft for item in items}
    return {item_id: draft.sha256 if draft else "" for item_id, draft in drafts.items()}


@pytest.mark.article("第九条")
def test_what_is_refused_is_named_and_the_others_are_agreed(office: Office) -> None:
    ordinary, important = office.item_at(Status.HANDLED), office.item_at(Status.HANDLED, Level.IMPORTANT)
    seen = texts(office, ordinary, important)
    office.core.handle.amend(office.section, important.id, Wording("改过的文本"), reason="更准确")
    given = Opinion(Role.DEPUTY, Decision.AGREE, office.deputy.person_id)
    done, refused = office.core.approve.decide_many(office.deputy, seen, given)
    assert done.changes is not None and done.problem is None
    assert refused.changes is None and "不是现在的文本" in str(refused.problem)
    assert office.core.registry.item(ordinary.id).status is Status.APPROVED
    assert office.core.registry.item(important.id).status is Status.HANDLED


@pytest.mark.article("第九条")
def test_one_signed_sheet_serves_several_items_and_never_says_the_leader_clicked(office: Office) -> None:
    items = [office.item_at(Status.HANDLED) for _ in range(2)]
    given = Opinion(
        Role.DEPUTY, Decision.AGREE, office.deputy.person_id, ConsentKind.PAPER,
        decided_at=office.clock.now(), sheet_number="舆审〔2026〕7号",
    )  # fmt: skip
    outcomes = office.core.approve.decide_many(office.clerk, texts(office, *items), given, op_id="once")
    assert all(one.problem is None for one in outcomes)
    consents = [office.core.registry.dossier(item.id, office.clerk).consents[0] for item in items]
    assert {(one.kind, one.sheet_number, one.entered_by) for one in consents} == {
        (ConsentKind.PAPER, "舆审〔2026〕7号", "张敏")
    }
    again = office.core.approve.decide_many(office.clerk, texts(office, *items), given, op_id="once")
    assert [one.problem for one in again] == [None, None]


@pytest.mark.article("第九条")
def test_one_wrong_password_counts_once_however_many_items_wait(bureau: Bureau) -> None:
    bureau.open_accounts("陈静", "王建国", "赵志远")
    bureau.give_keys()
    items = [bureau.item_at(Status.HANDLED) for _ in range(4)]
    seen = texts(bureau, *items)
    given = Opinion(Role.DEPUTY, Decision.AGREE, bureau.deputy.person_id)
    refused = bureau.core.approve.decide_many(bureau.deputy, seen, given, password="wrong-pass")
    assert all(isinstance(one.problem, Refused) for one in refused) and len(refused) == 4
    done = bureau.core.approve.decide_many(bureau.deputy, seen, given, password=password_of("王建国"))
    assert all(one.changes is not None for one in done)
    assert len(bureau.core.store.find(Signature)) == 4
    assert bureau.core.checkup.check().ok
