"""备份 (第十三条): every 30 minutes of change, by hand, and to the second place; its age in the status bar (E38).

Copies are made beside the other work: acts go on meanwhile.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.shell.window import MainWindow
from ui.wording.moments import moment
from yuqing_desktop.progress import Progress

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from ui.pages.seat import Seat
    from yuqing_desktop.services.backup import Backing

LOOKS_EVERY_MS = 60_000
LATE = timedelta(days=1)


class BackingUp(QObject):
    """A child of the window."""

    def __init__(self, seat: "Seat", window: MainWindow) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._is_sample = seat.core.settings.is_sample()
        self._under_way = False
        self._reminded = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOKS_EVERY_MS)
        self.show_age()

    def look(self) -> None:
        """Once a minute: make the copy that is due; a sample needs none of its own accord."""
        if self._is_sample or self._under_way or not self._window.isVisible():
            return
        self._under_way = True
        backing = self._seat.core.backing
        self._seat.runner.long(
            lambda progress: _due(backing, progress),
            self._looked,
            self._failed,
            owner=self,
            words="正在自动备份…",
        )

    def back_up(self) -> None:
        """立即备份."""
        core, actor = self._seat.core, self._seat.actor
        self._seat.runner.long(
            lambda progress: core.backing.back_up(actor, progress=progress).path,
            self._made, self._window.banner.problem, owner=self, words="正在备份并核验…",
        )  # fmt: skip

    def show_age(self) -> None:
        """备份 10:30 已验证, amber past a day; of a sample only that it has none."""
        backing = self._seat.core.backing
        self._seat.runner.read(backing.age, self._show, owner=self)

    def _looked(self, reminder: str) -> None:
        self._under_way = False
        self.show_age()
        if reminder and not self._reminded:
            self._reminded = True
            self._window.banner.hint(reminder)

    def _failed(self, problem: object) -> None:
        self._under_way = False
        self._window.banner.problem(problem)  # type: ignore[arg-type]
        self.show_age()

    def _made(self, path: "Path") -> None:
        self.show_age()
        prompts = self._seat.prompts
        self._window.banner.success(
            f"已备份并核验：{path.name}", action="打开文件夹", run=lambda: prompts.open_outside(path.parent)
        )

    def _show(self, age: timedelta | None) -> None:
        if age is None:
            self._window.status.show_backup("" if self._is_sample else "还没有备份", late=True)
            return
        now: datetime = self._seat.now
        self._window.status.show_backup(f"备份 {moment(now - age, now)} 已验证", late=age > LATE)


def _due(backing: "Backing", progress: Progress) -> str:
    """Make what is due, here and in the second place; words to remind of the latter."""
    backing.back_up_if_due(progress=progress)
    backing.back_up_second_if_due(progress=progress)
    return backing.second_reminder()
