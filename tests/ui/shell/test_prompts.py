import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ui.shell.confirm import ConfirmDialog
from ui.shell.scripted_prompts import ScriptedPrompts


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
