"""修改拟回复 (第九条): another wording beside the one that stands, character by character; agreements become void."""

from typing import Any

from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.phrase_picker import PhrasePicker
from ui.dialogs.scene import Scene
from ui.dialogs.wording_fields import wording_fields
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text_diff import TextDiff
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Draft
from yuqing_desktop.domain.text import clean
from yuqing_desktop.services.handle import Wording


class AmendDialog(DeskDialog):
    """The comparison follows the typing."""

    def __init__(self, scene: Scene, dossier: Dossier) -> None:
        draft = dossier.draft or Draft()
        standing = [one for one in dossier.consents if one.voided_at is None]
        void = "；此前的审批作废，须重新审批" if standing else ""
        super().__init__(
            scene, title="修改拟回复", main="保存新稿", dossier=dossier, width=820,
            record=f"将记录第 {draft.serial + 1} 稿和修改理由{void}（第九条）",
        )  # fmt: skip
        self._draft = draft
        fields = [*wording_fields(scene, dossier.item), Field("reason", "修改理由", "text", lines=1)]
        self.form = self.add_form(fields, scene.around())
        self.form.set_values({"text": draft.text, "channel": draft.channel, "account_id": draft.account_id})
        self.phrases = PhrasePicker(scene, dossier, self.form)
        self.form.put_under("text", self.phrases)
        self._card = Card(f"与第 {draft.serial} 稿对照", note="没有改动", quiet=True)
        self.diff = TextDiff()
        self._card.body.addWidget(self.diff)
        self.add_card(self._card)
        self.form.changed.connect(self._compare)
        self._compare("text")

    def job(self, values: dict[str, Any]) -> Job:
        """Save the new wording."""
        handle, actor, item, op_id = self.scene.core.handle, self.scene.actor, self.item, self.op_id
        reason = values.pop("reason")
        wording = Wording(**values)
        return lambda: handle.amend(actor, item.id, wording, reason=reason, version=item.version, op_id=op_id)

    def _compare(self, key: str) -> None:
        if key != "text":
            return
        places = self.diff.show_wordings(self._draft.text, clean(self.form.inputs["text"].value()))
        self._card.note.setText(f"改 {places} 处" if places else "没有改动")
