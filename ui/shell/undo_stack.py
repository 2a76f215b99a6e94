"""撤销 and 重做 (E36): what this person did at this window, named in the menu; acts of the regulation are not among it."""

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from ui.shell.window import MainWindow
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.undoing import ORDINARY, why_not
from yuqing_desktop.domain.vocabulary import Act

if TYPE_CHECKING:
    from ui.pages.seat import Seat

_STEPS = 100
_LISTS = ("settings", "import")


class _Deed(NamedTuple):
    """An audit event and what taking it back is called."""

    event: int
    words: str


class UndoStack(QObject):
    """A child of the window."""

    def __init__(self, seat: "Seat", window: MainWindow) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._done: deque[_Deed] = deque(maxlen=_STEPS)
        self._undone: deque[_Deed] = deque(maxlen=_STEPS)
        self._why = ""
        self._taking = False
        seat.hub.changed.connect(self._take)
        self._show()

    def _take(self, changes: Changes) -> None:
        """Another act was saved: it can be taken back, or stands in the way of what was done before it."""
        if self._taking:
            return
        if changes.act in ORDINARY or changes.act in _LISTS:
            words = self._seat.core.undoing.what(changes.event)
            if words:
                self._done.append(_Deed(changes.event, words))
                self._undone.clear()
                self._why = ""
        elif changes.act in set(Act):
            self._forget(why_not(Act(changes.act)))
        elif changes.act == "undo_import":
            self._forget("")
        self._show()

    def _forget(self, why: str) -> None:
        self._done.clear()
        self._undone.clear()
        self._why = why

    def _go(self, source: deque[_Deed], target: deque[_Deed], verb: str) -> None:
        deed, core, actor = source.pop(), self._seat.core, self._seat.actor
        self._show()
        self._seat.runner.write(
            lambda: core.undoing.undo(actor, deed.event),
            lambda changes: self._went(deed, changes, target, verb),
            owner=self,
        )

    def _went(self, deed: _Deed, changes: Changes, target: deque[_Deed], verb: str) -> None:
        if self._seat.core.undoing.what(changes.event):
            target.append(_Deed(changes.event, deed.words))
        self._taking = True
        try:
            self._seat.hub.changed.emit(changes)
        finally:
            self._taking = False
        self._show()
        self._window.banner.success(f"已{verb}：{deed.words}")

    def _show(self) -> None:
        ways = (("undo", "撤销", self._done, self._undone), ("redo", "重做", self._undone, self._done))
        for key, verb, source, target in ways:
            words = f"{verb}：{source[-1].words}" if source else verb
            run = partial(self._go, source, target, verb) if source else None
            self._window.actions_.offer(key, words, run, reason=self._why if key == "undo" else "")
