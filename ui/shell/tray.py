"""The tray: a quiet notice from the system, and a menu to open the window or put reminders off."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from ui.shell.appearance import Appearance
from ui.shell.application import NAME
from ui.shell.icons import icon
from ui.shell.snoozes import add_snoozes

SHOWN_MS = 10_000


class Tray(QObject):
    """`opened()` when the person asks for the window, `snoozed(Snooze)` when reminders are put off.

    Where the desktop has no tray nothing is shown, and nobody is told.
    """

    opened = Signal()
    snoozed = Signal(object)

    def __init__(self, window: QWidget, quit_: Callable[[], object]) -> None:
        super().__init__(window)
        self.menu = QMenu(window)
        self.menu.addAction("打开窗口").triggered.connect(lambda: self.opened.emit())
        add_snoozes(self.menu.addMenu("稍后提醒"), self.snoozed.emit)
        self.menu.addSeparator()
        self.menu.addAction("退出").triggered.connect(lambda: quit_())
        self._icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = self._made()

    def notify(self, title: str, words: str) -> None:
        """A notice of the system's own: never a window, never the focus."""
        if self._icon is not None:
            self._icon.showMessage(title, words, self._icon.icon(), SHOWN_MS)

    def say(self, words: str) -> None:
        """What the pointer over the icon is told."""
        if self._icon is not None:
            self._icon.setToolTip(f"{NAME}　{words}" if words else NAME)

    def _made(self) -> QSystemTrayIcon:
        made = QSystemTrayIcon(icon("bell", Appearance.present().tokens.accent), self)
        made.setToolTip(NAME)
        made.setContextMenu(self.menu)
        made.messageClicked.connect(self.opened)
        made.activated.connect(self._activated)
        made.show()
        return made

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()
