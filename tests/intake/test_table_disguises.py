"""Tables in disguise as real exports make them: Excel's web pages and old XML, JSON of services, odd text tables."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.figures import number
from yuqing_desktop.domain.vocabulary import CommentKind, Level, ReplyNeed
from yuqing_desktop.intake.presets import propose_mapping
from yuqing_desktop.intake.rows import ParsedRow, parse_rows
from yuqing_desktop.intake.sheet import Sheet
from yuqing_desktop.intake.spreadsheets import read_file

Read = Callable[..., Sheet]
EXCEL = 'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
OLD = "urn:schemas-microsoft-com:office:spreadsheet"
PAGE = f"""<html {EXCEL}><head><meta charset="gb2312"></head><body><table border=1><tr><td colspan=5>舆情日报</td></tr>
<tr><td>日期</td><td>平台</td><td>标题</td><td>链接</td><td>阅读数</td></tr>
<tr><td rowspan=2>2026-11-20</td><td rowspan="2">论坛</td><td>路灯不亮</td><td><a href="http://a.example.cn/1">查看</a></td>
<td>1.2万</td></tr><tr><td>停水</td><td>http://a.example.cn/2</td><td>13</td></tr>
<tr style="mso-yfti-irow:3; display: none"><td>2026-11-21</td><td>论坛</td><td>断电</td><td></td><td>1</td></tr></table>"""
XML = f"""<?xml version="1.0"?><Workbook xmlns="{OLD}" xmlns:ss="{OLD}"><Worksheet ss:Name="甲"><Table>
<Row><Cell><Data ss:Type="String">标题</Data></Cell><Cell><Data ss:Type="String">链接</Data></Cell>
<Cell><Data ss:Type="String">阅读数</Data></Cell></Row>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">路灯不亮</Data></Cell>
<Cell ss:HRef="http://a.example.cn/1"><Data ss:Type="String">查看</Data></Cell><Cell><Data ss:Type="Number">12</Data></Cell></Row>
<Row ss:Hidden="1"><Cell ss:Index="2" ss:HRef="http://a.example.cn/2"><Data ss:Type="String">查看</Data></Cell>
<Cell><Data ss:Type="Number">1.2E3</Data></Cell></Row></Table></Worksheet></Workbook>"""
RECORDS = [
    {"title": "路灯不亮", "url": "http://a.example.cn/1", "stat": {"view_count": 12}},
    {"title": "停水", "url": "http://a.example.cn/2", "stat": {"view_count": 13}},
]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The table in a file of these words."""

    def look(words: str, encoding: str = "utf-8") -> Sheet:
        (tmp_path / "导出.xls").write_bytes(words.encode(encoding))
        return read_file(tmp_path / "导出.xls")

    return look


def rows_of(sheet: Sheet, now: datetime) -> list[ParsedRow]:
    return parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), now)


def test_a_web_page_as_excel_saves_it_is_a_table(read: Read, now: datetime) -> None:
    sheet = read(PAGE, "gb18030")
    first, second, _ = rows_of(sheet, now)
    assert (sheet.kind, sheet.heading_row, sheet.hidden) == ("html", 2, {5})
    assert first.fields["link"] == "http://a.example.cn/1" and first.fields["reads"] == number(12_000)
    assert second.fields["title"] == "停水" and second.fields["platform"] == "论坛"
    assert second.fields["published_at"] == datetime(2026, 11, 20, tzinfo=SHANGHAI)


def test_cells_of_a_page_reach_over_rows_and_columns_at_once(read: Read) -> None:
    sheet = read(
        "<table><tr><td>标题<td colspan=2>来源<td>链接<tr><td rowspan=3>甲<td>乙<td rowspan=2>丙<td>1<tr><td>丁<td>2"
        "<tr><td>戊<td>己<td>3</table>"
    )
    assert sheet.rows == (("甲", "乙", "丙", "1"), ("甲", "丁", "丙", "2"), ("甲", "戊", "己", "3"))


def test_old_xml_tells_its_links_merged_cells_and_hidden_rows(read: Read) -> None:
    sheet = read(XML)
    assert sheet.rows == (
        ("路灯不亮", "http://a.example.cn/1", 12),
        ("路灯不亮", "http://a.example.cn/2", 1200),
    )
    assert sheet.hidden == {3}


@pytest.mark.parametrize(
    "words",
    [
        json.dumps(RECORDS, ensure_ascii=False),
        json.dumps({"code": 0, "data": {"tags": [], "list": RECORDS}}, ensure_ascii=False),
        "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS),
    ],
    ids=["a list", "an answer", "a line each"],
)
def test_records_are_found_however_a_service_wraps_them(read: Read, now: datetime, words: str) -> None:
    first, second = rows_of(read(words), now)
    assert (first.fields["title"], first.fields["reads"]) == ("路灯不亮", number(12))
    assert (second.fields["link"], second.fields["reads"]) == ("http://a.example.cn/2", number(13))


def test_a_chinese_comma_divides_where_it_divides_every_line(read: Read) -> None:
    assert read("标题，链接，阅读数\n路灯，http://a.example.cn/1，12\n").headings == (
        "标题",
        "链接",
        "阅读数",
    )
    assert read("标题\n路灯不亮，没人修，急\n停水了\n").rows == (("路灯不亮，没人修，急",), ("停水了",))


def test_a_stray_comma_refuses_its_row_and_loses_none_of_it(read: Read, now: datetime) -> None:
    sheet = read(
        "标题,链接\n路灯,不亮,http://a.example.cn/1\n停水,http://a.example.cn/2\n断电,http://a.example.cn/3\n"
    )
    spoilt, *sound = rows_of(sheet, now)
    assert "3列" in (spoilt.refused or "") and spoilt.raw["第3列"] == "http://a.example.cn/1"
    assert [row.refused for row in sound] == [None, None]


def test_the_same_as_above_is_what_stands_above(read: Read, now: datetime) -> None:
    rows = rows_of(
        read("标题,平台,发布时间\n路灯,论坛,2026-11-20 09:30\n,,\n停水,同上,〃\n断电,〃,同上\n"), now
    )
    assert {(row.fields["platform"], row.fields["published_at"]) for row in rows} == {
        ("论坛", datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI))
    }


@pytest.mark.parametrize(
    ("heading", "word", "need"),
    [
        ("是否回复", "是", ReplyNeed.REPLIED), ("是否已回复", "否", ReplyNeed.NEEDED),
        ("是否需要回复", "是", ReplyNeed.NEEDED), ("是否需要回复", "否", ReplyNeed.NOT_NEEDED),
    ],
)  # fmt: skip
def test_yes_answers_what_its_heading_asks(
    read: Read, now: datetime, heading: str, word: str, need: ReplyNeed
) -> None:
    assert rows_of(read(f"标题,{heading}\n路灯,{word}\n"), now)[0].fields["reply_need"] is need


def test_yes_as_a_cell_of_its_kind_does_too(tmp_path: Path, now: datetime) -> None:
    made = openpyxl.Workbook()
    for row in (["标题", "是否回复"], ["路灯", True]):
        made.active.append(row)
    made.save(tmp_path / "表.xlsx")
    assert rows_of(read_file(tmp_path / "表.xlsx"), now)[0].fields["reply_need"] is ReplyNeed.REPLIED


@pytest.mark.parametrize(
    ("heading", "word", "field", "value"),
    [
        ("等级", "二级（重要）", "level", Level.IMPORTANT), ("等级", "Ⅱ级", "level", Level.IMPORTANT),
        ("预警等级", "红", "level", None), ("等级", "红", "level", Level.EMERGENCY),
        ("等级", "一般（重大）", "level", None),
        ("类别", "投诉/举报", "comment_kind", CommentKind.COMPLAINT),
        ("类别", "求助咨询", "comment_kind", CommentKind.QUESTION),
    ],
)  # fmt: skip
def test_words_of_other_tables_are_understood_or_left(
    read: Read, now: datetime, heading: str, word: str, field: str, value: object
) -> None:
    assert rows_of(read(f"标题,{heading}\n路灯,{word}\n"), now)[0].fields.get(field) == value
