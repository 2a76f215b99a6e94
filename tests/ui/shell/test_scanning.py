"""A scanner's burst is taken wherever the keyboard stands; a hand's typing is left alone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.shell.scanning import GAP_MS, Scanning


@pytest.fixture
def box(qtbot: QtBot) -> QLineEdit:
    """A window with the keyboard in a text field."""
    box = QLineEdit()
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    return box


@pytest.fixture
def scanning(box: QLineEdit) -> tuple[Scanning, list[str]]:
    scanning, found = Scanning(box), []
    scanning.scanned.connect(found.append)
    return scanning, found


def press(box: QLineEdit, text: str, *, enter: bool = True) -> None:
    """Keys as the window system hands them to a window, one at once after the other."""
    window = box.windowHandle()
    assert isinstance(window, QWindow)
    for character in text:
        key = Qt.Key(ord(character.upper()))
        QApplication.sendEvent(
            window, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
        )
    if enter:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        QApplication.sendEvent(window, event)


def test_a_burst_is_scanned_and_not_typed(box: QLineEdit, scanning: tuple[Scanning, list[str]]) -> None:
    press(box, "YQT-2026-12-1")
    assert scanning[1] == ["YQT-2026-12-1"]
    assert box.text() == ""


def test_other_words_are_typed_at_once(box: QLineEdit, scanning: tuple[Scanning, list[str]]) -> None:
    press(box, "ABC")
    assert box.text() == "ABC" and scanning[1] == []


def test_what_begins_like_a_burst_and_pauses_is_typing(
    box: QLineEdit, scanning: tuple[Scanning, list[str]], qtbot: QtBot
) -> None:
    press(box, "YQ", enter=False)
    assert scanning[0].held == "YQ" and box.text() == ""
    qtbot.waitUntil(lambda: box.text() == "YQ", timeout=GAP_MS * 50)
    press(box, "-2026-12")
    assert box.text() == "YQ-2026-12" and scanning[1] == []


def test_a_word_that_leaves_the_prefix_comes_out_in_order(
    box: QLineEdit, scanning: tuple[Scanning, list[str]]
) -> None:
    press(box, "YES", enter=False)
    assert box.text() == "YES"


def test_too_short_a_burst_is_typing(box: QLineEdit, scanning: tuple[Scanning, list[str]]) -> None:
    press(box, "YQT-1")
    assert box.text() == "YQT-1" and scanning[1] == []
