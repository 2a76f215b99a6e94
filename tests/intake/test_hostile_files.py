"""Files made to hold the reader up or to pass for something else: each refused in one sentence, or read at once."""

import os
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from yuqing_desktop.intake.behind_cells import with_hidden_words
from yuqing_desktop.intake.capturing import capture_file
from yuqing_desktop.intake.pages import read_page
from yuqing_desktop.intake.sheet import Grid
from yuqing_desktop.intake.spreadsheets import read_file
from yuqing_desktop.problems import BadFile


def workbook(sheet: str = "") -> bytes:
    """An .xlsx, its sheet replaced by this XML."""
    made, changed = BytesIO(), BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["标题", "链接"])
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            is_sheet = bool(sheet) and name == "xl/worksheets/sheet1.xml"
            target.writestr(name, sheet if is_sheet else source.read(name))
    return changed.getvalue()


def worksheet(rows: str, behind: str = "") -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData>{behind}</worksheet>'


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_and_a_device_are_no_files_to_read(tmp_path: Path, now: datetime) -> None:
    pipe, endless = tmp_path / "表.csv", tmp_path / "零.csv"
    os.mkfifo(pipe)
    endless.symlink_to("/dev/zero")
    for path in (pipe, endless, tmp_path):
        with pytest.raises(BadFile, match="不是普通文件"):
            read_file(path)
        with pytest.raises(BadFile, match="不是普通文件"):
            capture_file(path, now)


@pytest.mark.parametrize(
    "data",
    [
        workbook(),
        b"GIF89a" + workbook(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 200,
        b"[" * 9000,
    ],
    ids=["workbook", "polyglot", "compound file", "brackets"],
)
def test_what_is_no_page_is_not_read_as_one(data: bytes, now: datetime) -> None:
    with pytest.raises(BadFile, match="不是网页"):
        read_page(data, read_at=now)


def test_cells_merged_a_thousand_times_over_cost_nothing(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    merged = "".join(f'<mergeCell ref="A{top}:A1048576"/>' for top in range(1, 3000))
    path = tmp_path / "合并.xlsx"
    path.write_bytes(workbook(worksheet(row, f"<mergeCells>{merged}</mergeCells>")))
    assert len(read_file(path, heading_row=0).rows) == 1

    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(1, 6001))
    path.write_bytes(workbook(worksheet(rows, f"<mergeCells>{merged}</mergeCells>")))
    with pytest.raises(BadFile, match="合并单元格过多"):
        read_file(path, heading_row=0)


@pytest.mark.timeout(20)
def test_a_workbook_with_a_password_is_said_to_have_one(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le")
    )
    with pytest.raises(BadFile, match="有密码"):
        read_file(path)


@pytest.mark.parametrize("piece", ["<c ", "<c r>", "a" * 40, "hyperlink <hyperlink "])
def test_what_stands_in_a_comment_does_not_hold_the_reader_up(piece: str) -> None:
    data = workbook(worksheet("", f"<!-- <f <hyperlink {piece * 100_000} -->"))
    assert with_hidden_words([Grid("Sheet", ())], data)[0].links == {}
