"""A filter as a chip: its name, or name and value when set; a menu to set it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.choice_menu import ChoiceMenu
from ui.widgets.styling import restyle
from ui.wording.people import some


class FilterChip(QPushButton):
    """`changed(values)` fires with the chosen values as a tuple, empty for 全部."""

    changed = Signal(tuple)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        many: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._name = name
        self._many = many
        self._chosen: tuple[str, ...] = ()
        self._labels: dict[str, str] = {}
        self._menu = ChoiceMenu(self)
        self.setProperty("kind", "chip")
        self.setProperty("menu", True)
        self.setAccessibleName(f"筛选：{name}")
        self.setMenu(self._menu)
        self.set_choices(choices)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values chosen."""
        return self._chosen

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other (value, label) pairs; values no longer offered are dropped."""
        self._labels = dict(choices)
        self._menu.clear()
        self._menu.addAction("全部", lambda: self._pick(()))
        self._menu.addSeparator()
        for value, label in choices:
            action = self._menu.addAction(label)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, act=action: self._toggle(act))
        self.set_chosen(tuple(value for value in self._chosen if value in self._labels))

    def set_chosen(self, values: Sequence[str]) -> None:
        """Show a choice without telling it."""
        self._chosen = tuple(values)
        for action in self._menu.actions():
            if action.isCheckable():
                action.setChecked(action.data() in self._chosen)
        said = some([self._labels.get(value, value) for value in self._chosen], 2)
        self.setText(f"{self._name}：{said}" if said else self._name)
        restyle(self, "on", bool(said))

    def _toggle(self, action: QAction) -> None:
        value = str(action.data())
        if not self._many:
            self._pick((value,) if value not in self._chosen else ())
            return
        chosen = {*self._chosen} ^ {value}
        self._pick(tuple(known for known in self._labels if known in chosen))

    def _pick(self, values: tuple[str, ...]) -> None:
        self.set_chosen(values)
        self.changed.emit(values)
