"""A dialog whose work takes long: its own progress, Esc stops what runs, the window never stalls meanwhile (E29)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.dialogs.import_progress import DialogProgress
from ui.dialogs.scene import Scene
from ui.tasks import quiet_memory
from ui.widgets.act_dialog import ActDialog
from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Progress


class LongDialog(ActDialog):
    """A subclass names what rests while something runs (`resting`) and says what to do when it did not work."""

    def __init__(self, scene: Scene, *, title: str, main: str, record: str, width: int) -> None:
        super().__init__(scene.parent, scene.prompts, title=title, main=main, record=record, width=width)
        self._scene = scene
        self.running = DialogProgress()
        self.resting: tuple[QWidget, ...] = ()
        self.finished.connect(lambda _: quiet_memory.release())

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
