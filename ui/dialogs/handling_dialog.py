"""报送处置情况 (第九条): what the section found and did, and the reply it proposes and answers for (第五条)."""

from typing import Any

from ui.dialogs.choices import names_in
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.phrase_picker import PhrasePicker
from ui.dialogs.scene import Scene
from ui.dialogs.wording_fields import first_account, wording_fields
from ui.widgets.field import Field
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Handling
from yuqing_desktop.domain.vocabulary import ReplyChannel
from yuqing_desktop.services.handle import Wording

_RECORD = "将记录处置情况和拟回复第 {} 稿，报副组长审批；科室对内容负责（第五条、第九条）"


class HandlingDialog(DeskDialog):
    """The section's report with its proposed reply."""

    def __init__(self, scene: Scene, dossier: Dossier) -> None:
        super().__init__(
            scene, title="报送处置情况", main="报送", dossier=dossier,
            record=_RECORD.format(len(dossier.drafts) + 1), width=820,
        )  # fmt: skip
        self._show_return()
        self.form = self.add_form(self._fields(), scene.around())
        self.form.set_values(self._present())
        self.phrases = PhrasePicker(scene, dossier, self.form)
        self.form.put_under("text", self.phrases)

    def job(self, values: dict[str, Any]) -> Job:
        """Report."""
        handle, actor, item, op_id = self.scene.core.handle, self.scene.actor, self.item, self.op_id
        reply = {name: values.pop(name) for name in ("text", "channel", "account_id")}
        handling, wording = Handling(**values), Wording(**reply)
        return lambda: handle.report(actor, item.id, handling, wording, version=item.version, op_id=op_id)

    def _show_return(self) -> None:
        returned = [one for one in self.case.consents if one.decision.value == "return"]
        if returned:
            last = returned[-1]
            self.add_text(f"{last.role.label}{last.approver}退回", last.opinion)

    def _fields(self) -> list[Field]:
        names = names_in(self.scene.core, self.item.section_id)
        return [
            Field("findings", "调查核实", "text", required=True, lines=3),
            Field("measures", "处置措施", "text", required=True, lines=3),
            Field("result", "处置结果", "text", lines=2),
            *wording_fields(self.scene, self.item),
            Field("reported_by", "承办人", required=True, suggestions=names),
            Field("responsible", "科室负责人", beside=True, suggestions=names),
        ]

    def _present(self) -> dict[str, Any]:
        values: dict[str, Any] = {
            "channel": ReplyChannel.PUBLIC,
            "account_id": first_account(self.scene, self.item),
        }
        if self.case.handlings:
            last = self.case.handlings[-1]
            names = ("findings", "measures", "result", "reported_by", "responsible")
            values |= {name: getattr(last, name) for name in names}
        elif self.scene.actor.section_id == self.item.section_id:
            values["reported_by"] = self.scene.actor.name
        if draft := self.case.draft:
            values |= {"text": draft.text, "channel": draft.channel, "account_id": draft.account_id}
        return values
