"""转送、改派 (第八条): to whom, how urgent, what is asked; the promised time stands there before sending."""

from typing import Any

from ui.dialogs.choices import sections, words
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from ui.wording.moments import length, moment
from yuqing_desktop.changes import joined
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act, Level, Urgency
from yuqing_desktop.services.transfer import Sending, promised_feedback

_RECORD = {
    Act.TRANSFER: "将编号转送单，反馈时限印在单上，以单上的时间为准（第八条）",
    Act.REASSIGN: "原转送单作废但保留编号，按新单转送；将记录改派理由（第八条）",
}


class TransferDialog(DeskDialog):
    """A new slip; by 改派 in place of the one that stands."""

    def __init__(self, scene: Scene, dossier: Dossier, *, act: Act = Act.TRANSFER) -> None:
        super().__init__(scene, title=act.label, main=act.label, dossier=dossier, record=_RECORD[act])
        self._act = act
        self.promised = promised_feedback(dossier.item, scene.now, scene.core.settings.rules())
        self.add_text("反馈时限（现在转送）", self._promise())
        if came_back := self._came_back(dossier):
            self.add_text("此前的退单、改派", came_back)
        self.form = self.add_form(self._fields(), scene.around())
        item = dossier.item
        sent_back = [slip.section_id for slip in dossier.slips[-1:] if slip.refused_at]
        urgent = Urgency.URGENT if item.level_or_ordinary is not Level.ORDINARY else Urgency.NORMAL
        self.form.set_values(
            {
                "section_id": None
                if act is Act.REASSIGN or item.section_id in sent_back
                else item.section_id,
                "urgency": Urgency.CRITICAL if item.level is Level.EMERGENCY else urgent,
                "requirements": scene.core.settings.office().requirements,
            }
        )

    def job(self, values: dict[str, Any]) -> Job:
        """Send, or send on."""
        transfer, actor, item = self.scene.core.transfer, self.scene.actor, self.item
        seen: dict[str, Any] = {"version": item.version, "op_id": self.op_id}
        reason = values.pop("reason", "")
        sending = Sending(**values)
        if self._act is Act.TRANSFER:
            return lambda: transfer.transfer(actor, item.id, sending, **seen)
        return lambda: transfer.reassign(actor, item.id, sending, reason=reason, **seen)

    def job_of_event(self, jobs: list[Job], values: dict[str, Any]) -> Job:
        """One slip serves them all."""
        assert self.posts is not None
        transfer, actor = self.scene.core.transfer, self.scene.actor
        ids = [self.item.id, *(dossier.item.id for dossier in self.posts.chosen)]
        return lambda: joined(transfer.together(actor, ids, Sending(**values)))

    def _fields(self) -> list[Field]:
        known = sections(self.scene.core)
        again = self._act is Act.REASSIGN
        return [
            Field("section_id", "转送科室", "choice", required=True, choices=known),
            Field("urgency", "紧急程度", "segmented", required=True, choices=words(Urgency)),
            Field("assisting", "协办科室", "many", choices=known),
            Field("requirements", "办理要求", "text", lines=3),
            *([Field("reason", "改派理由", "text", required=True, lines=2)] if again else []),
        ]

    def _came_back(self, dossier: Dossier) -> str:
        """Which sections had it and why it left them, so that it does not go round in a circle (第十三条)."""
        names = {one.id: one.name for one in self.scene.core.people.sections(all_of_them=True)}
        return "\n".join(
            f"{names[slip.section_id]}　{moment(slip.refused_at, self.scene.now)}　{slip.refused_by}：{slip.reason}"
            for slip in dossier.slips
            if slip.refused_at
        )

    def _promise(self) -> str:
        left = length(self.promised - self.scene.now)
        return f"{self.promised:%Y-%m-%d %H:%M}（{moment(self.promised, self.scene.now)}，还有 {left}）"
