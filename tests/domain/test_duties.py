"""What is owed follows from the item alone."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain import duties
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import CommentKind, DutyKind, Level, ReplyNeed, Status

AT = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
D, S = DutyKind, Status
OWED = {
    S.REGISTERED: {D.TRANSFER, D.FIRST_REPLY},
    S.ASSESSED: {D.TRANSFER, D.FIRST_REPLY},
    S.TRANSFERRED: {D.RECEIPT, D.FIRST_REPLY},
    S.RECEIVED: {D.FEEDBACK, D.FIRST_REPLY},
    S.HANDLED: {D.DEPUTY_APPROVAL, D.FIRST_REPLY},
    S.DEPUTY_AGREED: {D.HEAD_APPROVAL, D.FIRST_REPLY},
    S.APPROVED: {D.PUBLISH, D.FIRST_REPLY},
    S.REPLIED: set(),
    S.NO_REPLY: set(),
    S.REPLY_SUSPENDED: set(),
    S.MERGED: set(),
    S.DISMISSED: set(),
    S.HANDED_OVER: set(),
    S.CLOSED: set(),
}
items = st.builds(
    Item,
    status=st.sampled_from(Status),
    level=st.none() | st.sampled_from(Level),
    comment_kind=st.none() | st.sampled_from(CommentKind),
    reply_need=st.sampled_from(ReplyNeed),
    interim_at=st.none() | st.just(AT),
    replied_at=st.none() | st.just(AT),
    reported_up_at=st.none() | st.just(AT),
    private_message_at=st.none() | st.just(AT),
    progress_feedback_at=st.none() | st.just(AT),
    trashed_at=st.none() | st.just(AT),
)


@pytest.mark.parametrize("status", Status, ids=str)
def test_an_ordinary_item_that_needs_a_reply_owes_its_next_step_and_the_reply(status: Status) -> None:
    assert duties.owed(Item(status=status, level=Level.ORDINARY)) == OWED[status]


@pytest.mark.article("第十二条")
@pytest.mark.parametrize("need", [ReplyNeed.NOT_NEEDED, ReplyNeed.REPLIED])
def test_where_no_reply_is_needed_none_is_owed(need: ReplyNeed) -> None:
    assert D.FIRST_REPLY not in duties.owed(Item(reply_need=need))


@pytest.mark.article("第十二条")
def test_the_interim_reply_turns_the_first_debt_into_the_second_until_the_full_reply() -> None:
    item = Item(status=S.RECEIVED, interim_at=AT)
    assert D.FULL_REPLY in duties.owed(item) and D.FIRST_REPLY not in duties.owed(item)
    assert duties.was_met(D.FIRST_REPLY, item) and duties.done_at(D.FIRST_REPLY, item) == AT
    not_needed = replace(item, reply_need=ReplyNeed.NOT_NEEDED)
    assert D.FULL_REPLY in duties.owed(not_needed)  # what was promised is owed whatever was thought later
    assert D.FULL_REPLY not in duties.owed(replace(item, status=S.REPLIED, replied_at=AT))


@pytest.mark.article("第七条")
@pytest.mark.parametrize("level", [Level.IMPORTANT, Level.EMERGENCY])
def test_an_important_item_owes_the_report_up_until_it_is_recorded(level: Level) -> None:
    for status in set(Status) - {S.DISMISSED, S.MERGED, S.CLOSED}:
        item = Item(status=status, level=level)
        assert D.REPORT_UP in duties.owed(item)
        assert D.REPORT_UP not in duties.owed(replace(item, reported_up_at=AT))


@pytest.mark.article("第十一条")
@pytest.mark.parametrize("kind", CommentKind, ids=str)
def test_a_complaint_owes_a_private_message_and_progress_and_no_other_kind_does(kind: CommentKind) -> None:
    both = {D.PRIVATE_MESSAGE, D.PROGRESS_FEEDBACK}
    item = Item(status=S.REPLIED, comment_kind=kind)
    assert duties.owed(item) & both == (both if kind is CommentKind.COMPLAINT else set())
    done = replace(item, private_message_at=AT, progress_feedback_at=AT)
    assert not duties.owed(done) & both


@given(items)
def test_nothing_is_owed_from_the_trash_nor_by_a_closed_item(item: Item) -> None:
    if item.trashed_at is not None or item.status is S.CLOSED:
        assert duties.owed(item) == frozenset()


@given(items)
def test_a_met_duty_knows_when_it_was_done_or_leaves_it_to_the_act(item: Item) -> None:
    for kind in set(DutyKind) - duties.owed(item):
        if duties.was_met(kind, item):
            assert duties.done_at(kind, item) in (None, AT)


def test_every_duty_has_one_rule() -> None:
    assert [rule.kind for rule in duties.RULES] == list(DutyKind)


def test_a_duty_overtaken_by_another_end_is_not_met() -> None:
    assert not duties.was_met(D.TRANSFER, Item(status=S.DISMISSED))
    assert not duties.was_met(D.FIRST_REPLY, Item(status=S.NO_REPLY))
    assert duties.was_met(D.TRANSFER, Item(status=S.TRANSFERRED))
    assert duties.was_met(D.DEPUTY_APPROVAL, Item(status=S.RECEIVED))  # a return is a decision too
