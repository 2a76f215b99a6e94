"""One window a registry: a second start brings the window of the first to the front instead of opening another."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_WAIT_MS, _LISTENS_AFTER_MS = 3000, 300
_ANSWER = b"here\n"


class FirstWindow(QObject):
    """Hears of further starts over a data folder while it lives; only whoever holds the registry's lock makes one."""

    asked = Signal()

    def __init__(self, data: Path) -> None:
        super().__init__()
        self._name = _name(data)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.listen)
        self._timer.start(_LISTENS_AFTER_MS)

    def listen(self) -> None:
        """From here on; a moment after the start, which need not wait for what nobody asks in its first moment."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # a killed program leaves its socket
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._answer(server.nextPendingConnection()))
        server.listen(self._name)

    def _answer(self, caller: "QLocalSocket") -> None:
        caller.disconnected.connect(caller.deleteLater)
        caller.write(_ANSWER)
        caller.flush()
        caller.disconnectFromServer()
        self.asked.emit()


def call_first(data: Path) -> bool:
    """Ask the window that is open over this folder to come forward; False where there is none, or it hangs."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name(data))
    try:
        return socket.waitForConnected(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)
    finally:
        socket.abort()


def come_forward() -> None:
    """Show what is open, the dialog that waits for an answer last, so that it stands on top."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() or isinstance(one, QMainWindow)]
    asked = QApplication.activeModalWidget()
    for window in sorted(shown, key=lambda one: (one.isModal(), one is asked)):
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()


def _name(data: Path) -> str:
    return f"yuqing-desktop-{sha256(str(data.resolve()).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"
