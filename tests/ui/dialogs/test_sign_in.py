"""登录 and 修改密码 in the window (第十三条)."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau, password_of
from tests.ui.dialogs.conftest import shown
from ui.dialogs.sign_in_dialog import SignInDialog
from ui.dialogs.sign_in_steps import signed_in
from ui.shell.run_window import first_steps
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner

pytestmark = pytest.mark.article("第十三条")
CLERK = "张敏"


def opened(bureau: Bureau, qtbot: QtBot, **options: str) -> SignInDialog:
    dialog = SignInDialog(bureau.core, InlineRunner(), ScriptedPrompts(), **options)
    shown(qtbot, dialog)
    return dialog


def typing(name: str, password: str):  # type: ignore[no-untyped-def]
    def work(dialog: SignInDialog) -> None:
        dialog.form.fill({"name": name, "password": password})
        dialog.main.click()

    return work


def test_enter_after_the_password_signs_in(bureau: Bureau, qtbot: QtBot) -> None:
    bureau.open_accounts(CLERK)
    dialog = opened(bureau, qtbot, name=CLERK)
    field = dialog.form.inputs["password"].target
    assert field.hasFocus()
    qtbot.keyClicks(field, password_of(CLERK))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.signed is not None
    assert dialog.signed.actor == bureau.clerk


def test_a_wrong_password_says_so_and_three_say_how_long_to_wait(bureau: Bureau, qtbot: QtBot) -> None:
    bureau.open_accounts(CLERK)
    dialog = opened(bureau, qtbot, name=CLERK)
    for _ in range(3):
        dialog.form.fill({"password": "wrong-pass"})
        dialog.main.click()
        assert "姓名或密码不对" in dialog.problem.words
        assert dialog.form.values()["password"] == ""
    dialog.form.fill({"password": password_of(CLERK)})
    dialog.main.click()
    assert "10秒后再试" in dialog.problem.words
    assert dialog.signed is None
    dialog.hide()


def test_a_locked_window_is_not_left_by_escape(bureau: Bureau, qtbot: QtBot) -> None:
    bureau.open_accounts(CLERK)
    dialog = opened(bureau, qtbot, name=CLERK, locked="已锁定")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.danger.click()
    assert not dialog.isVisible()
    assert dialog.quits


def test_a_password_given_by_others_is_changed_at_once(bureau: Bureau) -> None:
    bureau.open_accounts()
    bureau.core.accounts.grant(bureau.actor("黄磊"), bureau.clerk.person_id, "first-word-1")

    def change(dialog):  # type: ignore[no-untyped-def]
        dialog.form.fill({"password": "first-word-1", "again": "first-word-1"})
        dialog.main.click()
        assert "新密码与原密码相同" in dialog.problem.words
        dialog.form.fill({"password": "own-word-1", "again": "own-word-2"})
        dialog.main.click()
        assert "两次输入的密码不同" in dialog.problem.words
        dialog.form.fill({"again": "own-word-1"})
        dialog.main.click()

    prompts = ScriptedPrompts(typing(CLERK, "first-word-1"), change)
    assert signed_in(bureau.core, InlineRunner(), prompts) == bureau.clerk
    assert not bureau.core.accounts.sign_in(CLERK, "own-word-1").must_change


def test_whoever_does_not_change_it_is_signed_out_again(bureau: Bureau) -> None:
    bureau.open_accounts()
    bureau.core.accounts.grant(bureau.actor("黄磊"), bureau.clerk.person_id, "first-word-1")
    prompts = ScriptedPrompts(typing(CLERK, "first-word-1"), lambda dialog: dialog.reject())
    assert signed_in(bureau.core, InlineRunner(), prompts) is None
    assert bureau.core.store.database.rows("SELECT act FROM event ORDER BY id DESC LIMIT 1") == [
        ("sign_out",)
    ]


def test_a_name_given_at_the_start_is_asked_for_the_password(bureau: Bureau) -> None:
    bureau.open_accounts(CLERK)

    def work(dialog: SignInDialog) -> None:
        assert dialog.form.values()["name"] == CLERK
        typing(CLERK, password_of(CLERK))(dialog)

    assert first_steps(bureau.core, ScriptedPrompts(work), CLERK) == bureau.clerk
    assert first_steps(bureau.core, ScriptedPrompts(lambda dialog: dialog.reject()), CLERK) is None
