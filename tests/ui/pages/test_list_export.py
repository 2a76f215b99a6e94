"""Every list of the window goes out as it stands on the screen."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.approvals.approvals_page import ApprovalsPage
from ui.pages.audit.audit_page import AuditPage
from ui.pages.ledger.ledger_page import LedgerPage
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.rounds.rounds_page import RoundsPage
from ui.pages.seat import Seat
from ui.pages.settings.settings_page import SettingsPage
from ui.pages.statistics.statistics_page import StatisticsPage
from ui.shell.page import Page
from ui.shell.scripted_prompts import ScriptedPrompts
from yuqing_desktop.domain.filters import parse
from yuqing_desktop.domain.vocabulary import Level, Status


@pytest.fixture
def page(office: Office, seat: Seat, qtbot: QtBot) -> RegistryPage:
    for status in (Status.REGISTERED, Status.RECEIVED, Status.HANDLED):
        office.item_at(status)
    page = RegistryPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    return page


def test_filter_order_and_columns_are_those_shown(
    office: Office, page: RegistryPage, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    page.bar.ask(parse("状态:待科室、待审批"))
    page.table.head.sort_by("due")
    out = tmp_path / "list.xlsx"
    prompts.will(out)
    page.handlers()["export"]()
    assert prompts.asked[-1] == "导出登记簿：将导出 2 条，按时限升序"
    rows = list(openpyxl.load_workbook(out).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert "状态:待科室、待审批" in rows[0][0] and "按时限升序" in rows[0][0]
    assert rows[1] == ("编号 · 发布", "标题 · 来源", "阅读 · 转发", "等级", "状态", "时限")
    shown = [page.table.rows.cells(at)[0].text for at in range(2)]
    assert [str(row[0]).split("\n")[0] for row in rows[2:4]] == shown
    assert "2026-11-" in rows[2][5]


def cells(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True))


def export(page: Page, prompts: ScriptedPrompts, out: Path) -> list[tuple[object, ...]]:
    prompts.will(out)
    page.handlers()["export"]()
    return cells(out)


def test_what_waits_for_a_leader_goes_out(
    office: Office, seat: Seat, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    office.item_at(Status.HANDLED)
    waiting = office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    page = ApprovalsPage(replace(seat, actor=office.head))
    qtbot.addWidget(page)
    rows = export(page, prompts, tmp_path / "a.xlsx")
    assert "筛选：等组长" in str(rows[0][0]) and "共1条" in str(rows[0][0])
    assert waiting.number in str(rows[2])


def test_the_channels_of_the_day_go_out(
    seat: Seat, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    page = RoundsPage(seat)
    qtbot.addWidget(page)
    rows = export(page, prompts, tmp_path / "r.xlsx")
    assert len(rows) == 2 + len(page.table.rows.ids)


def test_the_list_of_a_setting_goes_out_under_its_name(
    seat: Seat, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    page = SettingsPage(seat)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.handlers_changed):
        page.open_with("科室")
    rows = export(page, prompts, tmp_path / "s.xlsx")
    assert prompts.asked[-1].startswith("导出科室：将导出 ")
    assert {section.name for section in seat.core.people.sections()} <= {str(row[0]) for row in rows}
    page.open_with("显示")
    assert "export" not in page.handlers()


def test_the_figures_of_a_period_go_out_as_they_stand(
    office: Office, seat: Seat, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    office.item_at(Status.RECEIVED)
    page = StatisticsPage(seat)
    qtbot.addWidget(page)
    assert page.shown is not None
    rows = export(page, prompts, tmp_path / "f.xlsx")
    assert page.shown.period.label in str(rows[0][0])
    assert rows[2][:3] == ("合计", "登记", 1)
    sections = [row for row in rows if row[0] == "科室反馈"]
    assert [row[1] for row in sections] == [line.word for line in page.sections.lines]
    assert any(row[6] == "1" for row in sections)


def test_audit_events_go_out_as_the_list_shows_them(
    office: Office, seat: Seat, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    page = AuditPage(replace(seat, actor=office.actor("徐洁")))
    qtbot.addWidget(page)
    office.register()
    page.acts.set_choices(seat.core.audit.acts())
    page.acts.set_chosen(("register",))
    page.load()
    rows = export(page, prompts, tmp_path / "l.xlsx")
    assert "日期：近 7 天，操作：登记" in str(rows[0][0])
    assert len(rows) == 2 + len(page.table.rows.ids) == 3


def test_the_tab_in_front_of_the_ledger_goes_out(
    office: Office, seat: Seat, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    item = office.register()
    page = LedgerPage(seat)
    qtbot.addWidget(page)
    page.tabs.setCurrentWidget(page.panel)
    rows = export(page, prompts, tmp_path / "l.xlsx")
    assert prompts.asked[-1].startswith("导出台账事项清单：将导出 1 条")
    assert item.number in str(rows[2])
    page.tabs.setCurrentIndex(0)
    export(page, prompts, tmp_path / "d.xlsx")
    assert prompts.asked[-1] == "导出台账"


def test_an_empty_list_writes_nothing(page: RegistryPage, prompts: ScriptedPrompts, qtbot: QtBot) -> None:
    page.bar.ask(parse("查无此事"))
    with qtbot.waitSignal(page.banner_asked) as said:
        page.handlers()["export"]()
    assert "没有可导出" in said.args[0] and prompts.asked == []
