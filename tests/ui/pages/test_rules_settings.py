"""日历、上班时间、时限、督办与同意: what is typed holds, and every change says what it recomputed."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.settings.calendar_panel import CalendarPanel
from ui.pages.settings.form_panel import FormPanel
from ui.pages.settings.limits_panel import LimitsPanel
from ui.pages.settings.list_panel import ListPanel
from ui.pages.settings.settings_page import SettingsPage
from ui.shell.scripted_prompts import ScriptedPrompts
from yuqing_desktop.domain.limits import profile_on
from yuqing_desktop.domain.rounds import Turn
from yuqing_desktop.domain.vocabulary import DutyKind, Level
from yuqing_desktop.domain.workdays import DayKind

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def page(seat: Seat, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    return page


@pytest.fixture
def told(page: SettingsPage) -> list[str]:
    said: list[str] = []
    page.banner_asked.connect(said.append)
    return said


def calendar(page: SettingsPage) -> CalendarPanel:
    page.open_with("日历")
    panel = page.stack.currentWidget()
    assert isinstance(panel, CalendarPanel)
    return panel


def form(page: SettingsPage, title: str) -> FormPanel:
    page.open_with(title)
    panel = page.stack.currentWidget()
    assert isinstance(panel, FormPanel)
    return panel


def type_into(panel: FormPanel, **values: object) -> None:
    for held in panel.forms:
        held.fill({key: value for key, value in values.items() if key in held.inputs})


@pytest.mark.article("第十二条")
def test_a_click_marks_a_day_and_says_what_was_recomputed(
    office: Office, page: SettingsPage, told: list[str]
) -> None:
    office.register()
    panel = calendar(page)
    panel.grid.picked.emit(TUESDAY)

    def kind(day: date) -> DayKind:
        return office.core.settings.rules().calendar.kind(day)

    assert kind(TUESDAY) is DayKind.REST
    assert told == ["2026-11-24的日历已修改，重算在办事项1件"]
    panel.grid.picked.emit(TUESDAY)
    assert kind(TUESDAY) is DayKind.WORKDAY
    panel.grid.picked.emit(date(2026, 11, 28))
    assert kind(date(2026, 11, 28)) is DayKind.MAKEUP


def test_a_year_not_published_says_so_and_asks_before_the_first_mark(
    office: Office, page: SettingsPage, prompts: ScriptedPrompts
) -> None:
    panel = calendar(page)
    panel.after.click()
    assert panel.year.text() == "2027 年"
    assert "尚未公布，暂按周一至周五" in panel.known.text()
    prompts.will(False)
    panel.grid.picked.emit(date(2027, 1, 1))
    assert not office.core.settings.rules().calendar.is_published(2027)
    prompts.will(True)
    panel.grid.picked.emit(date(2027, 1, 1))
    assert office.core.settings.rules().calendar.kind(date(2027, 1, 1)) is DayKind.REST
    assert "手工录入" in panel.known.text()


def test_a_notice_is_taken_in_and_what_is_none_is_refused(
    office: Office, page: SettingsPage, prompts: ScriptedPrompts, told: list[str], tmp_path: Path
) -> None:
    panel = calendar(page)
    days = [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}]
    file = tmp_path / "2027.json"
    file.write_text(json.dumps({"year": 2027, "papers": [], "days": days}), "utf-8")
    prompts.will([file])
    panel.bring.click()
    assert told[-1].startswith("2027年日历已导入")
    assert "2027" in panel.years.text()
    file.write_text("[]", "utf-8")
    prompts.will([file])
    panel.bring.click()
    assert panel.problem.words


def test_arrows_and_space_mark_a_day(office: Office, page: SettingsPage, qtbot: QtBot) -> None:
    panel = calendar(page)
    qtbot.keyClick(panel.grid, Qt.Key.Key_Right)
    assert panel.grid.accessibleDescription() == "11 月 24 日 星期二：工作日"
    qtbot.keyClick(panel.grid, Qt.Key.Key_Space)
    assert office.core.settings.rules().calendar.kind(TUESDAY) is DayKind.REST


def test_office_hours_are_typed_and_hold_at_once(office: Office, page: SettingsPage, told: list[str]) -> None:
    office.register()
    panel = form(page, "上班时间")
    assert not panel.save.isEnabled()
    type_into(panel, usual="9:00-12:00 13:00-17:00", seasons="夏季 6-1 至 9-1 8:00-12:00、15:00-18:00",
              exceptions="2026-12-31 年终结算 9:00-12:00")  # fmt: skip
    panel.save.click()
    hours = office.core.settings.rules().calendar.hours
    assert [span.label for span in hours.usual] == ["09:00—12:00", "13:00—17:00"]
    assert hours.exceptions[0].reason == "年终结算"
    assert told == ["上班时间已修改，重算在办事项1件"]
    assert not panel.is_dirty


def test_hours_that_cannot_be_read_say_how_to_write_them(office: Office, page: SettingsPage) -> None:
    panel = form(page, "上班时间")
    before = office.core.settings.rules().calendar.hours
    type_into(panel, usual="早九晚五")
    panel.keep()
    assert "应写作" in panel.problem.words
    assert office.core.settings.rules().calendar.hours == before


@pytest.mark.article("第十四条")
def test_new_limits_hold_from_their_day_on(office: Office, page: SettingsPage, told: list[str]) -> None:
    panel = form(page, "时限")
    assert isinstance(panel, LimitsPanel)
    type_into(panel, name="2027年时限", since=date(2027, 1, 1), feedback="6个工作小时；重大突发：2个工作小时")
    panel.save.click()
    profiles = office.core.settings.rules().profiles
    new = profile_on(profiles, date(2027, 1, 5))
    assert new.limit(DutyKind.FEEDBACK, Level.EMERGENCY).label == "2个工作小时"
    assert profile_on(profiles, date(2026, 12, 1)).name == "出厂时限"
    assert told == ["“2027年时限”自2027-01-01起执行，重算在办事项0件"]
    assert panel.profiles.words["2027-01-01 起"].startswith("2027年时限")
    assert "48 小时内" in panel.floors.words["予以回应"]


def test_limits_that_cannot_be_read_are_named_field_by_field(page: SettingsPage) -> None:
    panel = form(page, "时限")
    type_into(panel, name="试", transfer="马上", publish="3个星期")
    panel.keep()
    assert "马上" in panel.problem.words
    assert "3个星期" in panel.problem.words


@pytest.mark.article("第三条")
def test_the_ladder_and_the_agreements_are_settings(
    office: Office, page: SettingsPage, told: list[str]
) -> None:
    panel = form(page, "督办与同意")
    type_into(panel, call_share="70%", urge_after_days="2", malicious_needs_nod=True, found_within_hours="12")
    panel.save.click()
    settings = office.core.settings.office()
    assert (settings.call_share, settings.urge_after_days, settings.found_within_hours) == (0.7, 2, 12)
    assert settings.malicious_needs_nod and not settings.interim_needs_nod
    assert told == ["设置已保存"]
    type_into(panel, supervise_after_days="1")
    panel.keep()
    assert "督办须晚于催办" in panel.problem.words


def test_channels_are_edited_and_turns_only_added(
    office: Office, page: SettingsPage, acts: RecordingActs, prompts: ScriptedPrompts, seat: Seat
) -> None:
    page.open_with("巡查渠道")
    channels = page.stack.currentWidget()
    assert isinstance(channels, ListPanel)
    channels.table.go_to(channels.table.rows.ids[0])
    channels.edit.click()
    assert acts.asked[-1][:2] == ("edit_list", "channels")
    prompts.will(True)
    channels.stop.click()
    assert len(office.core.rounds.channels()) == 5
    turn = Turn(person_id=office.clerk.person_id, since=date(2026, 11, 23), until=date(2026, 11, 27))
    seat.hub.changed.emit(office.core.rounds.put_on_duty(office.clerk, turn))
    page.open_with("巡查值班")
    turns = page.stack.currentWidget()
    assert isinstance(turns, ListPanel)
    assert turns.edit.isHidden() and turns.stop.isHidden()
    assert [cell.text for cell in turns.table.rows.cells(0)] == [
        "张敏",
        "2026-11-23 至 2026-11-27",
        "本期值班",
    ]
