"""One of several choices in a drop-down list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.inputs.input import Input
from ui.widgets.letter_search import LetterSearch, letter_of


class ChoiceInput(Input):
    """Its value is the choice's own value, None while nothing is chosen (only then 请选择 is shown)."""

    def __init__(
        self, choices: Sequence[tuple[Any, str]], *, required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.combo = QComboBox()
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.combo.setMinimumContentsLength(8)
        self.combo.setMaxVisibleItems(14)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.installEventFilter(self)
        self.combo.view().installEventFilter(self)
        self._search = LetterSearch(self)
        self._empty_words = "请选择" if required else "（不填）"
        self._values: list[Any] = []
        self.combo.activated.connect(lambda _: self.changed.emit())
        self.row.addWidget(self.combo)
        self.row.addStretch(1)
        self.set_choices(choices)

    @property
    def target(self) -> QWidget:
        """The list."""
        return self.combo

    def value(self) -> Any:
        """The value chosen."""
        at = self.combo.currentIndex()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose a value; an unknown one chooses nothing."""
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other (value, label) pairs, keeping the present one where still offered."""
        held = self.value() if self._values else None
        self.combo.clear()
        self._values = [None, *(value for value, _ in choices)]
        self.combo.addItems([self._empty_words, *(label for _, label in choices)])
        self.set_value(held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel over a list without the keyboard scrolls the form; a letter goes to the choice it may mean."""
        if event.type() == QEvent.Type.Wheel and watched is self.combo and not self.combo.hasFocus():
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and letter_of(event):
            return self._go_to(letter_of(event), opened=watched is not self.combo)
        return False

    def _go_to(self, letter: str, *, opened: bool) -> bool:
        combo, view = self.combo, self.combo.view()
        labels = [combo.itemText(at) for at in range(combo.count())]
        at = self._search.place(labels, letter, view.currentIndex().row() if opened else combo.currentIndex())
        if at >= 0 and opened:
            view.setCurrentIndex(combo.model().index(at, 0))
        elif at >= 0:
            combo.setCurrentIndex(at)
            self.changed.emit()
        return True
