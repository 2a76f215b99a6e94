"""Signing in as a whole: the name and password, and where others gave the password a new one at once."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.password_dialog import PasswordDialog
from ui.dialogs.sign_in_dialog import SignInDialog
from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor


def signed_in(
    core: Core, runner: Runner, prompts: Prompts, *, name: str = "", parent: QWidget | None = None
) -> Actor | None:
    """Who signed in; None when it was left."""
    dialog = SignInDialog(core, runner, prompts, name=name, parent=parent)
    if not prompts.show(dialog):
        return None
    return settled(core, runner, prompts, dialog, parent)


def settled(
    core: Core, runner: Runner, prompts: Prompts, dialog: SignInDialog, parent: QWidget | None = None
) -> Actor | None:
    """The person of an accepted dialog, once a password given by others was changed; else signed out again."""
    signed, password = dialog.signed, dialog.password
    dialog.deleteLater()
    if signed is None or not signed.must_change:
        return signed.actor if signed else None
    change = PasswordDialog(core, runner, prompts, signed.actor, old=password, parent=parent)
    if prompts.show(change):
        return signed.actor
    core.accounts.sign_out(signed.actor)
    return None
