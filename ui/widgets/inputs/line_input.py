"""One line of text, with suggestions that only help (E22); or a password."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.inputs.input import Input
from ui.widgets.inputs.suggestions import Suggestions
from ui.widgets.line_edit import LineEdit


class LineInput(Input):
    """Its value is the text without outer blanks, "" for nothing."""

    def __init__(
        self,
        *,
        placeholder: str = "",
        suggestions: Sequence[str] = (),
        secret: bool = False,
        longest: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = LineEdit()
        self.edit.setPlaceholderText(placeholder)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        if longest:
            self.edit.setMaxLength(longest)
        self.edit.textEdited.connect(self.changed)
        self.row.addWidget(self.edit)
        if suggestions:
            self.suggest(suggestions)

    @property
    def target(self) -> QWidget:
        """The line."""
        return self.edit

    def value(self) -> str:
        """The text."""
        return self.edit.text().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        self.edit.setText(value or "")
        self.edit.setCursorPosition(0)

    def suggest(self, suggestions: Sequence[str]) -> None:
        """Offer these while typing; a shorter typed text is never replaced, Tab goes on."""
        completer = Suggestions(suggestions, self)
        self.edit.textEdited.connect(completer.typed)
        popup = completer.popup()
        popup.setObjectName("completions")
        # A completer's popup takes the input method away from the line otherwise.
        popup.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        popup.installEventFilter(self)
        completer.activated.connect(self.changed)
        self.edit.setCompleter(completer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab in the list closes it and goes to the next field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            forward = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}.get(Qt.Key(event.key()))
            if forward is not None and isinstance(watched, QWidget):
                watched.hide()
                self.edit.focusNextPrevChild(forward)
                return True
        return False
