"""导入: a file is looked at, its columns set right, its rows taken, and what was refused is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.dialogs.conftest import Stage, shown
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.import_rows_model import verdict
from yuqing_desktop.domain.filters import Filter

LINES = (
    "标题,平台,发布时间,看过",
    "第一件,微博,2026-11-20 08:00,1.2万",
    ",微博,2026-11-20 08:00,5",
    "第一件,微博,2026-11-20 08:00,1.2万",
    "第二件,论坛,2026-11-21 08:00,=1+1",
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "台账.csv"
    path.write_text("\n".join(LINES), encoding="gb18030")
    return path


def opened(stage: Stage, path: Path | None = None) -> ImportDialog:
    dialog = ImportDialog(stage.scene(), path)
    shown(stage.qtbot, dialog)
    return dialog


def test_every_row_is_judged_before_anything_is_written(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    assert dialog.seen is not None
    assert [verdict(row) for row in dialog.seen.rows] == ["新增", "不收", "重复", "新增"]
    assert dialog.main.text() == "导入 2 件  Ctrl+Enter"
    assert stage.office.core.registry.count(Filter()) == 0
    dialog.hide()


def test_another_column_is_read_anew(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    assert dialog.mapping is not None
    dialog.mapping.fill({"reads": None, "title": 1})
    assert dialog.seen is not None
    assert [row.item.title for row in dialog.seen.rows if row.is_new] == ["微博", "论坛"]
    dialog.hide()


def test_the_rows_are_taken_and_the_refused_ones_told(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert "新增2件，重复1行，未收1行" in dialog.record.text()
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[1].startswith("3\t不收")
    assert [changes.act for changes in stage.heard] == ["import"]
    dialog.main.click()
    assert not dialog.isVisible()
    assert stage.office.core.registry.count(Filter()) == 2


def test_a_file_that_is_no_table_is_said_to_be_none(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")
    dialog = opened(stage, path)
    assert dialog.problem.words
    assert not dialog.main.isEnabled()
    dialog.hide()


def test_a_file_is_chosen(stage: Stage, table: Path) -> None:
    dialog = opened(stage)
    assert not dialog.main.isEnabled()
    stage.prompts.will([table])
    dialog.choose.click()
    assert dialog.main.isEnabled()
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_real_letters_go_in_whole(stage: Stage, shared: Path) -> None:
    folder = shared / "data" / "02_petition"
    for name, count in (("问政_留言_30_datetime.xlsx", 30), ("问政_留言与答复_202_gb18030.csv", 202)):
        dialog = opened(stage, folder / name)
        assert dialog.seen is not None
        assert len(dialog.seen.new) == count
        dialog._take()
        assert not dialog.isVisible()
    assert stage.office.core.registry.count(Filter()) == 232
