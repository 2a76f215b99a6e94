"""One of a few choices, all in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.widgets.inputs.input import Input
from ui.widgets.segmented import Segmented


class SegmentedInput(Input):
    """Its value is the choice's own value, None while none is on."""

    def __init__(self, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = {str(at): value for at, (value, _) in enumerate(choices)}
        self.pills = Segmented([(str(at), label) for at, (_, label) in enumerate(choices)])
        self.pills.changed.connect(lambda _: self.changed.emit())
        self.row.addWidget(self.pills, 1)

    @property
    def target(self) -> QWidget:
        """The pills."""
        return self.pills

    def value(self) -> Any:
        """The value that is on."""
        return self._values.get(self.pills.value)

    def set_value(self, value: Any) -> None:
        """Put a value on; an unknown one puts all off."""
        self.pills.choose(next((key for key, held in self._values.items() if held == value), ""))

    def set_names(self, name: str, help_words: str) -> None:
        """Name the pills too."""
        super().set_names(name, help_words)
        self.pills.set_names(name)
