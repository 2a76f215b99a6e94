"""A name for a view of the registry's list."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from ui.shell.prompts import Prompts
from ui.widgets.act_dialog import ActDialog
from ui.widgets.field import Field
from ui.widgets.inputs.surroundings import Surroundings
from yuqing_desktop.problems import BadInput

_LONGEST = 16
_RECORD = "视图只保存在本机，记下当前的筛选、列和排序，不影响任何事项"


class ViewNameDialog(ActDialog):
    """`name` is what was typed once accepted; a name in `taken` is refused."""

    chapter = "register"

    def __init__(
        self,
        parent: QWidget,
        prompts: Prompts,
        around: Surroundings,
        *,
        title: str,
        name: str,
        taken: Collection[str],
    ) -> None:
        super().__init__(parent, prompts, title=title, main="保存", record=_RECORD, width=560)
        self.name = name
        self._taken = taken
        field = Field("name", "名称(&M)", required=True, longest=_LONGEST, placeholder="例：本周重要未回复")
        self.form = self.add_form([field], around)
        self.form.set_values({"name": name})
        self.submitted.connect(self._take)

    def _take(self) -> None:
        name = " ".join(str(self.form.values().get("name") or "").split())
        wrong = "请填写名称" if not name else f"已有“{name}”，请换一个名称" if name in self._taken else ""
        if wrong:
            self.show_problem(BadInput({"name": wrong}))
            return
        self.name = name
        self.accept()
