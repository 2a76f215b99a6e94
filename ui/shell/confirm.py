"""A decision: the question in words, one button a verb, the safe one the default (E28)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.text_label import TextLabel


class ConfirmDialog(QDialog):
    """After `exec()`, `chosen` is the index of the verb, or None when left with Esc."""

    def __init__(
        self,
        parent: QWidget | None,
        question: str,
        verbs: Sequence[str],
        *,
        detail: str = "",
        safe: int = 0,
        danger: int | None = None,
        main: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen: int | None = None
        self.setWindowTitle("请决定")
        self.setMinimumWidth(380)
        self.setMaximumWidth(640)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(TextLabel(question, role="title", wrap=True))
        if detail:
            column.addWidget(TextLabel(detail, wrap=True))
        column.addSpacing(12)
        column.addLayout(self._buttons(verbs, safe, danger, main))
        self._words = f"{question} {detail}".strip()

    @property
    def words(self) -> str:
        """The question and its details, as read by the person."""
        return self._words

    def _buttons(self, verbs: Sequence[str], safe: int, danger: int | None, main: int | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for number, verb in enumerate(verbs):
            button = QPushButton(verb)
            if number == danger:
                button.setProperty("kind", "danger")
            elif number == main:
                button.setProperty("kind", "main")
            # Enter presses the button that has the keyboard: the safe one at first
            button.setAutoDefault(True)
            button.setDefault(number == safe)
            button.clicked.connect(lambda _=False, index=number: self._choose(index))
            row.addWidget(button)
            if number == safe:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def _choose(self, index: int) -> None:
        self.chosen = index
        self.accept()
