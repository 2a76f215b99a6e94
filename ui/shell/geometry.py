"""Remembers where things stood on this machine: window, splitters, columns (E1)."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter
from shiboken6 import isValid

_STANDARD = QSize(1280, 760)
_FRAME = QSize(16, 48)
"""What a desktop puts round a window; it is not known before the window is shown."""


class Geometry:
    """Kept in an ini file of the machine, not in the registry."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._standard: list[tuple[QSplitter, QByteArray]] = []

    def save_window(self, window: QMainWindow) -> None:
        """Keep the window's place, size, screen and whether it fills it."""
        self._settings.setValue("window/geometry", window.saveGeometry())

    def restore_window(self, window: QMainWindow) -> None:
        """Put the window back; one that would be off every screen comes back onto the first."""
        saved = self._settings.value("window/geometry", type=QByteArray)
        if not isinstance(saved, QByteArray) or not window.restoreGeometry(saved):
            window.resize(_standard_size())
        rescue(window)

    def save_splitter(self, name: str, splitter: QSplitter) -> None:
        """Keep a splitter's sizes."""
        self._settings.setValue(f"splitter/{name}", splitter.saveState())

    def restore_splitter(self, name: str, splitter: QSplitter) -> bool:
        """Put a splitter back; False when nothing was kept. As it stands now is its standard layout."""
        self._standard = [held for held in self._standard if isValid(held[0])]
        self._standard.append((splitter, splitter.saveState()))
        saved = self._settings.value(f"splitter/{name}", type=QByteArray)
        return isinstance(saved, QByteArray) and splitter.restoreState(saved)

    def save_layout(self, name: str, text: str) -> None:
        """Keep a piece of the layout that is text (columns, a pane that is hidden)."""
        self._settings.setValue(f"layout/{name}", text)

    def layout(self, name: str) -> str:
        """A piece of the layout kept before; empty when there is none."""
        return str(self._settings.value(f"layout/{name}", "", type=str))

    def save_text(self, name: str, text: str) -> None:
        """Keep a piece of state that is text (the look, a person's views)."""
        self._settings.setValue(f"text/{name}", text)

    def text(self, name: str, default: str = "") -> str:
        """A piece of state kept before."""
        return str(self._settings.value(f"text/{name}", default, type=str))

    def forget_layout(self) -> None:
        """Back to the standard layout (布局, E5), splitters in sight among it; the look and the views are kept."""
        for group in ("window", "splitter", "layout"):
            self._settings.remove(group)
        for splitter, standard in self._standard:
            if isValid(splitter):
                splitter.restoreState(standard)

    def sync(self) -> None:
        """Write to disk now."""
        self._settings.sync()


def _standard_size() -> QSize:
    screen = QGuiApplication.primaryScreen()
    return _STANDARD.boundedTo(screen.availableSize() - _FRAME)


def rescue(window: QMainWindow) -> None:
    """Move a window whose title bar no screen shows onto the first screen, and no larger than it."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    handle = QRect(window.x(), window.y(), window.width(), 40)
    if any(_shows_enough(screen, handle) for screen in screens) or not screens:
        return
    first = screens[0]
    window.resize(min(window.width(), first.width()), min(window.height(), first.height()))
    window.move(first.topLeft())


def _shows_enough(screen: QRect, handle: QRect) -> bool:
    seen = screen.intersected(handle)
    return seen.width() >= 120 and seen.height() >= 20
