"""kill -9 while registering: what was typed is offered by the next start (E34)."""

import signal
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.dialogs.conftest import shown
from ui.dialogs.register_dialog import RegisterDialog
from ui.dialogs.scene import Scene
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths


def test_a_killed_program_offers_what_was_typed(tmp_path: Path, clock: FixedClock, qtbot: QtBot) -> None:
    command = [sys.executable, "-m", "tests.ui.dialogs.typing_and_killed", str(tmp_path)]
    root = Path(__file__).resolve().parents[3]
    killed = subprocess.run(command, cwd=root, capture_output=True, timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL
    core = open_core(Paths(tmp_path), clock)
    clerk = core.people.actor_named("张敏")
    dialog = RegisterDialog(Scene(core, InlineRunner(), ScriptedPrompts(), Hub(), clerk))
    shown(qtbot, dialog)
    assert "没写完的标题" in dialog.keeper.strip.findChild(type(dialog.record)).text()
    dialog.keeper.take_up.click()
    assert dialog.form.values()["summary"] == "写到一半"
    dialog.hide()
    core.close()
