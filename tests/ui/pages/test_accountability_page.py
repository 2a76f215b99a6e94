import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.accountability.accountability_page import NO_VERDICT, AccountabilityPage
from ui.pages.accountability.entry_columns import owner, state_of
from ui.pages.seat import Seat
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.accountability import CaseStatus, Clause
from yuqing_desktop.domain.vocabulary import Level, PaperKind, Status
from yuqing_desktop.services.accountability import entered


@pytest.fixture
def page(seat: Seat, office: Office, qtbot: QtBot) -> AccountabilityPage:
    page = AccountabilityPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    return page


def late_with_a_major_item(office: Office) -> None:
    item = office.item_at(Status.RECEIVED, Level.IMPORTANT)
    office.pass_time(days=1)
    office.handle(item)


@pytest.mark.article("第十三条")
def test_facts_are_laid_out_and_the_screen_says_it_is_no_verdict(
    office: Office, page: AccountabilityPage
) -> None:
    late_with_a_major_item(office)
    page.handlers()["refresh"]()
    assert "重大舆情回复延误" in page.facts.clause.text()
    assert page.facts.words[0].startswith("1．反馈时限")
    assert any("签收" in words for words in page.facts.words)
    said = [label.text() for label in page.findChildren(TextLabel)]
    assert NO_VERDICT in said
    assert "24.0 小时" in page.facts.words[-1]


def test_a_person_takes_up_then_confirms_or_withdraws(
    office: Office, page: AccountabilityPage, acts: RecordingActs
) -> None:
    late_with_a_major_item(office)
    page.handlers()["refresh"]()
    take_up = page.steps.button("take_up")
    assert take_up is not None
    take_up.click()
    (case,) = office.core.accountability.cases()
    assert case.status is CaseStatus.PROPOSED
    for status in (CaseStatus.CONFIRMED, CaseStatus.WITHDRAWN):
        button = page.steps.button(status.value)
        assert button is not None
        button.click()
        assert acts.asked[-1] == ("decide case", case.id, status)


@pytest.mark.article("第十三条")
def test_two_sections_late_with_one_item_stand_each_in_a_row_of_its_own(
    office: Office, page: AccountabilityPage
) -> None:
    item = office.item_at(Status.RECEIVED, Level.IMPORTANT)
    office.pass_time(days=3)
    office.core.transfer.refuse(office.section, item.id, by="李强", reason="不属本科室")
    office.transfer(office.core.registry.item(item.id), "数据安全科")
    office.pass_time(days=3)
    page.handlers()["refresh"]()
    assert [owner(page.table.rows.row(at)) for at in range(page.table.rows.rowCount())] == [
        "政务服务科",
        "数据安全科",
    ]
    take_up = page.steps.button("take_up")
    assert take_up is not None
    take_up.click()
    rows = [page.table.rows.row(at) for at in range(page.table.rows.rowCount())]
    assert {(owner(row), state_of(row)) for row in rows} == {
        ("政务服务科", "proposed"),
        ("数据安全科", "found"),
    }
    now = page.table.rows.row(page.table.rows.place_of(page.table.current_id() or 0))
    assert owner(now) == "政务服务科"


def test_what_was_decided_stays_decided(office: Office, page: AccountabilityPage) -> None:
    item = office.register()
    office.core.accountability.take_up(office.clerk, entered(Clause.SHIRKING, item, "两次退单"))
    (case,) = office.core.accountability.cases()
    office.core.accountability.decide(office.head, case.id, CaseStatus.WITHDRAWN, "已说明")
    page.handlers()["refresh"]()
    assert page.table.rows.cells(0)[2].text == "已撤回"
    assert page.steps.button(CaseStatus.CONFIRMED.value) is None


def test_filters_narrow_by_situation_and_owner(office: Office, page: AccountabilityPage) -> None:
    late_with_a_major_item(office)
    office.core.accountability.take_up(
        office.clerk, entered(Clause.CONTENT, office.register(), "未核实即报送")
    )
    page.handlers()["refresh"]()
    assert len(page.table.rows.ids) == 2
    page.clauses.set_chosen((Clause.CONTENT.value,))
    page.clauses.changed.emit((Clause.CONTENT.value,))
    assert [page.table.rows.cells(0)[1].text] == [Clause.CONTENT.label]
    page.clauses.set_chosen(())
    page.owners.set_chosen(("政务服务科",))
    page.owners.changed.emit(("政务服务科",))
    assert len(page.table.rows.ids) == 1


def test_the_sheet_and_the_entering_of_what_people_bring(
    office: Office, page: AccountabilityPage, acts: RecordingActs
) -> None:
    late_with_a_major_item(office)
    page.handlers()["refresh"]()
    page.handlers()["print"]()
    page.enter.click()
    assert acts.asked == [("print papers", [PaperKind.ACCOUNTABILITY]), ("enter case",)]


def test_another_month_holds_its_own(office: Office, page: AccountabilityPage) -> None:
    late_with_a_major_item(office)
    page.period.before.click()
    assert page.title.text() == "责任追究 · 2026年10月"
    assert page.panel.empty.isVisible()
