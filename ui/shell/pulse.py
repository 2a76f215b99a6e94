"""The window's pulse: counts in the rail, the calendar's reach, every minute and after every act."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.pages.registry.kept_views import kept_views
from ui.shell.marks import Mark, marks, view_marks
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from ui.pages.seat import Seat

BEAT_MS = 60_000
_WARN_DAYS = 45


class Pulse(QObject):
    """A child of the window."""

    def __init__(self, seat: "Seat", window: MainWindow) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.beat() if window.isVisible() else None)
        self._timer.start(BEAT_MS)
        seat.hub.changed.connect(lambda _: self.beat())
        seat.hub.views_changed.connect(self.beat)
        self.beat()

    def beat(self) -> None:
        """Count anew."""
        core = self._seat.core
        views = kept_views(self._seat.geometry, self._seat.actor)
        self._seat.runner.read(lambda: marks(core) | view_marks(core, views), self._show, owner=self)
        self._show_calendar()

    def _show(self, found: dict[str, Mark]) -> None:
        for key, mark in found.items():
            self._window.rail.show_count(key, mark.words, mark.tone)

    def _show_calendar(self) -> None:
        calendar, today = self._seat.core.settings.rules().calendar, self._seat.now.date()
        year = today.year
        while calendar.is_published(year):
            year += 1
        if year == today.year:
            self._window.status.show_calendar(f"{year}年日历未公布", warn=True)
            return
        last = today.replace(year=year - 1, month=12, day=31)
        self._window.status.show_calendar(f"日历至 {last}", warn=(last - today).days < _WARN_DAYS)
