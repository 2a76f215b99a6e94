"""Acts on all posts of an event from one dialog, each post on its own record."""

import pytest

from tests.ui.dialogs.conftest import Stage
from tests.walk import REPLY
from ui.dialogs.event_posts import EventPosts
from yuqing_desktop.domain.affairs import Relation
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, PaperKind, Status
from yuqing_desktop.services.assess import Assessment
from yuqing_desktop.services.paper_sources import Sources
from yuqing_desktop.services.paper_words import approval_form


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


@pytest.mark.article("第七条")
def test_one_call_to_the_propaganda_department_is_recorded_for_every_post_not_yet_reported(
    stage: Stage, posts: list[Item]
) -> None:
    office = stage.office
    for post in posts:
        decided = Assessment(Level.EMERGENCY, CommentKind.QUESTION, reason="多人同时反映")
        office.core.assess.reassess(office.clerk, post.id, decided)
    office.report_up(posts[2])
    dialog = stage.open(Act.REPORT_UP, posts[0])
    assert dialog.posts is not None
    assert [one.item.id for one in dialog.posts.chosen] == [posts[1].id]
    dialog.forms[0].fill({"to": "值班室 刘某", "number": "0000-7654321"})
    dialog.submit()
    assert all(stage.item(post).reported_up_at for post in posts)
    further = stage.open(Act.REPORT_UP, posts[0])
    assert further.posts is not None and len(further.posts.chosen) == 2
    further.hide()


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


@pytest.mark.article("第九条")
def test_one_slip_one_handling_one_approval_serve_all_and_each_post_is_answered_on_its_own_record(
    stage: Stage, posts: list[Item]
) -> None:
    """The whole way in the window, as the clerk, the section and the deputy go it."""
    office, core = stage.office, stage.office.core
    others = [post.number for post in posts[1:]]
    dialog = stage.open(Act.TRANSFER, posts[0])
    dialog.forms[0].fill({"section_id": office.section_id()})
    dialog.submit()
    receipt = stage.open(Act.RECEIVE, posts[0])
    receipt.forms[0].fill({"received_by": "李强"})
    receipt.submit()
    report = stage.open(Act.REPORT_HANDLING, posts[0], who="李强")
    assert report.posts is not None and len(report.posts.chosen) == 2
    report.forms[0].fill(
        {"findings": "证书到期。", "measures": "已更换。", "text": REPLY, "reported_by": "李强"}
    )
    report.submit()
    drafts = [core.registry.dossier(post.id, office.clerk).draft for post in posts]
    assert len({draft.sha256 for draft in drafts if draft}) == 1 and None not in drafts
    form = next(
        paper
        for paper in core.papers.of_item(office.clerk, posts[0].id)
        if paper.kind is PaperKind.APPROVAL_FORM
    )
    assert drafts[0] is not None
    listed = approval_form(Sources(core.store, core.settings), form).note
    assert listed.startswith("同一事件另有2件") and all(number in listed for number in others)
    assert listed.count("同一拟回复") == 2
    agree = stage.open(Act.APPROVE_DEPUTY, posts[0], who="王建国")
    assert agree.posts is not None and len(agree.posts.chosen) == 2
    agree.submit()
    assert statuses(stage, posts) == [Status.APPROVED] * 3
    answer = stage.open(Act.REPLY, posts[1])
    assert answer.posts is None
    answer.forms[0].fill({"text": REPLY, "published_at": office.clock.now(), "link": "https://weibo.com/r/1"})
    answer.submit()
    assert statuses(stage, posts) == [Status.APPROVED, Status.REPLIED, Status.APPROVED]
    closing = stage.open(Act.CLOSE, posts[1])
    assert closing.posts is None
    closing.forms[0].fill({"outcome": "已恢复并回复"})
    closing.submit()
    assert statuses(stage, posts) == [Status.APPROVED, Status.CLOSED, Status.APPROVED]


def test_an_item_alone_offers_nothing(stage: Stage) -> None:
    item = stage.office.item_at(Status.ASSESSED)
    assert stage.open(Act.TRANSFER, item).posts is None
