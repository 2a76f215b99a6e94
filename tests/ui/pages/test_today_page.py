from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs, settle
from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.today.today_page import TodayPage
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.vocabulary import Act, Level, Role, Status


@pytest.fixture
def page(seat: Seat, qtbot: QtBot) -> TodayPage:
    page = TodayPage(seat)
    page.open_with("")
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    qtbot.waitExposed(page)
    return page


def shown(page: TodayPage) -> str:
    settle()
    return "\n".join(label.text() for label in page.findChildren(TextLabel) if label.isVisible())


def buttons(page: TodayPage) -> dict[str, QPushButton]:
    settle()
    found = page.next.findChildren(QPushButton)
    return {button.accessibleName(): button for button in found if button.isVisible()}


def test_the_title_says_the_day_and_its_kind(page: TodayPage) -> None:
    assert page.title.text() == "11 月 23 日 星期一 · 工作日"


def test_an_empty_day_says_so(office: Office, page: TodayPage) -> None:
    assert "还没有登记" in shown(page)
    office.item_at(Status.CLOSED)
    page.open_with("")
    assert "今天的事都办了" in shown(page)


def test_cards_count_and_open_their_lists(office: Office, page: TodayPage, qtbot: QtBot) -> None:
    office.item_at(Status.HANDLED)
    office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    page.handlers()["refresh"]()
    assert page.cards["to_approve"].accessibleName() == "等领导同意 2 组长 1 · 副组长 1"
    with qtbot.waitSignal(page.list_asked) as asked:
        page.cards["to_approve"].opened.emit()
    assert asked.args == ["状态:待审批、待组长"]


def test_what_is_next_stands_with_its_button(
    office: Office, page: TodayPage, acts: RecordingActs, qtbot: QtBot
) -> None:
    item = office.item_at(Status.RECEIVED)
    page.handlers()["refresh"]()
    buttons(page)[f"报送处置情况 {item.number}"].click()
    assert acts.asked == [("start", Act.REPORT_HANDLING, item.id)]
    with qtbot.waitSignal(page.list_asked) as asked:
        buttons(page)[f"打开 {item.number}"].click()
    assert asked.args == [item.number]


def test_an_act_of_somebody_else_has_its_reason_and_no_button(
    office: Office, seat: Seat, qtbot: QtBot
) -> None:
    from dataclasses import replace

    item = office.item_at(Status.TRANSFERRED)
    page = TodayPage(replace(seat, actor=office.section))
    page.open_with("")
    qtbot.addWidget(page)
    page.show()
    found = buttons(page)
    assert found[f"签收 {item.number}"].isEnabled()
    assert f"先行回复 {item.number}" not in found
    assert "先行回复须由专人办理" in shown(page)


def test_what_is_next_is_reached_and_taken_by_keyboard(
    office: Office, page: TodayPage, acts: RecordingActs, qtbot: QtBot
) -> None:
    items = [office.item_at(Status.RECEIVED) for _ in range(2)]
    page.handlers()["refresh"]()
    settle()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.panes()[0].setFocus()
    names = []
    for _ in range(5):
        names.append(page.focusWidget().accessibleName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    first = items[0].number
    assert names[0] == f"报送处置情况 {first}"
    assert [name.split()[-1] for name in names[1:]] == [items[1].number, items[1].number, first, first]
    page.handlers()["next_step"]()
    assert acts.asked == [("start", Act.INTERIM_REPLY, items[1].id)]


def test_the_keyboard_stays_in_the_list_when_it_is_read_anew(
    office: Office, page: TodayPage, qtbot: QtBot
) -> None:
    office.item_at(Status.RECEIVED)
    page.handlers()["refresh"]()
    settle()
    page.panes()[0].setFocus()
    page.handlers()["refresh"]()
    settle()
    assert page.focusWidget() is not None and page.next.isAncestorOf(page.focusWidget())


def test_a_change_is_seen_at_once(office: Office, page: TodayPage, seat: Seat) -> None:
    done = office.core.register.register(office.clerk, {"title": "新来的", "platform": "微博"})
    seat.hub.changed.emit(done)
    assert "转送：新来的" in shown(page)
    assert "1 件" in page.week.facts.words["登记"]


def test_a_narrow_window_stacks_the_week_under_what_is_next(office: Office, page: TodayPage) -> None:
    office.item_at(Status.RECEIVED)
    page.handlers()["refresh"]()
    page.resize(720, 420)
    settle()
    assert page.week.mapTo(page, page.week.rect().topLeft()).y() > page.next.geometry().y()
    for button in buttons(page).values():
        assert button.width() >= button.minimumSizeHint().width()


def test_later_duties_are_made_when_scrolled_to(office: Office, page: TodayPage) -> None:
    items = [office.item_at(Status.ASSESSED) for _ in range(30)]
    page.handlers()["refresh"]()
    settle()
    made = len(page.next.lines)
    assert made < 30
    for _ in range(10):
        bar = page.next.findChildren(QScrollArea)[0].verticalScrollBar()
        bar.setValue(bar.maximum())
        settle()
    numbers = {name.split()[-1] for name in buttons(page) if name.startswith("打开")}
    assert numbers == {item.number for item in items}


def test_what_the_office_has_not_entered_stands_with_the_way_to_its_setting(
    office: Office, page: TodayPage, qtbot: QtBot
) -> None:
    assert not page.lacks.isVisible()
    for account in office.core.people.accounts():
        office.core.people.save(office.clerk, replace(account, active=False))
    (post,) = [one for one in office.core.people.posts() if one.role is Role.HEAD]
    office.core.people.save(office.clerk, replace(post, until=post.since))
    page.open_with("")
    said = shown(page)
    assert "没有有效的认证账号，不能回复（第十条）" in said
    assert "没有在任的组长" in said
    assert "还没有科室" not in said
    (button,) = [one for one in page.lacks.findChildren(QPushButton) if one.text() == "设置认证账号"]
    with qtbot.waitSignal(page.settings_asked) as asked:
        button.click()
    assert asked.args == ["认证账号"]
    for section in office.core.people.sections():
        office.core.people.save(office.clerk, replace(section, active=False))
    page.open_with("")
    assert "还没有科室，不能转送（第八条）" in shown(page)


@pytest.mark.article("第七条")
def test_the_list_says_that_what_must_be_reported_at_once_comes_first(
    office: Office, page: TodayPage
) -> None:
    office.register()
    page.open_with("")
    assert "按时限先后，前 2 项" in shown(page)
    office.pass_time(days=2)
    office.assess(office.register(), Level.EMERGENCY)
    page.open_with("")
    said = shown(page)
    assert "须立即报告的在先，其余按时限，前 5 项" in said
    assert said.count(" · 重大突发") == 3
