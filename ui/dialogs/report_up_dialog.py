"""报告市委宣传部 (第七条): the words ready to be read out or sent; then when, how, to whom."""

from typing import Any

from PySide6.QtGui import QGuiApplication

from ui.dialogs.choices import words
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Note
from yuqing_desktop.domain.report_up import CHANNELS, Stage
from yuqing_desktop.domain.vocabulary import Act

_RECORD = "将记录何时、以何方式、向谁、由谁、报告了什么；以电话或短信立即报告（第七条）"


class ReportUpDialog(DeskDialog):
    """The words follow stage and channel until the person changes them."""

    def __init__(self, scene: Scene, dossier: Dossier) -> None:
        super().__init__(
            scene, title=Act.REPORT_UP.label, main="登记报告", dossier=dossier, record=_RECORD, width=800
        )
        self.form = self.add_form(self._fields(), scene.around())
        stage = Stage.FURTHER if dossier.item.reported_up_at else Stage.FIRST
        self.form.set_values({"stage": stage, "channel": CHANNELS[0]})
        self._proposed = ""
        self._propose()
        self.form.changed.connect(self._changed)
        self.copy = self.add_button("复制内容")
        self.copy.clicked.connect(self._copy)

    def job(self, values: dict[str, Any]) -> Job:
        """Record the report."""
        core, actor, item, op_id = self.scene.core, self.scene.actor, self.item, self.op_id
        stage = values.pop("stage")
        note = Note(**values, stage=stage.label)
        return lambda: core.duty_acts.note(actor, Act.REPORT_UP, item.id, note, op_id=op_id)

    def _fields(self) -> list[Field]:
        return [
            Field("stage", "阶段", "segmented", required=True, choices=words(Stage)),
            Field(
                "channel", "报告方式", "segmented", required=True, choices=[(one, one) for one in CHANNELS]
            ),
            Field("words", "报告内容", "text", required=True, lines=6),
            Field("to", "接报人", required=True, placeholder="例：市委宣传部值班室 刘某"),
            Field("number", "电话号码", required=True, beside=True),
            Field("at", "报告时间", "moment", help="不填即为现在"),
        ]

    def _changed(self, key: str) -> None:
        if key in ("stage", "channel"):
            self._propose()

    def _propose(self) -> None:
        held = self.form.values()
        if held["words"] not in ("", self._proposed):
            return
        script, sms = self.scene.core.papers.report_words(self.item, self.scene.actor, held["stage"])
        self._proposed = script if held["channel"] == CHANNELS[0] else sms
        self.form.set_values({**held, "words": self._proposed})

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.form.inputs["words"].value())
        self.copy.setText("已复制")
