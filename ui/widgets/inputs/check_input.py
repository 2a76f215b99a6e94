"""Yes or no."""

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.inputs.input import Input


class CheckInput(Input):
    """Its value is a truth; the words stand beside the box."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words)
        self.box.clicked.connect(lambda: self.changed.emit())
        self.row.addWidget(self.box)
        self.row.addStretch(1)

    @property
    def target(self) -> QWidget:
        """The box."""
        return self.box

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it or not."""
        self.box.setChecked(bool(value))
