"""The registry's list goes out as it stands on the screen."""

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts
from yuqing_desktop.domain.filters import parse
from yuqing_desktop.domain.vocabulary import Status


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


def test_an_empty_list_writes_nothing(page: RegistryPage, prompts: ScriptedPrompts, qtbot: QtBot) -> None:
    page.bar.ask(parse("查无此事"))
    with qtbot.waitSignal(page.banner_asked) as said:
        page.handlers()["export"]()
    assert "没有可导出" in said.args[0] and prompts.asked == []
