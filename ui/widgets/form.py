"""A form from fields as data: labels with buddies, help and errors under the field, changes known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.widgets.field import Field
from ui.widgets.inputs.input import Input
from ui.widgets.inputs.make_input import make_input
from ui.widgets.inputs.surroundings import Surroundings
from ui.widgets.text_label import TextLabel
from yuqing_desktop.problems import BadInput

_LABEL_WIDTH = 72
_CHOSEN = ("choice", "segmented", "many")


class Form(QWidget):
    """`changed(key)` fires when the person changed a field."""

    changed = Signal(str)

    def __init__(self, fields: Sequence[Field], around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {field.key: field for field in fields}
        self.inputs: dict[str, Input] = {}
        self._errors: dict[str, TextLabel] = {}
        self._help_roles: dict[str, str] = {}
        self._places: dict[str, tuple[QWidget, ...]] = {}
        self._before: dict[str, Any] = {}
        self._around = around
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._line: QHBoxLayout | None = None
        self._beside: list[list[TextLabel]] = []
        for field in fields:
            self._add(field)
        self._align()
        self._before = self.values()

    def values(self) -> dict[str, Any]:
        """Every field's value by its key."""
        return {key: held.value() for key, held in self.inputs.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values; they become what changes are counted from."""
        for key, value in values.items():
            if key in self.inputs:
                self.inputs[key].set_value(value)
        self._before = self.values()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show values as if the person had put them in: a draft brought back, a source proposed."""
        for key, value in values.items():
            if key in self.inputs:
                self.inputs[key].set_value(value)
                self.changed.emit(key)

    def changes(self) -> dict[str, Any]:
        """The fields that differ from what was set, with their present values."""
        return {key: value for key, value in self.values().items() if value != self._before[key]}

    @property
    def is_dirty(self) -> bool:
        """Whether anything was typed."""
        return bool(self.changes())

    def require(self) -> dict[str, Any]:
        """The values, where every one can be taken. Raises BadInput, which also marks the fields."""
        problems: dict[str, str] = {}
        for key, held in self.inputs.items():
            reason = held.reason()
            if not reason and self.fields[key].required and _is_empty(held.value()):
                verb = "请选择" if self.fields[key].kind in _CHOSEN else "请填写"
                reason = f"{verb}{self.fields[key].name}"
            if reason and self.is_shown(key):
                problems[key] = reason
        if problems:
            raise BadInput(problems)
        return self.values()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Put words under the fields (BadInput.fields), clear the others, go to the first."""
        for key, held in self.inputs.items():
            words = errors.get(key, "")
            held.mark_wrong(wrong=bool(words))
            if not words:
                self._show_help(key)
                continue
            self._errors[key].setText(words)
            self._errors[key].set_role("danger")
            self._errors[key].setVisible(self.is_shown(key))
        first = next((key for key in self.inputs if key in errors), None)
        if first is not None:
            self.focus(first)

    def say(self, key: str, words: str, *, role: str = "muted") -> None:
        """Other help words under a field: where its value came from, what to look at."""
        self.fields[key] = replace(self.fields[key], help=words)
        self._help_roles[key] = role
        if self._errors[key].property("role") != "danger":
            self._show_help(key)

    def put_under(self, key: str, widget: QWidget) -> None:
        """A button that belongs to a field, under it."""
        cell = self._places[key][-1].layout()
        assert isinstance(cell, QVBoxLayout)
        cell.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignLeft)
        QWidget.setTabOrder(self.inputs[key].target, widget)

    def focus(self, key: str) -> None:
        """Put the keyboard into a field."""
        self.inputs[key].target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_field(self, key: str, *, shown: bool) -> None:
        """Show or hide a field with its label and words."""
        for part in self._places[key]:
            part.setVisible(shown)
        help_words = self._errors[key]
        help_words.setVisible(shown and bool(help_words.text()))

    def is_shown(self, key: str) -> bool:
        """Whether a field takes part."""
        return not self._places[key][-1].isHidden()

    def _add(self, field: Field) -> None:
        held = make_input(field, self._around)
        held.set_names(field.name, field.help)
        held.changed.connect(lambda key=field.key: self._told(key))
        label = TextLabel(f"{field.label}{' *' if field.required else ''}", role="muted")
        label.setBuddy(held.target)
        error = TextLabel(field.help, role="muted", wrap=True)
        error.setVisible(bool(field.help))
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(held)
        column.addWidget(error)
        self.inputs[field.key] = held
        self._errors[field.key] = error
        self._places[field.key] = (label, held, cell)
        self._place(field, label, cell)

    def _place(self, field: Field, label: TextLabel, cell: QWidget) -> None:
        height = Appearance.present().look.control
        label.setMinimumHeight(height - 8 if field.kind == "said" else height)
        if field.beside and self._line is not None:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._beside[-1].append(label)
            self._line.addSpacing(12)
            self._line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            self._line.addWidget(cell, 1, Qt.AlignmentFlag.AlignTop)
            return
        row = self._grid.rowCount()
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._beside.append([])
        self._line.addWidget(cell, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(self._line, row, 1)

    def _align(self) -> None:
        """Labels of one width let the fields of lines with as many fields stand under one another."""
        for count in {len(labels) for labels in self._beside if labels}:
            for column in zip(*(labels for labels in self._beside if len(labels) == count), strict=True):
                width = max(label.sizeHint().width() for label in column)
                for label in column:
                    label.setMinimumWidth(width)

    def _told(self, key: str) -> None:
        if self._errors[key].property("role") == "danger":
            self.inputs[key].mark_wrong(wrong=False)
            self._show_help(key)
        self.changed.emit(key)

    def _show_help(self, key: str) -> None:
        words = self.fields[key].help
        self._errors[key].setText(words)
        self._errors[key].set_role(self._help_roles.get(key, "muted"))
        self._errors[key].setVisible(bool(words) and self.is_shown(key))


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", ())
