"""责任追究 (第十三条): a situation （三）（四） a person enters against an item, as facts."""

from typing import Any

from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.accountability import Clause
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.services.accountability import entered

_NEWEST = 200


class EnterCaseDialog(DeskDialog):
    """Which item, which situation, what happened."""

    chapter = "accountability"

    def __init__(self, scene: Scene) -> None:
        super().__init__(
            scene, title="登记责任追究情形", main="登记", width=680,
            record="只写事实、时间和出处，不写结论；登记后待核，由人确认或撤回（第十三条）",
        )  # fmt: skip
        registry = scene.core.registry
        rows = registry.page(registry.ids(Filter(), limit=_NEWEST))
        clauses = [(clause, clause.label) for clause in Clause if not clause.is_found]
        self.form = self.add_form(
            [
                Field("item", "事项", required=True, suggestions=[f"{row.number} {row.title}" for row in rows],
                      placeholder="编号或标题中的字"),
                Field("clause", "情形", "segmented", required=True, choices=clauses),
                Field("words", "事实", "text", required=True, lines=5, placeholder="何时、何人、何事，依据哪份材料"),
            ],
            scene.around(),
        )  # fmt: skip
        self.keep_drafts("enter_case", "上次没有登记完的情形")

    def job(self, values: dict[str, Any]) -> Job:
        """Lay it to the item."""
        core, actor, op_id = self.scene.core, self.scene.actor, self.op_id

        def enter() -> Changes:
            item = core.registry.by_number(values["item"].split()[0])
            return core.accountability.take_up(
                actor, entered(values["clause"], item, values["words"]), op_id=op_id
            )

        return enter
