"""显示: colours, text size, density; at once and for this machine only (E43, E44)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.shell.look import DENSITY_LABELS, SCHEME_LABELS, SIZE_LABELS, Look
from ui.widgets.card import Card
from ui.widgets.segmented import Segmented
from ui.widgets.text_label import TextLabel

_PARTS = (
    ("scheme", "颜色", SCHEME_LABELS),
    ("size", "字号", SIZE_LABELS),
    ("density", "行距", DENSITY_LABELS),
)


class LookPanel(QWidget):
    """Puts the choice on the whole program; `keep(look)` remembers it."""

    def __init__(self, keep: Callable[[Look], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self.choices = {part: Segmented(tuple(labels.items())) for part, _, labels in _PARTS}
        card = Card("显示")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (part, name, _) in enumerate(_PARTS):
            grid.addWidget(TextLabel(name, role="muted"), row, 0)
            grid.addWidget(self.choices[part], row, 1)
            self.choices[part].set_names(name)
            self.choices[part].changed.connect(lambda value, part=part: self._choose(part, value))
        card.body.addLayout(grid)
        card.body.addWidget(TextLabel("只影响本机屏幕，不影响打印和导出。", role="muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        Appearance.present().changed.connect(self._show)
        self._show()

    def _choose(self, part: str, value: Any) -> None:
        look = replace(Appearance.present().look, **{part: value})
        Appearance.present().apply(look)
        self._keep(look)

    def _show(self) -> None:
        for part, choice in self.choices.items():
            choice.choose(getattr(Appearance.present().look, part))
