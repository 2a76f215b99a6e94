"""Walk the main job in a real window over a sample registry; leave pictures, a slip and a ledger in out/demo/.

`python -m tools.demo [FOLDER]`. Every step is taken in its dialog, as a clerk would; each dialog is pictured filled in.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.dialogs.act_desk import ActDesk
from ui.dialogs.desk_dialog import DeskDialog
from ui.printing.pdf_files import pdf_of
from ui.shell.application import make_application
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.look import Look
from ui.shell.open_window import open_window
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.clock import FixedClock, SystemClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.figures import HIDDEN, number
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.periods import week_of
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, ReplyNeed, Role
from yuqing_desktop.paths import Paths

ITEMS, SEED = 340, 7
REPLY = (
    "您好！11月24日早上预约系统因证书到期无法登录，已于8时40分恢复。给您带来不便，我们深表歉意。"
    "当天未能取号的群众可凭预约截图优先办理。"
)


class Camera(ScriptedPrompts):
    """A person at the window: fills the dialog shown, takes its picture, presses its main button."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._count = 0
        self.values: dict[str, Any] = {}

    def show(self, dialog: QDialog) -> bool:
        dialog.setModal(False)
        dialog.show()
        if not isinstance(dialog, DeskDialog):
            self.take(dialog, dialog.windowTitle())
            dialog.hide()
            return False
        for form in dialog.forms:
            form.fill({key: value for key, value in self.values.items() if key in form.inputs})
        self.take(dialog, dialog.windowTitle())
        dialog.submitted.emit()
        if dialog.problem.words:
            raise RuntimeError(f"{dialog.windowTitle()}: {dialog.problem.words}")
        return dialog.result() == QDialog.DialogCode.Accepted

    def take(self, widget: QWidget, name: str) -> None:
        """One numbered picture."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        for _ in range(3):
            app.sendPostedEvents()
        self._count += 1
        path = self._folder / f"{self._count:02d}-{name}.png"
        widget.grab().save(str(path))
        print(path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Walk; returns 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out/demo"))
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    make_application(["demo"], Look(scheme="light"))
    clock = FixedClock(SystemClock().now().replace(hour=8, minute=50, second=0))
    with tempfile.TemporaryDirectory() as data, closing(open_core(Paths(Path(data)), clock)) as core:
        core.sample.fill(ITEMS, seed=SEED)
        walk(core, clock, folder, Path(data))
    print(f"The pictures, a slip (.docx and .pdf) and a ledger (.xlsx) are in {folder}/")
    return 0


def walk(core: Core, clock: FixedClock, folder: Path, data: Path) -> None:
    """The main job, then every page, the slip and the ledger."""
    camera = Camera(folder)
    clerk = core.people.actor_named("张敏")
    window = open_window(core, clerk, Geometry(data / "demo.ini"), InlineRunner())
    on_screen = QApplication.platformName() != "offscreen"
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, not on_screen)
    window.resize(1366, 768)
    window.show()
    item_id = whole_life(core, clock, camera, window)
    pages(window, camera, core.registry.item(item_id).number)
    papers(core, folder, item_id)
    window.close()


def whole_life(core: Core, clock: FixedClock, camera: Camera, window: MainWindow) -> int:
    """One important item from its registration to its closing; returns its id."""
    desk = ActDesk(core, InlineRunner(), camera, Hub(), core.people.actor_named("张敏"), window)
    camera.values = {
        "title": "办事大厅网上预约系统打不开，排队两小时被告知改天再来",
        "link": "https://weibo.com/1234567890/NxYzAbCdE", "source": "@城南小李", "platform": "微博",
        "summary": "网民反映早上预约系统登录页持续加载，客服电话无人接听，大厅现场排队两小时后被告知系统故障、改天再来。",
        "published_at": clock.now() - timedelta(minutes=40), "reads": HIDDEN, "forwards": number(326),
        "replies": number(141), "reply_need": ReplyNeed.NEEDED,
    }  # fmt: skip
    desk.register()
    item_id = int(core.registry.ids(Filter(), limit=1)[0])
    for act, name, values in steps(core):
        clock.move_to(clock.now() + timedelta(minutes=12))
        desk.actor = core.people.actor_named(name)
        camera.values = values
        desk.start(act, item_id)
        item = core.registry.item(item_id)
        print(f"{item.number}  {act.label}  →  {item.status.label}")
    return item_id


def steps(core: Core) -> list[tuple[Act, str, dict[str, Any]]]:
    """The acts of the main way, by whom, with what each dialog is given."""
    section = next(one.id for one in core.people.sections() if one.name == "政务服务科")
    head = core.people.holders(Role.HEAD)[0].name
    deputy = core.people.holders(Role.DEPUTY)[0].name
    handled = {
        "findings": "预约系统服务证书到期，7时50分起登录失败。", "measures": "8时40分已更换证书，大厅开放现场叫号。",
        "text": REPLY, "reported_by": "李强",
    }  # fmt: skip
    return [
        (Act.ASSESS, "张敏", {"level": Level.IMPORTANT, "comment_kind": CommentKind.QUESTION}),
        (Act.REPORT_UP, "张敏", {"to": "市委宣传部值班室", "number": "0000-7654321"}),
        (Act.TRANSFER, "张敏", {"section_id": section}),
        (Act.RECEIVE, "李强", {"received_by": "李强"}),
        (Act.REPORT_HANDLING, "李强", handled),
        (Act.APPROVE_DEPUTY, deputy, {"opinion": "同意，报组长审定。"}),
        (Act.APPROVE_HEAD, head, {"opinion": "同意"}),
        (Act.REPLY, "张敏", {"text": REPLY, "link": "https://weibo.com/1234567890/Nreply001"}),
        (Act.CLOSE, "张敏", {"outcome": "系统已恢复，已公开回复网民。"}),
    ]


def pages(window: MainWindow, camera: Camera, number_: str) -> None:
    """Every page of the rail, and the item's case file."""
    for entry in window.pages:
        window.open(entry.key)
        camera.take(window, entry.text)
    window.open("registry").open_with(number_)
    camera.take(window, "事项详情")


def papers(core: Core, folder: Path, item_id: int) -> None:
    """The item's slip as Word and PDF, the week's ledger."""
    clerk = core.people.actor_named("张敏")
    (slip,) = core.papers.slips_of([item_id])
    core.papers.write_pdf(clerk, [slip], folder / "转送单.pdf", pdf_of, title=slip.number)
    print(core.papers.write_slip(clerk, slip, folder / "转送单.docx"))
    week = week_of(core.clock.now().date())
    print(core.ledger.export(clerk, week, folder / "周台账.xlsx"))


if __name__ == "__main__":
    sys.exit(main())
