"""Tables of strangers: headings put together, several tables on one sheet, hidden rows, links behind words in old files."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.old_workbook import old_workbook
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import number
from yuqing_desktop.intake.presets import propose_mapping
from yuqing_desktop.intake.rows import ParsedRow, parse_rows
from yuqing_desktop.intake.sheet import Sheet
from yuqing_desktop.intake.spreadsheets import read_file

LINK = "https://a.example.cn/1?x=1&y=2"
POSTED = datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI)
NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def book(folder: Path, fill: Callable[[Worksheet], object], *, sheet: str = "") -> Sheet:
    """A sheet of a workbook filled so."""
    made = openpyxl.Workbook()
    fill(made.active)
    made.save(folder / "表.xlsx")
    return read_file(folder / "表.xlsx", sheet=sheet)


def text(folder: Path, table: str) -> Sheet:
    """The sheet of a text table."""
    (folder / "表.csv").write_text(table, encoding="utf-8")
    return read_file(folder / "表.csv")


def rows_of(sheet: Sheet, now: datetime) -> list[ParsedRow]:
    return parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), now)


def old(folder: Path) -> Sheet:
    """An .xls whose links stand behind words and whose third row is hidden."""
    table = [["标题", "链接"], ["路灯不亮", "查看"], ["停水", "查看"]]
    (folder / "表.xls").write_bytes(old_workbook(table, links={(1, 1): LINK}, hidden=[2]))
    return read_file(folder / "表.xls")


def opened(folder: Path) -> Sheet:
    """The same as an .ods."""
    cell = "<table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell>"
    linked = cell.format(f"<text:a xlink:href='{LINK.replace('&', '&amp;')}'>查看</text:a>")
    rows = (
        f"<table:table-row>{cell.format('标题')}{cell.format('链接')}</table:table-row>"
        f"<table:table-row>{cell.format('路灯不亮')}{linked}</table:table-row>"
        f"<table:table-row table:visibility='filter'>{cell.format('停水')}{cell.format('查看')}</table:table-row>"
        "<table:table-row table:number-rows-repeated='99' table:visibility='collapse'><table:table-cell/></table:table-row>"
    )
    page = f"<office:body><office:spreadsheet><table:table table:name='甲'>{rows}</table:table></office:spreadsheet></office:body>"
    with zipfile.ZipFile(folder / "表.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        head = f"{NAMES} xmlns:xlink='http://www.w3.org/1999/xlink'"
        archive.writestr("content.xml", f"<office:document-content{head}>{page}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return read_file(folder / "表.ods")


def new(folder: Path) -> Sheet:
    """The same as an .xlsx."""

    def fill(page: Worksheet) -> None:
        for row in (["标题", "链接"], ["路灯不亮", "查看"], ["停水", "查看"]):
            page.append(row)
        page["B2"].hyperlink = LINK
        page.auto_filter.ref = "A1:B3"
        page.row_dimensions[3].hidden = True
        page.column_dimensions["C"].hidden = True

    return book(folder, fill)


@pytest.mark.parametrize("made", [old, opened, new])
def test_links_behind_words_and_rows_out_of_sight_are_told_by_every_kind_of_workbook(
    tmp_path: Path, made: Callable[[Path], Sheet]
) -> None:
    sheet = made(tmp_path)
    assert sheet.rows[0] == ("路灯不亮", LINK) and sheet.rows[1][0] == "停水"
    assert sheet.hidden.intersection(sheet.row_numbers) == {3}


@pytest.mark.parametrize("broken", [60, 80, 500, 700, 1100, 2000])
def test_a_damaged_old_workbook_is_read_without_its_links(tmp_path: Path, broken: int) -> None:
    from yuqing_desktop.intake.behind_xls import with_hidden_words
    from yuqing_desktop.intake.sheet import Grid

    data = old_workbook([["标题"], ["路灯不亮"]], links={(1, 0): LINK})
    grid = Grid("微博", ((1, ("标题",)), (2, ("路灯不亮",))))
    for ruined in (data[:broken], data[:broken] + b"\xff" * 40 + data[broken + 40 :]):
        (told,) = with_hidden_words([grid], ruined)
        assert told.rows == grid.rows and set(told.links) <= {(2, 0)}


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        ("视频标题", "路灯不亮", "title", "路灯不亮"),
        ("笔记链接", "https://a.example.cn/1", "link", "https://a.example.cn/1"),
        ("文章URL", "//a.example.cn/1", "link", "https://a.example.cn/1"),
        ("达人昵称", "小王", "author", "小王"),
        ("公众号名称", "东湖发布", "source", "东湖发布"),
        ("账号 / 作者", "东湖发布", "source", "东湖发布"),
        ("（必填）发布时间", "2026-11-20 09:30", "published_at", POSTED),
        ("写信时间", "2026年11月20日 9:30", "published_at", POSTED),
        ("Published Date", "Nov 20, 2026 09:30 AM", "published_at", POSTED),
        ("Source Name", "Forum", "source", "Forum"),
        ("Comments", "1,234", "replies", number(1234)),
        ("转载次数", "3", "forwards", number(3)),
        ("播放次数", "1.2万", "reads", number(12_000)),
        ("受理编号", "XF1", "external_id", "XF1"),
        ("回复部门", "城管局", "section", "城管局"),
    ],
)
def test_a_heading_put_together_of_known_words_is_known(
    tmp_path: Path, now: datetime, heading: str, cell: str, field: str, value: object
) -> None:
    (row,) = rows_of(text(tmp_path, f'正文,"{heading}"\n路灯坏了,"{cell}"\n'), now)
    assert row.fields[field] == value


@pytest.mark.parametrize(
    "heading", ["转发/评论", "办理时限", "作者主页", "抖音号", "互动量", "微信号", "收藏次数"]
)
def test_a_heading_that_says_something_else_fills_no_field(heading: str) -> None:
    assert propose_mapping(["标题", heading], [["路灯不亮", "12"]]).columns == {"title": 0}


def test_a_long_number_kept_as_a_fraction_is_no_identity(tmp_path: Path, now: datetime) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["工单编号", "标题"])
        page.append([20261120001234568, "路灯不亮"])

    (row,) = rows_of(book(tmp_path, fill), now)
    assert "external_id" not in row.fields and "改写" in row.leftovers[0].reason


@pytest.mark.parametrize(
    "words",
    [
        *("平均值", "本页小计", "注：数据来源于网络", "以上共2条，导出时间：2026-11-21", "— END —"),
        *(
            "编制：李四  审批：王五",
            "数据截至2026年11月20日24时",
            "第1页",
            "第 2 页 共 3 页",
            "二、论坛",
            "标题",
        ),
    ],
)
def test_what_stands_between_and_under_rows_is_no_post(tmp_path: Path, now: datetime, words: str) -> None:
    sheet = text(tmp_path, f"标题,链接\n路灯不亮,http://a.example.cn/1\n{words},\n")
    post, other = rows_of(sheet, now)
    assert post.refused is None and other.refused is not None


@pytest.mark.parametrize(
    "words", ["第1页广告太多", "注：", "合计", "平均工资怎么算", "说明会没有通知居民", "标题党"]
)
def test_a_post_that_only_begins_so_is_one(tmp_path: Path, now: datetime, words: str) -> None:
    sheet = text(tmp_path, f"标题,链接\n{words}了,http://a.example.cn/1\n")
    assert rows_of(sheet, now)[0].refused is None


def test_the_second_table_of_a_sheet_is_one_to_choose_and_the_first_is_not_lost(tmp_path: Path) -> None:
    def fill(page: Worksheet) -> None:
        for row in (
            ["一、微博"], ["标题", "链接", "转发数"], ["路灯不亮", "http://a.example.cn/1", 12], [None],
            ["二、微信"], ["文章标题", "阅读数", "链接", "公众号"], ["停水", 13, "http://a.example.cn/2", "东湖发布"],
        ):  # fmt: skip
            page.append(row)

    first = book(tmp_path, fill)
    assert (first.heading_row, first.rows, first.others) == (
        2, (("路灯不亮", "http://a.example.cn/1", 12),), ("二、微信（第5行起）",),
    )  # fmt: skip
    second = book(tmp_path, fill, sheet="二、微信（第5行起）")
    assert (second.heading_row, second.row_numbers) == (6, (7,))
    assert second.others == ("Sheet",)


def test_the_same_headings_on_every_page_are_one_table(tmp_path: Path, now: datetime) -> None:
    page = "标题,链接,作者\n路灯不亮{0},http://a.example.cn/{0},甲\n"
    sheet = text(tmp_path, "".join(page.format(at) for at in range(3)))
    assert sheet.others == ()
    assert [row.refused is None for row in rows_of(sheet, now)] == [True, False, True, False, True]


def test_a_stray_blank_far_to_the_right_is_no_column(tmp_path: Path) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["标题", "链接"])
        page.append(["路灯不亮", "http://a.example.cn/1"])
        page["XFD1"] = " "

    assert book(tmp_path, fill).headings == ("标题", "链接")


def test_a_row_of_nothing_but_formulas_never_computed_is_not_lost(tmp_path: Path, now: datetime) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["标题", "阅读数"])
        page.append(['="路灯"&"不亮"', "=1000+234"])
        page.append(["停水", 3])

    first, second = rows_of(book(tmp_path, fill), now)
    assert (first.row_number, second.row_number) == (2, 3) and "公式" in (first.refused or "")


@pytest.mark.parametrize("state", ["办理中", "已受理", "未办结", "待回复"])
def test_how_far_a_case_is_is_no_answer(tmp_path: Path, now: datetime, state: str) -> None:
    waiting, done = rows_of(text(tmp_path, f"标题,处理结果\n路灯不亮,{state}\n停水,已修好\n"), now)
    assert "reply_need" not in waiting.fields and "reply_need" in done.fields
