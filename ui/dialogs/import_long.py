"""A dialog whose work takes long: its own progress, Esc stops what runs, the window never stalls meanwhile (E29)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.dialogs.import_progress import DialogProgress
from ui.dialogs.scene import Scene
from ui.tasks import quiet_memory
from ui.widgets.act_dialog import ActDialog
from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Progress


class LongDialog(ActDialog):
    """A subclass names what rests while something runs (`resting`) and says what to do when it did not work."""

    def __init__(
        self, scene: Scene, *, title: str, main: str, record: str, width: int, danger: str = ""
    ) -> None:
        super().__init__(
            scene.parent, scene.prompts, title=title, main=main, record=record, width=width, danger=danger
        )
        self._scene = scene
        self.running = DialogProgress()
        self.resting: tuple[QWidget, ...] = ()
        self.finished.connect(lambda _: quiet_memory.release())

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the screen allows: the rows want room; what comes later is made ready now, not in mid-work."""
        parts: Any = self.findChildren(QWidget)
        for part in parts:
            part.ensurePolished()
        super().showEvent(event)
        self.grow()

    def grow(self, *, shrinking: bool = False) -> None:
        """As high as what it shows, never lower than it was unless it may shrink."""
        room = self.screen().availableGeometry().size()
        wanted = max(self._wanted_height(self.width()), 0 if shrinking else self.height())
        self.resize(self.width(), min(wanted, room.height() - 60))

    def run_long(
        self,
        words: str,
        job: Callable[[Progress], Any],
        done: Callable[[Any], object],
        *,
        writing: bool = False,
    ) -> None:
        """Run a job elsewhere, one at a time."""
        if self.running.is_running:
            return
        progress = self.running.begin(words)
        quiet_memory.hold()
        self.problem.clear()
        for part in self.resting:
            part.setEnabled(False)

        def ended(outcome: Any) -> None:
            self._rest()
            done(outcome)

        def failed(problem: Problem) -> None:
            self._rest()
            self.not_done(problem)

        self._scene.runner.long(
            lambda _: job(progress), ended, failed, owner=self, words=words, writing=writing
        )

    def not_done(self, problem: Problem) -> None:
        """It was stopped or refused."""
        raise NotImplementedError

    def reject(self) -> None:
        """Esc stops what runs; only then it leaves."""
        if self.running.is_running:
            self.running.cancel()
            return
        super().reject()

    def _rest(self) -> None:
        quiet_memory.settle()
        self.running.end()
        for part in self.resting:
            part.setEnabled(True)
