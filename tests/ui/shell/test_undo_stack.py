"""撤销 in the window: named, walked back and forth, and stopped by an act of the regulation (E36)."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.registry.registry_page import RegistryPage
from ui.shell.geometry import Geometry
from ui.shell.open_window import open_window
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Act


@pytest.fixture
def window(office: Office, geometry: Geometry, qtbot: QtBot) -> MainWindow:
    office.register(title="甲", summary="旧")
    made = open_window(office.core, office.clerk, geometry, InlineRunner())
    qtbot.addWidget(made)
    made.show()
    made.open("registry")
    return made


def item(window: MainWindow) -> Item:
    page = window.page
    assert isinstance(page, RegistryPage)
    assert page.detail.dossier is not None
    return page.detail.dossier.item


def tell(window: MainWindow, changes: Changes) -> None:
    page = window.page
    assert isinstance(page, RegistryPage)
    page._seat.hub.changed.emit(changes)


def edit(office: Office, window: MainWindow, summary: str) -> None:
    tell(window, office.core.register.edit(office.clerk, item(window).id, {"summary": summary}))


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_z_takes_back_what_the_menu_names_and_ctrl_y_does_it_again(
    office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    edit(office, window, "新")
    edit(office, window, "更新")
    number = item(window).number
    assert window.actions_["undo"].text() == f"撤销：修改摘要（{number}）"
    press(window, qtbot, Qt.Key.Key_Z)
    assert item(window).summary == "新"
    assert window.banner.words == f"已撤销：修改摘要（{number}）"
    press(window, qtbot, Qt.Key.Key_Z)
    assert item(window).summary == "旧"
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["redo"].text() == f"重做：修改摘要（{number}）"
    for expected in ("新", "更新"):
        press(window, qtbot, Qt.Key.Key_Y)
        assert item(window).summary == expected
    assert not window.actions_["redo"].isEnabled()


def test_an_edit_after_an_undo_ends_what_could_be_redone(office: Office, window: MainWindow) -> None:
    edit(office, window, "新")
    window.actions_["undo"].trigger()
    edit(office, window, "别的")
    assert not window.actions_["redo"].isEnabled()
    assert window.actions_["redo"].text() == "重做"


def test_an_act_of_the_regulation_is_not_undone_and_the_menu_says_what_is_done_instead(
    office: Office, window: MainWindow
) -> None:
    edit(office, window, "新")
    held = item(window)
    office.assess(held)
    tell(window, Changes(Act.ASSESS, 1, (), (held.id,)))
    action = window.actions_["undo"]
    assert not action.isEnabled()
    assert action.text() == "撤销（“评估”已记录在案，请用“重新评估”）"
    edit(office, window, "再改")
    assert action.isEnabled()
    action.trigger()
    assert item(window).summary == "新"
    assert not action.isEnabled()


def test_a_print_or_an_export_does_not_stand_in_the_way(office: Office, window: MainWindow) -> None:
    edit(office, window, "新")
    tell(window, Changes("export", 1, ()))
    assert window.actions_["undo"].isEnabled()


def test_what_was_trashed_comes_back_with_ctrl_z(office: Office, window: MainWindow) -> None:
    held = item(window)
    tell(window, office.core.register.trash(office.clerk, held.id, "录重了"))
    window.actions_["undo"].trigger()
    assert office.core.registry.item(held.id).trashed_at is None


def test_ctrl_z_in_the_search_box_belongs_to_what_was_typed_there(
    office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    edit(office, window, "新")
    page = window.page
    assert isinstance(page, RegistryPage)
    page.bar.search.setFocus()
    qtbot.keyClicks(page.bar.search, "abc")
    press(window, qtbot, Qt.Key.Key_Z)
    assert page.bar.search.text() == ""
    assert item(window).summary == "新"
    press(window, qtbot, Qt.Key.Key_Z)
    assert item(window).summary == "旧"
