"""账户 in the settings (第九条、第十三条): accounts, keys, rights, each change by two people where it asks for them."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau, password_of
from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.settings.accounts_panel import AccountsPanel
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.trust import fingerprint_words
from yuqing_desktop.domain.vocabulary import PaperKind

pytestmark = pytest.mark.article("第十三条")


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def panel_of(
    bureau: Bureau, prompts: ScriptedPrompts, geometry: Geometry, qtbot: QtBot
) -> Callable[[str], AccountsPanel]:
    bureau.open_accounts("张敏", "陈静", "王建国", "赵志远")

    def make(who: str) -> AccountsPanel:
        return opened(bureau, who, prompts, geometry, qtbot)

    return make


def opened(
    office: Office, who: str, prompts: ScriptedPrompts, geometry: Geometry, qtbot: QtBot
) -> AccountsPanel:
    seat = Seat(office.core, InlineRunner(), prompts, Hub(), office.actor(who), RecordingActs(), geometry)
    panel = AccountsPanel(seat)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def choose(panel: AccountsPanel, office: Office, name: str) -> None:
    panel.table.go_to(office.actor(name).person_id)


def filled(**values: Any) -> Callable[[Any], None]:
    def work(dialog: Any) -> None:
        dialog.form.fill(values)
        dialog.main.click()
        assert dialog.problem.words == ""

    return work


def state(panel: AccountsPanel, office: Office, name: str) -> tuple[str, str]:
    line = panel._lines[office.actor(name).person_id]
    return line.state, line.key


def test_the_administrator_gives_an_account(
    panel_of: Callable[[str], AccountsPanel], bureau: Bureau, prompts: ScriptedPrompts
) -> None:
    panel = panel_of("黄磊")
    choose(panel, bureau, "李强")
    assert state(panel, bureau, "李强") == ("未设立", "")
    prompts.will(filled(password="first-word-1", again="first-word-1"))
    panel.grant.click()
    assert state(panel, bureau, "李强") == ("待改密码", "")
    assert not panel.grant.isEnabled()


def test_a_forgotten_password_takes_a_second_person(
    panel_of: Callable[[str], AccountsPanel], bureau: Bureau, prompts: ScriptedPrompts
) -> None:
    panel = panel_of("黄磊")
    choose(panel, bureau, "张敏")

    def work(dialog: Any) -> None:
        given = {"reason": "忘记密码", "password": "first-word-1", "again": "first-word-1"}
        dialog.form.fill({**given, "second": bureau.actor("陈静").person_id, "second_password": "wrong-pass"})
        dialog.main.click()
        assert "不对" in dialog.problem.words
        dialog.form.fill({"second_password": password_of("陈静")})
        dialog.main.click()

    prompts.will(work)
    panel.reset.click()
    assert bureau.core.accounts.sign_in("张敏", "first-word-1").must_change


def test_two_people_replace_the_administrator(
    panel_of: Callable[[str], AccountsPanel], bureau: Bureau, prompts: ScriptedPrompts
) -> None:
    panel = panel_of("王建国")
    assert panel.grant.isHidden()
    prompts.will(
        filled(
            person=bureau.actor("林芳").person_id, reason="调离", password="first-word-1", again="first-word-1",
            own_password=password_of("王建国"), second=bureau.actor("陈静").person_id,
            second_password=password_of("陈静"),
        )
    )  # fmt: skip
    panel.admin.click()
    assert "管理员" in bureau.actor("林芳").title
    assert state(panel, bureau, "林芳")[0] == "待改密码"


@pytest.mark.article("第九条")
def test_a_key_is_enrolled_by_its_owner_and_confirmed_by_a_second_person(
    panel_of: Callable[[str], AccountsPanel], bureau: Bureau, prompts: ScriptedPrompts
) -> None:
    panel = panel_of("王建国")
    prompts.will(filled(own_password=password_of("王建国")))
    panel.enrol.click()
    assert state(panel, bureau, "王建国") == ("可登录", "待确认")
    panel.form.click()
    panel.save_form.click()
    key = bureau.core.signing.waiting()[0]
    acts = panel._seat.acts
    assert isinstance(acts, RecordingActs)
    assert acts.asked == [("print papers", [PaperKind.KEY_FORM]), ("save papers", [PaperKind.KEY_FORM])]
    assert [paper.subject_id for paper in bureau.core.store.find(Paper)] == [key.id]
    prompts.will(
        filled(
            fingerprint=fingerprint_words(key.public), second=bureau.actor("陈静").person_id,
            second_password=password_of("陈静"),
        )
    )  # fmt: skip
    panel.confirm.click()
    assert state(panel, bureau, "王建国") == ("可登录", "已确认")
    assert bureau.core.checkup.check().ok


def test_an_account_is_stopped_for_a_reason(
    panel_of: Callable[[str], AccountsPanel], bureau: Bureau, prompts: ScriptedPrompts
) -> None:
    panel = panel_of("黄磊")
    choose(panel, bureau, "黄磊")
    assert not panel.stop.isEnabled()
    choose(panel, bureau, "张敏")
    prompts.will(filled(reason="调离"))
    panel.stop.click()
    assert state(panel, bureau, "张敏")[0] == "已停用"


def test_the_clerk_changes_the_own_password_and_nothing_else(
    panel_of: Callable[[str], AccountsPanel], bureau: Bureau, prompts: ScriptedPrompts
) -> None:
    panel = panel_of("张敏")
    assert [one.isHidden() for one in (panel.grant, panel.reset, panel.stop, panel.admin, panel.enrol)] == [
        True
    ] * 5
    prompts.will(filled(old=password_of("张敏"), password="own-word-9", again="own-word-9"))
    panel.own.click()
    assert bureau.core.accounts.sign_in("张敏", "own-word-9")


def test_who_may_do_what_stands_in_words(panel_of: Callable[[str], AccountsPanel]) -> None:
    words = panel_of("张敏").rights.words
    assert words["查阅留痕（第十三条）"] == "审计员"
    assert words["体检（第十三条）"] == "所有人员"


def test_a_sample_says_that_nobody_signs_in(
    office: Office, prompts: ScriptedPrompts, geometry: Geometry, qtbot: QtBot
) -> None:
    panel = opened(office, "黄磊", prompts, geometry, qtbot)
    assert all(one.isHidden() for one in (panel.grant, panel.reset, panel.own, panel.confirm))
