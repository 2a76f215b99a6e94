"""Long work where there is no window: what is going on, how far; a refusal stays until it is read."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout

from ui.shell.application import NAME
from ui.tasks.runner import Runner
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.text_label import TextLabel
from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Progress


class BusyDialog(QDialog):
    """Runs `job` when shown; accepted once it is done, `outcome` is what came of it.

    `said(outcome)` gives words to read before going on; without it the dialog leaves by itself.
    """

    _stepped = Signal(int, int, str)

    def __init__(
        self,
        runner: Runner,
        words: str,
        job: Callable[[Progress], Any],
        *,
        said: Callable[[Any], str] | None = None,
    ) -> None:
        super().__init__()
        self.outcome: Any = None
        self.words = TextLabel(words, role="title", wrap=True)
        self.step = TextLabel(role="muted")
        self.problem = ProblemStrip()
        self.go_on = QPushButton("继续")
        self._runner = runner
        self._job = job
        self._said = said
        self._bar = QProgressBar()
        self._started = False
        self._stepped.connect(self._show_step)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin."""
        super().showEvent(event)
        if not self._started:
            self._started = True
            self._runner.write(
                lambda: self._job(Progress(self._stepped.emit)), self._done, self._failed, owner=self
            )

    def reject(self) -> None:
        """Half-done work is not left; a refusal that was read is."""
        if not self.go_on.isHidden():
            super().reject()

    def _show_step(self, done: int, total: int, words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.step.setText(words)

    def _done(self, outcome: Any) -> None:
        self.outcome = outcome
        if self._said is None:
            self.accept()
            return
        self.words.setText(self._said(outcome))
        self._rest(self.accept)

    def _failed(self, problem: Problem) -> None:
        self.problem.say(problem)
        self._rest(self.reject)

    def _rest(self, leave: Callable[[], object]) -> None:
        self.step.hide()
        self._bar.hide()
        self.go_on.show()
        self.go_on.clicked.connect(lambda: leave())
        self.go_on.setFocus()
        column = self.layout()
        assert column is not None
        column.activate()
        self.resize(self.width(), column.heightForWidth(self.width()))

    def _lay_out(self) -> None:
        self.setWindowTitle(NAME)
        self.setMinimumWidth(460)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        self.go_on.setProperty("kind", "main")
        self.go_on.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (self.words, self._bar, self.step, self.problem, self.go_on):
            column.addWidget(part)
