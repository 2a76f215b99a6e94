"""修改密码 (第十三条): one's own, the old one first; the signing key goes on under the new one."""

from PySide6.QtWidgets import QWidget

from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from ui.widgets.act_dialog import ActDialog
from ui.widgets.field import Field
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.changes import Changes
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.problems import BadInput

RULE = "至少8位，不能全是数字，不能含有姓名。"
_MUST = "现在的密码由他人设定，请先改为只有本人知道的密码（第十三条）"
_RECORD = "只记录修改过密码，不记录密码本身（第十三条）"


class PasswordDialog(ActDialog):
    """`changes` holds what came of it. `old`: the password just signed in with, given by others, to be changed now."""

    chapter = "settings"

    def __init__(
        self,
        core: Core,
        runner: Runner,
        prompts: Prompts,
        actor: Actor,
        *,
        old: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent, prompts, title="修改密码", main="修改密码", heading=actor.title,
            record=_MUST if old else _RECORD, width=520,
        )  # fmt: skip
        self.changes: Changes | None = None
        self._core = core
        self._runner = runner
        self._actor = actor
        self._old = old
        self.form = self.add_form(_fields(old), Surroundings(now=core.clock.now))
        self.submitted.connect(self._change)

    @property
    def is_dirty(self) -> bool:
        """What is typed here is nothing to lose."""
        return False

    def _change(self) -> None:
        try:
            values = same_twice(self.form.require(), "password", "again")
        except BadInput as problem:
            self.show_problem(problem)
            return
        accounts, actor, old, new = (
            self._core.accounts, self._actor, self._old or values["old"], values["password"],
        )  # fmt: skip
        self.set_busy(busy=True)
        self._runner.write(
            lambda: accounts.change_password(actor, old, new), self._done, self.show_problem, owner=self
        )

    def _done(self, changes: Changes) -> None:
        self.changes = changes
        self.accept()


def same_twice(values: dict[str, str], first: str, second: str) -> dict[str, str]:
    """The values, where a new password was typed twice alike. Raises BadInput."""
    if values[first] != values[second]:
        raise BadInput({second: "两次输入的密码不同"})
    return values


def _fields(old: str) -> list[Field]:
    new = [
        Field("password", "新密码", "password", required=True, help=RULE),
        Field("again", "确认密码", "password", required=True),
    ]
    return new if old else [Field("old", "原密码", "password", required=True), *new]
