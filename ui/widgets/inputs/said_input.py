"""Words that are only shown among the inputs."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.widgets.inputs.input import Input
from ui.widgets.text_label import TextLabel


class SaidInput(Input):
    """Its value is what was shown; nobody changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = None
        self._label = TextLabel(wrap=True, selectable=True)
        self.row.addWidget(self._label, 1)

    @property
    def target(self) -> QWidget:
        """The words."""
        return self._label

    def value(self) -> Any:
        """What was shown."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show other words."""
        self._value = value
        self._label.setText("—" if value in (None, "") else str(value))
