"""The first start: the bureau and the people without whom no item can go its way (第二条、第三条), or a sample."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from ui.widgets.act_dialog import ActDialog
from ui.widgets.field import Field
from ui.widgets.inputs.make_input import Surroundings
from yuqing_desktop.changes import Changes
from yuqing_desktop.core import Core
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.founding import Member

_HEADING = "建立登记簿"
_RECORD = "科室、平台、领域先按常用的建好，人员和任期随后都可在“设置”中增改（第二条、第三条）"
_ROLES = (
    ("clerk", Role.CLERK),
    ("office_head", Role.OFFICE_HEAD),
    ("deputy", Role.DEPUTY),
    ("head", Role.HEAD),
)


class FoundingDialog(ActDialog):
    """Accepted once the registry stands; `wants_sample` when a sample was asked for, to be made by the caller."""

    def __init__(self, core: Core, runner: Runner, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent, prompts, title=_HEADING, main="建立登记簿", record=_RECORD, width=640)
        self.wants_sample = False
        self.changes: Changes | None = None
        self._core = core
        self._runner = runner
        self.form = self.add_form(_fields(core), Surroundings(now=core.clock.now))
        self.sample = self.add_button("载入示例登记簿")
        self.sample.setToolTip("先用一份虚构的示例试用；示例在每页和每份文书上都有标记")
        self.sample.clicked.connect(self._take_sample)
        self.submitted.connect(self._found)

    def _found(self) -> None:
        try:
            values = self.form.require()
        except BadInput as problem:
            self.show_problem(problem)
            return
        self.set_busy(busy=True)
        self._runner.write(founded(self._core, values), self._done, self.show_problem, owner=self)

    def _done(self, changes: Changes) -> None:
        self.changes = changes
        self.accept()

    def _take_sample(self) -> None:
        self.wants_sample = True
        self.accept()


def founded(core: Core, values: dict[str, Any]) -> Callable[[], Changes]:
    """Set the registry up with these people, then write the bureau's name."""
    members = [Member(values[key], role) for key, role in _ROLES if values[key]]

    def do() -> Changes:
        changes = core.founding.found(members)
        core.settings.change(core.people.actor_named(values["clerk"]), {"bureau": values["bureau"]})
        return changes

    return do


def _fields(core: Core) -> list[Field]:
    bureau = core.settings.office().bureau
    return [
        Field("bureau", "单位名称", required=True, placeholder=f"例：{bureau}"),
        Field("clerk", "专人", required=True, placeholder="负责登记、转送和统一回复的人"),
        Field("office_head", "办公室主任"),
        Field("deputy", "副组长", required=True, placeholder="分管办公室的领导，审批每一件回复"),
        Field("head", "组长", required=True, placeholder="主要领导，审批重要事项的回复"),
    ]
