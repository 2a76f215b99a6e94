"""Acts on all posts of an event from one dialog, each post on its own record."""

import pytest

from tests.ui.dialogs.conftest import Stage
from ui.dialogs.event_posts import EventPosts
from yuqing_desktop.domain.affairs import Relation
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Act, Status


@pytest.fixture
def posts(stage: Stage) -> list[Item]:
    office = stage.office
    made = [office.assess(office.register(link=f"https://weibo.com/1/Nabcdefg{end}")) for end in "xyz"]
    for other in made[1:]:
        office.core.affairs.judge(office.clerk, other.id, made[0].id, Relation.SIBLING)
    return [stage.item(post) for post in made]


def statuses(stage: Stage, posts: list[Item]) -> list[Status]:
    return [stage.item(post).status for post in posts]


@pytest.mark.article("第八条")
def test_one_slip_sends_every_ticked_post(stage: Stage, posts: list[Item]) -> None:
    dialog = stage.open(Act.TRANSFER, posts[0])
    assert isinstance(dialog.posts, EventPosts) and len(dialog.posts.chosen) == 2
    dialog.forms[0].fill({"section_id": stage.office.section_id()})
    dialog.submit()
    assert statuses(stage, posts) == [Status.TRANSFERRED] * 3
    assert len({stage.item(post).slip_number for post in posts}) == 1
    assert "同一事件共3件" in stage.heard[-1].result
    assert set(stage.heard[-1].item_ids) == {post.id for post in posts}


def test_a_post_not_ticked_stays(stage: Stage, posts: list[Item]) -> None:
    dialog = stage.open(Act.TRANSFER, posts[0])
    assert dialog.posts is not None
    dialog.posts._boxes[1][0].setChecked(False)
    dialog.forms[0].fill({"section_id": stage.office.section_id()})
    dialog.submit()
    assert statuses(stage, posts) == [Status.TRANSFERRED, Status.TRANSFERRED, Status.ASSESSED]


def test_the_receipt_is_recorded_for_all(stage: Stage, posts: list[Item]) -> None:
    for post in posts:
        stage.office.transfer(post)
    dialog = stage.open(Act.RECEIVE, posts[1])
    dialog.forms[0].fill({"received_by": "李强"})
    dialog.submit()
    assert statuses(stage, posts) == [Status.RECEIVED] * 3


def test_a_post_that_is_elsewhere_is_not_offered(stage: Stage, posts: list[Item]) -> None:
    stage.office.transfer(posts[1])
    dialog = stage.open(Act.TRANSFER, posts[0])
    assert dialog.posts is not None
    assert [dossier.item.id for dossier in dialog.posts.chosen] == [posts[2].id]


@pytest.mark.article("第九条")
def test_only_posts_with_the_very_same_wording_are_approved_together(stage: Stage, posts: list[Item]) -> None:
    office = stage.office
    for post, text in zip(posts, ("同一句答复。", "同一句答复。", "另一句答复。"), strict=True):
        office.handle(office.receive(office.transfer(post)), text)
    dialog = stage.open(Act.APPROVE_DEPUTY, posts[0], who="王建国")
    assert dialog.posts is not None
    assert [dossier.item.id for dossier in dialog.posts.chosen] == [posts[1].id]


def test_an_item_alone_offers_nothing(stage: Stage) -> None:
    item = stage.office.item_at(Status.ASSESSED)
    assert stage.open(Act.TRANSFER, item).posts is None
