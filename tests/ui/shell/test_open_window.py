from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import settle
from tests.walk import Office
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.today.today_page import TodayPage
from ui.shell.appearance import Appearance
from ui.shell.geometry import Geometry
from ui.shell.look import Look
from ui.shell.menu_plan import ACTIONS, VIEW_ACTS, act_key
from ui.shell.open_window import open_window
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, Status
from yuqing_desktop.services.assess import Assessment

PAGES = (
    "today", "registry", "rounds", "approvals", "supervision", "ledger", "statistics", "accountability", "settings",
)  # fmt: skip
INPUTS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabWidget)


@pytest.fixture
def window(office: Office, geometry: Geometry, qtbot: QtBot) -> Iterator[MainWindow]:
    for status in (Status.REGISTERED, Status.RECEIVED, Status.HANDLED, Status.APPROVED, Status.CLOSED):
        office.item_at(status)
    office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    made = open_window(office.core, office.clerk, geometry, InlineRunner())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def test_counts_stand_in_the_rail(window: MainWindow) -> None:
    assert window.rail.count("registry") == "6"
    assert window.rail.count("registry.to_approve") == "2"
    assert window.rail.count("registry.to_transfer") == ""
    assert "张敏（专人）" in window.windowTitle()


def test_the_title_names_a_registry_that_is_not_the_usual_one(office: Office, window: MainWindow) -> None:
    assert window.windowTitle().endswith(f" — {office.core.paths.data.name}")


def test_a_counted_card_opens_its_own_view(window: MainWindow) -> None:
    today = window.open("today")
    assert isinstance(today, TodayPage)
    today.cards["to_approve"].opened.emit()
    assert window.front == "registry.to_approve"
    page = window.page
    assert isinstance(page, RegistryPage)
    assert len(page.table.rows.ids) == 2


def test_a_list_without_its_own_view_is_a_filter_of_the_registry(window: MainWindow) -> None:
    today = window.open("today")
    assert isinstance(today, TodayPage)
    today.cards["overdue"].opened.emit()
    page = window.page
    assert isinstance(page, RegistryPage)
    assert page.bar.overdue.isChecked()
    assert window.front == "registry"


def test_the_status_bar_clears_the_filter(window: MainWindow) -> None:
    window.open("registry.to_approve")
    assert window.status.words == "共 6 · 显示 2 · 选中 1"
    window.status.filter_cleared.emit()
    assert window.status.words.startswith("共 6 · 显示 6")


def test_an_act_refused_says_why_in_the_menu_bar(window: MainWindow) -> None:
    window.open("registry")
    action = window.actions_["act.close"]
    assert not action.isEnabled()
    assert "待组长" in action.text()


def test_an_act_taken_frees_the_next_one_in_the_menu_bar_at_once(
    office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    item = office.register()
    page = window.open("registry")
    assert isinstance(page, RegistryPage)
    page.table.go_to(item.id)
    assess, transfer = (window.actions_[act_key(act)] for act in (Act.ASSESS, Act.TRANSFER))
    assert (assess.isEnabled(), transfer.isEnabled()) == (True, False)
    decided = Assessment(level=Level.ORDINARY, comment_kind=CommentKind.QUESTION)
    page._seat.hub.changed.emit(office.core.assess.assess(office.clerk, item.id, decided))
    assert (assess.isEnabled(), transfer.isEnabled()) == (False, True)
    today = window.open("today")
    page._refuse()  # what a page behind has read to its end says nothing of the one in front
    assert transfer.text() == "转送…" and today is window.page


def test_an_act_counts_anew(office: Office, window: MainWindow) -> None:
    page = window.open("registry")
    assert isinstance(page, RegistryPage)
    page._seat.hub.changed.emit(
        office.core.register.register(office.clerk, {"title": "甲", "platform": "微博"})
    )
    assert window.rail.count("registry") == "7"
    assert window.rail.count("registry.to_assess") == "2"


@pytest.mark.parametrize("key", PAGES)
def test_everything_that_can_be_used_has_a_name(window: MainWindow, key: str) -> None:
    page = window.open(key)
    settle()
    nameless = [
        widget
        for widget in page.findChildren(INPUTS[0])
        + [one for kind in INPUTS[1:] for one in page.findChildren(kind)]
        if widget.isVisible() and not widget.accessibleName() and not getattr(widget, "text", str)()
    ]
    assert nameless == []


@pytest.mark.parametrize("key", PAGES)
@pytest.mark.parametrize("size", [(1366, 768), (1093, 614), (911, 512)])
def test_no_button_is_cut_from_100_to_150_percent(
    window: MainWindow, key: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page = window.open(key)
    settle()
    cut = [
        f"{button.text()}: {button.width()} < {button.minimumSizeHint().width()}"
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    assert cut == []
    assert window.width() == size[0]


@pytest.mark.parametrize("key", PAGES)
def test_the_largest_text_still_fits_the_smallest_screen(
    window: MainWindow, appearance: Appearance, key: str
) -> None:
    page = window.open(key)
    appearance.apply(Look(scheme="dark", size="huge"))
    settle()
    cut = [
        button.text()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    assert cut == []
    assert window.width() == 1366


def test_hidden_panes_stay_hidden_after_a_restart_and_the_standard_layout_brings_all_back(
    office: Office, geometry: Geometry, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.open("registry")
    assert isinstance(page, RegistryPage)
    detail = page.splitter.sizes()[1]
    window.actions_["show_rail"].trigger()
    window.actions_["show_detail"].trigger()
    page.table.head.sort_by("title")
    page.table.head.show_column(6, on=True)
    window.close()
    again = open_window(office.core, office.clerk, geometry, InlineRunner())
    qtbot.addWidget(again)
    again.show()
    page = again.open("registry")
    assert isinstance(page, RegistryPage)
    assert again.rail.isHidden()
    assert not again.actions_["show_rail"].isChecked()
    assert page.detail.isHidden()
    assert page.table.head.sort == [("title", False)]
    again.actions_["layout"].trigger()
    again.resize(1366, 768)
    settle()
    assert not again.rail.isHidden()
    assert page.detail.isVisible()
    assert page.splitter.sizes()[1] == detail
    assert page.table.head.isSectionHidden(6)
    assert page.table.head.sort == [("number", True)]


def test_a_pane_pushed_to_the_edge_comes_back_from_the_menu(window: MainWindow) -> None:
    page = window.open("registry")
    assert isinstance(page, RegistryPage)
    page.splitter.setSizes([1000, 0])
    settle()
    assert page.splitter.sizes()[1] == 0
    window.actions_["show_detail"].trigger()
    settle()
    assert page.splitter.sizes()[1] >= 330


def test_no_entry_of_the_menu_bar_is_dead(window: MainWindow) -> None:
    alive: set[str] = set()
    for key in window.keys:
        window.open(key)
        alive |= {action.key for action in ACTIONS if window.actions_.is_bound(action.key)}
    waiting = {
        "undo",
        "redo",
        "lock",
        *(key for key, _ in VIEW_ACTS),
    }  # for something to undo, a lock, a view
    assert {action.key for action in ACTIONS} - alive <= waiting
