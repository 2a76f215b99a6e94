"""The window offers a person what that person may do (第七条): leaders and sections do not register."""

import pytest
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.today.today_page import TodayPage
from ui.shell.geometry import Geometry
from ui.shell.open_window import open_window
from ui.tasks.inline_runner import InlineRunner
from ui.widgets.text_label import TextLabel


@pytest.mark.article("第七条")
@pytest.mark.parametrize(("who", "registers"), [("张敏", True), ("王建国", False), ("李强", False)])
def test_only_the_office_is_offered_to_register(
    office: Office, geometry: Geometry, qtbot: QtBot, who: str, registers: bool
) -> None:
    window = open_window(office.core, office.actor(who), geometry, InlineRunner())
    qtbot.addWidget(window)
    window.show()
    today = window.page
    assert isinstance(today, TodayPage)
    assert today.new.isVisible() is registers
    registry = window.open("registry")
    assert isinstance(registry, RegistryPage)
    assert registry.bar.new.isVisible() is registers
    assert [window.actions_[key].isEnabled() for key in ("new", "import")] == [registers] * 2


def test_an_empty_registry_says_how_to_begin(office: Office, geometry: Geometry, qtbot: QtBot) -> None:
    window = open_window(office.core, office.clerk, geometry, InlineRunner())
    qtbot.addWidget(window)
    today = window.page
    assert isinstance(today, TodayPage)
    assert "还没有登记" in words(today)


@pytest.mark.parametrize("who", ["李强", "王建国", "赵志远", "徐洁", "黄磊"])
def test_nobody_is_told_to_do_what_the_office_does(
    office: Office, geometry: Geometry, qtbot: QtBot, who: str
) -> None:
    window = open_window(office.core, office.actor(who), geometry, InlineRunner())
    qtbot.addWidget(window)
    today = window.page
    assert isinstance(today, TodayPage)
    assert not any("Ctrl+N" in said for said in words(today))
    assert today.round.go_on.text() == "打开每日巡查"


def words(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(TextLabel)]
