"""统计: every figure is the registry's own, and opens the list it counts."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.statistics.picture import Picture
from ui.pages.statistics.statistics_page import StatisticsPage
from ui.shell.appearance import Appearance
from ui.shell.look import Look
from yuqing_desktop.domain.filters import parse
from yuqing_desktop.domain.vocabulary import Level, Status


@pytest.fixture
def page(office: Office, seat: Seat, qtbot: QtBot) -> StatisticsPage:
    office.item_at(Status.REPLIED)
    office.item_at(Status.RECEIVED)
    office.item_at(Status.ASSESSED, Level.IMPORTANT)
    office.register(platform="论坛")
    office.pass_time(days=2)
    page = StatisticsPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    return page


def asked(page: StatisticsPage) -> list[str]:
    found: list[str] = []
    page.list_asked.connect(found.append)
    return found


def click(picture: Picture, at: int) -> None:
    point = picture.place(at).center()
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = picture.mapToGlobal(QPoint(0, 0)) + point.toPoint()
    event = QMouseEvent(QEvent.Type.MouseButtonRelease, point, QPointF(where), button, button, none)
    QApplication.sendEvent(picture, event)


def press(picture: Picture, key: Qt.Key) -> None:
    QApplication.sendEvent(picture, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def test_each_line_opens_a_list_as_long_as_its_figure(office: Office, page: StatisticsPage) -> None:
    found = asked(page)
    for picture in (page.kinds, page.platforms, page.levels, page.needs):
        for at, (word, count) in enumerate(picture.pairs):
            click(picture, at)
            assert office.core.registry.count(parse(found[-1])) == count, (picture.name, word)
    for at, (_, count) in enumerate(page.trend.pairs):
        click(page.trend, at)
        assert office.core.registry.count(parse(found[-1])) == count


def test_each_card_opens_a_list_as_long_as_its_count(office: Office, page: StatisticsPage) -> None:
    found = asked(page)
    assert page.shown is not None
    counts = {
        page.registered: page.shown.registered, page.late: page.shown.overdue,
        page.debts: page.shown.interim_debts, page.carried: page.shown.carried,
    }  # fmt: skip
    for card, count in counts.items():
        card.opened.emit()
        assert office.core.registry.count(parse(found[-1])) == count
    assert page.shown.overdue > 0


def test_the_keyboard_walks_and_opens(page: StatisticsPage) -> None:
    found = asked(page)
    page.levels.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        press(page.levels, key)
    assert page.levels.current == 1
    assert "等级:重要" in found[-1]
    assert page.levels.accessibleDescription().startswith("重要")


@pytest.mark.article("第五条")
def test_sections_stand_in_the_office_s_order_until_ranking_is_switched_on(
    office: Office, page: StatisticsPage
) -> None:
    office.receive(office.transfer(office.item_at(Status.ASSESSED), "数据安全科"))
    page.handlers()["refresh"]()
    order = [section.name for section in office.core.people.sections()]
    names = [line.word for line in page.sections.lines]
    assert names == sorted(names, key=order.index) and len(names) == 2
    page.ranked.click()
    assert office.core.settings.office().rank_sections
    assert [line.word for line in page.sections.lines] == ["政务服务科", "数据安全科"] != names


def test_what_is_painted_is_told_in_words_and_in_both_schemes(
    page: StatisticsPage, appearance: Appearance
) -> None:
    assert "微博：3 件，占 75%" in page.platforms.accessibleName().replace("\n", "")
    light = page.grab().toImage()
    appearance.apply(Look(scheme="dark"))
    assert page.grab().toImage() != light
    assert "按时率" in page.clocks.words(0)


def test_a_year_and_a_quarter_can_be_asked_for(page: StatisticsPage) -> None:
    page.bar.kinds.changed.emit("quarter")
    assert page.title.text() == "2026年第4季度"
    page.bar.kinds.changed.emit("year")
    assert page.title.text() == "2026年" and len(page.trend.pairs) == 12
