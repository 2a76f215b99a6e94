"""登记 from Ctrl+N to saved without the mouse."""

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.dialogs.conftest import Stage
from ui.dialogs.kept_values import packed, unpacked
from ui.dialogs.register_dialog import FORM, RegisterDialog
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import HIDDEN, at_least, number
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.links import canonical
from yuqing_desktop.domain.vocabulary import CommentKind, ReplyNeed

POST = "https://weibo.com/1234567890/NxYzAbCdE"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(stage: Stage, values: dict[str, Any] | None = None) -> RegisterDialog:
    dialog = RegisterDialog(stage.scene(), values)
    stage.show(lambda: dialog)
    return dialog


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_and_go_on(stage: Stage, *texts: str) -> None:
    for text in texts:
        stage.type(focused(), text)
        stage.qtbot.keyClick(focused(), Qt.Key.Key_Tab)


@pytest.mark.article("第七条")
def test_an_item_is_registered_with_the_keyboard_alone(stage: Stage) -> None:
    dialog = opened(stage)
    type_and_go_on(stage, "预约系统打不开", f"{POST}?from=timeline", "", "", "小李", "1123 0815", "")
    type_and_go_on(stage, "登录页一直加载")
    type_and_go_on(stage, "10万+", "", "1.2万", "", "141", "")
    stage.qtbot.keyClick(focused(), Qt.Key.Key_S, CONTROL)
    assert not dialog.isVisible()
    item = stage.item(stage.office.item(stage.heard[0]))
    assert (item.title, item.platform, item.source) == ("预约系统打不开", "微博", "新浪微博")
    assert (item.link, item.author, item.summary) == (canonical(POST), "小李", "登录页一直加载")
    assert (item.reads, item.forwards, item.replies) == (at_least(100_000), number(12_000), number(141))
    assert item.published_at == datetime(2026, 11, 23, 8, 15, tzinfo=SHANGHAI)
    assert item.found_at == datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI)
    assert "?from=timeline" in item.notes
    assert item.figures_by == "张敏"


def test_kind_is_picked_by_its_number(stage: Stage) -> None:
    dialog = opened(stage)
    pills = dialog.form.inputs["comment_kind"].target
    stage.qtbot.keyClick(pills, Qt.Key.Key_5)
    assert dialog.form.values()["comment_kind"] is CommentKind.COMPLAINT


def test_save_and_new_keeps_what_repeats(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.form.fill({"title": "甲", "link": POST, "author": "小李", "reads": HIDDEN, "topic": "网上办事"})
    first_op = dialog.op_id
    stage.qtbot.keyClick(dialog, Qt.Key.Key_N, CONTROL | SHIFT)
    assert dialog.isVisible()
    assert dialog.op_id != first_op
    assert "YQ-2026-0001" in dialog.record.text()
    values = dialog.form.values()
    assert (values["platform"], values["source"], values["topic"]) == ("微博", "新浪微博", "网上办事")
    assert values["reply_need"] is ReplyNeed.NEEDED
    assert (values["title"], values["link"], values["author"]) == ("", "", "")
    assert not dialog.is_dirty
    dialog.form.fill({"title": "乙"})
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()
    assert stage.office.core.registry.count(Filter()) == 2


def test_a_double_click_registers_once(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.form.fill({"title": "甲", "platform": "微博"})
    job = dialog.job(dialog.collected())
    assert job().result == job().result
    assert stage.office.core.registry.count(Filter()) == 1


def test_what_is_missing_is_said_under_the_fields_and_kept(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.form.fill({"summary": "只有摘要"})
    dialog.submit_and_close()
    assert "请填写标题" in dialog.problem.words
    assert "请选择平台" in dialog.problem.words
    assert dialog.form.inputs["title"].target.hasFocus()
    dialog.form.fill(
        {"title": "甲", "platform": "微博", "published_at": datetime(2026, 11, 23, 9, 31, tzinfo=SHANGHAI)}
    )
    dialog.submit_and_close()
    assert "发布时间晚于发现时间" in dialog.problem.words
    assert dialog.form.values()["summary"] == "只有摘要"
    assert not stage.heard


def test_a_chosen_platform_is_not_overwritten_by_the_link(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.form.fill({"platform": "论坛", "source": "贴吧", "link": POST})
    assert (dialog.form.values()["platform"], dialog.form.values()["source"]) == ("论坛", "贴吧")
    dialog.form.fill({"platform": None, "source": "", "link": f"{POST}?a=1"})
    assert dialog.form.values()["platform"] == "微博"
    assert dialog.form.fields["platform"].help == "由链接识别，可改"


@pytest.mark.article("第七条")
def test_the_same_post_is_warned_of(stage: Stage) -> None:
    there = stage.office.register()
    dialog = opened(stage, {"title": "又一件", "link": f"{POST}?wm=3333"})
    assert there.number in dialog.form.fields["link"].help
    dialog.form.fill({"link": "https://weibo.com/1234567890/NxYzAbCdF"})
    assert dialog.form.fields["link"].help == ""


def test_what_was_typed_survives_and_is_offered_in_a_strip(stage: Stage) -> None:
    dialog = opened(stage)
    stage.type(dialog.form.inputs["title"].target, "没写完")
    dialog.form.fill({"reads": HIDDEN})
    dialog.form.inputs["link"].target.setFocus()
    again = opened(stage)
    assert again.keeper.strip.isVisible()
    again.keeper.take_up.click()
    assert again.form.values()["title"] == "没写完"
    assert again.form.values()["reads"] == HIDDEN
    assert not again.keeper.strip.isVisible()


def test_a_thrown_away_draft_is_not_offered_again(stage: Stage) -> None:
    stage.office.core.forms.keep(
        FORM, stage.office.clerk, {"at": stage.scene().now.isoformat(), "values": {"title": "旧"}}
    )
    dialog = opened(stage)
    dialog.keeper.throw_away.click()
    assert not dialog.keeper.strip.isVisible()
    assert not opened(stage).keeper.strip.isVisible()


def test_an_undecided_draft_outlives_the_next_one(stage: Stage) -> None:
    stage.office.core.forms.keep(
        FORM, stage.office.clerk, {"at": stage.scene().now.isoformat(), "values": {"title": "旧"}}
    )
    dialog = opened(stage)
    dialog.form.fill({"title": "新"})
    dialog.keeper.keep()
    again = opened(stage)
    again.keeper.throw_away.click()
    again.keeper.take_up.click()
    assert again.form.values()["title"] == "旧"


def test_leaving_asks_only_if_something_was_typed(stage: Stage) -> None:
    dialog = opened(stage)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = opened(stage)
    dialog.form.fill({"title": "甲"})
    stage.prompts.will(False, True)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stage.office.core.forms.kept(FORM, stage.office.clerk) == {}


def test_values_come_back_from_their_kept_form_as_they_were() -> None:
    values = {
        "title": "甲", "reads": at_least(100_000), "found_at": datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI),
        "day": date(2026, 11, 23), "assisting": (1, 2), "urgent": True, "section_id": 3,
    }  # fmt: skip
    assert unpacked(packed(values)) == values


def test_what_is_typed_is_kept_within_ten_seconds(stage: Stage) -> None:
    dialog = opened(stage)
    assert not dialog.keeper._timer.isActive()
    stage.type(dialog.form.inputs["title"].target, "甲")
    assert dialog.keeper._timer.isActive()
    assert dialog.keeper._timer.interval() <= 10_000
    dialog.keeper._timer.timeout.emit()
    assert stage.office.core.forms.kept(FORM, stage.office.clerk)["values"]["title"] == "甲"
    dialog.hide()


def test_tab_passes_a_row_of_choices_in_one_step(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.form.inputs["reply_need"].target.setFocus()
    stage.qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert dialog.form.inputs["comment_kind"].target.hasFocus()
    stage.qtbot.keyClick(focused(), Qt.Key.Key_2)
    assert dialog.form.values()["comment_kind"] is CommentKind.CONSTRUCTIVE
    stage.qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert dialog.form.inputs["section_id"].target.hasFocus()
    dialog.hide()


def test_while_it_is_being_saved_the_dialog_stays(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.set_busy(busy=True)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.again.isEnabled()
    dialog.set_busy(busy=False)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
