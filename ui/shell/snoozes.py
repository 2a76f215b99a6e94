"""The ways to put reminders off, as entries of a menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from yuqing_desktop.domain.reminders import Snooze


def add_snoozes(menu: QMenu, put_off: Callable[[Snooze], object]) -> None:
    """15 分钟, 1 小时, 明早 as entries of a menu."""
    for snooze in Snooze:
        menu.addAction(snooze.label).triggered.connect(lambda _=False, held=snooze: put_off(held))
