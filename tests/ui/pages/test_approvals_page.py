from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau, password_of
from tests.ui.pages.recording import RecordingActs
from tests.walk import REPLY, Office
from ui.pages.approvals.approvals_page import ApprovalsPage
from ui.pages.seat import Seat
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from ui.tasks.thread_runner import ThreadRunner
from ui.widgets.text_diff import TextDiff
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Act, Level, PaperKind, Role, Status
from yuqing_desktop.services.handle import Wording

Opened = Callable[[Actor], ApprovalsPage]


@pytest.fixture
def opened(seat: Seat, qtbot: QtBot) -> Opened:
    def make(actor: Actor) -> ApprovalsPage:
        page = ApprovalsPage(replace(seat, actor=actor))
        qtbot.addWidget(page)
        page.resize(1180, 680)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


@pytest.mark.article("第九条")
def test_agreeing_goes_to_the_next_one(office: Office, opened: Opened, qtbot: QtBot) -> None:
    first, second = office.item_at(Status.HANDLED), office.item_at(Status.HANDLED)
    page = opened(office.deputy)
    assert page.table.current_id() == first.id
    page.bar.opinion.setText("同意，照此回复。")
    page.bar.opinion.setFocus()
    qtbot.keyClick(page.bar.opinion, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert office.core.registry.item(first.id).status is Status.APPROVED
    assert office.core.registry.dossier(first.id, office.clerk).consents[0].opinion == "同意，照此回复。"
    assert page.table.current_id() == second.id
    assert page.reading.number.text().startswith(second.number)


def test_the_text_shows_what_changed_since_the_last_draft(office: Office, opened: Opened) -> None:
    item = office.item_at(Status.HANDLED)
    office.core.handle.amend(
        office.section, item.id, Wording(REPLY.replace("8时40分", "9时10分")), reason="更准确"
    )
    page = opened(office.deputy)
    (diff,) = [one for one in page.reading.findChildren(TextDiff) if one.isVisible()]
    assert {piece.text for piece in diff._pieces if piece.kind != "same"} == {"8时4", "9时1"}


def test_a_leader_sees_the_own_turn_first_and_may_see_all(office: Office, opened: Opened) -> None:
    office.item_at(Status.HANDLED)
    important = office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    page = opened(office.head)
    assert list(page.table.rows.ids) == [important.id]
    page.list.whose.choose("all")
    page.list.narrow()
    assert len(page.table.rows.ids) == 2


def test_the_clerk_may_only_enter_what_was_signed_on_paper(
    office: Office, opened: Opened, acts: RecordingActs, qtbot: QtBot
) -> None:
    item = office.item_at(Status.HANDLED)
    page = opened(office.clerk)
    assert page.bar.agree.isHidden()
    assert "只能代录纸质签批" in page.bar.record.text()
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert office.core.registry.item(item.id).status is Status.HANDLED
    page.bar.sign.click()
    assert acts.asked == [("sign", Role.DEPUTY, [item.id])]


def test_many_at_once_say_for_each_what_came_of_it(
    office: Office, opened: Opened, prompts: ScriptedPrompts
) -> None:
    one, two = office.item_at(Status.HANDLED), office.item_at(Status.HANDLED)
    page = opened(office.deputy)
    page.table.selectAll()
    assert page.bar.agree.text().startswith("同意所选 2 件")
    prompts.will(True)
    page.bar.agree.click()
    assert one.number in prompts.asked[0]
    assert [number for number, _, done in page.outcomes.lines if done] == [one.number, two.number]
    assert page.side.currentWidget() is page.outcomes
    page.outcomes.closed.emit()
    assert page.side.currentWidget() is not page.outcomes


def test_what_was_changed_meanwhile_is_refused_and_named(
    office: Office, opened: Opened, prompts: ScriptedPrompts
) -> None:
    one, two = office.item_at(Status.HANDLED), office.item_at(Status.HANDLED)
    page = opened(office.deputy)
    page.table.selectAll()

    class Changing(ScriptedPrompts):
        def confirm(self, question: str, **_: object) -> bool:  # type: ignore[override]
            office.core.handle.amend(office.section, two.id, Wording("另一份文本"), reason="改")
            return True

    page._seat = replace(page._seat, prompts=Changing())
    page.bar.agree.click()
    assert page.outcomes.lines[0][0] == two.number and not page.outcomes.lines[0][2]
    assert "不是现在的文本" in page.outcomes.lines[0][1]
    assert office.core.registry.item(one.id).status is Status.APPROVED


def test_items_of_two_leaders_are_not_decided_together(office: Office, opened: Opened) -> None:
    office.item_at(Status.HANDLED)
    office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    page = opened(office.clerk)
    page.table.selectAll()
    assert "不是同一位领导" in page.bar.record.text()
    assert page.bar.sign.isHidden()


def test_one_form_or_one_list_is_printed(office: Office, opened: Opened, acts: RecordingActs) -> None:
    office.item_at(Status.HANDLED)
    office.item_at(Status.HANDLED)
    page = opened(office.clerk)
    page.bar.print.click()
    page.table.selectAll()
    page.bar.print.click()
    assert acts.asked == [
        ("print papers", [PaperKind.APPROVAL_FORM]), ("print papers", [PaperKind.APPROVAL_BATCH]),
    ]  # fmt: skip


def test_sending_back_opens_its_dialog(office: Office, opened: Opened, acts: RecordingActs) -> None:
    item = office.item_at(Status.HANDLED)
    opened(office.deputy).bar.send_back.click()
    assert acts.asked == [("start", Act.SEND_BACK, item.id)]


def test_nothing_waiting_says_so(office: Office, opened: Opened) -> None:
    page = opened(office.deputy)
    assert page.list.panel.empty.isVisible()
    assert page.side.isHidden()


@pytest.mark.article("第九条")
def test_a_leader_with_an_account_agrees_by_the_own_password(
    bureau: Bureau, prompts: ScriptedPrompts, acts: RecordingActs, geometry: Geometry, qtbot: QtBot
) -> None:
    bureau.open_accounts("王建国")
    bureau.certify("微博")
    item = bureau.item_at(Status.HANDLED)
    page = ApprovalsPage(Seat(bureau.core, InlineRunner(), prompts, Hub(), bureau.deputy, acts, geometry))
    qtbot.addWidget(page)
    page.show()
    assert page.bar.password.isVisible()
    page.bar.agree.click()
    assert "本人的密码" in page.bar.problem.words
    page.bar.password.setText(password_of("王建国"))
    page.bar.agree.click()
    assert bureau.core.registry.item(item.id).status is Status.APPROVED
    assert page.bar.password.text() == ""


@pytest.fixture
def signing(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> Iterator[tuple[ApprovalsPage, ThreadRunner]]:
    """The deputy, asked for the password, with two items and the real runner."""
    bureau.open_accounts("王建国")
    for _ in range(2):
        bureau.item_at(Status.HANDLED)
    runner = ThreadRunner()
    page = ApprovalsPage(
        Seat(bureau.core, runner, ScriptedPrompts(), Hub(), bureau.deputy, RecordingActs(), geometry)
    )
    qtbot.addWidget(page)
    page.resize(1180, 680)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: not runner.is_busy and page.bar.password.isVisible())
    page.bar.password.setFocus()
    yield page, runner
    runner.shutdown()


def type_password(page: ApprovalsPage, runner: ThreadRunner, qtbot: QtBot, password: str) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.bar.password)
    qtbot.keyClicks(QApplication.focusWidget(), password)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not runner.is_busy)


@pytest.mark.article("第九条")
def test_the_keyboard_stays_at_the_password_from_one_item_to_the_next(
    bureau: Bureau, signing: tuple[ApprovalsPage, ThreadRunner], qtbot: QtBot
) -> None:
    page, runner = signing
    type_password(page, runner, qtbot, "wrong-password")
    assert "密码不对" in page.bar.problem.words and page.bar.password.text() == ""
    for _ in range(2):
        type_password(page, runner, qtbot, password_of("王建国"))
    assert bureau.core.registry.counts()["to_reply"] == 2
