"""Any number of choices, all in sight: assisting sections, channels."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.flow_box import FlowBox
from ui.widgets.inputs.input import Input


class ManyInput(Input):
    """Its value is a tuple of the chosen values, in the choices' order."""

    def __init__(self, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = FlowBox(gap=6)
        self._buttons: list[tuple[Any, QPushButton]] = []
        for value, label in choices:
            button = QPushButton(label)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "chip")
            button.clicked.connect(lambda: self.changed.emit())
            self._box.add(button)
            self._buttons.append((value, button))
        if self._buttons:
            self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._box.setFocusProxy(self._buttons[0][1])
        self.row.addWidget(self._box, 1)

    @property
    def target(self) -> QWidget:
        """The chips."""
        return self._box

    def value(self) -> tuple[Any, ...]:
        """The values chosen."""
        return tuple(value for value, button in self._buttons if button.isChecked())

    def set_value(self, value: Sequence[Any] | None) -> None:
        """Choose these."""
        for held, button in self._buttons:
            button.setChecked(held in (value or ()))

    def set_names(self, name: str, help_words: str) -> None:
        """Name each chip too."""
        super().set_names(name, help_words)
        for _, button in self._buttons:
            button.setAccessibleName(f"{name}：{button.text()}")
