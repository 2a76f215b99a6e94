"""Same event, many posts: what is like a new post, what was said of it, acts on all of them."""

from datetime import timedelta

import pytest

from tests.walk import REPLY, Office
from yuqing_desktop.domain.affairs import Relation
from yuqing_desktop.domain.records import Handling, Paper
from yuqing_desktop.domain.vocabulary import Act, Decision, Role, Status
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.handle import Wording
from yuqing_desktop.services.transfer import Sending

TEXT = "昨天上午去大厅办居住证，网上预约系统一直显示繁忙，叫号机也停了，前面排了六十多人，志愿者说系统升级没有通知。"


def test_the_same_link_is_the_same_post_and_a_copied_text_is_likely_so(office: Office) -> None:
    item = office.register(summary=TEXT, title="居住证预约系统繁忙")
    other = office.register(
        title="公园长椅坏了", summary="城东公园的长椅坏了两周没人修。", link="https://weibo.com/1/Nabcdefgh"
    )
    by_link = office.core.affairs.alike(title="别的标题", link=item.link)
    assert (by_link[0].number, by_link[0].score) == (item.number, 100)
    edited = TEXT.replace("六十多人", "七十多人").replace("志愿者", "工作人员")
    by_text = office.core.affairs.alike(
        title="居住证预约系统繁忙", text=edited, published_at=office.clock.now() + timedelta(days=2)
    )
    assert [one.item_id for one in by_text] == [item.id] and other.id != item.id
    assert by_text[0].score > 60 and by_text[0].days_apart == 2


def test_one_more_copy_of_what_many_posts_say_is_found(office: Office) -> None:
    """The words of an event with many posts are common in the registry, and tell of it all the same."""
    with office.core.store.many():
        for number in range(60):
            office.register(
                title=f"第{number}件", summary=TEXT, link=f"https://weibo.com/1/Nabcd{number:04d}"
            )
    found = office.core.affairs.alike(title="转发", text=f"我们那边也一样，大家看看：{TEXT}")
    assert found and {one.verdict for one in found} <= {"疑似", "同一条"}


def test_what_lies_in_the_trash_is_not_like_anything(office: Office) -> None:
    item = office.register(summary=TEXT)
    office.core.register.trash(office.clerk, item.id, "误登")
    assert office.core.affairs.alike(title=item.title, text=TEXT) == ()


def test_what_was_called_different_is_not_asked_again(office: Office) -> None:
    one, two = (office.register(summary=TEXT, link=f"https://weibo.com/1/Nabcdefg{end}") for end in "xy")
    assert [
        like.item_id for like in office.core.affairs.alike(title=two.title, text=TEXT, item_id=two.id)
    ] == [one.id]
    office.core.affairs.judge(office.clerk, two.id, one.id, Relation.DIFFERENT)
    assert office.core.affairs.alike(title=two.title, text=TEXT, item_id=two.id) == ()
    with pytest.raises(BadInput):
        office.core.affairs.judge(office.clerk, one.id, one.id, Relation.SAME)


@pytest.mark.article("第三条")
def test_posts_of_one_event_go_together_each_on_its_own_record(office: Office) -> None:
    core = office.core
    posts = [office.assess(office.register(link=f"https://weibo.com/1/Nabcdefg{end}")) for end in "xyz"]
    core.affairs.judge(office.clerk, posts[1].id, posts[0].id, Relation.SIBLING)
    core.affairs.judge(office.clerk, posts[2].id, posts[1].id, Relation.SIBLING)
    ids = [one.id for one in core.affairs.members(core.registry.item(posts[0].id))]
    assert ids == [post.id for post in posts]
    sending = Sending(office.section_id())
    core.affairs.together(ids, lambda one: core.transfer.transfer(office.clerk, one, sending))
    core.affairs.together(ids, lambda one: core.transfer.receive(office.clerk, one, received_by="李强"))
    handling = Handling(findings="核实", measures="处置", reported_by="李强")
    core.affairs.together(ids, lambda one: core.handle.report(office.section, one, handling, Wording(REPLY)))
    agreed = Opinion(Role.DEPUTY, Decision.AGREE, office.deputy.person_id)
    core.affairs.together(ids, lambda one: core.approve.decide(office.deputy, one, agreed))
    assert {core.registry.item(one).status for one in ids} == {Status.APPROVED}
    assert all(core.registry.dossier(one, office.clerk).timeline[-1].act == "副组长审批" for one in ids)


def test_together_is_all_or_nothing(office: Office) -> None:
    fit, unfit = office.item_at(Status.ASSESSED), office.register()
    sending = Sending(office.section_id())
    with pytest.raises(Refused):
        office.core.affairs.together(
            [fit.id, unfit.id], lambda one: office.core.transfer.transfer(office.clerk, one, sending)
        )
    assert office.core.registry.item(fit.id).status is Status.ASSESSED


def test_a_post_taken_out_of_its_event_stands_alone(office: Office) -> None:
    one, two = (office.register(link=f"https://weibo.com/1/Nabcdefg{end}") for end in "xy")
    office.core.affairs.judge(office.clerk, two.id, one.id, Relation.SAME)
    office.core.affairs.leave(office.clerk, two.id)
    assert office.core.affairs.members(office.core.registry.item(two.id)) == [
        office.core.registry.item(two.id)
    ]
    assert Act.MERGE.label == "并案"


@pytest.mark.article("第八条")
def test_one_slip_serves_every_post_of_an_event(office: Office) -> None:
    core = office.core
    posts = [office.assess(office.register(link=f"https://weibo.com/1/Nabcdefg{end}")) for end in "xy"]
    core.affairs.judge(office.clerk, posts[1].id, posts[0].id, Relation.SIBLING)
    ids = [post.id for post in posts]
    changes = core.transfer.together(office.clerk, ids, Sending(office.section_id()))
    numbers = {core.registry.item(one).slip_number for one in ids}
    assert len(changes) == 2 and len(numbers) == 1
    (paper,) = core.papers.slips_of(ids)
    assert paper.number in numbers and paper.item_id == ids[0]
    told = core.papers.slip_context(paper)
    assert posts[1].number in told.summary and posts[0].number == told.item_number
    for one in ids:
        assert paper in core.registry.dossier(one, office.clerk).papers
        assert paper in core.papers.of_item(office.clerk, one)


def test_a_shared_slip_stands_until_its_last_post_is_sent_back(office: Office) -> None:
    core = office.core
    posts = [office.assess(office.register(link=f"https://weibo.com/1/Nabcdefg{end}")) for end in "xy"]
    core.affairs.judge(office.clerk, posts[1].id, posts[0].id, Relation.SIBLING)
    core.transfer.together(office.clerk, [post.id for post in posts], Sending(office.section_id()))
    (paper,) = core.papers.slips_of([posts[1].id])
    core.transfer.refuse(office.clerk, posts[0].id, by="李强", reason="不属本科室")
    assert core.store.get(Paper, paper.id).voided_at is None
    core.transfer.refuse(office.clerk, posts[1].id, by="李强", reason="不属本科室")
    assert core.store.get(Paper, paper.id).voided_at is not None


def test_a_slip_is_not_shared_outside_its_event(office: Office) -> None:
    sent, other = office.item_at(Status.TRANSFERRED), office.assess(office.register(link=""))
    sharing = Sending(office.section_id(), shared_slip=sent.slip_number)
    with pytest.raises(Refused, match="不是同一事件"):
        office.core.transfer.transfer(office.clerk, other.id, sharing)


def test_posts_that_are_no_event_are_not_sent_on_one_slip(office: Office) -> None:
    posts = [office.assess(office.register(link=f"https://weibo.com/1/Nabcdefg{end}")) for end in "xy"]
    with pytest.raises(Refused, match="不是同一事件"):
        office.core.transfer.together(office.clerk, [post.id for post in posts], Sending(office.section_id()))
    assert {office.core.registry.item(post.id).status for post in posts} == {Status.ASSESSED}
