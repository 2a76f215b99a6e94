"""Everything that takes the keyboard has a name for a screen reader and shows that it has it (E45)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import settle
from tests.walk import Office
from ui.dialogs.choose_actor_dialog import ChooseActorDialog
from ui.dialogs.founding_dialog import FoundingDialog
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.register_dialog import RegisterDialog
from ui.dialogs.scene import Scene
from ui.help.about_dialog import AboutDialog
from ui.help.help_window import HelpWindow
from ui.help.self_check_dialog import SelfCheckDialog
from ui.pages.ledger.ledger_page import LedgerPage
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.settings.settings_page import SettingsPage
from ui.shell.appearance import Appearance
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.look import Look
from ui.shell.open_window import open_window
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.shortcut_sheet import ShortcutSheet
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Level, Role, Status

NAMED = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabWidget,
    QTextEdit, QScrollArea,
)  # fmt: skip
QTS_OWN = ("qt_", "ScrollLeftButton", "ScrollRightButton")


@pytest.fixture
def window(office: Office, geometry: Geometry, qtbot: QtBot) -> MainWindow:
    for status in (Status.HANDLED, Status.APPROVED, Status.CLOSED):
        office.item_at(status)
    office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    everyone = Actor(office.clerk.person_id, office.clerk.name, frozenset(Role))
    made = open_window(office.core, everyone, geometry, InlineRunner())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def test_everything_on_every_page_and_part_has_a_name(window: MainWindow) -> None:
    nameless = [
        f"{where}: {type(one).__name__} {one.objectName()}"
        for where, page in _looked_at(window)
        for one in _without_name(page)
    ]
    assert nameless == []


def test_every_pane_of_every_page_has_a_name(window: MainWindow) -> None:
    without = []
    for key in window.keys:
        page = window.open(key)
        without += [f"{key}: {type(pane).__name__}" for pane in page.panes() if not _name(pane)]
    assert without == []


def test_everything_in_the_dialogs_that_are_no_acts_has_a_name(window: MainWindow, office: Office) -> None:
    page = window.page
    assert page is not None
    seat = page._seat  # type: ignore[attr-defined]
    prompts, runner = ScriptedPrompts(), InlineRunner()
    scene = Scene(office.core, runner, prompts, Hub(), office.clerk, window)
    dialogs: list[QDialog] = [
        RegisterDialog(scene), ImportDialog(scene), FoundingDialog(office.core, runner, prompts, window),
        ChooseActorDialog(office.core, prompts, office.clerk, window), AboutDialog(seat, window),
        SelfCheckDialog(seat, window), HelpWindow(window), ShortcutSheet(window.actions_.shortcuts(), window),
    ]  # fmt: skip
    nameless = []
    for dialog in dialogs:
        dialog.show()
        settle()
        nameless += [f"{type(dialog).__name__}: {type(one).__name__}" for one in _without_name(dialog)]
        dialog.hide()
    assert nameless == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "kind", [QPushButton, QToolButton, QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QListWidget, QTabBar]
)
def test_what_has_the_keyboard_shows_it(
    appearance: Appearance, qtbot: QtBot, scheme: str, kind: type[QWidget]
) -> None:
    appearance.apply(Look(scheme=scheme))  # type: ignore[arg-type]
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    one, other = kind(), QPushButton("别处")
    if isinstance(one, QTabBar):
        one.addTab("甲")
    for part in (one, other):
        column.addWidget(part)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    without = one.grab().toImage()
    one.setFocus(Qt.FocusReason.TabFocusReason)
    held = one.grab().toImage()
    changed = sum(
        held.pixel(x, y) != without.pixel(x, y) for x in range(held.width()) for y in range(held.height())
    )
    assert changed > 40


def test_a_table_with_the_keyboard_has_an_edge(window: MainWindow) -> None:
    page = window.open("registry")
    assert isinstance(page, RegistryPage)
    page.bar.search.setFocus()
    assert not page.panel.property("focused")
    page.table.setFocus()
    assert page.panel.property("focused")


def _looked_at(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for key in window.keys:
        page = window.open(key)
        settle()
        yield key, page
        if isinstance(page, SettingsPage):
            for at in range(page.parts.count()):
                page.parts.setCurrentRow(at)
                settle()
                yield f"{key} {page.parts.item(at).text()}", page
        tabs = page.tabs if isinstance(page, LedgerPage) else None
        tabs = page.detail.tabs if isinstance(page, RegistryPage) else tabs
        for at in range(tabs.count() if tabs else 0):
            assert tabs is not None
            tabs.setCurrentIndex(at)
            settle()
            yield f"{key} {tabs.tabText(at)}", page
    yield "window", window


def _without_name(inside: QWidget) -> list[QWidget]:
    found = [one for kind in NAMED for one in inside.findChildren(kind)]
    return [one for one in found if one.isVisible() and not _is_qts_own(one) and not _name(one)]


def _is_qts_own(one: QWidget) -> bool:
    return one.objectName().startswith(QTS_OWN) or type(one).__name__ in ("QHeaderView", "QTableCornerButton")


def _name(one: QWidget) -> str:
    return one.accessibleName() or str(
        getattr(one, "text", str)() if isinstance(one, QAbstractButton) else ""
    )
