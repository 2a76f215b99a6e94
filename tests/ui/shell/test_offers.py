"""The window offers a person what that person may do (第七条): leaders and sections do not register."""

import pytest
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.dialogs.act_desk import ActDesk
from ui.pages.accountability.accountability_page import AccountabilityPage
from ui.pages.approvals.approvals_page import ApprovalsPage
from ui.pages.ledger.ledger_page import LedgerPage
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.rounds.rounds_page import RoundsPage
from ui.pages.today.today_page import TodayPage
from ui.shell.geometry import Geometry
from ui.shell.open_window import open_window
from ui.tasks.inline_runner import InlineRunner
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Role, Status


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


MENU = {
    "new": Deed.REGISTER, "import": Deed.REGISTER, "batches": Deed.REGISTER, "duplicate": Deed.REGISTER,
    "export": Deed.EXPORT, "backup": Deed.BACKUP, "restore_backup": Deed.RESTORE,
}  # fmt: skip
EVERYBODY = ["张敏", "陈静", "王建国", "赵志远", "李强", "徐洁", "黄磊"]


@pytest.mark.article("第五条")
@pytest.mark.parametrize("who", EVERYBODY)
def test_what_a_role_may_not_do_is_grey_and_says_why(
    office: Office, geometry: Geometry, qtbot: QtBot, who: str
) -> None:
    office.item_at(Status.HANDLED)
    office.item_at(Status.TRANSFERRED)
    office.pass_time(days=7)
    actor = office.actor(who)
    window = open_window(office.core, actor, geometry, InlineRunner())
    qtbot.addWidget(window)
    window.show()
    registry = window.open("registry")
    for key, deed in MENU.items():
        action, why_not = window.actions_[key], rights.refusal(actor, deed).rstrip("。")
        assert action.isEnabled() is (not why_not), key
        assert why_not in action.text(), key
    ledger, rounds = window.open("ledger"), window.open("rounds")
    cases, approvals = window.open("accountability"), window.open("approvals")
    assert isinstance(registry, RegistryPage) and isinstance(ledger, LedgerPage)
    assert isinstance(rounds, RoundsPage) and isinstance(cases, AccountabilityPage)
    assert isinstance(approvals, ApprovalsPage)
    ledger.bar.show_period(ledger.bar.period.previous)
    ledger.editions.show_period(ledger.bar.period)
    offered = {
        Deed.REGISTER: (rounds.nothing, rounds.found),
        Deed.EXPORT: (ledger.export, ledger.period_report, ledger.editions.archive),
        Deed.ISSUE: (ledger.editions.issue,),
        Deed.ACCOUNTABILITY: (cases.enter,),
        Deed.SETTINGS: (ledger.layouts,),
    }
    for deed, buttons in offered.items():
        why_not = rights.refusal(actor, deed).rstrip("。")
        for button in buttons:
            assert button.isEnabled() is (not why_not), button.text()
            assert not why_not or button.toolTip() == why_not, button.text()
    signs = actor.may(rights.OFFICE)
    assert approvals.bar.sign.isHidden() is (not signs)
    assert not (signs or Role.DEPUTY in actor.roles) or "不能代为办理" not in approvals.bar.record.text()


@pytest.mark.article("第七条")
def test_whoever_brings_a_link_hears_whose_work_it_is(
    office: Office, geometry: Geometry, qtbot: QtBot
) -> None:
    window = open_window(office.core, office.section, geometry, InlineRunner())
    qtbot.addWidget(window)
    desk = window.findChild(ActDesk)
    assert isinstance(desk, ActDesk)
    for bring in (desk.capture, desk.register, desk.import_file):
        window.banner.hide()
        bring()
        assert "登记须由专人或办公室主任办理" in window.banner.words
