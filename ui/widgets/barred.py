"""What the person at the window may not use: grey, and it says why."""

from PySide6.QtWidgets import QWidget


def bar(reason: str, *parts: QWidget) -> None:
    """Grey these for good and tell the reason to the pointer and the screen reader; nothing where there is none."""
    if not reason:
        return
    for part in parts:
        part.setEnabled(False)
        part.setToolTip(reason)
        part.setAccessibleDescription(reason)
