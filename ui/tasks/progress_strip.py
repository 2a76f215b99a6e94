"""Bottom right: what is running longer than half a second, how far, and a way to stop it (E29)."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.tasks.task import Task


class ProgressStrip(QWidget):
    """Shows the newest slow task; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self._words = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        self._cancel = QPushButton("取消")
        self._cancel.clicked.connect(self._cancel_shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        for part in (self._words, self._bar, self._cancel):
            row.addWidget(part)
        self.hide()

    @Slot(QObject)
    def add(self, task: Task) -> None:
        """Show this task until it is over."""
        self._tasks.append(task)
        task.progressed.connect(self._progress)
        task.over.connect(self._remove)
        self._show_newest()

    @Slot(int, int, str)
    def _progress(self, done: int, total: int, words: str) -> None:
        if not self._tasks or self.sender() is not self._tasks[-1]:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(words or self._tasks[-1].words)

    @Slot(QObject)
    def _remove(self, task: Task) -> None:
        self._tasks = [kept for kept in self._tasks if kept is not task]
        self._show_newest()

    def _show_newest(self) -> None:
        self.setVisible(bool(self._tasks))
        if not self._tasks:
            return
        task = self._tasks[-1]
        self._words.setText(task.words)
        self._bar.setRange(0, 0)
        self._cancel.setVisible(task.cancellable)
        self._cancel.setEnabled(True)

    def _cancel_shown(self) -> None:
        if self._tasks:
            self._cancel.setEnabled(False)
            self._words.setText("正在停下…")
            self._tasks[-1].cancel()
