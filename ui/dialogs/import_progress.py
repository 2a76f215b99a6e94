"""How far a long job of a dialog is, in the dialog itself, with a way to stop it (E29)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.widgets.text_label import TextLabel
from yuqing_desktop.progress import Progress


class DialogProgress(QWidget):
    """Hidden while nothing runs; `begin` gives the Progress to hand to the job."""

    _told = Signal(int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel(role="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        self.stop = QPushButton("停止")
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.cancel)
        self._progress: Progress | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a job runs."""
        return self._progress is not None

    def begin(self, words: str) -> Progress:
        """A job begins."""
        self._progress = Progress(self._told.emit)
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()
        return self._progress

    def end(self) -> None:
        """The job ended, however."""
        self._progress = None
        self.hide()

    def cancel(self) -> None:
        """Ask the job to stop; it does within a second."""
        if self._progress is not None:
            self._progress.cancel()
            self._words.setText("正在停下…")
            self.stop.setEnabled(False)

    @Slot(int, int, str)
    def _show(self, done: int, total: int, words: str) -> None:
        if self._progress is None or not self.stop.isEnabled():
            return
        if total:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._words.setText(f"{words}  {done * 100 // total}%")
