from itertools import product

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.supervision.supervision_page import SupervisionPage
from yuqing_desktop.domain.records import Note
from yuqing_desktop.domain.vocabulary import Act, Level, PaperKind, Status


@pytest.fixture
def page(seat: Seat, office: Office, qtbot: QtBot) -> SupervisionPage:
    page = SupervisionPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    return page


def cells(page: SupervisionPage, at: int = 0) -> list[str]:
    return [cell.text for cell in page.table.rows.cells(at)]


@pytest.mark.article("第三条")
def test_a_late_section_stands_on_its_rung_with_the_next_act(
    office: Office, page: SupervisionPage, acts: RecordingActs
) -> None:
    assert page.panel.empty.isVisible()
    item = office.item_at(Status.RECEIVED)
    office.pass_time(days=1, hours=6)
    page.handlers()["refresh"]()
    assert page.table.rows.cells(0)[1][:2] == ("政务服务科", "科室反馈")
    assert cells(page)[3:] == ["催办单", "尚未采取措施", "催办"]
    assert page.cards["urge"].accessibleName().startswith("该发催办单 1 政务服务科")
    button = page.steps.button("urge")
    assert button is not None
    button.click()
    assert acts.asked == [("start", Act.URGE, item.id)]


def test_what_was_done_and_what_the_section_said_stand_there(
    office: Office, page: SupervisionPage, seat: Seat
) -> None:
    item = office.item_at(Status.RECEIVED)
    office.pass_time(days=1, hours=6)
    office.core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to="政务服务科", channel="催办单"))
    done = office.core.duty_acts.note(office.section, Act.GIVE_REASON, item.id, Note(words="等待省厅数据"))
    seat.hub.changed.emit(done)
    assert cells(page)[4:] == ["催办 1", "等科室办理"]
    assert "科室说明：等待省厅数据" in page.said.text()


def test_what_was_done_and_what_comes_next_are_whole(office: Office, page: SupervisionPage) -> None:
    item = office.item_at(Status.RECEIVED)
    called = office.item_at(Status.TRANSFERRED)
    office.pass_time(days=1, hours=6)
    office.core.duty_acts.note(office.clerk, Act.CALL, item.id, Note(to="李强"))
    office.core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to="政务服务科", channel="书面"))
    words = Note(to="政务服务科", words="今日报送")
    office.core.supervise.issue(office.deputy, Act.SUPERVISE, item.id, words)
    office.core.duty_acts.note(office.clerk, Act.CALL, called.id, Note(to="李强"))
    page.handlers()["refresh"]()
    table = page.table
    assert "电话 1 · 催办 1 · 督办 1" in {cells(page, at)[4] for at in range(2)}
    for at, place in product((3, 4, 5), range(2)):
        cell = table.rows.cells(place)[at]
        needed = table.painter.width(cell.text, 500) + 16 * cell.pill + 20
        assert needed <= table.head.sectionSize(at), cell.text


def test_the_reason_of_a_section_that_passed_it_on_is_not_the_next_one_s(
    office: Office, page: SupervisionPage
) -> None:
    item = office.item_at(Status.RECEIVED)
    office.core.duty_acts.note(office.section, Act.GIVE_REASON, item.id, Note(words="等待省厅数据"))
    office.pass_time(hours=1)
    office.core.transfer.refuse(office.section, item.id, by="李强", reason="不属本科室")
    office.transfer(office.core.registry.item(item.id), "数据安全科")
    office.pass_time(days=2)
    page.handlers()["refresh"]()
    assert page.table.rows.cells(0)[4].second == "科室未说明原因"
    assert page.said.text() == "尚未采取措施；科室没有说明未办原因"


def test_a_major_item_says_so(office: Office, page: SupervisionPage) -> None:
    office.item_at(Status.RECEIVED, Level.EMERGENCY)
    office.pass_time(days=1, hours=6)
    page.handlers()["refresh"]()
    assert page.table.rows.cells(0)[0].second == "YQ-2026-0001 · 重大突发 · 待科室"


def test_the_last_note_is_printed(office: Office, page: SupervisionPage, acts: RecordingActs) -> None:
    item = office.item_at(Status.RECEIVED)
    office.pass_time(days=1, hours=6)
    page.handlers()["refresh"]()
    page.handlers()["print"]()
    assert acts.asked == []
    assert page.steps.reason("print") == "还没有催办单或督办单"
    office.core.supervise.issue(office.clerk, Act.URGE, item.id, Note(to="政务服务科", channel="催办单"))
    page.handlers()["refresh"]()
    page.handlers()["print"]()
    assert acts.asked == [("print papers", [PaperKind.URGE_NOTE])]


def test_a_counted_card_narrows_the_list_and_back(office: Office, page: SupervisionPage) -> None:
    office.item_at(Status.RECEIVED)
    office.pass_time(days=1, hours=6)
    office.item_at(Status.RECEIVED)
    office.pass_time(hours=20)
    page.handlers()["refresh"]()
    whole = len(page.table.rows.ids)
    page.cards["urge"].opened.emit()
    assert 0 < len(page.table.rows.ids) < whole
    page.everything.click()
    assert len(page.table.rows.ids) == whole


def test_the_item_is_opened_in_the_registry(office: Office, page: SupervisionPage, qtbot: QtBot) -> None:
    item = office.item_at(Status.RECEIVED)
    office.pass_time(days=1, hours=6)
    page.handlers()["refresh"]()
    with qtbot.waitSignal(page.item_asked) as asked:
        page.table.opened.emit(page.table.current_id())
    assert asked.args == [item.number]
