"""Rows that a table hides or filters out: told, left unticked, and never in the way of rows in sight."""

from pathlib import Path

import openpyxl
import pytest

from tests.walk import Office
from yuqing_desktop.domain.item import Item
from yuqing_desktop.services.importing import Preview


@pytest.fixture
def preview(office: Office, tmp_path: Path) -> Preview:
    """Three rows, the second hidden; the third is the second's post."""
    made = openpyxl.Workbook()
    for row in (
        ["标题", "链接", "阅读数"], ["路灯不亮", "http://a.example.cn/1", 1], ["停水", "http://a.example.cn/2", 2],
        ["停水了", "http://a.example.cn/2", 3],
    ):  # fmt: skip
        made.active.append(row)
    made.active.row_dimensions[3].hidden = True
    made.save(tmp_path / "表.xlsx")
    return office.core.importing.preview(office.clerk, tmp_path / "表.xlsx")


def test_a_hidden_row_is_told_and_not_taken(office: Office, preview: Preview) -> None:
    assert preview.hidden == 1
    office.core.importing.take(office.clerk, preview)
    assert [item.title for item in office.core.store.find(Item)] == ["路灯不亮", "停水了"]


def test_a_row_in_sight_is_no_duplicate_of_a_hidden_one(preview: Preview) -> None:
    assert [(row.number, row.duplicate_of) for row in preview.rows] == [(2, None), (3, 4), (4, None)]


def test_a_hidden_row_tells_no_new_figures_of_a_known_post(office: Office, preview: Preview) -> None:
    office.register(link="http://a.example.cn/2")
    again = office.core.importing.remapped(office.clerk, preview)
    assert [row.reading is not None for row in again.rows] == [False, False, True]


def test_a_hidden_row_is_taken_where_a_person_wants_it(office: Office, preview: Preview) -> None:
    wanted = office.core.importing.remapped(office.clerk, preview, {"title": 0})
    assert [row.is_new for row in wanted.rows] == [True, False, True]
    assert [row.is_new for row in wanted.choosing(()).rows] == [True, True, True]
