"""评估、重新评估 (第七条): a person decides level, kind and need on a proposal that shows its arithmetic."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from ui.dialogs.choices import sections, topics, words
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.scene import Scene
from ui.dialogs.slip_acts import first_figures
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.pill import Pill
from ui.widgets.text_label import TextLabel
from ui.wording.states import level_tone
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, ReplyNeed
from yuqing_desktop.services.assess import Assessment

_RECORD = {
    Act.ASSESS: "将记录等级、类别、评估人和时间；重要和重大突发须立即报告市委宣传部（第七条）",
    Act.REASSESS: "将记录新的等级和理由；提高等级后须再报组长审批（第九条）",
}


class AssessDialog(DeskDialog):
    """The proposal follows the kind chosen; what is decided is the person's own."""

    def __init__(self, scene: Scene, dossier: Dossier, *, act: Act = Act.ASSESS) -> None:
        super().__init__(
            scene, title=act.label, main=act.label, dossier=dossier, record=_RECORD[act], width=760
        )
        self._act = act
        self._level = Pill(strong=True)
        self._reasons = TextLabel(wrap=True)
        self.add_card(self._proposal_card())
        self.form = self.add_form(self._fields(), scene.around())
        item = dossier.item
        proposed = self._propose(item.comment_kind)
        self.form.set_values({**self._present(), "level": item.level or proposed})
        self.form.changed.connect(self._kind_changed)

    def job(self, values: dict[str, Any]) -> Job:
        """Assess or reassess."""
        core, actor, item, op_id = self.scene.core, self.scene.actor, self.item, self.op_id
        decided = Assessment(**{**values, "topic": values["topic"] or ""})
        run = core.assess.assess if self._act is Act.ASSESS else core.assess.reassess
        return lambda: run(actor, item.id, decided, version=item.version, op_id=op_id)

    def _fields(self) -> list[Field]:
        core, item = self.scene.core, self.item
        again = self._act is Act.REASSESS
        section = (
            [] if item.slip_number else [Field("section_id", "跟进科室", "choice", choices=sections(core))]
        )
        return [
            Field("level", "等级", "segmented", required=True, choices=words(Level)),
            Field("comment_kind", "类别", "segmented", required=True, choices=words(CommentKind),
                  help="按 1–5 选择（第十一条）"),
            Field("reply_need", "回复情况", "segmented", required=True, choices=words(ReplyNeed)),
            *section,
            Field("topic", "领域", "choice", choices=topics(core, item.topic), beside=bool(section)),
            Field("reason", "理由" if again else "说明", "text", required=again, lines=2),
        ]  # fmt: skip

    def _present(self) -> dict[str, Any]:
        item = self.item
        names = ("comment_kind", "reply_need", "topic", "section_id")
        return {name: getattr(item, name) for name in names}

    def _proposal_card(self) -> Card:
        card = Card("建议等级", note=first_figures(self.item), quiet=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._level)
        row.addWidget(self._reasons, 1)
        card.body.addLayout(row)
        return card

    def _propose(self, kind: CommentKind | None) -> Level:
        proposal = self.scene.core.assess.propose(replace(self.item, comment_kind=kind))
        self._level.say(proposal.level.label, level_tone(proposal.level))
        self._reasons.setText("；".join(proposal.reasons))
        return proposal.level

    def _kind_changed(self, key: str) -> None:
        if key == "comment_kind":
            self._propose(self.form.inputs[key].value())
