"""Reminders (E31): at half, four fifths and the whole of a duty's time; in office hours only, never modal.

The timer only asks the clock: a timer that slept with the machine would say the wrong hour. After sleep, and at the
start, everything is said at once in one digest.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.shell.tray import Tray
from ui.shell.window import MainWindow
from ui.wording.reminders import digest, one
from yuqing_desktop.domain.reminders import Reminder, Snooze

if TYPE_CHECKING:
    from ui.pages.seat import Seat

LOOKS_EVERY_MS = 15_000
SLEPT = timedelta(minutes=5)
_KEPT = "reminders_quiet_until"


class Reminding(QObject):
    """A child of the window; `look()` compares clocks and says what is new since it last spoke."""

    def __init__(self, seat: "Seat", window: MainWindow, tray: Tray) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._tray = tray
        self._said: dict[int, float] = {}
        self._looked: datetime | None = None
        tray.snoozed.connect(self.put_off)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOKS_EVERY_MS)

    @property
    def quiet_until(self) -> datetime | None:
        """Until when the person put reminders off; kept on this machine."""
        kept = self._seat.geometry.text(_KEPT)
        return datetime.fromisoformat(kept) if kept else None

    def put_off(self, snooze: Snooze) -> None:
        """Keep quiet for a while."""
        until = snooze.until(self._seat.now, self._seat.core.settings.rules().calendar)
        self._seat.geometry.save_text(_KEPT, until.isoformat())
        self._said.clear()
        self._window.banner.success(f"{until:%m-%d %H:%M} 再提醒")

    def look(self) -> None:
        """Once a minute of the clock; nothing outside office hours or while put off."""
        if self._window.is_locked:  # what is due is not for whoever passes by
            return
        now, before = self._seat.now, self._looked
        if before is not None and now.replace(second=0) == before.replace(second=0):
            return
        self._looked = now
        if not self._may_speak(now):
            return
        woke = before is None or now - before > SLEPT or now < before
        core = self._seat.core
        self._seat.runner.read(core.reminders.due, lambda due: self._say(due, woke=woke), owner=self)

    def _may_speak(self, now: datetime) -> bool:
        until = self.quiet_until
        return self._seat.core.reminders.may_speak() and (until is None or now >= until)

    def _say(self, due: tuple[Reminder, ...], *, woke: bool) -> None:
        fresh = [one_ for one_ in due if woke or one_.share > self._said.get(one_.duty_id, 0.0)]
        self._said = {reminder.duty_id: reminder.share for reminder in due}
        self._tray.say(f"{len(due)} 项待办须留意" if due else "")
        if not fresh:
            return
        words = one(fresh[0], self._seat.now) if len(fresh) == 1 and not woke else digest(fresh)
        self._tray.notify("时限提醒", words)
        self._window.banner.remind(words, see=lambda: self._window.open("today"), put_off=self.put_off)
