"""Types into 登记 and is killed while typing: run as a program of its own by test_killed_while_typing."""

import os
import signal
import sys
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer

from ui.dialogs.register_dialog import FORM, RegisterDialog
from ui.dialogs.scene import Scene
from ui.shell.application import make_application
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.founding import SAMPLE_MEMBERS


def main(folder: Path) -> None:
    app = make_application(["typing"])
    core = open_core(Paths(folder), FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI)))
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=True)
    clerk = core.people.actor_named("张敏")
    dialog = RegisterDialog(Scene(core, ThreadRunner(), ScriptedPrompts(), Hub(), clerk))
    dialog.show()
    dialog.form.fill({"title": "没写完的标题", "summary": "写到一半"})
    dialog.keeper.keep()
    watch = QTimer()
    watch.timeout.connect(
        lambda: os.kill(os.getpid(), signal.SIGKILL) if core.forms.kept(FORM, clerk) else None
    )
    watch.start(5)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
