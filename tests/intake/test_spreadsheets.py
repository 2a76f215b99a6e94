"""Any table a clerk is sent, told by its content."""

import csv
import json
import random
import zipfile
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuqing_desktop.intake.headings import mended_sheet
from yuqing_desktop.intake.sheet import LIMITS, Limits
from yuqing_desktop.intake.spreadsheets import read_file, read_grids
from yuqing_desktop.problems import BadFile
from yuqing_desktop.progress import Cancelled, Progress

TABLE = '标题,阅读数,摘要\n路灯不亮,12,"第一行\n第二行"\n\n停水,3,x\n'


MOMENT = datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001  a workbook's times have no zone


def workbook(sheet_xml: str = "", *, rows: list[list[object]] | None = None, **parts: str) -> bytes:
    """An xlsx file; `sheet_xml` replaces its sheet's data, `parts` replace whole parts by file name."""
    book = openpyxl.Workbook()
    for row in rows or [["标题", "链接"], ["路灯不亮", "https://example.com/1"]]:
        book.active.append(row)
    plain, changed = BytesIO(), BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "xl/worksheets/sheet1.xml" and sheet_xml:
                text = (
                    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                    f"<sheetData>{sheet_xml}</sheetData></worksheet>"
                ).encode()
            target.writestr(name, parts.get(Path(name).stem, text))
    return changed.getvalue()


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_table_is_read_in_any_of_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    sheet = read_file(saved(tmp_path, "表.csv", TABLE.encode(encoding)))
    assert sheet.headings == ("标题", "阅读数", "摘要")
    assert sheet.rows == (("路灯不亮", "12", "第一行\n第二行"), ("停水", "3", "x"))
    assert sheet.row_numbers == (2, 4)
    assert sheet.encoding == encoding


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    buffer = StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows([["标题", "摘要"], ["a,b;c", "d|e\tf"], ["g", "h"]])
    sheet = read_file(saved(tmp_path, "表.txt", buffer.getvalue()))
    assert sheet.delimiter == delimiter
    assert sheet.rows == (("a,b;c", "d|e\tf"), ("g", "h"))


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    assert read_file(saved(tmp_path, "表.csv", workbook())).kind == "xlsx"
    page = "<html><meta charset=gb2312><table><tr><td>标题<td>链接<tr><td>停水<td>a<br>b</table>".encode(
        "gb18030"
    )
    sheet = read_file(saved(tmp_path, "表.xls", page))
    assert (sheet.kind, sheet.headings, sheet.rows) == ("html", ("标题", "链接"), (("停水", "a\nb"),))
    assert read_file(saved(tmp_path, "另.xls", TABLE)).kind == "csv"


def test_old_xml_spreadsheets_and_json_lists_are_tables_too(tmp_path: Path) -> None:
    xml = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table>'
        "<Row><Cell><Data>标题</Data></Cell><Cell><Data>链接</Data></Cell></Row>"
        '<Row ss:Index="4"><Cell ss:Index="2"><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    sheet = read_file(saved(tmp_path, "表.xls", xml))
    assert (sheet.name, sheet.rows, sheet.row_numbers) == ("甲", ((None, "x"),), (4,))
    records = json.dumps([{"title": "停水", "n": 1}, {"title": "断电", "more": [1]}], ensure_ascii=False)
    sheet = read_file(saved(tmp_path, "表.json", records))
    assert sheet.headings == ("title", "n", "more")
    assert sheet.rows == (("停水", 1, None), ("断电", None, "[1]"))


def test_headings_are_found_under_a_title_and_blank_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["某单位舆情台账"],
        [],
        ["序号", "标题", "发布时间"],
        [1, "停水", MOMENT],
    ]
    sheet = read_file(saved(tmp_path, "表.xlsx", workbook(rows=rows)))
    assert sheet.heading_row == 3
    assert sheet.rows == ((1, "停水", MOMENT),)
    assert sheet.row_numbers == (4,)


def test_a_table_without_headings_gets_numbered_ones(tmp_path: Path) -> None:
    sheet = read_file(saved(tmp_path, "表.csv", "停水,2026-01-02,3\n断电,2026-01-03,4\n"))
    assert (sheet.heading_row, sheet.headings, len(sheet.rows)) == (0, ("第1列", "第2列", "第3列"), 2)


def test_the_heading_row_can_be_said(tmp_path: Path) -> None:
    path = saved(tmp_path, "表.csv", "说明,x\n标题,摘要\na,b\n")
    assert read_file(path, heading_row=1).rows == (("标题", "摘要"), ("a", "b"))
    assert read_file(path, heading_row=0).headings == ("第1列", "第2列")


def test_a_cell_merged_downwards_belongs_to_each_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["标题", "平台"], ["a", "微博"], ["b", None], ["c", None]):
        book.active.append(row)
    book.active.merge_cells("B2:B4")
    book.save(tmp_path / "表.xlsx")
    assert [row[1] for row in read_file(tmp_path / "表.xlsx").rows] == ["微博"] * 3


def test_hidden_sheets_are_left_out_and_others_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["标题", "摘要"])
    book.active.append(["a", "b"])
    book.create_sheet("藏").append(["标题", "x"])
    book["藏"].sheet_state = "hidden"
    book.create_sheet("乙").append(["标题", "y"])
    book.save(tmp_path / "表.xlsx")
    assert read_file(tmp_path / "表.xlsx").others == ("乙",)
    assert read_file(tmp_path / "表.xlsx", sheet="乙").name == "乙"
    with pytest.raises(BadFile, match="藏"):
        read_file(tmp_path / "表.xlsx", sheet="藏")


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\x00\r\x03")), min_size=3, max_size=3
        )
    )
)
def test_what_a_csv_writer_wrote_is_read_back(rows: list[list[str]]) -> None:
    buffer = StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([["标题", "摘要", "链接"], *rows])
    grid = read_grids(buffer.getvalue().encode(), LIMITS, Progress(), encoding="utf-8", delimiter=",")[0]
    assert [list(cells) for _, cells in grid.rows[1:]] == [
        row for row in rows if any(cell.strip() for cell in row)
    ]


def test_headings_whose_mojibake_looks_like_control_characters_are_mended_too(tmp_path: Path) -> None:
    text = "标题,发布时间\n小区路灯不亮,2026-11-20\n"
    path = tmp_path / "a.csv"
    path.write_text(text.encode().decode("latin-1"), encoding="utf-8")
    offered = mended_sheet(read_file(path))
    assert offered is not None and offered.headings == ("标题", "发布时间")
    assert offered.rows[0][0] == "小区路灯不亮"


def test_mojibake_is_recognised_and_mended_when_asked(tmp_path: Path) -> None:
    ruined = "标题,摘要内容\n路灯不亮三天,市民反映路灯\n".encode().decode("gb18030")
    sheet = read_file(saved(tmp_path, "表.csv", ruined))
    offered = mended_sheet(sheet)
    assert offered is not None
    assert offered.headings == ("标题", "摘要内容")
    assert offered.rows == (("路灯不亮三天", "市民反映路灯"),)
    assert mended_sheet(offered) is None


def test_an_open_document_is_read(tmp_path: Path) -> None:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    dated = '<table:table-cell office:value-type="date" office:date-value="2026-01-02T03:04:00"/>'
    rows = (cell.format("标题") + cell.format("发布时间"), cell.format("停水") + dated)
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    table = f'<office:body><office:spreadsheet><table:table table:name="甲">{body}</table:table></office:spreadsheet></office:body>'
    path = tmp_path / "表.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content{names}>{table}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    sheet = read_file(path)
    assert (sheet.kind, sheet.name, sheet.headings) == ("ods", "甲", ("标题", "发布时间"))
    assert sheet.rows == (("停水", MOMENT),)


REFUSED = {
    "空": (b"", "空"),
    "空字节": (b"\x00" * 100, "空"),
    "图片": (b"\x89PNG\r\n", "图片"),
    "程序": (b"MZ\x90", "程序"),
    "乱码": (bytes(range(256)) * 40, "不是文字"),
    "压缩炸弹": (workbook(" " * 30_000_000), "sheet1.xml"),
    "DTD": (workbook(workbook='<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'), "workbook.xml"),
    "截断": (workbook()[:-60], "损坏"),
    "坏xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000, "损坏"),
    "引号不配对": ('标题,摘要\na,b\nc,"d\ne,f\n'.encode(), "第3行"),
    "格子过长": (b'a,b\n1,"' + b"x" * 200_000 + b'"\n', "第2行"),
    "行过宽": (b"a,b\n" + b"1," * 2000, "第2行"),
    "无表网页": (b"<html><p>hello", "没有表格"),
    "XML实体": (
        b'<?xml version="1.0"?><!DOCTYPE x><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "DTD",
    ),
    "JSON过深": (b'[{"a":' + b"[" * 5000, "嵌套"),
    "非记录": (b'[{"a":1},2]', "记录"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_words_that_name_the_part(tmp_path: Path, name: str) -> None:
    data, words = REFUSED[name]
    with pytest.raises(BadFile, match=words):
        read_file(saved(tmp_path, "表.xlsx", data))


def test_a_document_and_an_archive_are_no_tables(tmp_path: Path) -> None:
    for part, words in (("word/document.xml", "文档"), ("a.txt", "压缩包")):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(part, "x")
        with pytest.raises(BadFile, match=words):
            read_file(saved(tmp_path, "表.xlsx", buffer.getvalue()))


def test_limits_name_the_row_they_were_met_at(tmp_path: Path) -> None:
    path = saved(tmp_path, "表.csv", TABLE * 10)
    with pytest.raises(BadFile, match="第4行"):
        read_file(path, limits=Limits(rows=2))
    with pytest.raises(BadFile, match="单元格"):
        read_file(path, limits=Limits(cells=5))
    with pytest.raises(BadFile, match="MB"):
        read_file(path, limits=Limits(file_bytes=10))


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="打不开"):
        read_file(tmp_path / "无.csv")


def test_reading_stops_when_cancelled(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        read_file(saved(tmp_path, "表.csv", "a,b\n" * 5000), progress=progress)


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_workbook_is_read_or_refused_never_a_bug(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(workbook())
    for _ in range(chance.randint(1, 60)):
        data[chance.randrange(4, len(data))] = chance.randrange(256)
    try:
        read_file(saved(tmp_path, "表.xlsx", bytes(data)))
    except BadFile:
        return


def test_csv_spectrum_files_are_read_as_their_json_says(shared: Path) -> None:
    for path in sorted((shared / "08_hostile" / "csv-spectrum").glob("*.csv")):
        expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        sheet = read_file(path, heading_row=1)
        read = [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]
        assert [{k: (v or "").replace("\r\n", "\n") for k, v in row.items()} for row in read] == [
            {k: v.replace("\r\n", "\n") for k, v in row.items()} for row in expected
        ]


def test_days_of_the_1904_calendar_are_right(shared: Path) -> None:
    sheet = read_file(shared / "08_hostile" / "calamine" / "date_1904.xlsx", heading_row=0)
    assert sheet.since_1904
    assert str(sheet.rows[0][0]) == "2021-01-01"
