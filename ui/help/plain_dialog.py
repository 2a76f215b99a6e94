"""A dialog that only shows: a title, what it has to say, 关闭."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.scrolled import scrolled
from ui.widgets.text_label import TextLabel


class PlainDialog(QDialog):
    """What is put into `body` scrolls; `add_button` puts one left of 关闭."""

    def __init__(self, title: str, parent: QWidget | None, *, width: int, height: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 8, 0)
        self.body.setSpacing(12)
        self.close_button = QPushButton("关闭")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(title, role="title"))
        column.addWidget(scrolled(inside, title), 1)
        column.addLayout(self._buttons)
        room = self.screen().availableGeometry().size()
        self.resize(min(width, room.width() - 40), min(height, room.height() - 60))

    def add_button(self, words: str) -> QPushButton:
        """Another button."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button
