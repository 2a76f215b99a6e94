"""设置 · 词表 and 网络: words tried out before they take effect; the switch that keeps links shut."""

import pytest
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.settings.house_rules_panel import HouseRulesPanel
from ui.pages.settings.office_panel import OfficePanel
from ui.pages.settings.settings_page import SettingsPage
from yuqing_desktop.domain.house_rules import HouseRule
from yuqing_desktop.domain.vocabulary import Level


@pytest.fixture
def panel(qtbot: QtBot, seat: Seat) -> HouseRulesPanel:
    held = HouseRulesPanel(seat)
    qtbot.addWidget(held)
    held.resize(900, 640)
    held.show()
    return held


def test_a_rule_is_tried_against_last_month_before_it_can_be_saved(
    office: Office, panel: HouseRulesPanel
) -> None:
    item = office.register(title="网上预约打不开")
    office.register(title="公园长椅坏了", summary="没人修", link="")
    panel.add.click()
    editor = panel.editor
    editor.form.fill({"expression": "+预约 打不开 =>预约系统", "level": Level.IMPORTANT})
    assert not editor.save.isEnabled()
    editor.attempt.click()
    assert "有 1 件符合" in editor.outcome.text() and item.number in editor.outcome.text()
    assert office.core.house_rules.all() == []
    editor.save.click()
    (rule,) = office.core.house_rules.all()
    assert (rule.level, rule.active) == (Level.IMPORTANT, True)
    assert editor.isHidden() and panel.table.rows.cells(0)[0].text == "预约系统"


def test_other_words_must_be_tried_anew(office: Office, panel: HouseRulesPanel) -> None:
    office.core.house_rules.save(office.clerk, HouseRule(0, "预约"))
    panel.refresh()
    panel.editor.show_rule(office.core.house_rules.all()[0])
    panel.editor.form.fill({"active": False})
    assert panel.editor.save.isEnabled()
    panel.editor.form.fill({"expression": "预约 排队"})
    assert not panel.editor.save.isEnabled() and panel.is_dirty


def test_a_pattern_that_cannot_be_used_is_said_so(panel: HouseRulesPanel) -> None:
    panel.add.click()
    panel.editor.form.fill({"expression": "/(a+)+b/"})
    panel.editor.attempt.click()
    assert "重复套重复" in panel.editor.problem.words
    assert not panel.editor.save.isEnabled()


def test_opening_links_is_switched_off_by_a_setting(office: Office, seat: Seat, qtbot: QtBot) -> None:
    page = SettingsPage(seat)
    qtbot.addWidget(page)
    page.show()
    page.open_with("网络")
    held = page.stack.currentWidget()
    assert isinstance(held, OfficePanel)
    held.forms[0].fill({"fetch_allowed": False, "fetch_hosts": "oa.local\n 10.1.2.3 \n"})
    held.keep()
    kept = office.core.settings.office()
    assert (kept.fetch_allowed, kept.fetch_hosts) == (False, ("oa.local", "10.1.2.3"))
    assert not office.core.capture.may_fetch()
