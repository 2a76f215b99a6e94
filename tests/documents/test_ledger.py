"""The ledger is a document leadership can read: what was registered and what was carried over, told apart."""

import io
import multiprocessing
import pickle
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.documents.samples import HOSTILE, ledger, ledger_row
from yuqing_desktop.documents.context import clean
from yuqing_desktop.documents.ledger_book import ledger_content, write_ledger
from yuqing_desktop.documents.papers.ledger import LEDGER_COLUMNS, LedgerContext
from yuqing_desktop.documents.qr import png
from yuqing_desktop.documents.tables import Chart, ChartKind, Table
from yuqing_desktop.domain import paper_codes
from yuqing_desktop.progress import Cancelled, Progress


def opened(context: LedgerContext) -> Any:
    return load_workbook(io.BytesIO(ledger_content(context)))


def column(sheet: Any, number: int) -> list[Any]:
    return [row[number - 1].value for row in sheet.iter_rows()]


@pytest.mark.article("第四条")
def test_the_sheets_of_an_issue() -> None:
    assert opened(ledger()).sheetnames == ["周台账", "统计汇总", "每日巡查", "督办与超期"]


@pytest.mark.article("第七条")
def test_the_columns_are_the_forms() -> None:
    sheet = opened(ledger())["周台账"]
    assert [cell.value for cell in sheet[5]] == ["序号", *(column.heading for column in LEDGER_COLUMNS)]
    first = dict(zip((cell.value for cell in sheet[5]), (cell.value for cell in sheet[7]), strict=True))
    assert first["登记编号"] == "YQ-2026-0001"
    assert first["当时阅读数"] == "10万+"
    assert first["当时转发数"] == 86
    assert first["发现时间"].isoformat() == "2026-11-17T09:05:00"
    assert first["回复情况"] == "需要"


def test_new_and_carried_over_are_told_apart() -> None:
    first = column(opened(ledger(3, 2))["周台账"], 1)
    assert first[5] == "一、本周登记：3件"
    assert first[9] == "二、以前结转未办结：2件"
    assert [value for value in first if isinstance(value, int)] == [1, 2, 3, 4, 5]


def test_a_week_with_no_item_says_so() -> None:
    first = column(opened(ledger(0, 0))["周台账"], 1)
    assert first[5:7] == ["一、本周登记：0件", "二、以前结转未办结：0件"]


def test_the_front_says_issue_period_signer_and_what_was_chosen() -> None:
    front = "\n".join(str(value) for value in column(opened(ledger(edition="更正第1次"))["周台账"], 1)[:4])
    for words in (
        "第47期（总第47期）",
        "更正第1次",
        "16日0时至22日24时",
        "签发人：王五",
        "报送对象：",
        "取数范围：",
    ):
        assert words in front


def test_every_sheet_is_ready_for_the_printer() -> None:
    for sheet in opened(ledger()):
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.center.text == "第&P页/共&N页"
    assert opened(ledger())["周台账"].print_title_rows == "$5:$5"


def test_no_cell_is_a_formula() -> None:
    hostile = ledger_row(1, title="=cmd|' /C calc'!A0", summary=HOSTILE, source="@x", note="+1", result="-1")
    for sheet in opened(_with(hostile)):
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    row = opened(_with(hostile))["周台账"][7]
    assert row[5].value == "=cmd|' /C calc'!A0"
    assert row[6].value == clean(HOSTILE)


def _with(*rows: Any) -> LedgerContext:
    return replace(ledger(0, 0), registered=tuple(rows))


def test_overdue_rows_stand_out_without_colour() -> None:
    sheet = opened(ledger())["周台账"]
    (area, rules), *_ = sheet.conditional_formatting._cf_rules.items()
    assert rules[0].dxf.font.b
    letter = re.match(r"LEFT\(\$([A-Z]+)6,2\)", rules[0].formula[0])
    assert letter is not None
    assert sheet[f"{letter[1]}5"].value == "是否超时"
    assert str(area.sqref).startswith("A6:AC")


def test_a_row_that_was_corrected_is_marked() -> None:
    sheet = opened(_with(ledger_row(1), ledger_row(2, corrected=True)))["周台账"]
    assert column(sheet, 1)[6:8] == [1, "2改"]


def test_a_time_of_another_year_shows_its_year() -> None:
    sheet = opened(ledger(1, 1))["周台账"]
    assert [sheet.cell(row, 3).number_format for row in (7, 9)] == ["m-d hh:mm", "yyyy-m-d"]


def test_figures_are_values_and_shares_are_shares() -> None:
    sheet = opened(ledger())["统计汇总"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "政务服务科")
    assert [cell.value for cell in row[:6]] == ["政务服务科", 4, 3, 1, 0.75, 3.5]
    assert row[4].number_format == "0.0%"


def test_charts_show_their_axes() -> None:
    with zipfile.ZipFile(io.BytesIO(ledger_content(ledger()))) as file:
        charts = [file.read(name).decode() for name in file.namelist() if "charts/chart" in name]
    assert len(charts) == 3
    for xml in charts:
        assert xml.count('<delete val="0"') + xml.count('<c:delete val="0"') == 2
        assert "'统计汇总'!$A$" in xml


def test_charts_stand_on_the_first_page_beside_and_below_the_totals() -> None:
    with zipfile.ZipFile(io.BytesIO(ledger_content(ledger()))) as file:
        drawing = file.read("xl/drawings/drawing2.xml").decode()
    assert re.findall(r"<from><col>(\d+)</col>", drawing) == ["3", "6", "0"]
    rows = [int(row) for row in re.findall(r"<row>(\d+)</row>", drawing)]
    assert rows[0] == rows[2] < rows[1] == rows[3] <= rows[4] < rows[5]
    sheet = opened(ledger())["统计汇总"]
    assert next(one.id for one in sheet.row_breaks.brk) > rows[5]


def test_a_week_without_figures_draws_no_chart() -> None:
    trend = Table("走势", ("周", "登记"), (("第47周", 0),), chart=Chart(ChartKind.LINE))
    with zipfile.ZipFile(io.BytesIO(ledger_content(ledger(tables=(trend,))))) as file:
        assert not [name for name in file.namelist() if "charts/chart" in name]


def test_no_table_of_figures_is_torn_by_a_pages_end() -> None:
    tables = tuple(Table(f"表{n}", ("指标", "件数"), (("甲", 1),) * 18) for n in range(4))
    sheet = opened(ledger(tables=tables))["统计汇总"]
    starts = [cell.row for cell in sheet["A"] if str(cell.value).startswith("表")]
    assert [one.id + 1 for one in sheet.row_breaks.brk] == starts[1:]


@pytest.mark.article("第四条")
def test_what_is_not_printed_is_folded_and_told_in_a_line_each() -> None:
    sheet = opened(ledger())["周台账"]
    shown = [cell.value for cell in sheet[5] if not sheet.column_dimensions[cell.column_letter].hidden]
    assert len(shown) == 18
    assert "办理经过" in shown
    assert sum(sheet.column_dimensions[letter].width for letter in _letters(sheet)) < 180
    course = next(cell for cell in sheet[5] if cell.value == "办理经过").column
    assert str(sheet.cell(7, course).value).splitlines() == [
        "转送：舆转〔2026〕12号 11-17 10:00",
        "签收：李四 11-17 10:20",
        "反馈时限：11-18 17:30",
        "反馈：11-17 15:40",
        "审批：副组长 王五 11-17 16:10 组长 赵六 11-17 16:40",
        "先行回复：11-17 11:00",
        "正式回复：11-17 17:05 @某市数据资源管理局",
        "办结：11-18 09:00",
    ]


def _letters(sheet: Any) -> list[str]:
    return [cell.column_letter for cell in sheet[5] if not sheet.column_dimensions[cell.column_letter].hidden]


def test_an_overdue_cell_is_marked_with_a_sign_as_well() -> None:
    sheet = opened(ledger())["周台账"]
    column_ = next(cell for cell in sheet[5] if cell.value == "是否超时").column
    late, in_time = sheet.cell(9, column_), sheet.cell(7, column_)
    assert (late.value, late.number_format, late.font.b) == ("超时2小时", '"▲"@', True)
    assert in_time.number_format == "@"


def test_times_in_tables_are_wide_enough_to_show() -> None:
    moment = ledger_row().found_at
    debts = Table("先行回复后未补正式回复", ("登记编号", "先行回复时间"), (("YQ-2026-0001", moment),))
    sheet = opened(ledger(tables=(debts,)))["统计汇总"]
    assert sheet.column_dimensions["B"].width >= 17


def test_a_single_lists_headings_are_repeated() -> None:
    assert opened(ledger())["督办与超期"].print_title_rows == "$4:$4"


def test_an_offices_own_columns() -> None:
    chosen = (LEDGER_COLUMNS[4], LEDGER_COLUMNS[0])
    sheet = opened(ledger(columns=chosen))["周台账"]
    assert [cell.value for cell in sheet[5]] == ["序号", "标题", "登记编号"]


def test_an_issue_can_be_written_in_a_child_process(tmp_path: Path) -> None:
    context = ledger()
    assert pickle.loads(pickle.dumps(context)) == context
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        made = pool.apply(write_ledger, (tmp_path / "台账.xlsx", context))
    assert load_workbook(made).sheetnames[0] == "周台账"


def test_a_cancelled_ledger_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"old")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_ledger(path, ledger(), progress=progress)
    assert path.read_bytes() == b"old"


def test_a_month_is_the_same_with_other_words() -> None:
    context = ledger(title="政务舆情月台账", period_word="本月")
    assert opened(context).sheetnames[0] == "月台账"


@pytest.mark.article("第四条")
def test_the_chains_end_stands_on_the_first_sheet_in_words_and_as_a_code() -> None:
    head = "1024-9f3a1c7702be"
    content = ledger_content(replace(ledger(), head=head))
    assert head in str(load_workbook(io.BytesIO(content)).worksheets[0]["A4"].value)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        (picture,) = [name for name in parts.namelist() if name.startswith("xl/media/")]
        assert parts.read(picture) == png(paper_codes.head_code(head))
        links = [
            name for name in parts.namelist() if b"drawing" in parts.read(name) and "sheets/_rels" in name
        ]
    assert "xl/worksheets/_rels/sheet1.xml.rels" in links


def test_a_ledger_before_the_first_event_has_no_code() -> None:
    with zipfile.ZipFile(io.BytesIO(ledger_content(replace(ledger(), head="")))) as parts:
        assert not [name for name in parts.namelist() if name.startswith("xl/media/")]
