from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ui.shell.confirm import ConfirmDialog
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window_prompts import WindowPrompts


def test_the_safe_verb_is_the_default_and_esc_chooses_nothing(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "将把 3 条移入回收站", ("保留", "移入回收站"), safe=0, danger=1)
    qtbot.addWidget(dialog)
    dialog.show()
    default = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    assert default.text() == "保留"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen is None
    assert dialog.words == "将把 3 条移入回收站"


def test_a_verb_is_chosen_by_pressing_it(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "保存修改？", ("保存", "放弃", "取消"))
    qtbot.addWidget(dialog)
    dialog.show()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "放弃").click()
    assert dialog.chosen == 1


def test_enter_presses_the_verb_that_has_the_keyboard(qtbot: QtBot) -> None:
    for tabs, chosen in ((0, 0), (1, 1)):
        dialog = ConfirmDialog(None, "放弃已填写的内容？", ("继续填写", "放弃"), safe=0, danger=1)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        for _ in range(tabs):
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        assert dialog.chosen == chosen


def test_scripted_answers_are_given_in_order_and_an_unexpected_question_fails() -> None:
    prompts = ScriptedPrompts(True, "放弃")
    assert prompts.confirm("删除 3 条？", yes="删除")
    assert prompts.choose("保存？", ("保存", "放弃")) == 1
    assert prompts.is_done
    with pytest.raises(AssertionError, match="没有准备好回答"):
        prompts.confirm("还有？", yes="有")


def test_a_dialog_left_open_fails_the_test(qtbot: QtBot) -> None:
    dialog = QDialog()
    dialog.setWindowTitle("评估")
    qtbot.addWidget(dialog)
    with pytest.raises(AssertionError, match="没有关闭"):
        ScriptedPrompts(lambda _: None).show(dialog)


KINDS = "表格 (*.csv);;Excel 工作簿 (*.xlsx)"
TYPED = [
    ("留痕.csv", "Excel 工作簿 (*.xlsx)", "留痕.xlsx"),
    ("第1.2稿", "Excel 工作簿 (*.xlsx)", "第1.2稿.xlsx"),
    ("留痕.XLSX", "Excel 工作簿 (*.xlsx)", "留痕.XLSX"),
    ("留痕", "", "留痕"),
]


@pytest.mark.parametrize(("typed", "kind", "named"), TYPED)
def test_a_file_is_named_as_its_kind_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kind: str, named: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), kind))
    assert WindowPrompts().save_file("导出", tmp_path, kinds=KINDS) == tmp_path / named


@pytest.mark.parametrize("replaced", [True, False])
def test_a_file_that_takes_another_ending_is_not_written_over_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replaced: bool
) -> None:
    standing = tmp_path / "留痕.xlsx"
    standing.touch()
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "留痕"), "表 (*.xlsx)"))
    monkeypatch.setattr(
        WindowPrompts, "confirm", lambda self, question, **_: asked.append(question) or replaced
    )
    assert WindowPrompts().save_file("导出", tmp_path, kinds=KINDS) == (standing if replaced else None)
    assert asked == ["已有“留痕.xlsx”，要替换吗？"]
