"""The left rail: pages with counts and marks, views under them, Ctrl+1…9 and arrow keys.

In a narrow window (150 % on a small screen) it keeps its icons only: the table needs the room more.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.shell.appearance import Appearance
from ui.shell.entry import Entry
from ui.shell.rail_button import RailButton
from ui.widgets.scrolled import scrolled
from ui.wording.tones import Tone

NARROW = 1000
"""Narrower than this (at the usual text size) a window shows icons only."""


class Navigation(QWidget):
    """`opened(key)` fires when an entry is pressed."""

    opened = Signal(str)

    def __init__(self, brand: str, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("导航")
        self._buttons: dict[str, RailButton] = {}
        self._last_under: dict[str, str] = {}
        self._views: list[str] = []
        self._narrow = self._low = False
        self._brand = title = QLabel(brand)
        title.setObjectName("brand")
        title.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(self._upper([entry for entry in entries if not entry.bottom]), 1)
        for entry in entries:
            if entry.bottom:
                column.addWidget(self._button(entry))
        self._fit()
        Appearance.present().changed.connect(self._fit)

    def set_views(self, parent: str, entries: Sequence[Entry]) -> None:
        """A person's own views, under those that always stand under this entry."""
        for key in self._views:
            self._buttons.pop(key).deleteLater()
        self._views = [entry.key for entry in entries]
        above = self._buttons[self._last_under.get(parent, parent)]
        for at, entry in enumerate(entries, start=1):
            button = self._button(entry)
            self._column.insertWidget(self._column.indexOf(above) + at, button)
            button.set_narrow(narrow=self._narrow)
            button.set_low(low=self._low)
            self.setTabOrder(self._buttons[self._views[at - 2]] if at > 1 else above, button)

    def mark(self, key: str) -> None:
        """Show which entry is in front."""
        for held, button in self._buttons.items():
            button.setChecked(held == key)

    def show_count(self, key: str, count: str, tone: Tone = "muted") -> None:
        """Put a count or a mark beside an entry; an unknown key is a view no longer kept."""
        if key in self._buttons:
            self._buttons[key].show_count(count, tone)

    def count(self, key: str) -> str:
        """What stands beside an entry."""
        return self._buttons[key].count

    def button(self, key: str) -> RailButton:
        """The entry's button."""
        return self._buttons[key]

    @property
    def is_narrow(self) -> bool:
        """Whether only icons stand there now."""
        return self._narrow

    def follow(self, width: int) -> None:
        """The window is this wide now (logical pixels): icons only in a narrow one."""
        narrow = width < NARROW * Appearance.present().look.base / 13
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self._show_brand()
        for button in self._buttons.values():
            button.set_narrow(narrow=narrow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Too low for every line (125 % on a small screen): closer together, and no brand."""
        super().resizeEvent(event)
        lines = [button.full_height + 1 for button in self._buttons.values() if not button.isHidden()]
        low = self.height() < sum(lines) + self._brand.sizeHint().height() + 24
        if low is self._low:
            return
        self._low = low
        self._show_brand()
        for button in self._buttons.values():
            button.set_low(low=low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk the entries, Enter opens."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = sorted(
            (button for button in self._buttons.values() if not button.isHidden()),
            key=lambda button: button.mapTo(self, QPoint()).y(),
        )
        focused = next((at for at, button in enumerate(buttons) if button.hasFocus()), -1)
        if step is not None and focused >= 0:
            buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused >= 0:
            buttons[focused].click()
        else:
            super().keyPressEvent(event)

    def _upper(self, entries: Sequence[Entry]) -> QScrollArea:
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for entry in entries:
            column.addWidget(self._button(entry))
            self._last_under[entry.parent or entry.key] = entry.key
        column.addStretch(1)
        return scrolled(inside, "导航")

    def _button(self, entry: Entry) -> RailButton:
        button = RailButton(entry.text, icon=entry.icon, sub=bool(entry.parent))
        button.clicked.connect(lambda: self.opened.emit(entry.key))
        self._buttons[entry.key] = button
        return button

    def _show_brand(self) -> None:
        self._brand.setVisible(not self._narrow and not self._low)

    def _fit(self) -> None:
        self.setFixedWidth(round((62 if self._narrow else 184) * Appearance.present().look.base / 13))
