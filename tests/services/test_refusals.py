"""The services refuse what the table refuses, for every act, state and role, and leave a record of it."""

from collections.abc import Callable

import pytest

from tests import acts
from tests.walk import Office
from yuqing_desktop.domain import workflow
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Act, Level, Role, Status
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.desk import facts_of

NAMES = {
    Role.CLERK: "张敏", Role.SECTION: "李强", Role.OFFICE_HEAD: "陈静", Role.DEPUTY: "王建国", Role.HEAD: "赵志远",
    Role.AUDITOR: "徐洁", Role.ADMIN: "黄磊",
}  # fmt: skip
SIDE_WAYS: dict[Status, tuple[Status, Act]] = {
    Status.NO_REPLY: (Status.ASSESSED, Act.NO_REPLY),
    Status.REPLY_SUSPENDED: (Status.ASSESSED, Act.SUSPEND_REPLY),
    Status.MERGED: (Status.ASSESSED, Act.MERGE),
    Status.DISMISSED: (Status.ASSESSED, Act.DISMISS),
    Status.HANDED_OVER: (Status.ASSESSED, Act.HAND_OVER),
}


def item_in(office: Office, status: Status) -> Item:
    if status is Status.DEPUTY_AGREED:
        return office.item_at(status, Level.IMPORTANT)
    if status not in SIDE_WAYS:
        return office.item_at(status)
    other = office.register()
    before, act = SIDE_WAYS[status]
    return office.item(acts.do(office, act, office.clerk, office.item_at(before), into=other.number))


@pytest.mark.parametrize("status", Status, ids=str)
def test_what_the_table_refuses_the_services_refuse_naming_the_article(
    office: Office, status: Status
) -> None:
    item = item_in(office, status)
    facts = facts_of(office.core.store, item)
    tried = 0
    for step in workflow.STEPS:
        for role, name in NAMES.items():
            actor = office.actor(name)
            assert actor.roles == {role}
            if not workflow.refusal(step.act, item, actor, facts):
                continue
            with pytest.raises(Refused) as refused:
                acts.do(office, step.act, actor, item)
            assert refused.value.article == step.article, (step.act, role)
            tried += 1
    assert office.core.registry.item(item.id) == item
    recorded = office.core.store.database.rows("SELECT count(*) FROM event WHERE outcome = 'refused'")
    assert recorded == [(tried,)]
    assert tried > 100


@pytest.mark.parametrize("status", Status, ids=str)
def test_what_the_table_allows_the_services_do(office: Office, status: Status) -> None:
    for step in workflow.STEPS:
        office.pass_time(minutes=1)
        item = item_in(office, status)
        facts, role = facts_of(office.core.store, item), doer(step.roles)
        if workflow.refusal(step.act, item, office.actor(NAMES[role]), facts):
            continue
        into = office.register().number
        done = office.item(acts.do(office, step.act, office.actor(NAMES[role]), item, into=into))
        assert done.status is step.after(done), step.act


def doer(roles: frozenset[Role]) -> Role:
    return next(role for role in (Role.CLERK, Role.DEPUTY, Role.HEAD) if role in roles)


@pytest.mark.article("第七条")
def test_only_the_office_registers_and_restores(office: Office) -> None:
    item = office.register()
    office.core.register.trash(office.clerk, item.id, "误录")
    ways: tuple[Callable[[Actor], object], ...] = (
        lambda actor: office.core.register.register(actor, {"title": "题", "platform": "微博"}),
        lambda actor: office.core.register.restore(actor, item.id),
    )
    for name in ("李强", "王建国", "赵志远", "徐洁", "黄磊"):
        for way in ways:
            with pytest.raises(Refused) as refused:
                way(office.actor(name))
            assert refused.value.article == "第七条"
