"""A few choices side by side as pills, one of them on; keys 1–9 and arrows choose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.widgets.flow_box import FlowBox


class Segmented(FlowBox):
    """`changed(value)` fires when another choice is made."""

    changed = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, gap=6)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        for value, label in choices:
            button = QPushButton(label)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "chip")
            button.clicked.connect(lambda _=False, chosen=value: self.changed.emit(chosen))
            self._group.addButton(button)
            self._buttons[value] = button
            self.add(button)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.changed.connect(lambda _: self._stop_tab_once())
        self._stop_tab_once()

    @property
    def value(self) -> str:
        """The choice that is on, empty when none is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    @property
    def one_line(self) -> int:
        """The width in pixels all choices need side by side."""
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        return sum(widths) + 6 * max(0, len(widths) - 1)

    def choose(self, value: str) -> None:
        """Put a choice on without telling it; an unknown value puts all off."""
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == value)
        self._group.setExclusive(True)
        self._stop_tab_once()

    def set_names(self, name: str) -> None:
        """Tell screen readers what is chosen here."""
        self.setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleName(f"{name}：{button.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1–9 pick a choice."""
        values = list(self._buttons)
        place = event.key() - int(Qt.Key.Key_1)
        if 0 <= place < len(values):
            self.choose(values[place])
            self._buttons[values[place]].setFocus()
            self.changed.emit(values[place])
            return
        super().keyPressEvent(event)

    def _stop_tab_once(self) -> None:
        """Tab stops at the choice that is on, or at the first; labels' keys go there too."""
        stop = self._buttons.get(self.value) or next(iter(self._buttons.values()), None)
        for button in self._buttons.values():
            on = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        if stop is not None:
            self.setFocusProxy(stop)
