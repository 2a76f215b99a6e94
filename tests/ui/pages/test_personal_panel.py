"""个人信息 in the settings (第十一条): what is due is listed, whose, and goes once confirmed in words."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.settings.personal_panel import PersonalPanel
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.vocabulary import Status

pytestmark = pytest.mark.article("第十一条")


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def panel_of(
    office: Office, prompts: ScriptedPrompts, geometry: Geometry, qtbot: QtBot
) -> Callable[[str], PersonalPanel]:
    for name in ("李建设", "王小红"):
        item = office.item_at(Status.CLOSED)
        office.core.personal.enter(office.clerk, item.id, {"name": name, "phone": "13800135678"})
    office.pass_time(days=366)

    def make(who: str) -> PersonalPanel:
        seat = Seat(office.core, InlineRunner(), prompts, Hub(), office.actor(who), RecordingActs(), geometry)
        panel = PersonalPanel(seat)
        qtbot.addWidget(panel)
        panel.show()
        return panel

    return make


def whose(panel: PersonalPanel) -> list[str]:
    return [one.whose for one in panel._due.values()]


def test_what_is_due_is_listed_masked_and_goes_once_confirmed_in_words(
    panel_of: Callable[[str], PersonalPanel], office: Office, prompts: ScriptedPrompts
) -> None:
    panel = panel_of("陈静")
    assert whose(panel) == ["李**　138****5678", "王**　138****5678"]
    assert panel.purge.text() == "清除2件…"

    def work(dialog: Any) -> None:
        dialog.form.fill({"confirmed": "清除"})
        dialog.main.click()
        assert "清除2件" in dialog.problem.words
        dialog.form.fill({"confirmed": "清除2件"})
        dialog.main.click()

    told: list[str] = []
    panel.told.connect(told.append)
    prompts.will(work)
    panel.purge.click()
    assert told[0].startswith("已清除2件")
    assert whose(panel) == [] and not panel.purge.isEnabled()
    assert office.core.personal.due() == []


def test_the_clerk_sees_what_is_due_and_takes_nothing_away(
    panel_of: Callable[[str], PersonalPanel],
) -> None:
    panel = panel_of("张敏")
    assert len(whose(panel)) == 2 and not panel.purge.isEnabled()


def test_a_longer_term_leaves_nothing_due(panel_of: Callable[[str], PersonalPanel], office: Office) -> None:
    panel = panel_of("陈静")
    panel.forms[0].fill({"personal_days": "七"})
    panel.keep()
    assert "整数" in panel.problem.words
    panel.forms[0].fill({"personal_days": "730"})
    panel.keep()
    assert office.core.personal.days() == 730 and whose(panel) == []
