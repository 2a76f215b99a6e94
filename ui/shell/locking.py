"""锁定 (第十三条): by key, and when nobody touched the program for a while; the window stays as it is beneath.

The timer only asks the clocks. Windows are watched one by one: a filter on the whole program would see every paint.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.dialogs.desk_dialog import DeskDialog
from ui.dialogs.sign_in_dialog import SignInDialog
from ui.dialogs.sign_in_steps import settled
from ui.shell.lock_cover import LockCover
from ui.shell.window import MainWindow
from yuqing_desktop.domain.people import Actor

if TYPE_CHECKING:
    from ui.pages.seat import Seat

LOOKS_EVERY_MS = 10_000
_TOUCHED = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}
)
_WHY = "程序已锁定，窗口里的内容原样保留；由本人解锁，或换人登录（设置中没有保存的改动则不保留）。"
_WHY_OPEN = (
    "程序已锁定，未办完的窗口原样保留，由本人解锁可接着办；换人登录则所填内容留作本人的草稿"
    "（密码和所选文件除外），下次打开同一窗口时可以继续。"
)


class Locking(QObject):
    """A child of the window. `take_over(actor)` puts another person's window in its place."""

    def __init__(self, seat: "Seat", window: MainWindow, take_over: Callable[[Actor], object]) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._take_over = take_over
        self._day = seat.now.date()
        self._touch()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOKS_EVERY_MS)
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)

    @property
    def actor(self) -> Actor:
        """Who is signed in here."""
        return self._seat.actor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there."""
        if event.type() in _TOUCHED:
            self._touch()
        return False

    def look(self) -> None:
        """Lock when nobody was there for the minutes of the setting (0 for never), and when a post began or ended."""
        if not self._window.isVisible() or self._window.is_locked:
            return
        minutes = self._seat.core.settings.office().lock_minutes
        if (minutes and self._idle() >= timedelta(minutes=minutes)) or self._is_another_day():
            self.lock()

    def lock(self) -> None:
        """Cover every window and ask who goes on."""
        if self._window.is_locked:
            return
        self._window.is_locked = True
        _close_popups()
        seat, dialogs = self._seat, _open_dialogs()
        _keep_drafts(dialogs)
        covers = [LockCover(held) for held in (self._window, *dialogs)]
        seat.runner.hold()
        seat.runner.write(lambda: seat.core.accounts.sign_out(seat.actor), owner=self)
        goes_on: Actor | None = None
        try:
            goes_on = self._asked(dialogs)
        finally:
            if goes_on == seat.actor:
                self._go_on(covers)
            else:
                _close(dialogs)
                # Dialogs under way unwind first; they were waiting for this one.
                QTimer.singleShot(0, self, lambda: self._leave(goes_on))

    def _go_on(self, covers: list[LockCover]) -> None:
        for cover in covers:
            cover.hide()
            cover.deleteLater()
        self._window.is_locked = False
        self._touch()
        self._seat.runner.release(deliver=True)

    def _asked(self, dialogs: list[QDialog]) -> Actor | None:
        """Who signs in; None to leave the program. Whoever does not change a given password is asked again."""
        seat, modal = self._seat, QApplication.activeModalWidget()
        over = modal if isinstance(modal, QDialog) else self._window
        while True:
            dialog = SignInDialog(
                seat.core, seat.runner, seat.prompts, name=seat.actor.name,
                locked=_WHY_OPEN if dialogs else _WHY, parent=over,
            )  # fmt: skip
            accepted = seat.prompts.show(dialog)
            if not accepted and dialog.quits:
                dialog.deleteLater()
                return None
            actor = settled(seat.core, seat.runner, seat.prompts, dialog, over)
            if actor is not None:
                return actor

    def _leave(self, actor: Actor | None) -> None:
        self._seat.runner.release(deliver=False)
        if actor is None:
            self._window.make_room(asks=False)
        else:
            self._take_over(actor)

    def _touch(self) -> None:
        self._touched, self._ticks = self._seat.now, self._seat.core.clock.ticks()

    def _idle(self) -> timedelta:
        """By the clock or by the machine's own count, whichever says longer: a clock set back opens no time."""
        counted = timedelta(seconds=self._seat.core.clock.ticks() - self._ticks)
        return max(self._seat.now - self._touched, counted)

    def _is_another_day(self) -> bool:
        """Whether the posts of today are others than those this person signed in with."""
        today = self._seat.now.date()
        if today == self._day:
            return False
        self._day = today
        return self._seat.core.entrance.actor(self.actor.person_id) != self.actor

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)


def _close_popups() -> None:
    """Menus, lists of choices, calendars: nothing was decided in them yet."""
    passing = (Qt.WindowType.Popup, Qt.WindowType.Tool, Qt.WindowType.ToolTip)
    tops: list[QWidget] = QApplication.topLevelWidgets()
    for one in tops:
        if one.isVisible() and one.windowType() in passing:
            one.close()


def _open_dialogs() -> list[QDialog]:
    """The dialogs under way."""
    tops: list[QWidget] = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, QDialog) and one.isVisible()]


def _keep_drafts(dialogs: list[QDialog]) -> None:
    """What was typed since the keyboard last left a field."""
    for dialog in dialogs:
        if isinstance(dialog, DeskDialog) and dialog.keeper is not None:
            dialog.keeper.keep()


def _close(dialogs: list[QDialog]) -> None:
    """Without asking, and without the word that would throw their drafts away."""
    for dialog in dialogs:
        dialog.blockSignals(True)
        dialog.done(QDialog.DialogCode.Rejected.value)
