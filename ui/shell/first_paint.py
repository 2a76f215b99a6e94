"""What waits until a window has been seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls `then` once, when the window's first picture is on the screen; gone after that."""

    _painted = Signal()

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        # Queued: the children are painted, and the picture shown, after the window's own paint event.
        self._painted.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._painted.emit()
        return False

    def _call(self) -> None:
        self._then()
        self.deleteLater()
