from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau
from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.settings.list_panel import ListPanel
from ui.pages.settings.look_panel import LookPanel
from ui.pages.settings.office_panel import OfficePanel
from ui.pages.settings.settings_page import SettingsPage
from ui.shell.appearance import Appearance
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.kept_look import kept_look
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from ui.widgets.text_label import TextLabel


@pytest.fixture
def page(seat: Seat, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    return page


def panel(page: SettingsPage, title: str) -> object:
    page.open_with(title)
    return page.stack.currentWidget()


def names(held: ListPanel) -> list[str]:
    return [held.table.rows.cells(at)[0].text for at in range(len(held.table.rows.ids))]


def test_every_part_has_its_place(page: SettingsPage) -> None:
    titles = [page.parts.item(at).text() for at in range(page.parts.count())]
    assert titles == [
        "单位与文书", "文书模板", "科室", "人员", "职务与任期", "平台", "领域", "认证账号", "巡查渠道", "巡查值班",
        "回复用语", "督办与同意", "词表", "网络", "日历", "上班时间", "时限",
        "个人信息", "备份与锁定", "账户", "显示",
    ]  # fmt: skip


def test_the_bureau_s_name_is_saved(office: Office, page: SettingsPage) -> None:
    held = panel(page, "单位与文书")
    assert isinstance(held, OfficePanel)
    assert not held.save.isEnabled()
    held.forms[0].fill({"bureau": "某县数据局"})
    page.handlers()["save"]()
    assert office.core.settings.office().bureau == "某县数据局"
    assert not held.is_dirty


def test_a_wrong_figure_is_said_at_its_field_and_nothing_is_saved(office: Office, page: SettingsPage) -> None:
    held = panel(page, "单位与文书")
    assert isinstance(held, OfficePanel)
    held.forms[0].fill({"bureau": "某县数据局"})
    held.forms[2].fill({"important_reads": "很多"})
    held.keep()
    assert "请填写整数" in held.problem.words
    assert office.core.settings.office().bureau != "某县数据局"
    held.forms[2].fill({"important_reads": "80,000"})
    held.keep()
    assert office.core.settings.office().important_reads == 80_000


def test_who_may_not_keep_settings_finds_the_own_parts_and_is_told(
    office: Office, seat: Seat, qtbot: QtBot
) -> None:
    page = SettingsPage(replace(seat, actor=office.section))
    qtbot.addWidget(page)
    assert [page.parts.item(at).text() for at in range(page.parts.count())] == ["账户", "显示"]
    assert any("修改设置须由专人" in label.text() for label in page.findChildren(TextLabel))
    assert page.may_leave()


def test_once_people_sign_in_only_the_administrator_appoints(
    bureau: Bureau, geometry: Geometry, acts: RecordingActs, qtbot: QtBot
) -> None:
    bureau.open_accounts()
    for who, appoints in (("张敏", False), ("黄磊", True)):
        actor = bureau.actor(who)
        page = SettingsPage(
            Seat(bureau.core, InlineRunner(), ScriptedPrompts(), Hub(), actor, acts, geometry)
        )
        qtbot.addWidget(page)
        posts = panel(page, "职务与任期")
        assert isinstance(posts, ListPanel)
        assert posts.add.isEnabled() is appoints
        said = "".join(one.text() for one in posts.findChildren(TextLabel))
        assert ("任免职务须由管理员" in said) is (not appoints)


def test_interim_wordings_are_a_line_each(office: Office, page: SettingsPage) -> None:
    held = panel(page, "回复用语")
    assert isinstance(held, OfficePanel)
    held.forms[0].fill({"interim_wordings": "您好，正在跟进处理。\n\n 已收到，正在核实。 "})
    held.keep()
    assert office.core.settings.office().interim_wordings == ("您好，正在跟进处理。", "已收到，正在核实。")


def test_lists_add_and_change_through_the_dialogs(page: SettingsPage, acts: RecordingActs) -> None:
    held = panel(page, "科室")
    assert isinstance(held, ListPanel)
    assert "政务服务科" in names(held)
    held.add.click()
    held.table.go_to(held.table.rows.ids[0])
    held.edit.click()
    assert [entry[:2] for entry in acts.asked] == [("edit_list", "sections")] * 2
    assert acts.asked[1][2].name == names(held)[0]


def test_an_entry_stops_being_used_only_when_confirmed(
    office: Office, page: SettingsPage, prompts: ScriptedPrompts
) -> None:
    held = panel(page, "领域")
    assert isinstance(held, ListPanel)
    held.table.go_to(held.table.rows.ids[0])
    first = names(held)[0]
    prompts.will(False, True)
    held.stop.click()
    assert held.table.rows.cells(0)[-1].text == "在用"
    held.stop.click()
    assert held.table.rows.cells(0)[-1].text == "已停用"
    assert not held.stop.isEnabled()
    assert first not in [one.name for one in office.core.people.topics()]
    assert f"停用“{first}”" in prompts.asked[0]


def test_a_term_ends_on_the_day(office: Office, page: SettingsPage, prompts: ScriptedPrompts) -> None:
    held = panel(page, "职务与任期")
    assert isinstance(held, ListPanel)
    held.table.go_to(held.table.rows.ids[0])
    prompts.will(True)
    held.stop.click()
    assert office.core.people.posts()[0].until == date(2026, 11, 23)
    assert not held.stop.isEnabled()


def test_the_look_changes_at_once_and_is_kept(page: SettingsPage, seat: Seat, appearance: Appearance) -> None:
    held = panel(page, "显示")
    assert isinstance(held, LookPanel)
    held.choices["scheme"].changed.emit("dark")
    held.choices["size"].changed.emit("large")
    assert appearance.is_dark
    assert appearance.look.base == 15
    assert kept_look(seat.geometry) == appearance.look


def test_leaving_asks_about_unsaved_settings(
    office: Office, page: SettingsPage, prompts: ScriptedPrompts
) -> None:
    assert page.may_leave()
    held = panel(page, "单位与文书")
    assert isinstance(held, OfficePanel)
    held.forms[0].fill({"bureau": "某县数据局"})
    prompts.will("返回设置", "放弃改动", "保存")
    assert not page.may_leave()
    assert page.may_leave()
    assert page.may_leave()
    assert not held.is_dirty
    assert office.core.settings.office().bureau == "某县数据局"


def test_settings_that_cannot_be_saved_keep_the_window_open(
    page: SettingsPage, prompts: ScriptedPrompts
) -> None:
    held = panel(page, "单位与文书")
    assert isinstance(held, OfficePanel)
    held.forms[0].fill({"bureau": ""})
    prompts.will("保存")
    assert not page.may_leave()
    assert held.problem.isVisible()
