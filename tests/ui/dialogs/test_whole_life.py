"""An important item's whole life through the desk's dialogs, with the real runner and its threads."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.walk import REPLY, Office
from ui.dialogs.act_desk import ActDesk
from ui.dialogs.desk_dialog import DeskDialog
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.domain.figures import HIDDEN, number
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, Status
from yuqing_desktop.problems import Problem

CONTROL = Qt.KeyboardModifier.ControlModifier
Fill = dict[str, Any]


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[ThreadRunner]:
    made = ThreadRunner()
    yield made
    made.shutdown()


class Desk:
    """The desk with a person who fills each dialog and presses Ctrl+Enter."""

    def __init__(self, office: Office, runner: ThreadRunner, qtbot: QtBot) -> None:
        self.office, self.qtbot = office, qtbot
        self.prompts = ScriptedPrompts()
        self.desk = ActDesk(office.core, runner, self.prompts, Hub(), office.clerk)
        self.said: list[tuple[str, str]] = []
        self.troubles: list[Problem] = []
        self.desk.said.connect(lambda words, verb, run: self.said.append((words, verb)))
        self.desk.trouble.connect(self.troubles.append)

    def worked(self, values: Fill) -> Callable[[QDialog], None]:
        def work(dialog: QDialog) -> None:
            assert isinstance(dialog, DeskDialog)
            for form in dialog.forms:
                form.fill({key: value for key, value in values.items() if key in form.inputs})
            dialog.activateWindow()
            self.qtbot.waitUntil(dialog.isActiveWindow)
            self.qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
            self.qtbot.waitUntil(lambda: not dialog.isVisible() or bool(dialog.problem.words))
            assert dialog.problem.words == ""

        return work

    def act(self, act: Act, item_id: int, who: str, values: Fill) -> Status:
        self.office.pass_time(minutes=1)
        self.desk.actor = self.office.actor(who)
        self.prompts.will(self.worked(values))
        self.desk.start(act, item_id)
        assert not self.troubles
        return self.office.core.registry.item(item_id).status


@pytest.fixture
def desk(office: Office, runner: ThreadRunner, qtbot: QtBot) -> Desk:
    return Desk(office, runner, qtbot)


def test_an_important_item_goes_the_whole_way(desk: Desk, office: Office) -> None:
    registered = {
        "title": "办事大厅网上预约系统打不开", "link": "https://weibo.com/1234567890/NxYzAbCdE",
        "reads": HIDDEN, "forwards": number(326), "published_at": office.clock.now() - timedelta(hours=1),
    }  # fmt: skip
    desk.prompts.will(desk.worked(registered))
    desk.desk.register()
    assert desk.said == [("已登记 YQ-2026-0001", "打开事项")]
    item_id = office.core.registry.by_number("1").id
    section = office.section_id()
    decided = {"level": Level.IMPORTANT, "comment_kind": CommentKind.QUESTION}
    assert desk.act(Act.ASSESS, item_id, "张敏", decided) is Status.ASSESSED
    reported = {"to": "市委宣传部值班室", "number": "0000-7654321"}
    assert desk.act(Act.REPORT_UP, item_id, "张敏", reported) is Status.ASSESSED
    assert desk.act(Act.TRANSFER, item_id, "张敏", {"section_id": section}) is Status.TRANSFERRED
    assert desk.said[-1] == ("舆转〔2026〕1号，转政务服务科", "打印转送单")
    assert desk.act(Act.RECEIVE, item_id, "李强", {"received_by": "李强"}) is Status.RECEIVED
    handled = {"findings": "证书到期。", "measures": "已更换证书。", "text": REPLY}
    assert desk.act(Act.REPORT_HANDLING, item_id, "李强", handled) is Status.HANDLED
    assert desk.act(Act.APPROVE_DEPUTY, item_id, "王建国", {}) is Status.DEPUTY_AGREED
    assert desk.act(Act.APPROVE_HEAD, item_id, "赵志远", {"opinion": "同意"}) is Status.APPROVED
    replied = {"text": REPLY, "link": "https://weibo.com/reply/1"}
    assert desk.act(Act.REPLY, item_id, "张敏", replied) is Status.REPLIED
    assert desk.act(Act.CLOSE, item_id, "张敏", {"outcome": "已恢复并回复"}) is Status.CLOSED
    dossier = office.core.registry.dossier(item_id, office.clerk)
    assert [entry.person for entry in dossier.timeline if entry.act == Act.APPROVE_HEAD.label] == ["赵志远"]
    assert desk.prompts.is_done


def test_an_act_the_table_forbids_opens_no_dialog(desk: Desk, office: Office) -> None:
    item = office.register()
    desk.desk.start(Act.REPLY, item.id)
    assert "不能正式回复" in str(desk.troubles[0])
    assert desk.troubles[0].article == "第十条"
    assert not desk.prompts.asked


def test_an_item_that_is_gone_is_said_to_be_so(desk: Desk) -> None:
    desk.desk.start(Act.EDIT, 404)
    assert "没有找到" in str(desk.troubles[0])
