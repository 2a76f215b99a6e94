"""The table of steps against a list written apart: a change of the table is noticed here."""

from dataclasses import replace
from datetime import datetime

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain import workflow
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Consent, Draft
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Decision, DutyKind, Level, Role, Status
from yuqing_desktop.domain.workflow import Facts
from yuqing_desktop.problems import Refused

STATES = dict(zip("RATVHDPYNSMFOC", Status, strict=True))
PEOPLE = dict(zip("csodham", Role, strict=True))
LIVE = "RATVHDPYNS"
ALL = "RATVHDPYNSMFOC"

# act: from which states, by whom, to which state for an ordinary item ("=": it stays, otherwise one letter)
TABLE = {
    Act.EDIT: (LIVE, "co", "="),
    Act.ASSESS: ("R", "co", "A"),
    Act.REASSESS: ("ATVHDPYNS", "co", "="),
    Act.TRANSFER: ("A", "co", "T"),
    Act.RECEIVE: ("T", "cs", "V"),
    Act.REPORT_HANDLING: ("V", "cs", "H"),
    Act.APPROVE_DEPUTY: ("H", "cod", "P"),
    Act.APPROVE_HEAD: ("D", "coh", "P"),
    Act.REPLY: ("P", "c", "Y"),
    Act.CLOSE: ("YNS", "co", "C"),
    Act.INTERIM_REPLY: ("RATVHDP", "c", "="),
    Act.REFUSE_SLIP: ("TV", "cs", "A"),
    Act.REASSIGN: ("TV", "co", "T"),
    Act.AMEND_REPLY: ("HDP", "cso", "H"),
    Act.SEND_BACK: ("HDP", "codh", "V"),
    Act.NO_REPLY: ("ATVHDP", "co", "N"),
    Act.SUSPEND_REPLY: ("ATVHDP", "co", "S"),
    Act.MERGE: ("RATVHDP", "co", "M"),
    Act.DISMISS: ("RA", "co", "F"),
    Act.HAND_OVER: ("RATV", "co", "O"),
    Act.REOPEN: ("YNSMFOC", "co", "A"),
    Act.REPORT_UP: (LIVE + "O", "co", "="),
    Act.PRIVATE_MESSAGE: (LIVE, "c", "="),
    Act.PROGRESS_FEEDBACK: (LIVE, "co", "="),
    Act.CALL: ("TV", "co", "="),
    Act.GIVE_REASON: ("TV", "cs", "="),
    Act.URGE: ("TVHDP", "co", "="),
    Act.SUPERVISE: ("TVHDP", "codh", "="),
    Act.EXTEND: (LIVE, "codh", "="),
    Act.FOLLOW_UP: ("YNSC", "co", "="),
    Act.READ_FIGURES: (ALL, "co", "="),
    Act.ATTACH: (ALL, "csodh", "="),
    Act.TRASH: ("R", "co", "="),
}
WITHOUT_STEP = {Act.REGISTER, Act.RESTORE}
"""These begin: there is no item yet, or it is in the trash."""

DRAFT = Draft(id=7, text="您好！", sha256="", serial=1)


def actor(*roles: Role, section_id: int | None = 1) -> Actor:
    return Actor(1, "某人", frozenset(roles), section_id)


def item_in(status: Status) -> Item:
    """An item no guard of the table has anything against, but those that name a duty or a kind."""
    return Item(
        id=1, number="YQ-2026-0001", status=status, level=Level.ORDINARY, section_id=1,
        comment_kind=CommentKind.COMPLAINT, registered_at=datetime(2026, 11, 23, 9, tzinfo=SHANGHAI),
    )  # fmt: skip


def facts_for(act: Act, item: Item) -> tuple[Item, Facts]:
    """What lets every guard of this act pass."""
    draft = workflow.approval.fingerprint(DRAFT.text)
    agreed = replace(DRAFT, sha256=draft)
    consents = tuple(
        Consent(draft_id=7, text_sha256=draft, role=role, decision=Decision.AGREE, level=Level.EMERGENCY)
        for role in (Role.DEPUTY, Role.HEAD)
    )
    duties = {
        Act.INTERIM_REPLY: {DutyKind.FIRST_REPLY}, Act.EXTEND: {DutyKind.FULL_REPLY},
    }.get(act, set())  # fmt: skip
    if act is Act.REPORT_UP:
        item = replace(item, level=Level.IMPORTANT)
    return item, Facts(agreed, consents, frozenset(duties))


def test_every_act_has_its_row_here_and_there() -> None:
    assert {step.act for step in workflow.STEPS} == set(TABLE) == set(Act) - WITHOUT_STEP
    assert len(workflow.STEPS) == len(TABLE)


@pytest.mark.parametrize("act", TABLE, ids=str)
def test_every_role_in_every_state_may_do_exactly_what_the_list_says(act: Act) -> None:
    sources, roles, _ = TABLE[act]
    for state, status in STATES.items():
        item, facts = facts_for(act, item_in(status))
        for letter, role in PEOPLE.items():
            reason = workflow.refusal(act, item, actor(role), facts)
            assert (reason == "") == (state in sources and letter in roles), (status, role, reason)


@pytest.mark.parametrize("act", TABLE, ids=str)
def test_every_act_leads_to_the_state_the_list_says(act: Act) -> None:
    sources, _, target = TABLE[act]
    for state in sources:
        item = item_in(STATES[state])
        expected = item.status if target == "=" else STATES[target]
        if act is Act.REASSESS and state == "D":  # an ordinary item no longer waits for the head
            expected = Status.APPROVED
        assert workflow.step_of(act).after(item) is expected


@pytest.mark.article("第九条")
@pytest.mark.parametrize("level", [Level.IMPORTANT, Level.EMERGENCY])
def test_the_deputys_agreement_to_an_important_item_leads_to_the_head(level: Level) -> None:
    item = replace(item_in(Status.HANDLED), level=level)
    assert workflow.step_of(Act.APPROVE_DEPUTY).after(item) is Status.DEPUTY_AGREED


@pytest.mark.parametrize("act", TABLE, ids=str)
def test_every_refusal_names_its_article_and_what_is_kept(act: Act) -> None:
    item, facts = facts_for(act, item_in(Status.CLOSED))
    with pytest.raises(Refused) as refused:
        workflow.require(act, item, actor(), facts)
    assert refused.value.article == workflow.step_of(act).article
    assert refused.value.article.startswith("第")
    assert refused.value.article in refused.value.what
    assert refused.value.kept == "事项没有改动。"


def test_only_reopening_leaves_a_final_state() -> None:
    for step in workflow.STEPS:
        for status in step.sources:
            if status.is_final and step.after(item_in(status)) is not status:
                assert step.act is Act.REOPEN


@pytest.mark.article("第十条")
def test_nothing_but_the_reply_leads_to_replied_and_nothing_but_approval_to_approved() -> None:
    ways = {
        (step.act, status, step.after(replace(item_in(status), level=level)))
        for step in workflow.STEPS
        for status in step.sources
        for level in Level
    }
    to_replied = {act for act, source, target in ways if target is Status.REPLIED and source is not target}
    to_approved = {act for act, source, target in ways if target is Status.APPROVED and source is not target}
    assert to_replied == {Act.REPLY}
    assert to_approved == {Act.APPROVE_DEPUTY, Act.APPROVE_HEAD, Act.REASSESS}


def test_an_offer_is_refused_exactly_where_the_act_is() -> None:
    for status in Status:
        item, facts = item_in(status), Facts()
        for offer in workflow.offers(item, actor(Role.CLERK), facts):
            assert offer.reason == workflow.refusal(offer.act, item, actor(Role.CLERK), facts)
            if offer.allowed:
                workflow.require(offer.act, item, actor(Role.CLERK), facts)
            else:
                with pytest.raises(Refused, match="不能"):
                    workflow.require(offer.act, item, actor(Role.CLERK), facts)


def test_the_main_way_comes_first_and_its_next_act_is_the_main_button() -> None:
    offered = [offer.act for offer in workflow.offers(item_in(Status.REGISTERED), actor(), Facts())]
    assert tuple(offered[: len(workflow.MAIN_WAY)]) == workflow.MAIN_WAY
    assert len(offered) == len(set(offered)) == len(TABLE)
    waits = {status: workflow.next_act(item_in(status)) for status in Status}
    assert waits[Status.REGISTERED] is Act.ASSESS
    assert waits[Status.DEPUTY_AGREED] is Act.APPROVE_HEAD
    assert waits[Status.NO_REPLY] is Act.CLOSE
    assert waits[Status.CLOSED] is None


def test_nothing_may_be_done_to_an_item_in_the_trash() -> None:
    trashed = replace(item_in(Status.REGISTERED), trashed_at=datetime(2026, 11, 23, tzinfo=SHANGHAI))
    everyone = actor(*Role)
    assert {offer.reason for offer in workflow.offers(trashed, everyone, Facts())} == {"事项在回收站中"}


@pytest.mark.article("第五条")
@pytest.mark.parametrize("act", [Act.RECEIVE, Act.REPORT_HANDLING, Act.REFUSE_SLIP, Act.AMEND_REPLY])
def test_a_section_acts_only_for_its_own_items(act: Act) -> None:
    item, facts = facts_for(act, item_in(STATES[TABLE[act][0][0]]))
    assert workflow.refusal(act, item, actor(Role.SECTION, section_id=1), facts) == ""
    for elsewhere in (2, None):
        reason = workflow.refusal(act, item, actor(Role.SECTION, section_id=elsewhere), facts)
        assert "承办科室" in reason
    assert workflow.refusal(act, item, actor(Role.CLERK, section_id=2), facts) == ""


@pytest.mark.article("第七条")
@pytest.mark.parametrize("act", [Act.MERGE, Act.HAND_OVER])
def test_an_item_that_must_still_be_reported_up_is_neither_merged_nor_handed_over(act: Act) -> None:
    owing = Facts(open_duties=frozenset({DutyKind.REPORT_UP}))
    assert "报告市委宣传部" in workflow.refusal(act, item_in(Status.ASSESSED), actor(Role.CLERK), owing)


@pytest.mark.article("第十二条")
@pytest.mark.parametrize(
    "act", [Act.NO_REPLY, Act.SUSPEND_REPLY, Act.MERGE, Act.DISMISS, Act.HAND_OVER], ids=str
)
def test_after_an_interim_reply_only_the_full_one_ends_the_matter(act: Act) -> None:
    item = replace(item_in(Status.ASSESSED), interim_at=datetime(2026, 11, 23, 10, tzinfo=SHANGHAI))
    assert "须补正式回复" in workflow.refusal(act, item, actor(Role.CLERK), Facts())


@pytest.mark.parametrize("kind", sorted(workflow.MANDATORY), ids=str)
def test_an_item_with_an_open_mandatory_duty_is_not_closed(kind: DutyKind) -> None:
    owing = Facts(open_duties=frozenset({kind}))
    assert kind.label in workflow.refusal(Act.CLOSE, item_in(Status.REPLIED), actor(Role.CLERK), owing)


def test_the_mandatory_duties_are_these() -> None:
    assert {
        DutyKind.REPORT_UP, DutyKind.PRIVATE_MESSAGE, DutyKind.PROGRESS_FEEDBACK, DutyKind.FIRST_REPLY,
        DutyKind.FULL_REPLY,
    } == workflow.MANDATORY  # fmt: skip


def test_the_diagram_draws_every_change_of_state_once() -> None:
    lines = workflow.diagram().splitlines()
    assert lines[0] == "stateDiagram-v2"
    assert len(lines) == len(set(lines))
    arrows = [line.strip() for line in lines[1:]]
    names = {"[*]", *(status.value for status in Status)}
    for arrow in arrows:
        source, rest = arrow.split(" --> ")
        assert source in names and rest.split(":")[0] in names
    assert "handled --> deputy_agreed: 副组长审批" in arrows
    assert "handled --> approved: 副组长审批" in arrows
    assert "approved --> deputy_agreed: 重新评估" in arrows
    for act, (sources, _, target) in TABLE.items():
        for state in sources:
            if target not in ("=", state):
                assert f"{STATES[state]} --> {STATES[target]}: {act.label}" in arrows


@pytest.mark.parametrize(
    ("act", "status", "advice"),
    [
        (Act.REPLY, Status.DEPUTY_AGREED, "请先组长审批。"),
        (Act.CLOSE, Status.RECEIVED, "请先报送处置情况。"),
        (Act.ASSESS, Status.CLOSED, ""),
        (Act.REFUSE_SLIP, Status.HANDLED, ""),
    ],
)
def test_a_refusal_says_what_comes_first_where_the_act_comes_later(
    act: Act, status: Status, advice: str
) -> None:
    with pytest.raises(Refused) as refused:
        workflow.require(act, item_in(status), actor(Role.CLERK), Facts())
    assert refused.value.advice == advice
