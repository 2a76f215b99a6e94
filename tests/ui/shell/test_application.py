"""Qt's own texts are Chinese (E25), scales are taken as they are (E42)."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ui.shell.application import speak_chinese


@pytest.fixture
def chinese(qapp: QApplication) -> None:
    assert speak_chinese(qapp)


@pytest.mark.usefixtures("chinese")
def test_buttons_and_menus_of_qt_speak_chinese(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    assert [button.text().partition("(")[0] for button in box.buttons()] in (
        ["保存", "取消"],
        ["取消", "保存"],
    )
    line = QLineEdit("字")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    words = [action.text().partition("(")[0] for action in menu.actions() if not action.isSeparator()]
    assert {"剪切", "复制", "粘贴"} <= set(words)
    assert not [
        word
        for word in words
        if any(letter.isascii() and letter.isalpha() for letter in word.partition("\t")[0])
    ]
    message = QMessageBox()
    qtbot.addWidget(message)
    message.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    assert {button.text().partition("(")[0] for button in message.buttons()} == {"是", "否"}


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("words", ["File &name:", "Look in:", "Files of type:"])
def test_the_file_chooser_speaks_chinese(words: str) -> None:
    said = QCoreApplication.translate("QFileDialog", words)
    assert any("\u4e00" <= letter <= "\u9fff" for letter in said)


def test_a_scale_of_125_percent_is_no_100_or_150() -> None:
    policy = QGuiApplication.highDpiScaleFactorRoundingPolicy()
    assert policy is Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
