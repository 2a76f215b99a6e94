"""A count as seen on a platform: 326, 1.2万, 10万+, 不可见; nothing typed is unknown, never 0."""

from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.inputs.input import Input
from ui.widgets.line_edit import LineEdit
from ui.wording.figures import exact_figure
from yuqing_desktop.domain.figures import HIDDEN, UNKNOWN, Figure, FigureKind, read_figure


class FigureInput(Input):
    """Its value is a Figure; text that is no count keeps it UNKNOWN and gives a `reason`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LineEdit()
        self.edit.setPlaceholderText("如 1.2万")
        self.edit.setMinimumWidth(96)
        self.edit.textEdited.connect(self._typed)
        self.hidden = QPushButton("不可见")
        self.hidden.setCheckable(True)
        self.hidden.setAutoDefault(False)
        self.hidden.setProperty("kind", "chip")
        self.hidden.clicked.connect(self._toggled)
        self.row.setSpacing(6)
        self.row.addWidget(self.edit, 1)
        self.row.addWidget(self.hidden)

    @property
    def target(self) -> QWidget:
        """The line."""
        return self.edit

    def value(self) -> Figure:
        """The count."""
        if self.hidden.isChecked():
            return HIDDEN
        return read_figure(self.edit.text()).value or UNKNOWN

    def set_value(self, value: Figure | None) -> None:
        """Show a count."""
        shown = value or UNKNOWN
        self.hidden.setChecked(shown.kind is FigureKind.HIDDEN)
        self.edit.setText(shown.label if shown.value is not None else "")
        self._show_hidden()
        self._explain()

    def reason(self) -> str:
        """Why the text is no count."""
        if self.hidden.isChecked():
            return ""
        reading = read_figure(self.edit.text())
        return f"看不懂“{reading.leftover}”，可填 326、1.2万、10万+" if reading.leftover else ""

    def set_names(self, name: str, help_words: str) -> None:
        """Name the button too."""
        super().set_names(name, help_words)
        self.hidden.setAccessibleName(f"{name}不可见")

    def _typed(self) -> None:
        self._explain()
        self.changed.emit()

    def _toggled(self) -> None:
        self._show_hidden()
        self.changed.emit()

    def _show_hidden(self) -> None:
        self.edit.setEnabled(not self.hidden.isChecked())

    def _explain(self) -> None:
        self.edit.setToolTip(exact_figure(self.value()))
