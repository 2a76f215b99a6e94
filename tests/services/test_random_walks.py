"""Random acts by random people: whatever is tried, the regulation holds afterwards."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests import acts
from tests.storage.chain import check_chain, events
from tests.walk import REPLY, Office
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain import approval, duties, workflow
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Consent, Draft, Duty, Reply, Slip
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Decision, Level, Role, Status
from yuqing_desktop.domain.workflow import MANDATORY
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Problem, Refused
from yuqing_desktop.services.desk import facts_of
from yuqing_desktop.services.founding import SAMPLE_MEMBERS

PEOPLE = ("张敏", "陈静", "王建国", "赵志远", "李强", "周婷", "徐洁")
ACTS = (*(step.act for step in workflow.STEPS), Act.RESTORE)


@dataclass(frozen=True)
class Try:
    """One attempt: the next step by the clerk ("way"), something allowed ("allowed"), or anything at all ("any")."""

    mode: str
    pick: int
    person: str
    level: Level
    kind: CommentKind
    text: str
    minutes: int
    target: int


tries = st.builds(
    Try,
    mode=st.sampled_from(("way", "way", "way", "allowed", "any")),
    pick=st.integers(0, 10_000),
    person=st.sampled_from(PEOPLE),
    level=st.sampled_from(Level),
    kind=st.sampled_from(CommentKind),
    text=st.sampled_from(("", "", "", REPLY, REPLY + "请放心。", "另一段话")),
    minutes=st.integers(1, 600),
    target=st.integers(0, 1),
)


@contextlib.contextmanager
def an_office() -> Iterator[Office]:
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))
        core = open_core(Paths(Path(folder) / "data", Path(folder) / "workstation"), clock)
        core.store.database.connection.execute("PRAGMA synchronous = OFF")
        core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
        try:
            yield Office(core, clock)
        finally:
            core.close()


def chosen(office: Office, item: Item, one: Try) -> Act:
    if one.mode == "way":
        return workflow.next_act(item) or Act.REOPEN
    if one.mode == "any":
        return ACTS[one.pick % len(ACTS)]
    offers = workflow.offers(item, office.actor(one.person), facts_of(office.core.store, item))
    allowed = [offer.act for offer in offers if offer.allowed] or list(ACTS)
    return allowed[one.pick % len(allowed)]


def attempt(office: Office, item: Item, one: Try, into: str) -> None:
    """Try it; a refusal must name its article and leave the item as it was."""
    act = chosen(office, item, one)
    actor = office.clerk if one.mode == "way" else office.actor(one.person)
    count = len(events(office.core.store.database))
    refused = tried(
        lambda: acts.do(office, act, actor, item, level=one.level, kind=one.kind, text=one.text, into=into)
    )
    if refused is None:
        return
    assert office.core.registry.item(item.id) == item
    told = [one.outcome for one in events(office.core.store.database)[count:]]
    assert told == (["refused"] if isinstance(refused, Refused) else [])
    assert not isinstance(refused, Refused) or str(refused.article).startswith("第")


def tried(act: Callable[[], object]) -> Problem | None:
    """The refusal, if it is refused."""
    try:
        act()
    except Problem as problem:
        return problem
    return None


def look_at(office: Office, item: Item, before: Item) -> None:
    store = office.core.store
    open_duties = store.find(Duty, item_id=item.id, closed_at=None)
    assert len({duty.kind for duty in open_duties}) == len(open_duties)
    assert {duty.kind for duty in open_duties} == duties.owed(item)
    assert item.handled_at or item.reopened_at or not office.core.store.find(Draft, item_id=item.id)
    assert item.due_at == min((duty.due_at for duty in open_duties if duty.due_at), default=None)
    for duty in store.find(Duty, item_id=item.id):
        assert duty.closed_at is None or duty.opened_at <= duty.closed_at <= office.clock.now()  # type: ignore[operator]
    if item.status is Status.CLOSED:
        assert not {duty.kind for duty in open_duties} & MANDATORY
    if item.status is Status.REPLIED and before.status is not Status.REPLIED:
        check_reply(office, before)
    open_slips = store.find(Slip, item_id=item.id, ended_at=None)
    assert len(open_slips) == (item.status in (Status.TRANSFERRED, Status.RECEIVED))
    if item.merged_into is not None:
        assert item.status is Status.MERGED and item.merged_into != item.id


def check_reply(office: Office, before: Item) -> None:
    """第九条: everyone needed had agreed to exactly the text that went out."""
    store = office.core.store
    reply = store.find(Reply, item_id=before.id, interim=0, order="id DESC", limit=1)[0]
    draft = store.find(Draft, item_id=before.id, order="serial DESC", limit=1)[0]
    assert reply.draft_id == draft.id and reply.sha256 == draft.sha256 == approval.fingerprint(draft.text)
    agreed = {
        consent.role
        for consent in store.find(Consent, item_id=before.id, draft_id=draft.id)
        if consent.decision is Decision.AGREE and consent.voided_at is None
        and consent.text_sha256 == reply.sha256
        and (consent.role is Role.DEPUTY or consent.level.rank >= before.level_or_ordinary.rank)
    }  # fmt: skip
    assert set(approval.needed_roles(before)) <= agreed


@pytest.mark.article("第九条")
@pytest.mark.article("第十三条")
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(tries, min_size=20, max_size=60))
def test_whatever_is_tried_by_whomever_the_regulation_holds(walk: list[Try]) -> None:
    with an_office() as office:
        ids = [office.register().id, office.register(title="食堂排队太久建议增加窗口").id]
        for one in walk:
            office.clock.move_to(office.clock.now() + timedelta(minutes=one.minutes))
            item, other = (office.core.registry.item(ids[one.target ^ flip]) for flip in (0, 1))
            attempt(office, item, one, other.number)
            after = office.core.registry.item(item.id)
            look_at(office, after, item)
            event(after.status)
        check_chain(office.core.store.database)
        for item in map(office.core.registry.item, ids):
            pairs = [item.title[start : start + 2] for start in range(len(item.title) - 1)]
            for pair in pairs if item.trashed_at is None else ():
                assert item.id in office.core.registry.search(pair)
