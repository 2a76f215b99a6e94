"""slip, ledger, papers, archive."""

import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.commands.conftest import Program
from yuqing_desktop.clock import SystemClock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.layouts import Layout, LayoutColumn
from yuqing_desktop.paths import Paths


def test_a_slip_is_written_and_counted(program: Program, data: Path, tmp_path: Path) -> None:
    item = program("list", "状态:待签收", "--json", "--data", data).json[0]
    out = tmp_path / "slip.docx"
    said = program("slip", item["number"], "--out", out, "--json", "--data", data)
    assert said.code == 0 and said.json == {"files": [str(out)]}
    words = "".join(
        cell.text for table in Document(str(out)).tables for row in table.rows for cell in row.cells
    )
    assert item["title"] in words
    papers = program("show", item["number"], "--json", "--data", data).json["papers"]
    assert papers[-1]["copies"] == 1


def test_an_item_that_was_never_sent_has_no_slip(program: Program, data: Path, tmp_path: Path) -> None:
    number = program("list", "状态:待评估", "--json", "--data", data).json[0]["number"]
    said = program("slip", number, "--out", tmp_path / "slip.docx", "--data", data)
    assert said.code == 1 and "没有有效的转送单" in said.err and not (tmp_path / "slip.docx").exists()


def test_a_ledger_holds_the_items_of_its_week(program: Program, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "ledger.xlsx"
    said = program("ledger", "--week", "2026-W48", "--out", out, "--json", "--data", data)
    assert said.code == 0 and said.json == {"files": [str(out)]}
    values = {cell for row in load_workbook(out).worksheets[0].iter_rows(values_only=True) for cell in row}
    expected = program("list", "登记:2026-11-23..2026-11-29", "--json", "--data", data).json
    assert expected and {item["number"] for item in expected} <= values


def test_a_ledger_of_any_dates(program: Program, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "ledger.xlsx"
    assert program("ledger", "--dates", "2026-10-01..2026-11-24", "--out", out, "--data", data).code == 0
    assert out.exists()


def test_a_folder_that_is_not_there_is_refused(program: Program, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "ledger.xlsx"
    said = program("ledger", "--week", "2026-W47", "--out", out, "--json", "--data", data)
    assert said.code == 1 and "文件夹不存在" in said.json["refused"]


def test_every_paper_of_an_item_is_written(program: Program, data: Path, tmp_path: Path) -> None:
    number = program("list", "状态:待回复", "--json", "--data", data).json[0]["number"]
    folder = tmp_path / "一件" / "文书"
    said = program("papers", number, "--out", folder, "--json", "--data", data)
    files = [Path(file) for file in said.json["files"]]
    assert said.code == 0 and {file.parent for file in files} == {folder}
    names = "".join(file.name for file in files)
    assert "转送单" in names and "处置审批单" in names and all(file.stat().st_size for file in files)


def test_a_folder_that_cannot_be_made_is_refused(program: Program, data: Path, tmp_path: Path) -> None:
    number = program("list", "--json", "--data", data).json[0]["number"]
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    said = program("papers", number, "--out", tmp_path / "文件" / "里", "--data", data)
    assert said.code == 1 and "不能建立" in said.err


def test_a_ledger_has_the_offices_own_columns(program: Program, data: Path, tmp_path: Path) -> None:
    own = Layout("领导用", (LayoutColumn("title", "舆情事项"), LayoutColumn("section")))
    with closing(open_core(Paths(data), SystemClock())) as core:
        core.layouts.save(core.people.actor_named("张敏"), own)
    for layout, columns in (((), ["序号", "舆情事项", "跟进科室"]), (("--layout", "标准版式"), None)):
        out = tmp_path / "l.xlsx"
        said = program("ledger", "--dates", "2026-11", "--out", out, *layout, "--data", data)
        assert said.code == 0
        (heading,) = [
            row for row in load_workbook(out).worksheets[0].iter_rows(values_only=True) if row[0] == "序号"
        ]
        assert [cell for cell in heading if cell] == columns if columns else len(heading) > 20
    refused = program("ledger", "--dates", "2026-11", "--out", out, "--layout", "无", "--data", data)
    assert refused.code == 1 and "现有：标准版式、领导用" in refused.err


def test_what_was_closed_is_packed_for_the_archive(program: Program, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "卷.zip"
    said = program("archive", "--dates", "2026-11", "--out", out, "--json", "--data", data)
    assert said.code == 0 and said.json == {"files": [str(out)]}
    with zipfile.ZipFile(out) as file:
        ends = [Path(name).suffix for name in file.namelist()]
    assert ends.count(".pdf") == ends.count(".docx") > 0
    number = program("list", "状态:待评估", "--json", "--data", data).json[0]["number"]
    refused = program("archive", number, "--out", tmp_path / "别", "--data", data)
    assert refused.code == 1 and "还不能归档" in refused.err and not (tmp_path / "别").exists()
    assert program("archive", "--out", tmp_path / "别", "--data", data).code == 1


def test_without_qt_an_archive_has_no_pdf_and_says_so(
    program: Program, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ui.printing.pdf_files", None)
    out = tmp_path / "卷"
    said = program("archive", "--dates", "2026-11", "--out", out, "--data", data)
    assert said.code == 0 and "没有 PDF" in said.err
    assert list(out.rglob("*.docx")) and not list(out.rglob("*.pdf"))
