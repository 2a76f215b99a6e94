"""An ordinary edit is taken back by an entry of its own; an act of the regulation is not (E36)."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Topic
from yuqing_desktop.domain.undoing import WAY_BACK, why_not
from yuqing_desktop.domain.vocabulary import Act, Role, Status
from yuqing_desktop.domain.workflow import step_of
from yuqing_desktop.problems import Refused, StaleEdit


def test_an_edit_is_named_and_taken_back_and_both_stay_on_the_record(office: Office) -> None:
    item = office.register(summary="原来的摘要", source="@旧")
    done = office.core.register.edit(office.clerk, item.id, {"summary": "改过的", "source": "@新"})
    assert office.core.undoing.what(done.event) == f"修改摘要、来源（{item.number}）"
    back = office.core.undoing.undo(office.clerk, done.event)
    now = office.core.registry.item(item.id)
    assert (now.summary, now.source) == ("原来的摘要", "@旧")
    entries = office.core.registry.dossier(item.id, office.clerk).timeline
    assert [entry.act for entry in entries] == ["登记", "修改", "修改"]
    assert back.event > done.event


def test_taking_the_taking_back_back_is_doing_it_again(office: Office) -> None:
    item = office.register(link="https://weibo.com/1/a")
    done = office.core.register.edit(office.clerk, item.id, {"link": "https://weibo.com/1/b"})
    back = office.core.undoing.undo(office.clerk, done.event)
    office.core.undoing.undo(office.clerk, back.event)
    assert office.core.registry.item(item.id).link == "https://weibo.com/1/b"


def test_other_fields_changed_since_stay(office: Office) -> None:
    item = office.register()
    done = office.core.register.edit(office.clerk, item.id, {"summary": "改过的"})
    office.core.register.edit(office.clerk, item.id, {"title": "另一处"})
    office.core.undoing.undo(office.clerk, done.event)
    now = office.core.registry.item(item.id)
    assert (now.title, now.summary) == ("另一处", item.summary)


def test_a_field_changed_again_is_not_overwritten(office: Office) -> None:
    item = office.register()
    done = office.core.register.edit(office.clerk, item.id, {"summary": "第一次"})
    office.core.register.edit(office.clerk, item.id, {"summary": "第二次"})
    with pytest.raises(Refused, match="又改过"):
        office.core.undoing.undo(office.clerk, done.event)
    assert office.core.registry.item(item.id).summary == "第二次"


def test_an_undo_passes_the_same_gate_as_the_edit(office: Office) -> None:
    item = office.register()
    done = office.core.register.edit(office.clerk, item.id, {"summary": "改过的"})
    with pytest.raises(Refused):
        office.core.undoing.undo(office.section, done.event)
    assert office.core.registry.item(item.id).summary == "改过的"


def test_the_trash_is_emptied_and_filled_again(office: Office) -> None:
    item = office.register()
    done = office.core.register.trash(office.clerk, item.id, "录重了")
    assert office.core.undoing.what(done.event) == f"移入回收站（{item.number}）"
    back = office.core.undoing.undo(office.clerk, done.event)
    assert office.core.registry.item(item.id).trashed_at is None
    office.core.undoing.undo(office.clerk, back.event)
    assert office.core.registry.item(item.id).trashed_at is not None


def test_an_entry_of_a_list_gets_its_old_words_back(office: Office) -> None:
    admin = _keeper(office)
    section = office.core.people.sections()[0]
    done = office.core.people.save(admin, replace(section, name="改了名的科"))
    assert office.core.undoing.what(done.event) == "修改科室“改了名的科”"
    office.core.undoing.undo(admin, done.event)
    assert office.core.people.sections()[0].name == section.name


def test_an_entry_that_was_added_goes_out_of_use(office: Office) -> None:
    admin = _keeper(office)
    done = office.core.people.save(admin, Topic(name="新领域"))
    back = office.core.undoing.undo(admin, done.event)
    assert "新领域" not in [one.name for one in office.core.people.topics()]
    assert "新领域" in [one.name for one in office.core.people.topics(all_of_them=True)]
    office.core.undoing.undo(admin, back.event)
    assert "新领域" in [one.name for one in office.core.people.topics()]


def test_an_import_is_taken_back_whole_while_nobody_touched_it(office: Office, tmp_path: Path) -> None:
    table = tmp_path / "表.csv"
    table.write_text("标题,平台\n甲,微博\n乙,论坛", encoding="utf-8-sig")
    importing = office.core.importing
    outcome = importing.take(office.clerk, importing.preview(office.clerk, table))
    assert office.core.undoing.what(outcome.changes.event) == "导入“表.csv”2件"
    back = office.core.undoing.undo(office.clerk, outcome.changes.event)
    assert office.core.registry.count(Filter(trashed=True)) == 2
    assert office.core.undoing.what(back.event) == ""


@pytest.mark.article("第十三条")
def test_an_act_of_the_regulation_cannot_be_undone(office: Office) -> None:
    item = office.item_at(Status.TRANSFERRED)
    for entry in office.core.registry.dossier(item.id, office.clerk).timeline:
        assert office.core.undoing.what(entry.event) == ""
        with pytest.raises(Refused, match="不能撤销"):
            office.core.undoing.undo(office.clerk, entry.event)
    assert office.core.registry.item(item.id).status is Status.TRANSFERRED


def test_a_refused_attempt_leaves_nothing_to_undo(office: Office) -> None:
    item = office.item_at(Status.CLOSED)
    with pytest.raises(Refused):
        office.core.register.edit(office.clerk, item.id, {"summary": "改"})
    last = office.core.registry.dossier(item.id, office.clerk).timeline[-1]
    assert last.refused
    assert office.core.undoing.what(last.event) == ""


def test_an_edit_made_between_looking_and_writing_is_not_overwritten(office: Office) -> None:
    item = office.register()
    done = office.core.register.edit(office.clerk, item.id, {"summary": "改过的"})
    way = office.core.undoing._way(done.event)
    assert way is not None
    office.core.register.edit(office.clerk, item.id, {"title": "同时改"})
    with pytest.raises(StaleEdit):
        way.run(office.clerk)


def test_every_way_back_leads_from_where_the_act_led() -> None:
    for act, ways in WAY_BACK.items():
        if act is Act.REGISTER:
            continue
        step = step_of(act)
        reached = {step.target} if isinstance(step.target, Status) else set(Status)
        assert any(reached & step_of(way).sources for way in ways), act
    assert why_not(Act.TRANSFER) == "“转送”已记录在案，请用“退单”或“改派”"
    assert why_not(Act.ATTACH) == "“添加附件”已记录在案，有误请另行更正"


def _keeper(office: Office) -> Actor:
    return office.core.people.actor(office.core.people.holders(Role.ADMIN)[0].id)
