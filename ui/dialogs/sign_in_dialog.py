"""登录 (第十三条): who sits here, by the own password; the same dialog opens a locked window again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from ui.widgets.act_dialog import ActDialog
from ui.widgets.field import Field
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.core import Core
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.accounts import SignedIn

_RECORD = (
    "登录、退出和输错的密码都记入留痕；输错三次后须等待再试（第十三条）。"
    "忘记密码的，请管理员和另一人一起在“设置·账户”中重置。"
)


class SignInDialog(ActDialog):
    """`signed` is who signed in, `password` what was typed; both empty before.

    `name` stands chosen at first. `locked`: Esc does not leave, the left button leaves the program (`quits`).
    """

    chapter = "settings"

    def __init__(
        self,
        core: Core,
        runner: Runner,
        prompts: Prompts,
        *,
        name: str = "",
        locked: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent, prompts, title="已锁定" if locked else "登录", main="解锁" if locked else "登录",
            heading=core.settings.office().bureau, record=locked or _RECORD,
            danger="退出程序" if locked else "", width=480,
        )  # fmt: skip
        self.setMinimumWidth(440)
        self.signed: SignedIn | None = None
        self.password = ""
        self.quits = False
        self._core = core
        self._runner = runner
        self._locked = bool(locked)
        self.form = self.add_form(_fields(core), Surroundings(now=core.clock.now))
        self.form.set_values({"name": name or None})
        self.cancel.setVisible(not locked)
        self.cancel.setText("退出  Esc")
        self.submitted.connect(self._sign_in)
        self.turned_down.connect(self._leave)

    @property
    def is_dirty(self) -> bool:
        """What is typed here is nothing to lose."""
        return False

    def reject(self) -> None:
        """A locked window stays locked."""
        if not self._locked:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after the password signs in."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.focusWidget() is self.form.inputs["password"].target:
            self.main.click()
            return
        super().keyPressEvent(event)

    def focus_password(self) -> None:
        """The name stands: what is missing is the password."""
        if self.form.values()["name"]:
            self.form.focus("password")

    def showEvent(self, event: object) -> None:
        """The keyboard goes to what is missing."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.focus_password()

    def _sign_in(self) -> None:
        try:
            values = self.form.require()
        except BadInput as problem:
            self.show_problem(problem)
            return
        self.set_busy(busy=True)
        self.main.setText("正在核对…")
        accounts, name, self.password = self._core.accounts, values["name"], values["password"]
        self._runner.write(
            lambda: accounts.sign_in(name, self.password), self._done, self._refused, owner=self,
            words="正在核对密码…",
        )  # fmt: skip

    def _done(self, signed: SignedIn) -> None:
        self.signed = signed
        self.set_busy(busy=False)
        self.accept()

    def _refused(self, problem: object) -> None:
        self.main.setText(f"{'解锁' if self._locked else '登录'}  Ctrl+Enter")
        self.form.inputs["password"].set_value("")
        self.show_problem(problem)  # type: ignore[arg-type]
        self.form.focus("password")

    def _leave(self) -> None:
        self.quits = True
        QDialog.reject(self)


def _fields(core: Core) -> list[Field]:
    names = [(name, name) for name in core.accounts.names()]
    return [
        Field("name", "姓名", "choice", required=True, choices=names),
        Field("password", "密码", "password", required=True),
    ]
