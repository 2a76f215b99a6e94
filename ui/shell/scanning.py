"""A USB scanner types: its burst is told from a hand and never reaches a text field (E23)."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

PREFIX = "YQ"
SHORTEST = 8
GAP_MS = 40
"""A scanner's next key comes sooner; eight keys in a row so fast come from no hand."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_CapsLock)


class Scanning(QObject):
    """`scanned(text)` fires after a burst that begins with YQ and ends with Enter, in any window of the program.

    What begins like one is held back for a moment; what turns out to be typing is handed on unchanged.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[QKeyEvent] = []
        self._window: QWindow | None = None
        self._handing_on = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(GAP_MS)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._hand_on)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    @property
    def held(self) -> str:
        """The text held back now."""
        return "".join(event.text() for event in self._held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a key back that may belong to a burst; hand everything on as soon as it does not."""
        if event.type() != QEvent.Type.KeyPress or self._handing_on or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _MODIFIERS:
            return False
        if event.key() in _ENTER and self._is_burst():
            text = self.held
            self._forget()
            self.scanned.emit(text)
            return True
        if self._belongs(event):
            self._hold(watched, event)
            return True
        self._hand_on()
        return False

    def _belongs(self, event: QKeyEvent) -> bool:
        text = event.text()
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if len(text) != 1 or not text.isascii() or not text.isprintable() or plain:
            return False
        wanted = PREFIX[len(self._held) : len(self._held) + 1]
        return not wanted or text.upper() == wanted

    def _is_burst(self) -> bool:
        return len(self._held) >= SHORTEST

    def _hold(self, watched: QObject, event: QKeyEvent) -> None:
        self._window = watched if isinstance(watched, QWindow) else None
        self._held.append(event.clone())
        self._pause.start()

    def _hand_on(self) -> None:
        """It was typing after all."""
        window, events = self._window, self._held
        self._forget()
        if window is None:
            return
        self._handing_on = True
        for event in events:
            QCoreApplication.sendEvent(window, event)
        self._handing_on = False

    def _forget(self) -> None:
        self._pause.stop()
        self._held, self._window = [], None

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            self._hand_on()
            window.removeEventFilter(self)
            window.installEventFilter(self)
