"""A reply keeps its screenshots as evidence, under the reply's link."""

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.walk import REPLY, Office
from ui.dialogs.reply_dialog import ReplyDialog
from ui.dialogs.scene import Scene
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.records import Evidence
from yuqing_desktop.domain.vocabulary import Status


def replied(office: Office, qtbot: QtBot, shot: Path) -> tuple[ReplyDialog, int]:
    item = office.item_at(Status.APPROVED)
    scene = Scene(office.core, InlineRunner(), ScriptedPrompts(), Hub(), office.clerk, None)
    dialog = ReplyDialog(scene, office.core.registry.dossier(item.id, office.clerk))
    qtbot.addWidget(dialog)
    dialog.form.fill({"text": REPLY, "link": "https://weibo.com/reply/1", "screenshots": (shot,)})
    dialog.submit()
    return dialog, item.id


def test_a_screenshot_is_kept_with_the_reply(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    shot = tmp_path / "reply.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(shot))
    _, item_id = replied(office, qtbot, shot)
    assert office.core.registry.item(item_id).status is Status.REPLIED
    (kept,) = office.core.store.find(Evidence, item_id=item_id)
    assert (kept.name, kept.link) == ("reply.png", "https://weibo.com/reply/1")


def test_a_file_that_cannot_be_kept_stops_the_reply_before_it_is_recorded(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    program = tmp_path / "reply.exe"
    program.write_bytes(b"MZ")
    dialog, item_id = replied(office, qtbot, program)
    assert "不能作为附件" in dialog.problem.words
    assert office.core.registry.item(item_id).status is Status.APPROVED
