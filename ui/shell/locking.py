"""锁定 (第十三条): by key, and when nobody touched the program for a while; the window stays as it is beneath.

The timer only asks the clock. Windows are watched one by one: a filter on the whole program would see every paint.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
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
_WHY = "程序已锁定，窗口里的内容原样保留；由本人解锁，或换人登录。"
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
        self._touched = seat.now
        self._is_locked = False
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
            self._touched = self._seat.now
        return False

    def look(self) -> None:
        """Lock when nobody was there for the minutes of the setting; 0 for never."""
        minutes = self._seat.core.settings.office().lock_minutes
        idle = self._seat.now - self._touched
        if minutes and idle >= timedelta(minutes=minutes) and self._window.isVisible():
            self.lock()

    def lock(self) -> None:
        """Cover every window and ask who goes on."""
        if self._is_locked:
            return
        self._is_locked = True
        seat, dialogs = self._seat, _open_dialogs()
        _keep_drafts(dialogs)
        covers = [LockCover(held) for held in (self._window, *dialogs)]
        seat.runner.write(lambda: seat.core.accounts.sign_out(seat.actor), owner=self)
        try:
            goes_on = self._asked(dialogs)
        finally:
            for cover in covers:
                cover.hide()
                cover.deleteLater()
            self._is_locked = False
            self._touched = seat.now
        if goes_on is not None and goes_on.person_id == seat.actor.person_id:
            return
        _close(dialogs)
        # Dialogs under way unwind first; they were waiting for this one.
        QTimer.singleShot(0, self, lambda: self._leave(goes_on))

    def _asked(self, dialogs: list[QDialog]) -> Actor | None:
        """Who signs in; None to leave the program. Whoever does not change a given password is asked again."""
        seat, over = self._seat, dialogs[-1] if dialogs else self._window
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
        if actor is None:
            self._window.close()
        else:
            self._take_over(actor)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)


def _open_dialogs() -> list[QDialog]:
    """The dialogs under way, the outermost first."""
    tops: list[QWidget] = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, QDialog) and one.isVisible()]


def _keep_drafts(dialogs: list[QDialog]) -> None:
    """What was typed since the keyboard last left a field."""
    for dialog in dialogs:
        if isinstance(dialog, DeskDialog) and dialog.keeper is not None:
            dialog.keeper.keep()


def _close(dialogs: list[QDialog]) -> None:
    """Without asking, and without the word that would throw their drafts away."""
    for dialog in reversed(dialogs):
        dialog.blockSignals(True)
        dialog.done(QDialog.DialogCode.Rejected.value)
