"""Tells every page what an act changed."""

from PySide6.QtCore import QObject, Signal


class Hub(QObject):
    """`changed` carries the Changes (yuqing_desktop.changes) of each act that was saved.

    `views_changed()` fires when the person's saved views are others.
    """

    changed = Signal(object)
    views_changed = Signal()
