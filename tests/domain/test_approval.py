"""第九条: whose agreement to which text counts."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain import approval
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor, Post
from yuqing_desktop.domain.records import Consent, Draft
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, Level, Role, Status
from yuqing_desktop.problems import BadInput, Refused

pytestmark = pytest.mark.article("第九条")

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
TEXT = "您好！系统已恢复。"
DRAFT = Draft(id=3, text=TEXT, sha256=approval.fingerprint(TEXT), serial=1)
DEPUTY, CLERK = Actor(20, "王建国", frozenset({Role.DEPUTY})), Actor(10, "张敏", frozenset({Role.CLERK}))
POSTS = (
    Post(person_id=20, role=Role.DEPUTY, since=date(2026, 1, 1), until=date(2026, 11, 23)),
    Post(person_id=21, role=Role.DEPUTY, since=date(2026, 11, 24)),
    Post(person_id=30, role=Role.HEAD, since=date(2026, 1, 1)),
)


def consent(role: Role = Role.DEPUTY, **values: object) -> Consent:
    given_ = Consent(
        draft_id=3, text_sha256=DRAFT.sha256, role=role, approver_id=20, approver="王建国", decided_at=NOW,
        entered_at=NOW, level=Level.EMERGENCY,
    )  # fmt: skip
    return replace(given_, **values)  # type: ignore[arg-type]


def on_paper(**values: object) -> Consent:
    return replace(consent(), **{"kind": ConsentKind.PAPER, "sheet_number": "舆审〔2026〕1号", **values})  # type: ignore[arg-type]


def item(level: Level | None, **values: object) -> Item:
    return replace(Item(level=level), **values)  # type: ignore[arg-type]


def test_the_deputy_always_and_the_head_for_important_items() -> None:
    assert approval.needed_roles(item(None)) == (Role.DEPUTY,)
    assert approval.needed_roles(item(Level.ORDINARY)) == (Role.DEPUTY,)
    for level in (Level.IMPORTANT, Level.EMERGENCY):
        assert approval.needed_roles(item(level)) == (Role.DEPUTY, Role.HEAD)


def test_what_is_missing_is_named() -> None:
    important = item(Level.IMPORTANT)
    assert approval.missing(important, None, ()) == "还没有拟回复"
    assert approval.missing(important, DRAFT, ()).startswith("副组长、组长")
    assert approval.missing(important, DRAFT, [consent()]).startswith("组长")
    assert approval.missing(important, DRAFT, [consent(), consent(Role.HEAD)]) == ""
    assert approval.missing(item(Level.ORDINARY), DRAFT, [consent()]) == ""


@pytest.mark.parametrize(
    "spoilt",
    [
        {"decision": Decision.RETURN},
        {"voided_at": NOW},
        {"draft_id": 2},
        {"text_sha256": approval.fingerprint("您好！系统尚未恢复。")},
        {"role": Role.OFFICE_HEAD},
    ],
    ids=["returned", "void", "another draft", "another text", "another role"],
)
def test_an_agreement_counts_only_for_the_role_the_draft_and_the_text_it_was_given_to(
    spoilt: dict[str, object],
) -> None:
    assert approval.missing(item(Level.ORDINARY), DRAFT, [consent(**spoilt)])


@given(st.text(min_size=1, max_size=40))
def test_no_agreement_survives_a_change_of_the_text(added: str) -> None:
    changed = replace(DRAFT, text=TEXT + added)
    same = approval.fingerprint(changed.text) == DRAFT.sha256
    assert (approval.valid([consent()], Role.DEPUTY, changed) is not None) == same


def test_blanks_and_line_ends_alone_make_no_other_text() -> None:
    assert approval.fingerprint("您好！\r\n再见 ") == approval.fingerprint("您好！\n再见")
    assert approval.fingerprint("您好！再见") != approval.fingerprint("您好!再见")
    assert approval.short_fingerprint("8f2a41c7aa") == "8F2A 41C7"


def test_a_higher_level_outgrows_the_heads_agreement_and_not_the_deputys() -> None:
    head = consent(Role.HEAD, level=Level.IMPORTANT)
    deputy = consent(level=Level.ORDINARY)
    emergency = item(Level.EMERGENCY)
    assert approval.missing(emergency, DRAFT, [deputy, head]).startswith("组长")
    assert approval.outgrown(emergency, [deputy, head], Level.EMERGENCY) == (head,)
    assert approval.outgrown(emergency, [deputy, head], Level.IMPORTANT) == ()
    assert approval.outgrown(item(Level.EMERGENCY, replied_at=NOW), [head], Level.EMERGENCY) == ()


def test_the_states_that_agreements_and_levels_lead_to() -> None:
    assert approval.after_deputy(item(Level.ORDINARY)) is Status.APPROVED
    assert approval.after_deputy(item(Level.IMPORTANT)) is Status.DEPUTY_AGREED
    raised = item(Level.IMPORTANT, status=Status.APPROVED)
    assert approval.after_reassessment(raised) is Status.DEPUTY_AGREED
    assert approval.after_reassessment(replace(raised, head_at=NOW)) is Status.APPROVED
    lowered = item(Level.ORDINARY, status=Status.DEPUTY_AGREED)
    assert approval.after_reassessment(lowered) is Status.APPROVED
    for status in set(Status) - {Status.APPROVED, Status.DEPUTY_AGREED}:
        assert approval.after_reassessment(item(Level.EMERGENCY, status=status)) is status


def test_on_screen_only_the_holder_of_the_post_on_that_day_decides() -> None:
    approval.check_consent(consent(), DEPUTY, POSTS)
    with pytest.raises(Refused, match="不能代王建国"):
        approval.check_consent(consent(), CLERK, POSTS)
    with pytest.raises(Refused, match="不是副组长"):
        approval.check_consent(consent(decided_at=NOW + timedelta(days=1)), DEPUTY, POSTS)
    with pytest.raises(Refused, match="不是组长"):
        approval.check_consent(consent(Role.HEAD), DEPUTY, POSTS)


def test_on_paper_another_person_enters_what_was_signed_with_its_sheet_and_day() -> None:
    approval.check_consent(on_paper(), CLERK, POSTS)
    approval.check_consent(on_paper(decided_at=NOW - timedelta(days=2)), CLERK, POSTS)
    with pytest.raises(Refused, match="代录人"):
        approval.check_consent(on_paper(), DEPUTY, POSTS)
    wrong = {
        "sheet_number": on_paper(sheet_number=" "),
        "decided_at": on_paper(entered_at=NOW - timedelta(minutes=1)),
    }
    for field, given_ in wrong.items():
        with pytest.raises(BadInput) as refused:
            approval.check_consent(given_, CLERK, POSTS)
        assert set(refused.value.fields) == {field}


def test_nobody_signed_a_text_before_its_day() -> None:
    signed = on_paper(decided_at=NOW - timedelta(days=1))
    approval.check_consent(signed, CLERK, POSTS, earliest=NOW.date() - timedelta(days=1))
    with pytest.raises(BadInput, match="早于2026-11-23"):
        approval.check_consent(signed, CLERK, POSTS, earliest=NOW.date())


def test_a_return_says_why_and_a_decision_when() -> None:
    with pytest.raises(BadInput, match="退回须写明理由"):
        approval.check_consent(consent(decision=Decision.RETURN, opinion=" "), DEPUTY, POSTS)
    approval.check_consent(consent(decision=Decision.RETURN, opinion="请补充事实"), DEPUTY, POSTS)
    with pytest.raises(BadInput, match="审批时间"):
        approval.check_consent(consent(decided_at=None), DEPUTY, POSTS)


def test_paper_suffices_for_important_items_unless_the_office_says_no() -> None:
    both = [on_paper(), on_paper(role=Role.HEAD)]
    important = item(Level.IMPORTANT)
    assert approval.missing(important, DRAFT, both) == ""
    assert approval.missing(item(Level.ORDINARY), DRAFT, both, paper_suffices=False) == ""
    words = approval.missing(important, DRAFT, both, paper_suffices=False)
    assert words.startswith("副组长、组长只有纸质签批")
    one = [consent(), on_paper(role=Role.HEAD)]
    assert approval.missing(important, DRAFT, one, paper_suffices=False).startswith("组长只有纸质签批")
    assert approval.missing(important, DRAFT, [consent(), consent(Role.HEAD)], paper_suffices=False) == ""


def test_where_paper_does_not_suffice_it_is_not_entered_as_agreement_to_an_important_item() -> None:
    with pytest.raises(Refused, match="本人在程序中审批"):
        approval.check_consent(on_paper(), CLERK, POSTS, paper_suffices=False)
    approval.check_consent(on_paper(level=Level.ORDINARY), CLERK, POSTS, paper_suffices=False)
    approval.check_consent(
        on_paper(decision=Decision.RETURN, opinion="重写"), CLERK, POSTS, paper_suffices=False
    )
    approval.check_consent(on_paper(), CLERK, POSTS)


def test_the_form_says_what_a_signature_on_it_is_worth() -> None:
    assert "代录" in approval.paper_rule(Level.IMPORTANT, paper_suffices=True)
    assert "代录" in approval.paper_rule(Level.ORDINARY, paper_suffices=False)
    assert "不足以发布" in approval.paper_rule(Level.EMERGENCY, paper_suffices=False)
