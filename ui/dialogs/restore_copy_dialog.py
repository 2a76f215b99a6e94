"""备份到别处 (第十三条): one copy with everything inside, for a USB stick or another computer, with a password if wanted."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.dialogs.password_dialog import same_twice
from ui.pages.seat import Seat
from ui.widgets.act_dialog import ActDialog
from ui.widgets.field import Field
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.problems import BadInput
from yuqing_desktop.progress import Progress

_RECORD = "写好后再打开核验一遍才算数；放到哪里、是否设密码记入留痕，密码不记录，忘记了打不开（第十三条）"


class RestoreCopyDialog(ActDialog):
    """Accepted once the copy was verified; `made` is its file."""

    chapter = "backup"

    def __init__(self, seat: Seat, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, seat.prompts, title="备份到别处", main="备份", record=_RECORD, width=560)
        self.made: Path | None = None
        self._seat = seat
        self._folder = folder
        self.add_text("文件夹", str(folder))
        self.form = self.add_form(
            [
                Field("password", "备份密码", "password", placeholder="可不设；带出单位的应当设"),
                Field("again", "确认密码", "password"),
            ],
            Surroundings(now=lambda: seat.now),
        )
        self.submitted.connect(self._make)

    def _make(self) -> None:
        try:
            values: dict[str, Any] = same_twice(self.form.require(), "password", "again")
        except BadInput as problem:
            self.show_problem(problem)
            return
        self.set_busy(busy=True)
        backing, actor, folder = self._seat.core.backing, self._seat.actor, self._folder

        def make(progress: Progress) -> Path:
            return backing.back_up(actor, to=folder, password=values["password"], progress=progress).path

        self._seat.runner.long(make, self._done, self.show_problem, owner=self, words="正在备份并核验…")

    def _done(self, path: Path) -> None:
        self.made = path
        self.set_busy(busy=False)
        self.accept()
