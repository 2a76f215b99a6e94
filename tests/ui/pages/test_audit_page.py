"""留痕 in the window (第十三条): filter, readable differences, export, for the auditor only."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.audit.audit_days import ANY
from ui.pages.audit.audit_page import AuditPage
from ui.pages.seat import Seat
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.open_window import open_window
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.vocabulary import Level, Status
from yuqing_desktop.problems import Refused

pytestmark = pytest.mark.article("第十三条")


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def page(office: Office, prompts: ScriptedPrompts, geometry: Geometry, qtbot: QtBot) -> AuditPage:
    item = office.item_at(Status.ASSESSED, Level.IMPORTANT)
    with pytest.raises(Refused):
        office.core.closing.close(office.clerk, item.id, outcome="办结")
    auditor = office.actor("徐洁")
    seat = Seat(office.core, InlineRunner(), prompts, Hub(), auditor, RecordingActs(), geometry)
    made = AuditPage(seat)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.open_with("")
    return made


def shown(page: AuditPage) -> list[str]:
    return [page._lines[one].act for one in page.table.rows.ids]


def test_the_newest_event_stands_first_and_is_explained(page: AuditPage) -> None:
    assert shown(page) == ["办结", "评估", "登记", "建立登记簿"]
    assert page.event_pane.facts.words["结果"] == "被拒绝"
    page.table.go_to(page.table.rows.ids[1])
    assert page.event_pane.changes.words["事项·等级"] == "（空） → 重要"


def test_filters_narrow_by_person_act_number_and_refusal(page: AuditPage) -> None:
    page.refused_only.set_chosen(("refused",))
    page.load()
    assert shown(page) == ["办结"]
    page.clear()
    page.people.set_chosen(("本程序",))
    page.load()
    assert shown(page) == ["建立登记簿"]
    page.clear()
    page.acts.set_chosen(("assess",))
    page.number.setText("yq-2026-0001")
    page.load()
    assert shown(page) == ["评估"]


def test_days_leave_older_events_out(page: AuditPage, office: Office) -> None:
    office.pass_time(days=3)
    office.register(title="新的")
    page.days.choose("1")
    page.load()
    assert shown(page) == ["登记"]


def test_a_number_opens_its_item(page: AuditPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.item_asked) as asked:
        page.event_pane.open.click()
    assert asked.args == ["YQ-2026-0001"]


def test_what_is_shown_is_handed_over_on_the_record(
    page: AuditPage, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.will(tmp_path / "留痕.csv")
    page.refused_only.set_chosen(("refused",))
    page.load()
    page.export.click()
    assert "将导出 1 条" in prompts.asked[-1]
    assert "被拒绝" in (tmp_path / "留痕.csv").read_text("utf-8-sig")
    page.clear()
    assert shown(page)[0] == "导出"


def test_only_the_auditor_finds_it_in_the_rail(office: Office, geometry: Geometry, qtbot: QtBot) -> None:
    for name, has_audit, has_checkup in (("徐洁", True, True), ("张敏", False, True), ("李强", False, False)):
        window = open_window(office.core, office.actor(name), geometry, InlineRunner())
        qtbot.addWidget(window)
        assert ("audit" in window.keys, "checkup" in window.keys) == (has_audit, has_checkup)
        assert window.actions_["checkup"].isEnabled() is has_checkup


def test_any_two_days_may_be_asked_for(page: AuditPage, office: Office) -> None:
    office.pass_time(days=3)
    office.register(title="新的")
    page.days.choose(ANY)
    assert page.days.since.isVisible() and page.days.until.isVisible()
    page.days.until.set_value(date(2026, 11, 25))
    page.days.changed.emit()
    assert shown(page) == ["办结", "评估", "登记", "建立登记簿"]
    page.days.since.set_value(date(2026, 11, 24))
    page.days.changed.emit()
    assert shown(page) == [] and page._stated() == "2026-11-24至2026-11-25"
    page.days.until.set_value(None)
    page.days.changed.emit()
    assert shown(page) == ["登记"] and page._stated() == "2026-11-24至现在"
    page.clear()
    assert not page.days.since.isVisible() and len(shown(page)) == 5


def test_a_typed_day_counts_after_a_moment(page: AuditPage, qtbot: QtBot) -> None:
    page.days.choose(ANY)
    qtbot.keyClicks(page.days.until.edit, "1122")
    assert len(shown(page)) == 4 and page.days._pause.isActive()
    page.days._pause.timeout.emit()
    assert shown(page) == []
