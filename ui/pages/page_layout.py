"""How pages are laid out alike: the margins, a head with title, hint and buttons, a list beside its details."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget


def page_column(page: QWidget) -> QVBoxLayout:
    """The column a page's parts stand in."""
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 14, 24, 12)
    column.setSpacing(12)
    return column


def named(title: QWidget, hint: QWidget) -> QVBoxLayout:
    """A title with its hint close below."""
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title)
    words.addWidget(hint)
    return words


def headed(title: QWidget, hint: QWidget, *buttons: QPushButton) -> QHBoxLayout:
    """The head of a page: its words to the left, its buttons at the top to the right."""
    head = QHBoxLayout()
    head.addLayout(named(title, hint), 1)
    for button in buttons:
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return head


def fill_beside(splitter: QSplitter, left: QWidget, right: QWidget, sizes: Sequence[int]) -> None:
    """A list and the details of what is picked in it; neither can be pushed away."""
    for half in (left, right):
        splitter.addWidget(half)
    splitter.setChildrenCollapsible(False)
    splitter.setSizes(list(sizes))
