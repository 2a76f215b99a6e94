"""The search box: waits for a pause in typing, never searches half-composed pinyin (E15)."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.shell.appearance import Appearance
from ui.shell.icons import icon
from ui.widgets.line_edit import LineEdit

PAUSE_MS = 150


class SearchBox(LineEdit):
    """`asked(text)` fires after a pause or on Enter, `left()` on Esc in the empty box or ↓, `entered(text)` on Enter."""

    asked = Signal(str)
    left = Signal()
    entered = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._last = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self._mark = QAction("搜索", self)
        self.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(placeholder)
        self.setToolTip(f"{placeholder}（Ctrl+F）")
        self.setAccessibleName("搜索")
        self.textChanged.connect(lambda _: self._timer.start())
        self._draw()

    def show_text(self, text: str) -> None:
        """Show a text without asking for it."""
        self.setText(text)
        self._timer.stop()
        self._last = text.strip()

    def begin(self) -> None:
        """Ctrl+F: the keyboard here, the old words chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed to take back belongs to the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            mine = (undo, self.isUndoAvailable()), (redo, self.isRedoAvailable())
            if any(event.matches(key) and not available for key, available in mine):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, then leaves; ↓ leaves; Enter asks at once."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._ask()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
            self.entered.emit(self.text().strip())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _ask(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if self.is_composing or text == self._last:
            return
        self._last = text
        self.asked.emit(text)

    def _draw(self) -> None:
        self._mark.setIcon(icon("search", Appearance.present().tokens.muted))
