"""Tells every page what an act changed."""

from PySide6.QtCore import QObject, Signal


class Hub(QObject):
    """`changed` carries the Changes (yuqing_desktop.changes) of each act that was saved.

    `views_changed()` fires when the person's saved views are others. `delivered(words, path)` tells of a file
    that was made, `trouble(problem)` of one that was not.
    """

    changed = Signal(object)
    views_changed = Signal()
    delivered = Signal(str, object)
    trouble = Signal(object)
