"""One important item's whole life in the real window by keys alone, each person signed in by password."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau, password_of
from tests.walk import REPLY
from ui.printing.print_preview import PrintPreview
from ui.shell.geometry import Geometry
from ui.shell.open_window import open_window
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from ui.widgets.act_dialog import ActDialog
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import ConsentKind, Status

FARTHEST = 60
DONE = "Ctrl+Return"


class Keyboard:
    """A person who has no mouse. `window` is the one in front."""

    def __init__(self, bureau: Bureau, prompts: ScriptedPrompts, geometry: Geometry, qtbot: QtBot) -> None:
        self.bureau, self.prompts, self.qtbot = bureau, prompts, qtbot
        self.window = open_window(bureau.core, bureau.clerk, geometry, InlineRunner())
        self.window.show()
        self.face(self.window)

    def face(self, window: QWidget) -> None:
        """There is no window manager here that would bring a window to the front."""
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def press(self, *keys: str) -> None:
        for key in keys:
            combination = QKeySequence(key)[0]
            self.qtbot.keyClick(
                QApplication.focusWidget(), combination.key(), combination.keyboardModifiers()
            )

    def type(self, text: str) -> None:
        if text.isascii():
            self.qtbot.keyClicks(QApplication.focusWidget(), text)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), composed)

    def go_to(self, name: str) -> None:
        """Tab until the keyboard is there."""
        for _ in range(FARTHEST):
            focused = QApplication.focusWidget()
            if (focused.accessibleName() or getattr(focused, "text", str)()).split("：")[0] == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not come to {name}")

    def fill(self, fields: dict[str, str]) -> None:
        """Type into each; what begins with a + is keys."""
        for name, text in fields.items():
            self.go_to(name)
            if text.startswith("+"):
                self.press(*text[1:].split())
            else:
                self.type(text)

    def act(self, keys: str, fields: dict[str, str]) -> Item:
        """Open the dialog by keys, fill it, Ctrl+Enter; the item as it is then."""

        def work(dialog: ActDialog) -> None:
            self.face(dialog)
            self.fill(fields)
            self.press(DONE)
            assert dialog.problem.words == ""

        self.ask(keys, work)
        return self.bureau.core.registry.by_number("1")

    def ask(self, keys: str, work: Callable[[Any], object]) -> None:
        self.prompts.will(work)
        self.press(keys)
        assert self.prompts.is_done, keys
        self.face(self.window)

    def give_way_to(self, name: str) -> None:
        """Ctrl+L, and another person signs in: the window is that person's, on the same page."""

        def sign_in(dialog: QDialog) -> None:
            self.face(dialog)
            self.press("Shift+Tab")
            names = QApplication.focusWidget()
            assert isinstance(names, QComboBox)
            for _ in range(names.count()):
                self.press("Up")
            while names.currentText() != name:
                self.press("Down")
            self.press("Tab")
            self.type(password_of(name))
            self.press("Return")

        self.prompts.will(sign_in)
        self.press("Ctrl+L")
        self.qtbot.waitUntil(lambda: self.window.successor is not None)
        successor = self.window.successor
        assert successor is not None
        self.window: MainWindow = successor
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.face(self.window)


@pytest.fixture
def keyboard(bureau: Bureau, prompts: ScriptedPrompts, geometry: Geometry, qtbot: QtBot) -> Keyboard:
    bureau.open_accounts("张敏", "李强", "王建国", "赵志远", "陈静")
    bureau.give_keys()
    return Keyboard(bureau, prompts, geometry, qtbot)


@pytest.mark.article("第三条")
@pytest.mark.article("第九条")
def test_an_important_item_from_the_first_key_to_the_issued_ledger(
    keyboard: Keyboard, bureau: Bureau, tmp_path: Path
) -> None:
    found = {
        "标题": "预约系统打不开", "链接": "https://weibo.com/1234567890/NxYzAbCdE", "发布时间": "8:20",
        "摘要": "网民反映登录页打不开。", "当时阅读": "12000", "转发": "326", "回复": "141",
    }  # fmt: skip
    assert keyboard.act("Ctrl+N", found).status is Status.REGISTERED
    keyboard.press("Ctrl+2")
    assert keyboard.act("Ctrl+J", {"等级": "+2", "类别": "+3"}).status is Status.ASSESSED
    told = {"接报人": "市委宣传部值班室", "电话号码": "0000-7654321"}
    assert keyboard.act("Ctrl+J", {"转送科室": "+Down Down Down Down Down Down"}).status is Status.TRANSFERRED
    previews: list[QDialog] = []

    def look(dialog: QDialog) -> None:
        previews.append(dialog)
        keyboard.face(dialog)
        keyboard.press("Escape")

    keyboard.ask("Ctrl+Shift+P", look)
    assert isinstance(previews[0], PrintPreview)
    keyboard.give_way_to("李强")
    assert keyboard.act("Ctrl+J", {}).status is Status.RECEIVED
    handled = {"调查核实": "证书到期。", "处置措施": "已更换证书。", "拟回复": REPLY}
    assert keyboard.act("Ctrl+J", handled).status is Status.HANDLED
    keyboard.give_way_to("王建国")
    agreed = keyboard.act("Ctrl+J", {"本人密码": password_of("王建国")})
    assert agreed.status is Status.DEPUTY_AGREED
    keyboard.give_way_to("赵志远")
    agreed = keyboard.act("Ctrl+J", {"本人密码": password_of("赵志远"), "意见": "同意"})
    assert agreed.status is Status.APPROVED
    keyboard.give_way_to("张敏")
    published = {"页面上的文本": REPLY}
    assert keyboard.act("Ctrl+J", published).status is Status.REPLIED
    keyboard.act("Ctrl+J", told)  # what is owed before it may be closed
    assert keyboard.act("Ctrl+J", {"处置结果": "已恢复并回复"}).status is Status.CLOSED
    consents = bureau.core.registry.dossier(agreed.id, bureau.clerk).consents
    assert [(one.approver, one.kind) for one in consents] == [
        ("王建国", ConsentKind.SCREEN), ("赵志远", ConsentKind.SCREEN),
    ]  # fmt: skip

    bureau.pass_time(days=7)
    keyboard.press("Ctrl+6")
    keyboard.go_to("上一期")
    keyboard.press("Return")
    keyboard.press("F6", "Right", "Right")
    keyboard.go_to("签发…")
    keyboard.ask("Return", lambda dialog: (keyboard.face(dialog), keyboard.press(DONE)))
    (edition,) = bureau.core.editions.all()
    assert (edition.signer, edition.period.name) == ("陈静", "2026年第48周")
    out = tmp_path / "台账.xlsx"
    keyboard.prompts.will(out)
    keyboard.go_to("台账内容")
    keyboard.press("Left", "Left", "Ctrl+E")
    assert out.exists() and keyboard.prompts.is_done
