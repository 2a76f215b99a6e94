"""The next step as the one filled button, others while they fit, the rest under 更多 (E3)."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.widgets.step import Step
from ui.widgets.text_label import TextLabel

_GAP = 8
REFUSED_IN_SIGHT = 4


class StepBar(QWidget):
    """`taken(key)` fires when a step is pressed. The main step that may not be taken says why beneath."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main: Step | None = None
        self._secondary: tuple[Step, ...] = ()
        self._rest: tuple[Step, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._line = QHBoxLayout()
        self._line.setSpacing(_GAP)
        self._why = TextLabel("", role="warn", wrap=True)
        self.more, self.refused = QMenu(self), QMenu(self)
        self._more_button = QPushButton("更多", self)
        self._more_button.setProperty("menu", True)
        self._more_button.setAutoDefault(False)
        self._more_button.setMenu(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self._why)

    def show_steps(
        self, main: Step | None, secondary: Sequence[Step] = (), rest: Sequence[Step] = ()
    ) -> None:
        """Offer these: `main` filled, `secondary` beside it while they fit, `rest` in the menu."""
        self._main, self._secondary, self._rest = main, tuple(secondary), tuple(rest)
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        while self._line.takeAt(0) is not None:
            pass
        self._buttons = {step.key: self._make(step, main=step is main) for step in self._shown_steps()}
        for button in self._buttons.values():
            self._line.addWidget(button)
        self._line.addWidget(self._more_button)
        self._line.addStretch(1)
        # 更多 has its place in the tab order; buttons made anew would come last of the whole window.
        for before, after in pairwise((self._more_button, *self._buttons.values(), self._more_button)):
            self.setTabOrder(before, after)
        reason = main.reason if main else ""
        self._why.setText(f"暂不能{main.words.rstrip('…')}：{reason}" if main and reason else "")
        self._why.setVisible(bool(reason))
        self._fit()

    def button(self, key: str) -> QPushButton | None:
        """The button of a step, None when it is only in the menu or not offered."""
        found = self._buttons.get(key)
        return found if found is not None and not found.isHidden() else None

    def reason(self, key: str) -> str:
        """Why a step may not be taken; empty when it may."""
        steps = (*self._shown_steps(), *self._rest)
        return next((step.reason for step in steps if step.key == key), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other buttons fit."""
        super().resizeEvent(event)
        self._fit()

    def _shown_steps(self) -> tuple[Step, ...]:
        return (*((self._main,) if self._main else ()), *self._secondary)

    def _make(self, step: Step, *, main: bool) -> QPushButton:
        button = QPushButton(f"{step.words}  {step.shortcut}" if step.shortcut else step.words)
        button.setProperty("kind", "main" if main else "")
        button.setAutoDefault(False)
        button.setEnabled(not step.reason)
        button.setToolTip(step.reason)
        button.setAccessibleDescription(step.reason)
        button.clicked.connect(lambda: self.taken.emit(step.key))
        return button

    def _fit(self) -> None:
        room = self.width() - self._more_button.sizeHint().width()
        left_out: list[Step] = []
        for step in self._shown_steps():
            button = self._buttons[step.key]
            room -= button.sizeHint().width() + _GAP
            fits = step is self._main or (room >= 0 and not left_out)
            button.setVisible(fits)
            if not fits:
                left_out.append(step)
        self._fill_menu([*left_out, *self._rest])

    def _fill_menu(self, steps: Sequence[Step]) -> None:
        self.more.clear()
        refused = [step for step in steps if step.reason]
        for step in steps:
            if not step.reason:
                action = self.more.addAction(step.words)
                action.triggered.connect(lambda _=False, key=step.key: self.taken.emit(key))
        many = len(refused) > REFUSED_IN_SIGHT
        self.refused.clear()
        if many:
            self.refused.setTitle(f"暂不能办（{len(refused)} 项）")
            self.more.addMenu(self.refused)
        for step in refused:
            action = (self.refused if many else self.more).addAction(f"{step.words}（{step.reason}）")
            action.setEnabled(False)
        self._more_button.setVisible(bool(steps))
