"""Sets the guards of a window to work: the lock, the copies, a restore, another person at the seat."""

from PySide6.QtGui import QGuiApplication

from ui.dialogs.act_desk import ActDesk
from ui.pages.seat import Seat
from ui.shell.backing_up import BackingUp
from ui.shell.open_window import FIRST, frame
from ui.shell.start_words import StartWords
from ui.shell.window import MainWindow
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.problems import Refused


def guard(window: MainWindow, seat: Seat, acts: ActDesk) -> None:
    """Copies by themselves and on demand; where people sign in, the lock."""
    backing = BackingUp(seat, window)
    StartWords(seat, window)
    window.bind(
        {
            "backup": backing.back_up,
            "restore_backup": lambda: ask_for_restore(window, seat),
            **({"checkup": lambda: window.open("checkup")} if "checkup" in window.keys else {}),
            "actor": lambda: change_actor(window, seat, acts),
        }
    )
    if seat.core.accounts.asks_for_sign_in():
        from ui.shell.locking import Locking

        locking = Locking(seat, window, lambda actor: take_over(window, seat, actor, asks=False))
        window.bind({"lock": locking.lock})


def ask_for_restore(window: MainWindow, seat: Seat) -> None:
    """The window closes; who opened it puts the backup in place and opens anew."""
    from ui.dialogs.restore_dialog import RestoreDialog
    from yuqing_desktop.services.restore import Restore

    try:
        seat.core.backing.require_restorer(seat.actor)
        restore = Restore(seat.core.paths, seat.core.clock)
        dialog = RestoreDialog(restore, seat.actor, seat.runner, seat.prompts, window)
    except Refused as problem:
        window.banner.problem(problem)
        return
    if seat.prompts.show(dialog):
        window.restore_wanted = dialog.wanted
        if not window.close():
            window.restore_wanted = None
    dialog.deleteLater()


def change_actor(window: MainWindow, seat: Seat, acts: ActDesk) -> None:
    """Another person sits down."""
    chosen = acts.choose_actor()
    if chosen is None or chosen == seat.actor:
        return
    if seat.core.accounts.asks_for_sign_in():
        seat.runner.write(lambda: seat.core.accounts.sign_out(seat.actor), owner=window)
    take_over(window, seat, chosen, asks=True)


def take_over(window: MainWindow, seat: Seat, chosen: Actor, *, asks: bool) -> None:
    """A new window in the old one's place, which goes with all that acts in the other person's name."""
    QGuiApplication.setQuitOnLastWindowClosed(False)
    if window.make_room(asks=asks):
        window.successor = frame(seat.core, chosen, seat.geometry, seat.runner)
        window.successor.show()
        window.successor.open(window.front if window.successor.has(window.front) else FIRST)
        window.deleteLater()
    QGuiApplication.setQuitOnLastWindowClosed(True)
