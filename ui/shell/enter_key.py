"""Enter presses the button that has the keyboard, in the window as in every dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


def press_by_enter(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Whether it was pressed; what is chosen or ticked is left to its own keys."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not isinstance(focused, QAbstractButton) or focused.isCheckable():
        return False
    focused.click()
    return True
