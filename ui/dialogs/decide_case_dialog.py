"""责任追究 (第十三条): a person confirms or withdraws a situation, in words; the facts stay as they are."""

from typing import Any

from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.domain.accountability import AccountabilityCase, CaseStatus

_VERBS = {CaseStatus.CONFIRMED: "确认", CaseStatus.WITHDRAWN: "撤回"}


class DecideCaseDialog(DeskDialog):
    """Facts for and against in sight; the opinion is asked for."""

    chapter = "accountability"

    def __init__(self, scene: Scene, case: AccountabilityCase, status: CaseStatus) -> None:
        dossier = scene.core.registry.dossier(case.item_id, scene.actor)
        super().__init__(
            scene, title=f"{_VERBS[status]}：{case.clause.label}", main=_VERBS[status], dossier=dossier, width=680,
            record="将记录意见、经办人和时间；确认的是事实，是否追究由局里另行决定（第十三条）",
        )  # fmt: skip
        self._case = case
        self._status = status
        self.add_text("列出的事实", case.supporting)
        self.add_text("应当一并考虑的情况", case.opposing or "记录中没有")
        self.form = self.add_form([Field("comment", "意见", "text", required=True, lines=3)], scene.around())
        self.keep_drafts(f"decide_case.{case.id}", "上次没有写完的意见")

    def job(self, values: dict[str, Any]) -> Job:
        """Record the decision."""
        core, actor, case, op_id = self.scene.core, self.scene.actor, self._case, self.op_id
        return lambda: core.accountability.decide(
            actor, case.id, self._status, values["comment"], op_id=op_id
        )
