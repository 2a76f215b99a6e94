"""The first start: the bureau, the people without whom no item can go its way (第二条、第三条), the first passwords.

No password is a default: the administrator's is the person's own, the clerk's is changed at the first sign-in.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.dialogs.password_dialog import RULE, same_twice
from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from ui.widgets.act_dialog import ActDialog
from ui.widgets.field import Field
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.changes import Changes
from yuqing_desktop.core import Core
from yuqing_desktop.domain.signing_in import check_password
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.founding import Member

_HEADING = "建立登记簿"
_RECORD = "科室、平台、领域先按常用的建好，人员和任期随后都可在“设置”中增改（第二条、第三条）"
_ROLES = (Role.CLERK, Role.OFFICE_HEAD, Role.DEPUTY, Role.HEAD, Role.ADMIN, Role.AUDITOR)
_CLERKS = ("clerk_password", "clerk_again")


class FoundingDialog(ActDialog):
    """Accepted once the registry stands; `wants_sample` when a sample was asked for, to be made by the caller."""

    chapter = "start"

    def __init__(self, core: Core, runner: Runner, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent, prompts, title=_HEADING, main="建立登记簿", record=_RECORD, width=720)
        self.wants_sample = False
        self.changes: Changes | None = None
        self._core = core
        self._runner = runner
        around = Surroundings(now=core.clock.now)
        self.form = self.add_form(_fields(core), around)
        self.passwords = self.add_form(_passwords(), around, title="登录密码")
        self.form.changed.connect(lambda _: self._show_passwords())
        self.sample = self.add_button("载入示例登记簿")
        self.sample.setToolTip("先用一份虚构的示例试用；示例在每页和每份文书上都有标记，不须登录")
        self.sample.clicked.connect(self._take_sample)
        self.submitted.connect(self._found)

    def _show_passwords(self) -> None:
        """Whoever is both clerk and administrator has one password."""
        values = self.form.values()
        for key in _CLERKS:
            self.passwords.show_field(key, shown=values["clerk"] != values["admin"] or not values["admin"])

    def _found(self) -> None:
        wrong: dict[str, str] = {}
        values: dict[str, Any] = {}
        for form in self.forms:
            try:
                values |= form.require()
            except BadInput as problem:
                wrong |= problem.fields
        try:
            if wrong:
                raise BadInput(wrong)
            checked(values)
        except BadInput as problem:
            self.show_problem(problem)
            return
        self.set_busy(busy=True)
        self._runner.write(
            founded(self._core, values), self._done, self.show_problem, owner=self, words="正在建立登记簿…"
        )

    def _done(self, changes: Changes) -> None:
        self.changes = changes
        self.accept()

    def _take_sample(self) -> None:
        self.wants_sample = True
        self.accept()


def founded(core: Core, values: dict[str, Any]) -> Callable[[], Changes]:
    """Set the registry up with these people, give the first accounts, then write the bureau's name."""
    members = [Member(values[role.value], role) for role in _ROLES if values[role.value]]

    def do() -> Changes:
        changes = core.founding.found(members)
        clerk, admin = core.people.actor_named(values["clerk"]), core.people.actor_named(values["admin"])
        core.accounts.set_first(admin.person_id, values["admin_password"])
        if clerk.person_id != admin.person_id:
            core.accounts.grant(admin, clerk.person_id, values["clerk_password"])
        core.settings.change(clerk, {"bureau": values["bureau"]})
        return changes

    return do


def checked(values: dict[str, Any]) -> None:
    """Passwords typed twice alike and good enough, before anything is set up. Raises BadInput."""
    keys = ["admin"] if values["clerk"] == values["admin"] else ["admin", "clerk"]
    for key in keys:
        same_twice(values, f"{key}_password", f"{key}_again")
        try:
            check_password(values[f"{key}_password"], values[key])
        except BadInput as problem:
            raise BadInput({f"{key}_password": problem.fields["password"]}) from problem


def _fields(core: Core) -> list[Field]:
    bureau = core.settings.office().bureau
    return [
        Field("bureau", "单位名称", required=True, placeholder=f"例：{bureau}"),
        Field("clerk", "专人", required=True, placeholder="负责登记、转送和统一回复"),
        Field("office_head", "办公室主任", beside=True),
        Field("deputy", "副组长", required=True, placeholder="分管办公室，审批每一件回复"),
        Field("head", "组长", required=True, placeholder="主要领导，审批重要事项", beside=True),
        Field("admin", "管理员", required=True, placeholder="管理账户和备份，可由专人兼任",
              help="管理员、审计员、审批人不能由同一人担任（第十三条）。"),
        Field("auditor", "审计员", placeholder="查阅留痕", beside=True),
    ]  # fmt: skip


def _passwords() -> list[Field]:
    return [
        Field("admin_password", "管理员", "password", required=True, help=RULE),
        Field("admin_again", "确认密码", "password", required=True, beside=True),
        Field("clerk_password", "专人", "password", required=True, help="首次登录时由本人另改。"),
        Field("clerk_again", "确认密码", "password", required=True, beside=True),
    ]
