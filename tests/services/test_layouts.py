"""An office's own columns, saved by name, are what the workbook has."""

from datetime import date
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.layouts import STANDARD, Layout, LayoutColumn
from yuqing_desktop.domain.periods import week_of
from yuqing_desktop.domain.rounds import RoundOutcome
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.problems import BadInput, NotFound, Refused

WEEK = week_of(date(2026, 11, 23))
OWN = Layout(
    "领导用", (LayoutColumn("title", "舆情事项"), LayoutColumn("section"), LayoutColumn("item_number"))
)


def headings(path: Path, sheet: str = "周台账") -> list[str]:
    from openpyxl import load_workbook

    return [str(cell.value) for cell in load_workbook(path)[sheet][5] if cell.value]


def test_a_layout_decides_columns_order_and_headings(office: Office, tmp_path: Path) -> None:
    office.item_at(Status.RECEIVED)
    office.core.layouts.save(office.clerk, OWN)
    path = office.core.ledger.export(office.clerk, WEEK, tmp_path / "week.xlsx")
    assert headings(path) == ["序号", "舆情事项", "跟进科室", "登记编号"]
    office.core.layouts.use(office.clerk, STANDARD)
    assert len(headings(office.core.ledger.export(office.clerk, WEEK, tmp_path / "week.xlsx"))) == 29


def test_a_ledger_can_be_had_in_another_layout_than_the_one_in_use(office: Office, tmp_path: Path) -> None:
    office.core.layouts.save(office.clerk, OWN)
    office.core.layouts.use(office.clerk, STANDARD)
    ledger = office.core.ledger
    path = ledger.export(office.clerk, WEEK, tmp_path / "week.xlsx", layout=OWN.name)
    assert headings(path) == ["序号", "舆情事项", "跟进科室", "登记编号"]
    with pytest.raises(NotFound, match="没有导出版式“无此版式”"):
        ledger.export(office.clerk, WEEK, tmp_path / "week.xlsx", layout="无此版式")


def test_a_layout_is_renamed_and_dropped(office: Office) -> None:
    layouts = office.core.layouts
    layouts.save(office.clerk, OWN)
    layouts.save(office.clerk, Layout("局长用", OWN.columns), instead_of="领导用")
    assert [one.name for one in layouts.all()] == [STANDARD, "局长用"]
    layouts.forget(office.clerk, "局长用")
    assert layouts.in_use().name == STANDARD


@pytest.mark.parametrize("wrong", [Layout("", OWN.columns), Layout("空", ()), Layout(STANDARD, OWN.columns),
                                   Layout("重", (LayoutColumn("title"), LayoutColumn("title"))),
                                   Layout("无", (LayoutColumn("nothing"),))])  # fmt: skip
def test_a_layout_that_says_nothing_is_refused(office: Office, wrong: Layout) -> None:
    with pytest.raises(BadInput):
        office.core.layouts.save(office.clerk, wrong)


def test_only_the_office_keeps_layouts(office: Office) -> None:
    with pytest.raises(Refused):
        office.core.layouts.save(office.section, OWN)


@pytest.mark.article("第七条")
def test_the_rounds_of_the_week_stand_in_the_workbook(office: Office, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    first, second, *_ = office.core.rounds.channels()
    office.core.rounds.record(office.clerk, first.id, RoundOutcome.NOTHING)
    office.core.rounds.record(office.clerk, second.id, RoundOutcome.FOUND, found=3)
    office.pass_time(days=1)
    path = office.core.ledger.export(office.clerk, WEEK, tmp_path / "week.xlsx")
    sheet = load_workbook(path)["每日巡查"]
    rows = {str(row[0].value): [str(cell.value) for cell in row[1:]] for row in sheet.iter_rows()}
    assert rows["11月23日"][1].startswith("上午：")
    text = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "未发现；缺下午" in text and "发现3件；缺下午" in text
    assert load_workbook(path).sheetnames == ["周台账", "统计汇总", "每日巡查", "督办与超期"]
