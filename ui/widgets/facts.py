"""A case file's facts: a muted name, the words beside it; long words wrap, all can be selected."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.text_label import TextLabel


class _Fact(NamedTuple):
    name: str
    words: str
    role: str = ""


class Facts(QWidget):
    """Shows (name, words) or (name, words, role) rows; empty words become a faint dash."""

    def __init__(self, *, name_width: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, name_width)
        self._grid.setColumnStretch(1, 1)
        self._facts: list[_Fact] = []
        self._labels: list[tuple[TextLabel, TextLabel]] = []

    @property
    def words(self) -> dict[str, str]:
        """What is shown, by name."""
        return {fact.name: fact.words for fact in self._facts}

    def show_facts(self, facts: Iterable[tuple[str, str] | tuple[str, str, str]]) -> None:
        """Show these instead."""
        self._facts = [_Fact(*fact) for fact in facts]
        while len(self._labels) < len(self._facts):
            self._add_row()
        for at, (name, words) in enumerate(self._labels):
            shown = at < len(self._facts)
            name.setVisible(shown)
            words.setVisible(shown)
            if shown:
                fact = self._facts[at]
                name.setText(fact.name)
                words.setText(fact.words or "—")
                words.set_role(fact.role if fact.words else "faint")
                words.setAccessibleName(f"{fact.name}：{fact.words}")

    def _add_row(self) -> None:
        row = len(self._labels)
        name = TextLabel(role="muted")
        words = TextLabel(wrap=True, selectable=True)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
        self._labels.append((name, words))
