"""登记 filled from what the clerk brings; likely duplicates judged; the office's words; evidence kept after saving."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage

from tests.ui.dialogs.conftest import Stage, shown
from ui.dialogs.capture_help import READ_FROM_PAGE, READ_FROM_TEXT
from ui.dialogs.register_dialog import RegisterDialog
from ui.widgets.form import Form
from yuqing_desktop.domain.affairs import Judgement, Relation
from yuqing_desktop.domain.figures import number
from yuqing_desktop.domain.house_rules import HouseRule
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.links import canonical
from yuqing_desktop.domain.vocabulary import Level

LINK = "https://weibo.com/1234567890/NxYzAbCdE"
TEXT = "昨天上午去大厅办居住证，网上预约系统一直显示繁忙，叫号机也停了，前面排了六十多人，志愿者说系统升级没有通知。"
PAGE = f"""<html><head><meta charset="gbk"><title>居住证预约系统繁忙_城报</title></head><body>
<h1>居住证预约系统繁忙</h1><p class="time">2026-11-20 09:35　来源：城报</p>
<p>{TEXT}</p><p>{TEXT.replace("昨天", "前天")}</p><p>{TEXT.replace("六十", "七十")}</p></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "存的网页.html"
    path.write_bytes(PAGE.encode("gb18030"))
    return path


def opened(stage: Stage) -> RegisterDialog:
    stage.office.core.settings.change(stage.office.clerk, {"fetch_allowed": False})
    dialog = RegisterDialog(stage.scene())
    shown(stage.qtbot, dialog)
    return dialog


def help_under(form: Form, key: str) -> str:
    return form.fields[key].help


def saved(stage: Stage, dialog: RegisterDialog) -> Item:
    dialog.submit_and_close()
    assert not dialog.isVisible(), dialog.problem.words
    (item,) = stage.office.core.store.find(Item, order="id DESC", limit=1)
    return item


@pytest.mark.article("第七条")
def test_a_saved_page_fills_what_the_clerk_has_not_touched(stage: Stage, page: Path) -> None:
    dialog = opened(stage)
    stage.type(dialog.form.inputs["source"].target, "自己写的")
    dialog.capture.take_file(page)
    values = dialog.form.values()
    assert values["title"] == "居住证预约系统繁忙" and values["source"] == "自己写的"
    assert f"{values['published_at']:%Y-%m-%d %H:%M}" == "2026-11-20 09:35"
    assert TEXT in values["content"] and values["summary"] == TEXT.rstrip("。")
    assert help_under(dialog.form, "title") == READ_FROM_PAGE
    assert help_under(dialog.form, "source") == ""
    assert "标题" in dialog.capture.strip.words.text()


def test_a_field_is_marked_until_it_is_touched(stage: Stage, page: Path) -> None:
    dialog = opened(stage)
    dialog.capture.take_file(page)
    stage.type(dialog.form.inputs["title"].target, "改")
    assert help_under(dialog.form, "title") == ""
    assert help_under(dialog.form, "content") == READ_FROM_PAGE


def test_the_page_and_a_screenshot_are_kept_as_evidence_once_saved(stage: Stage, page: Path) -> None:
    dialog = opened(stage)
    dialog.capture.take_file(page)
    dialog.capture.take_picture(b"\x89PNG one")
    dialog.capture.take_picture(b"\x89PNG two")
    dialog.capture.strip.dropped.emit(2)
    dialog.form.fill({"platform": "微博"})
    item = saved(stage, dialog)
    kept = stage.office.core.registry.dossier(item.id, stage.office.clerk).evidence
    assert [one.name.split("_")[0] for one in kept] == ["网页", "粘贴的截图1.png"]
    assert {one.added_by for one in kept} == {"张敏"}


def test_what_is_left_is_kept_nowhere(stage: Stage, page: Path) -> None:
    dialog = opened(stage)
    dialog.capture.take_file(page)
    stage.prompts.will(True)
    dialog.reject()
    assert dialog.capture.kept == []
    assert stage.office.core.store.find(Item) == []


def test_a_paragraph_fills_title_time_and_counts(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.capture.take_text(
        "门禁又坏了没人修\n2026年11月20日 08:15\n阅读 1.2万 转发[26] 评论 8\n连着三天进不了门"
    )
    values = dialog.form.values()
    assert values["title"].startswith("门禁又坏了") and "连着三天" in values["content"]
    assert values["reads"] == number(12_000) and values["forwards"] == number(26)
    assert help_under(dialog.form, "reads") == READ_FROM_TEXT


def test_a_link_alone_fills_its_facts_where_opening_is_off(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.capture.take_text(f"{LINK}?from=timeline")
    values = dialog.form.values()
    assert values["link"] == canonical(LINK) and values["platform"] == "微博"
    assert dialog.capture.strip.isHidden()


def test_a_page_that_cannot_be_read_is_told_and_nothing_is_lost(stage: Stage, tmp_path: Path) -> None:
    dialog = opened(stage)
    stage.type(dialog.form.inputs["title"].target, "已经写的")
    dialog.capture.take_file(tmp_path / "没有.html")
    assert "没有读出" in dialog.capture.strip.words.text()
    assert dialog.form.values()["title"] == "已经写的"


def test_a_likely_duplicate_is_shown_and_judged_after_saving(stage: Stage) -> None:
    earlier = stage.office.register(title="居住证预约系统繁忙", summary=TEXT, link="")
    dialog = opened(stage)
    dialog.form.fill(
        {"title": "预约系统繁忙", "summary": TEXT.replace("六十多", "七十多"), "platform": "论坛"}
    )
    dialog.alike.look()
    (alike,) = dialog.alike.found
    assert alike.item_id == earlier.id and dialog.alike.isVisible()
    dialog.alike.said[earlier.id] = Relation.SIBLING
    item = saved(stage, dialog)
    (said,) = stage.office.core.store.find(Judgement)
    assert (said.item_id, said.other_id, said.relation) == (item.id, earlier.id, Relation.SIBLING)
    assert stage.office.core.registry.item(earlier.id).affair_id is not None


def test_unlike_posts_are_not_shown(stage: Stage) -> None:
    stage.office.register(title="公园长椅坏了", summary="城东公园的长椅坏了两周没人修。", link="")
    dialog = opened(stage)
    dialog.form.fill({"title": "预约系统繁忙", "summary": TEXT})
    dialog.alike.look()
    assert not dialog.alike.isVisible()


def test_the_offices_words_propose_topic_and_section_with_the_words(stage: Stage) -> None:
    office = stage.office
    topic = office.core.people.topics()[0].name
    rule = HouseRule(0, "预约 +打不开 =>预约系统", topic, Level.IMPORTANT, office.section_id())
    office.core.house_rules.save(office.clerk, rule)
    dialog = opened(stage)
    dialog.form.fill({"title": "网上预约打不开"})
    dialog.rules.look()
    values = dialog.form.values()
    assert (values["topic"], values["section_id"]) == (topic, office.section_id())
    assert "预约、打不开" in dialog.rules.words.text() and "重要" in dialog.rules.words.text()
    assert "预约系统" in help_under(dialog.form, "topic")


def test_what_was_chosen_is_not_proposed_over(stage: Stage) -> None:
    office = stage.office
    office.core.house_rules.save(office.clerk, HouseRule(0, "预约", "", None, office.section_id()))
    other = office.section_id("数据应用科")
    dialog = opened(stage)
    dialog.form.fill({"section_id": other, "title": "网上预约打不开"})
    dialog.rules.look()
    assert dialog.form.values()["section_id"] == other


def test_the_next_item_begins_with_nothing_read(stage: Stage, page: Path) -> None:
    dialog = opened(stage)
    dialog.capture.take_file(page)
    dialog.form.fill({"platform": "微博"})
    dialog.submit_and_go_on()
    assert dialog.isVisible() and dialog.capture.strip.isHidden()
    assert help_under(dialog.form, "title") == "" and dialog.capture.kept == []
    assert isinstance(dialog.capture, QObject)


def test_a_picture_pasted_into_a_field_becomes_evidence_words_stay_words(stage: Stage) -> None:
    dialog = opened(stage)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    title = dialog.form.inputs["title"].target
    QGuiApplication.clipboard().setImage(image)
    stage.qtbot.keyClick(title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().setText("标题的字")
    stage.qtbot.keyClick(title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [name for name, _, _ in dialog.capture.kept] == ["粘贴的截图1.png"]
    assert dialog.form.values()["title"] == "标题的字"
