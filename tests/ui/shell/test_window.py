from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.crash import CrashDialog, crash_report
from ui.shell.entry import Entry
from ui.shell.geometry import Geometry, rescue
from ui.shell.menu_plan import ACTIONS, act_key
from ui.shell.page import Page
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.shortcut_sheet import ShortcutSheet
from ui.shell.window import MainWindow
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import Refused


class TestPage(Page):
    __test__ = False
    made = 0

    def __init__(self) -> None:
        super().__init__()
        TestPage.made += 1
        self.done: list[str] = []
        self.leave = True
        self.box = QLineEdit()
        self.box.setAccessibleName("搜索")
        QVBoxLayout(self).addWidget(self.box)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "refresh": lambda: self.done.append("refresh"),
            act_key(Act.ASSESS): lambda: self.done.append("assess"),
        }

    def open_with(self, argument: str) -> None:
        self.done.append(f"open {argument}")

    def panes(self) -> Sequence[QWidget]:
        return (self.box,)

    def may_leave(self) -> bool:
        return self.leave


ENTRIES = (
    Entry("today", "今日", TestPage, icon="today"),
    Entry("registry", "登记簿", TestPage, icon="registry"),
    Entry("view", "待评估", parent="registry", argument=lambda: "状态:待评估"),
    Entry("settings", "设置", TestPage, icon="settings", bottom=True),
)


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def window(qtbot: QtBot, prompts: ScriptedPrompts, geometry: Geometry) -> Iterator[MainWindow]:
    TestPage.made = 0
    made = MainWindow(
        ENTRIES,
        prompts=prompts,
        geometry=geometry,
        actor="张敏（专人）",
        database="registry",
        read_only=True,
        sample="样例登记簿",
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    for page in made.findChildren(TestPage):
        page.leave = True


def test_the_title_names_program_person_database_and_read_only(window: MainWindow) -> None:
    assert window.windowTitle() == "张敏（专人） — registry — 只读"  # and the program's name, by Qt


def test_a_first_window_is_no_larger_than_its_screen_with_the_desktop_frame(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert window.width() < room.width() and window.height() <= room.height() - 40


def test_the_frame_shows_the_menus_titles_and_the_first_page_fills_them(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    assert len(menus) == 6 and not any(menu.actions() for menu in menus if isinstance(menu, QMenu))
    window.open("today")
    assert all(menu.actions() for menu in menus if isinstance(menu, QMenu))


def test_pages_are_made_when_first_opened_and_views_share_their_page(window: MainWindow) -> None:
    assert TestPage.made == 0
    registry = window.open("registry")
    assert window.open("view") is registry
    assert TestPage.made == 1
    assert isinstance(registry, TestPage)
    assert registry.done == ["open ", "open 状态:待评估"]
    assert window.rail.button("view").isChecked()
    assert not window.rail.button("registry").isChecked()


def test_ctrl_and_a_number_opens_a_page(window: MainWindow, qtbot: QtBot) -> None:
    window.open("today")
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.front == "registry"


def test_no_two_actions_share_a_shortcut(window: MainWindow) -> None:
    window.open("today")
    keys = Counter(
        sequence.toString()
        for action in window.findChildren(QAction)
        for sequence in action.shortcuts()
        if not sequence.isEmpty()
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert {"Ctrl+N", "Ctrl+S", "F2", "F5", "F6", "F1", "Ctrl+/", "Del", "Ctrl+P", "Ctrl+E", "Ctrl+F"} <= set(
        keys
    )


def test_every_act_of_the_regulation_stands_in_the_menu() -> None:
    keys = {action.key for action in ACTIONS}
    missing = {act for act in Act if act_key(act) not in keys}
    assert missing == {Act.REGISTER, Act.EDIT, Act.TRASH, Act.RESTORE}
    assert {"new", "edit", "trash", "restore"} <= keys


def test_an_action_nobody_does_is_greyed_and_the_page_in_front_does_its_own(window: MainWindow) -> None:
    assert not window.actions_["refresh"].isEnabled()
    page = window.open("today")
    window.actions_["refresh"].trigger()
    assert isinstance(page, TestPage)
    assert page.done[-1] == "refresh"
    assert not window.actions_["export"].isEnabled()


def test_a_refused_act_says_why_in_the_menu(window: MainWindow) -> None:
    page = window.open("today")
    page.refused.emit({act_key(Act.ASSESS): "事项在回收站中"})
    action = window.actions_[act_key(Act.ASSESS)]
    assert not action.isEnabled()
    assert action.text() == "评估…（事项在回收站中）"
    page.refused.emit({})
    assert action.isEnabled()


def test_f6_walks_the_panes(window: MainWindow, qtbot: QtBot) -> None:
    page = window.open("today")
    assert isinstance(page, TestPage)
    window.actions_["next_pane"].trigger()
    assert window.focusWidget() is window.rail.button("today")
    window.actions_["next_pane"].trigger()
    assert window.focusWidget() is page.box


def test_f6_comes_to_the_button_of_what_is_said(window: MainWindow, qtbot: QtBot) -> None:
    page = window.open("today")
    assert isinstance(page, TestPage)
    pressed: list[str] = []
    window.banner.success("已登记 YQ-2026-0001", action="打开事项", run=lambda: pressed.append("打开"))
    page.box.setFocus()
    window.actions_["next_pane"].trigger()
    held = window.focusWidget()
    assert held is not None and window.banner.isAncestorOf(held)
    qtbot.keyClick(held, Qt.Key.Key_Space)
    assert pressed == ["打开"]


def test_arrow_keys_walk_the_rail(window: MainWindow, qtbot: QtBot) -> None:
    window.rail.button("today").setFocus()
    qtbot.keyClick(window.rail.button("today"), Qt.Key.Key_Down)
    assert window.focusWidget() is window.rail.button("registry")
    qtbot.keyClick(window.rail.button("registry"), Qt.Key.Key_Return)
    assert window.front == "registry"


def test_a_count_beside_an_entry_is_read_aloud(window: MainWindow) -> None:
    window.rail.show_count("today", "5", "danger")
    assert window.rail.count("today") == "5"
    assert window.rail.button("today").accessibleName() == "今日 5"


def test_the_shortcut_sheet_lists_every_shortcut(window: MainWindow, prompts: ScriptedPrompts) -> None:
    seen: list[str] = []

    def look(sheet: ShortcutSheet) -> None:
        seen.extend(keys for _, _, keys in sheet.rows)
        sheet.accept()

    prompts.will(look)
    window.actions_["shortcuts"].trigger()
    assert {"Ctrl+1", "Ctrl+N", "F6", "Ctrl+Enter"} <= set(seen)


def test_a_page_that_does_not_want_to_be_left_keeps_the_window_open(window: MainWindow) -> None:
    page = window.open("today")
    assert isinstance(page, TestPage)
    page.leave = False
    assert not window.close()
    page.leave = True
    assert window.close()


def test_every_button_has_a_name(window: MainWindow) -> None:
    window.open("today")
    nameless = [
        button
        for button in window.findChildren(QAbstractButton)
        if not (button.text() or button.accessibleName()) and button.isVisibleTo(window)
    ]
    assert nameless == []


def test_clearing_the_filter_from_the_status_bar_runs_the_page_s_own(window: MainWindow) -> None:
    page = window.open("today")
    done: list[str] = []
    window.actions_.bind_page({"clear_filters": lambda: done.append("cleared")})
    window.status.show_counts("共 3 · 显示 1 · 选中 0", filtered=True)
    window.status.filter_cleared.emit()
    assert done == ["cleared"]
    assert page is window.page


def test_success_leaves_by_itself_and_takes_no_focus(window: MainWindow, qtbot: QtBot) -> None:
    page = window.open("today")
    assert isinstance(page, TestPage)
    page.box.setFocus()
    window.banner.success("已登记 YQ-2026-0001")
    assert window.banner.words == "已登记 YQ-2026-0001"
    assert window.focusWidget() is page.box
    assert window.banner._timer.interval() == 6_000
    window.banner.success("已导出", action="打开文件", run=lambda: None)
    assert window.banner._timer.interval() == 15_000
    window.banner._timer.timeout.emit()
    assert window.banner.words == ""


def test_a_file_made_is_opened_itself_or_its_folder(window: MainWindow, tmp_path: Path) -> None:
    opened: list[Path] = []
    out = tmp_path / "台账.xlsx"
    out.touch()
    window.banner.file("台账已导出", out, opened.append)
    assert window.banner._timer.interval() == 15_000
    window.banner._second.click()
    window.banner.file("台账已导出", out, opened.append)
    window.banner._action.click()
    assert opened == [tmp_path, out]
    window.banner.file("已保存 3 份", tmp_path, opened.append)
    assert window.banner._second.isHidden()
    window.banner._action.click()
    assert opened[-1] == tmp_path


def test_an_error_stays_and_its_details_can_be_copied(window: MainWindow) -> None:
    window.banner.success("好了")
    window.banner.problem(
        Refused("不能办结。", kept="事项没有改动。", advice="请先补正式回复。", article="第十二条")
    )
    assert not window.banner._timer.isActive()
    assert window.banner.words == "不能办结。事项没有改动。请先补正式回复。（依据第十二条）"
    window.banner._copy.click()
    assert "不能办结" in QGuiApplication.clipboard().text()


def test_a_very_long_message_takes_two_lines_at_most(window: MainWindow) -> None:
    window.banner.error("很长的话，" * 200)
    assert window.banner._words.text().endswith("…")
    assert window.banner.height() <= 3 * window.banner._words.fontMetrics().lineSpacing() + 16


def test_a_crash_report_names_the_place_but_quotes_no_item(
    window: MainWindow, prompts: ScriptedPrompts, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise ValueError("网民姓名")
    except ValueError as error:
        code, report = crash_report(error)
        prompts.will(CrashDialog.accept)
        window.show_crash(error)
    assert "网民姓名" not in report + caplog.text
    assert "test_window.py" in report
    assert code in caplog.text
    caplog.clear()


def test_the_window_comes_back_where_it_was(
    qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path, window: MainWindow, geometry: Geometry
) -> None:
    window.setGeometry(QRect(40, 50, 730, 480))
    window.close()
    other = MainWindow(ENTRIES, prompts=prompts, geometry=Geometry(tmp_path / "window.ini"))
    qtbot.addWidget(other)
    assert (other.width(), other.height()) == (730, 480)


def test_a_window_off_every_screen_is_brought_back(
    qtbot: QtBot, prompts: ScriptedPrompts, window: MainWindow, geometry: Geometry
) -> None:
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    window.move(9000, 9000)
    geometry.save_window(window)
    other = MainWindow(ENTRIES, prompts=prompts, geometry=geometry)
    qtbot.addWidget(other)
    assert any(screen.contains(other.pos()) for screen in screens)
    window.move(-5000, 20)
    rescue(window)
    assert any(screen.contains(window.pos()) for screen in screens)


def test_splitters_and_texts_are_kept(qtbot: QtBot, geometry: Geometry) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(600, 100)
    splitter.setSizes([100, 500])
    geometry.save_splitter("registry", splitter)
    geometry.save_text("columns", '{"状态": "待评估"}')
    kept = splitter.sizes()[0]
    splitter.setSizes([300, 300])
    assert geometry.restore_splitter("registry", splitter)
    assert splitter.sizes()[0] == kept
    assert geometry.text("columns") == '{"状态": "待评估"}'
    assert not geometry.restore_splitter("other", splitter)


def test_enter_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    page = window.open("today")
    pressed: list[str] = []
    button = QPushButton("办理", page)
    button.clicked.connect(lambda: pressed.append("办理"))
    button.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["办理"]
    page.box.setFocus()
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert pressed == ["办理"]
