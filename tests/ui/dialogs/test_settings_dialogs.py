"""The office's lists, the first start, and who sits here."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.conftest import Stage, shown
from ui.dialogs.choose_actor_dialog import ChooseActorDialog
from ui.dialogs.founding_dialog import FoundingDialog
from ui.dialogs.list_entry_dialog import ListEntryDialog
from ui.dialogs.list_kinds import LIST_KINDS
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.paths import Paths

CONTROL = Qt.KeyboardModifier.ControlModifier

NEW = {
    "sections": {"name": "督查科"},
    "people": {"name": "钱进"},
    "platforms": {"name": "本地论坛", "hosts": "bbs.example.cn"},
    "topics": {"name": "营商环境"},
    "accounts": {"platform": "微博", "name": "@某局", "subject": "某局", "valid_until": date(2027, 3, 31)},
}


@pytest.mark.parametrize("kind", NEW)
def test_an_entry_is_added_and_changed(stage: Stage, kind: str) -> None:
    dialog = ListEntryDialog(stage.scene(), LIST_KINDS[kind])
    stage.show(lambda: dialog)
    dialog.form.fill(NEW[kind])
    dialog.submit()
    assert dialog.problem.words == ""
    people = stage.office.core.people
    entries = getattr(people, kind)()
    assert entries[-1].name == NEW[kind]["name"]
    again = ListEntryDialog(stage.scene(), LIST_KINDS[kind], entries[-1])
    stage.show(lambda: again)
    again.form.fill({"name": "改名"})
    again.submit()
    assert getattr(people, kind)()[-1].name == "改名"


@pytest.mark.article("第二条")
def test_a_term_of_office_ends_on_its_last_day(stage: Stage) -> None:
    people = stage.office.core.people
    post = next(one for one in people.posts() if one.role is Role.DEPUTY)
    dialog = ListEntryDialog(stage.scene(), LIST_KINDS["posts"], post)
    stage.show(lambda: dialog)
    dialog.form.fill({"until": date(2025, 1, 1)})
    dialog.submit()
    assert "任期结束早于开始" in dialog.problem.words
    dialog.form.fill({"until": date(2026, 11, 23)})
    dialog.submit()
    assert [one.name for one in people.holders(Role.DEPUTY, date(2026, 11, 23))] == ["王建国"]
    assert people.holders(Role.DEPUTY, date(2026, 11, 24)) == []


def test_the_section_may_not_change_the_lists(stage: Stage) -> None:
    dialog = ListEntryDialog(stage.scene("李强"), LIST_KINDS["topics"])
    stage.show(lambda: dialog)
    dialog.form.fill({"name": "新领域"})
    dialog.submit()
    assert "修改设置须由" in dialog.problem.words
    dialog.hide()


@pytest.fixture
def empty(tmp_path: Path, clock: FixedClock) -> Iterator[Core]:
    core = open_core(Paths(tmp_path / "empty"), clock)
    yield core
    core.close()


def test_an_empty_registry_is_founded(empty: Core, qtbot: QtBot) -> None:
    dialog = FoundingDialog(empty, InlineRunner(), ScriptedPrompts())
    shown(qtbot, dialog)
    dialog.form.fill({"bureau": "某市数据局", "clerk": "张三", "deputy": "李四"})
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert "请填写组长" in dialog.problem.words
    assert "请填写管理员密码" in dialog.problem.words or "请填写管理员" in dialog.problem.words
    dialog.form.fill({"head": "王五", "admin": "赵六"})
    dialog.passwords.fill(
        {
            "admin_password": "own-word-1", "admin_again": "own-word-1",
            "clerk_password": "first-word-1", "clerk_again": "first-word-2",
        }
    )  # fmt: skip
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert "两次输入的密码不同" in dialog.problem.words
    assert empty.founding.is_empty()
    dialog.passwords.fill({"clerk_again": "first-word-1"})
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()
    assert empty.settings.office().bureau == "某市数据局"
    assert empty.people.actor_named("李四").roles == {Role.DEPUTY}
    assert not empty.accounts.sign_in("赵六", "own-word-1").must_change
    assert empty.accounts.sign_in("张三", "first-word-1").must_change


def test_whoever_approves_is_not_made_administrator(empty: Core, qtbot: QtBot) -> None:
    dialog = FoundingDialog(empty, InlineRunner(), ScriptedPrompts())
    shown(qtbot, dialog)
    dialog.form.fill(
        {"bureau": "某市数据局", "clerk": "张三", "deputy": "李四", "head": "王五", "admin": "李四"}
    )
    dialog.passwords.fill(
        {
            "admin_password": "own-word-1", "admin_again": "own-word-1",
            "clerk_password": "first-word-1", "clerk_again": "first-word-1",
        }
    )  # fmt: skip
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert "不能由同一人担任" in dialog.problem.words
    assert empty.founding.is_empty()
    dialog.hide()


def test_a_clerk_who_administers_has_one_password(empty: Core, qtbot: QtBot) -> None:
    dialog = FoundingDialog(empty, InlineRunner(), ScriptedPrompts())
    shown(qtbot, dialog)
    dialog.form.fill(
        {"bureau": "某市数据局", "clerk": "张三", "deputy": "李四", "head": "王五", "admin": "张三"}
    )
    assert not dialog.passwords.is_shown("clerk_password")
    dialog.passwords.fill({"admin_password": "own-word-1", "admin_again": "own-word-1"})
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert empty.accounts.names() == ["张三"]


def test_a_sample_may_be_asked_for_instead(empty: Core, qtbot: QtBot) -> None:
    dialog = FoundingDialog(empty, InlineRunner(), ScriptedPrompts())
    shown(qtbot, dialog)
    dialog.sample.click()
    assert dialog.wants_sample
    assert dialog.result() == 1
    assert empty.founding.is_empty()


def test_the_person_is_chosen_with_the_arrows(stage: Stage) -> None:
    dialog = ChooseActorDialog(stage.office.core, stage.prompts, stage.office.section)
    shown(stage.qtbot, dialog)
    people = [dialog.people.item(row).text() for row in range(dialog.people.count())]
    assert people[0] == "张敏（专人）  办公室"
    assert dialog.people.currentItem().text().startswith("李强")
    stage.qtbot.keyClick(dialog.people, Qt.Key.Key_Up)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert dialog.actor == stage.office.clerk
