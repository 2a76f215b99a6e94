"""A workbook says what it was given: text as text, nothing cut, every sheet ready for the printer."""

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import MultiCellRange

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.documents.context import clean
from yuqing_desktop.documents.excel import Book, Page, Sheet, Value, lines_of, look_of
from yuqing_desktop.documents.lists import list_content
from yuqing_desktop.documents.saving import save
from yuqing_desktop.problems import Trouble


def written(*rows: list[Value], width: float = 20) -> Any:
    """The rows as a workbook, read back."""
    book = Book(author="测试", title="测试")
    sheet = Sheet(book, "表", Page((width,) * max(len(row) for row in rows)))
    for row in rows:
        sheet.row(row, [look_of(value) for value in row])
    return load_workbook(io.BytesIO(book.content()))


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-1", "@sum", '=HYPERLINK("http://x")', "'00123", "1e5", "007"]
)
def test_text_is_never_a_formula_nor_a_number(text: str) -> None:
    cell = written([text])["表"]["A1"]
    assert (cell.value, cell.data_type) == (text, "s")


@settings(max_examples=60)
@given(st.lists(st.text(max_size=40).filter(lambda text: "_x" not in text), min_size=1, max_size=4))
def test_any_text_comes_back_cleaned_and_whole(texts: list[str]) -> None:
    row = written(list(texts))["表"][1]
    assert [cell.value or "" for cell in row] == [clean(text) for text in texts]


def test_excels_own_escapes_are_escaped() -> None:
    assert written(["a_x000D_b"])["表"]["A1"].value == "a_x005F_x000D_b"


def test_text_past_excels_limit_stands_whole_on_a_further_sheet() -> None:
    text = "".join(chr(0x4E00 + n % 5000) for n in range(70_000))
    book = written([text, "后面"])
    first = book["表"]["A1"].value
    assert "见“超长文本”第1篇" in first
    assert len(first) <= 32_767
    assert "".join(row[1].value for row in book["超长文本"].iter_rows(min_row=2)) == text


def test_emoji_count_twice_against_the_limit() -> None:
    book = written(["😀" * 20_000])
    assert "超长文本" in book.sheetnames


def test_text_a_row_cannot_show_on_paper_says_where_it_stands() -> None:
    text = "长" * 900
    book = written([text], width=20)
    assert book["表"]["A1"].value == f"（全文见“超长文本”第1篇）{text}"
    assert book["表"].row_dimensions[1].height == 409
    assert book["超长文本"]["B2"].value == text


def test_such_text_begins_at_the_top_where_it_says_so() -> None:
    book = written(["长" * 900, "短"], width=20)
    first, second = book["表"][1]
    assert (first.alignment.vertical, second.alignment.vertical) == ("top", "center")


@pytest.mark.parametrize(
    "text", ["长" * 9_000, "短\n" * 300, "长短\n" * 40 + "长" * 4_000], ids=["long", "lines", "both"]
)
def test_every_piece_of_a_long_text_is_shown_whole_by_its_row(text: str) -> None:
    sheet = written([text], width=20)["超长文本"]
    pieces = [row[1].value for row in sheet.iter_rows(min_row=2)]
    assert "".join(pieces) == text
    for row, piece in enumerate(pieces, 2):
        assert 13 * lines_of(piece, 120) <= sheet.row_dimensions[row].height <= 409


def test_a_row_is_as_high_as_its_longest_text() -> None:
    sheet = written(["短"], ["一二三四五六七八九十" * 4])["表"]
    assert sheet.row_dimensions[1].height == 17
    assert sheet.row_dimensions[2].height > 50


def test_thousands_of_merged_lines_are_not_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    book = Book(author="测试", title="测试")
    sheet = Sheet(book, "表", Page((10, 10)))
    with monkeypatch.context() as patch:
        patch.delattr(MultiCellRange, "__contains__")
        sheet.line("一")
        sheet.line("二")
    made = load_workbook(io.BytesIO(book.content()))["表"]
    assert sorted(map(str, made.merged_cells)) == ["A1:B1", "A2:B2"]


def test_times_are_moments_in_shanghai() -> None:
    moment = datetime(2026, 11, 24, 1, 30, tzinfo=SHANGHAI)
    sheet = written([moment, date(2026, 11, 24), 5, 0.5, None])["表"]
    assert [cell.value for cell in sheet[1]][:1] == [datetime(2026, 11, 24, 1, 30)]  # noqa: DTZ001
    assert sheet["C1"].value == 5


def test_any_list_goes_out_as_shown() -> None:
    content = list_content(
        "登记簿",
        ("编号", "摘要", "阅读"),
        [("YQ-2026-0002", "乙", 5), ("YQ-2026-0001", "=甲", "10万+")],
        stated="共2件，按编号降序",
    )
    sheet = load_workbook(io.BytesIO(content)).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)] == [
        ["编号", "摘要", "阅读"],
        ["YQ-2026-0002", "乙", 5],
        ["YQ-2026-0001", "=甲", "10万+"],
    ]
    assert sheet["A2"].value == "共2件，按编号降序"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"


def test_a_list_with_no_rows_still_has_its_headings() -> None:
    sheet = load_workbook(io.BytesIO(list_content("空", ("甲", "乙"), []))).active
    assert [cell.value for cell in sheet[2]] == ["甲", "乙"]


def test_a_folder_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="文件夹不存在"):
        save(tmp_path / "none" / "x.xlsx", b"")
