"""The file's own card: another sheet is read by its own headings, hidden rows are told."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt

from tests.ui.dialogs.conftest import Stage, shown
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.import_rows_model import why


def test_another_sheet_is_read_by_its_own_heading_row(stage: Stage, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.title = "微博"
    for row in (
        ["本周情况"],
        ["标题", "链接"],
        ["路灯不亮", "http://a.example.cn/1"],
        ["停水", "http://a.example.cn/2"],
    ):
        made.active.append(row)
    other = made.create_sheet("论坛")
    for row in (["标题", "链接"], ["断电", "http://a.example.cn/3"]):
        other.append(row)
    made.save(tmp_path / "表.xlsx")
    dialog = opened(stage, tmp_path / "表.xlsx")
    assert dialog.source.heading_row.value() == "2" and "另有 1 张表可选" in dialog.source.said.text()
    dialog.source.sheet.set_value("论坛")
    dialog.source.sheet.combo.activated.emit(dialog.source.sheet.combo.currentIndex())
    assert dialog.seen is not None and [row.item.title for row in dialog.seen.rows] == ["断电"]


def test_rows_out_of_sight_are_told_and_can_be_ticked(stage: Stage, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (["标题", "平台"], ["路灯不亮", "论坛"], ["停水", "论坛"]):
        made.active.append(row)
    made.active.row_dimensions[3].hidden = True
    made.save(tmp_path / "表.xlsx")
    dialog = opened(stage, tmp_path / "表.xlsx")
    assert "隐藏或被筛选掉的 1 行不勾选" in dialog.source.said.text()
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.main.text().startswith("导入 1 件")
    assert dialog.seen is not None and "请勾选" in why(dialog.seen.rows[1])
    dialog.preview.model.tick([1])
    assert dialog.main.text().startswith("导入 2 件")


def opened(stage: Stage, path: Path) -> ImportDialog:
    dialog = ImportDialog(stage.scene(), path)
    shown(stage.qtbot, dialog)
    return dialog
