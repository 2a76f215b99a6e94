"""The next step as the one filled button, two others, the rest under 更多 with their reasons (E3)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.step import Step
from ui.widgets.text_label import TextLabel

SECONDARY = 2


class StepBar(QWidget):
    """`taken(key)` fires when a step is pressed. The main step that may not be taken says why beneath."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._why = TextLabel("", role="warn", wrap=True)
        self.more = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._row)
        column.addWidget(self._why)
        self._why.hide()

    def show_steps(
        self, main: Step | None, secondary: Sequence[Step] = (), rest: Sequence[Step] = ()
    ) -> None:
        """Offer these: `main` filled, `secondary` beside it, `rest` in the menu; refused ones greyed."""
        self._clear()
        self._steps = [*([main] if main else []), *secondary, *rest]
        if main is not None:
            self._add_button(main, kind="main")
            self._why.setText(f"暂不能{main.words.rstrip('…')}：{main.reason}" if main.reason else "")
        self._why.setVisible(bool(main and main.reason))
        for step in secondary[:SECONDARY]:
            self._add_button(step)
        self._fill_menu([*secondary[SECONDARY:], *rest])

    def button(self, key: str) -> QPushButton | None:
        """The button of a step, None when it is in the menu or not offered."""
        found: QPushButton | None = self._row.findChild(QPushButton, key)
        return found

    def reason(self, key: str) -> str:
        """Why a step may not be taken; empty when it may."""
        return next((step.reason for step in self._steps if step.key == key), "")

    def _add_button(self, step: Step, *, kind: str = "") -> None:
        button = QPushButton(f"{step.words}  {step.shortcut}" if step.shortcut else step.words)
        button.setObjectName(step.key)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        button.setEnabled(not step.reason)
        button.setToolTip(step.reason)
        button.setAccessibleDescription(step.reason)
        button.clicked.connect(lambda: self.taken.emit(step.key))
        self._flow.addWidget(button)

    def _fill_menu(self, steps: Sequence[Step]) -> None:
        if not steps:
            return
        for step in sorted(steps, key=lambda held: bool(held.reason)):
            words = f"{step.words}（{step.reason}）" if step.reason else step.words
            action = self.more.addAction(words)
            action.setEnabled(not step.reason)
            action.triggered.connect(lambda _=False, key=step.key: self.taken.emit(key))
        more = QPushButton("更多")
        more.setProperty("menu", True)
        more.setMenu(self.more)
        self._flow.addWidget(more)

    def _clear(self) -> None:
        self.more.clear()
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
