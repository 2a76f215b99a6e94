"""Several lines of text."""

from PySide6.QtWidgets import QWidget

from ui.widgets.inputs.input import Input
from ui.widgets.text_edit import TextEdit


class TextInput(Input):
    """Its value is the text as typed, "" when only blanks."""

    def __init__(self, *, lines: int = 3, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = TextEdit(lines=lines)
        self.edit.setPlaceholderText(placeholder)
        self._showing = False
        self.edit.textChanged.connect(self._tell)
        self.row.addWidget(self.edit)

    @property
    def target(self) -> QWidget:
        """The text."""
        return self.edit

    def value(self) -> str:
        """The text."""
        text = self.edit.toPlainText()
        return text if text.strip() else ""

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        self._showing = True
        self.edit.setPlainText(value or "")
        self._showing = False

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()
