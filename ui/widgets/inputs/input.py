"""What every input of a form can do."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.styling import restyle


class Input(QWidget):
    """`changed` fires when the person changed something, not when `set_value` did."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)

    @property
    def target(self) -> QWidget:
        """The widget the label's key goes to and that carries the accessible name."""
        raise NotImplementedError

    def value(self) -> Any:
        """What was put in, in the field's own type; None for nothing."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without telling it."""
        raise NotImplementedError

    def reason(self) -> str:
        """Why what is typed cannot be taken, in words; empty when it can."""
        return ""

    def mark_wrong(self, *, wrong: bool) -> None:
        """Put the red edge on or off."""
        restyle(self.target, "wrong", wrong)

    def set_names(self, name: str, help_words: str) -> None:
        """Tell screen readers what this is."""
        self.target.setAccessibleName(name)
        self.target.setAccessibleDescription(help_words)
