"""Habits of tables people and vendors make: two lines of headings, links behind words, halves of a time, units above."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import at_least, number
from yuqing_desktop.intake.presets import propose_mapping
from yuqing_desktop.intake.rows import ParsedRow, parse_rows
from yuqing_desktop.intake.sheet import Sheet
from yuqing_desktop.intake.spreadsheets import read_file


def book(folder: Path, fill: Callable[[Worksheet], object]) -> Sheet:
    """The sheet of a workbook filled so."""
    made = openpyxl.Workbook()
    fill(made.active)
    made.save(folder / "表.xlsx")
    return read_file(folder / "表.xlsx")


def text(folder: Path, table: str, encoding: str = "utf-8") -> Sheet:
    """The sheet of a text table."""
    (folder / "表.csv").write_bytes(table.encode(encoding))
    return read_file(folder / "表.csv")


def rows_of(sheet: Sheet, now: datetime) -> list[ParsedRow]:
    return parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), now)


def test_two_lines_of_headings_are_one_where_no_cell_is_merged(tmp_path: Path, now: datetime) -> None:
    sheet = text(
        tmp_path,
        "舆情日报\n序号,发布时间,来源,,链接,传播数据,,作者\n,,平台,标题,,阅读数,转发数,\n"
        "1,2026-11-20 09:30,论坛,路灯不亮,http://a.example.cn/1,12,3,甲\n",
    )
    (row,) = rows_of(sheet, now)
    assert (sheet.heading_row, row.row_number, row.refused) == (3, 4, None)
    assert row.fields["title"] == "路灯不亮" and row.fields["reads"] == number(12)
    assert row.fields["platform"] == "论坛" and row.fields["author"] == "甲"


def test_a_first_row_of_words_is_no_second_line_of_headings(tmp_path: Path) -> None:
    sheet = text(tmp_path, "标题,类别,说明\n路灯不亮,咨询,备注\n停水,投诉,无\n")
    assert (sheet.heading_row, len(sheet.rows)) == (1, 2)


def test_the_sheet_with_known_headings_is_taken_before_a_longer_one(tmp_path: Path) -> None:
    def fill(page: Worksheet) -> None:
        for line in range(30):
            page.append([f"填表说明第{line}条"])
        data = page.parent.create_sheet("数据")
        data.append(["标题", "链接"])
        data.append(["路灯不亮", "http://a.example.cn/1"])

    assert book(tmp_path, fill).name == "数据"


def test_a_list_of_telephones_is_no_table_of_posts(tmp_path: Path) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["姓名", "电话", "备注"])
        for line in range(30):
            page.append(["甲", f"138000000{line:02d}", "联络员"])
        data = page.parent.create_sheet("明细")
        data.append(["标题", "链接"])
        data.append(["路灯不亮", "http://a.example.cn/1"])

    assert book(tmp_path, fill).name == "明细"


def test_a_link_behind_a_title_becomes_the_rows_link(tmp_path: Path, now: datetime) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["发布时间", "标题", "作者"])
        page.append([datetime(2026, 11, 20, 9, 30), "路灯不亮", "甲"])  # noqa: DTZ001
        page.append([datetime(2026, 11, 20, 9, 40), "停水", "乙"])  # noqa: DTZ001
        page["B2"].hyperlink = "https://a.example.cn/1?x=1&y=2"
        page["C3"].hyperlink = "https://a.example.cn/someone"

    sheet = book(tmp_path, fill)
    linked, bare = rows_of(sheet, now)
    assert linked.fields["link"] == "https://a.example.cn/1?x=1&y=2"
    assert "link" not in bare.fields


@pytest.mark.parametrize("formula", [None, '=HYPERLINK("https://a.example.cn/1","查看")'])
def test_a_link_behind_a_word_stands_in_the_links_column(
    tmp_path: Path, now: datetime, formula: str | None
) -> None:
    def fill(page: Worksheet) -> None:
        page["B2"], page["C2"], page["D2"] = "标题", "链接", "发布时间"
        page["B3"], page["C3"], page["D3"] = "路灯不亮", formula or "查看原文", "2026-11-20 09:30"
        if formula is None:
            page["C3"].hyperlink = "https://a.example.cn/1"

    (row,) = rows_of(book(tmp_path, fill), now)
    assert row.fields["link"] == "https://a.example.cn/1"
    assert row.row_number == 3


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    def fill(page: Worksheet) -> None:
        page["B5"], page["C5"] = "标题", "来源平台"
        page["B6"], page["C6"], page["B7"] = "路灯不亮", "论坛", "停水"
        page.merge_cells("C6:C7")

    sheet = book(tmp_path, fill)
    assert (sheet.heading_row, sheet.row_numbers) == (5, (6, 7))
    assert sheet.rows == (("路灯不亮", "论坛"), ("停水", "论坛"))


def test_a_formula_that_was_never_computed_is_reported_and_is_no_title(tmp_path: Path, now: datetime) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["标题", "阅读数", "链接"])
        page.append(["路灯不亮", "=1000+200", "http://a.example.cn/1"])
        page.append(['="路灯"&"不亮"', 12, "http://a.example.cn/2"])

    first, second = rows_of(book(tmp_path, fill), now)
    assert [(left.field, left.text) for left in first.leftovers] == [("reads", "=1000+200")]
    assert "reads" not in first.fields and second.refused is not None and "公式" in second.refused


@pytest.mark.parametrize(
    "table",
    [
        "发布日期,发布时间,标题\n2026-11-20,09:30,路灯不亮\n",
        "发布日期,发布时间,标题\n2026年11月20日,上午9点半,路灯不亮\n",
        "时间,日期,标题\n9:30,2026/11/20,路灯不亮\n",
    ],
)
def test_the_day_and_the_hour_in_two_columns_are_one_time(tmp_path: Path, now: datetime, table: str) -> None:
    (row,) = rows_of(text(tmp_path, table), now)
    assert row.fields["published_at"] == datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI)


def test_they_are_also_where_they_are_cells_of_their_kind(tmp_path: Path, now: datetime) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["日期", "时间", "标题"])
        page.append([date(2026, 11, 20), datetime(2026, 11, 20, 9, 30).time(), "路灯不亮"])  # noqa: DTZ001

    (row,) = rows_of(book(tmp_path, fill), now)
    assert row.fields["published_at"] == datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI)


def test_a_unit_in_the_heading_counts_for_bare_figures_only(tmp_path: Path, now: datetime) -> None:
    table = "标题,阅读数（万）,评论数（条）,转发数（单位：千次）\n路灯不亮,3,12,1.5\n停水,1.2万,3,10万+\n断电,0,0,\n"
    first, second, third = rows_of(text(tmp_path, table), now)
    assert (first.fields["reads"], first.fields["replies"], first.fields["forwards"]) == (
        number(30_000),
        number(12),
        number(1_500),
    )
    assert (second.fields["reads"], second.fields["forwards"]) == (number(12_000), at_least(100_000))
    assert third.fields["reads"] == number(0)


def test_big5_is_told_from_the_mainlands_encodings(tmp_path: Path, now: datetime) -> None:
    table = "標題,發佈時間,閱讀數,連結\n河濱小區晚間經常停水，居民希望盡快恢復,2026-11-20 09:30,1.2萬,http://a.example.cn/1\n"
    sheet = text(tmp_path, table, "big5")
    (row,) = rows_of(sheet, now)
    assert row.fields["title"] == "河濱小區晚間經常停水，居民希望盡快恢復"
    assert row.fields["reads"] == number(12_000) and row.fields["link"] == "http://a.example.cn/1"


def test_an_apostrophe_that_keeps_a_number_a_text_is_no_part_of_it(tmp_path: Path, now: datetime) -> None:
    (row,) = rows_of(text(tmp_path, "mid,标题,阅读数\n'5012345678901234,路灯不亮,'12\n"), now)
    assert row.fields["external_id"] == "5012345678901234" and row.fields["reads"] == number(12)
