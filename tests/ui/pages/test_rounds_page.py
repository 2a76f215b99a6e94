from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs, settle
from tests.walk import Office
from ui.pages.rounds.rounds_page import RoundsPage
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts
from yuqing_desktop.domain.rounds import Look, RoundOutcome
from yuqing_desktop.domain.vocabulary import PaperKind


@pytest.fixture
def page(seat: Seat, qtbot: QtBot) -> RoundsPage:
    page = RoundsPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    in_front(page, qtbot)
    return page


def in_front(page: RoundsPage, qtbot: QtBot) -> None:
    """Shown, active, with the keyboard in the table: shortcuts go nowhere else."""
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.table.setFocus()


def morning(page: RoundsPage) -> dict[str, str]:
    cells = [page.table.rows.cells(at) for at in range(len(page.table.rows.ids))]
    return {row[0].text: row[2].text for row in cells}


def looks(office: Office) -> list[Look]:
    today = office.clock.now().date()
    return office.core.rounds.looks(today, today)


@pytest.mark.article("第七条")
def test_every_channel_of_the_hour_says_whether_it_was_looked_through(page: RoundsPage) -> None:
    assert page.title.text() == "每日巡查 · 上午"
    assert set(morning(page).values()) == {"未查"}


def test_a_key_records_nothing_found_and_goes_to_the_next(
    office: Office, page: RoundsPage, qtbot: QtBot
) -> None:
    first = page.table.current_id()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    (look,) = looks(office)
    assert (look.channel_id, look.outcome, look.by) == (first, RoundOutcome.NOTHING, "张敏")
    assert morning(page)["门户网站"] == "09:30 未发现"
    assert page.table.current_id() != first
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert len(looks(office)) == 2


def test_a_second_record_of_the_same_hour_is_asked_for(
    office: Office, page: RoundsPage, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    first = page.table.current_id()
    page.nothing.click()
    assert first is not None
    page.table.go_to(first)
    prompts.will(False)
    page.nothing.click()
    assert len(looks(office)) == 1
    assert "已有巡查记录" in prompts.asked[0]


def test_a_key_opens_the_link_in_the_browser_with_the_words(
    page: RoundsPage, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    weibo = next(one for one, line in page._lines.items() if line.channel.name == "微博")
    page.table.go_to(weibo)
    qtbot.keyClick(page.table, Qt.Key.Key_O)
    assert prompts.links == [
        "https://s.weibo.com/weibo?q=%E6%95%B0%E6%8D%AE%E5%B1%80%20%E6%94%BF%E5%8A%A1%E6%9C%8D%E5%8A%A1"
    ]


class _Registering(RecordingActs):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def register(self, values: dict[str, object] | None = None) -> None:
        super().register(values)
        self._run()


def test_registering_from_a_channel_fills_its_platform_and_records_how_many(
    office: Office, seat: Seat, qtbot: QtBot
) -> None:
    def twice() -> None:
        for title in ("甲", "乙"):
            done = office.core.register.register(office.clerk, {"title": title, "platform": "微博"})
            seat.hub.changed.emit(done)

    acts = _Registering(twice)
    page = RoundsPage(replace(seat, acts=acts))
    qtbot.addWidget(page)
    in_front(page, qtbot)
    weibo = next(one for one, line in page._lines.items() if line.channel.name == "微博")
    page.table.go_to(weibo)
    qtbot.keyClick(page.table, Qt.Key.Key_R)
    assert acts.asked == [("register", {"platform": "微博"})]
    (look,) = looks(office)
    assert (look.channel, look.outcome, look.found) == ("微博", RoundOutcome.FOUND, 2)
    assert morning(page)["微博"] == "09:30 登记 2 条"


def test_a_registration_that_was_left_records_nothing(office: Office, page: RoundsPage) -> None:
    page.found.click()
    assert looks(office) == []


@pytest.mark.article("第十三条")
def test_the_month_names_the_days_that_were_missed_in_words(office: Office, page: RoundsPage) -> None:
    office.pass_time(hours=5)
    page.handlers()["refresh"]()
    said = "\n".join(page.month.missing_words)
    assert "缺查　上午：门户网站、市民论坛" in said
    assert "11 月 20 日" in said
    assert page.month.map.day() is not None
    assert "缺查" in page.month.map.accessibleDescription()


def test_arrows_walk_the_calendar(page: RoundsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.month.map, Qt.Key.Key_Left)
    day = page.month.map.day()
    assert day is not None and day.day.day == 22
    assert page.month.missing_words[:2] == ["11 月 22 日 星期日", "休息日"]


def test_another_month_and_its_sheet(page: RoundsPage, acts: RecordingActs) -> None:
    page.month.before.click()
    assert page.month.name.text() == "2026年10月"
    page.month.print.click()
    page.month.save.click()
    assert acts.asked == [
        ("print papers", [PaperKind.ROUNDS_MONTH]),
        ("save papers", [PaperKind.ROUNDS_MONTH]),
    ]


def test_a_narrow_window_puts_the_month_under_the_channels(page: RoundsPage) -> None:
    page.resize(720, 420)
    settle()
    assert (
        page.month.mapTo(page, page.month.rect().topLeft()).y()
        > page.panel.mapTo(page, page.panel.rect().topLeft()).y()
    )
