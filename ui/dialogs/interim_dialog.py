"""先行回复 (第十二条): one of the wordings approved beforehand; the first clock stops, the second starts."""

from typing import Any

from ui.dialogs.copied_text import CopiedText
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.nod_fields import nod_fields, nod_initial, nod_of
from ui.dialogs.publishing_fields import publishing_fields
from ui.dialogs.scene import Scene
from ui.dialogs.wording_fields import first_account
from ui.widgets.field import Field
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.services.reply import Published

_RECORD = "将记录先行回复；首次回复的时限就此停止，正式回复开始计时（第十二条）"

_SHOWN = 12


class InterimDialog(DeskDialog):
    """Choose a wording, copy it to the page, record it."""

    def __init__(self, scene: Scene, dossier: Dossier) -> None:
        super().__init__(scene, title="先行回复", main="登记先行回复", dossier=dossier, record=_RECORD)
        self._wordings = scene.core.settings.office().interim_wordings
        self.text = CopiedText("用语", note="复制到页面上发出，再登记账号和时间")
        choices = [
            (wording, _brief(number, wording)) for number, wording in enumerate(self._wordings, start=1)
        ]
        self.choice = self.add_form(
            [Field("text", "选用语", "segmented", required=True, choices=choices, help="均已事先批准；按数字键选择")],
            scene.around(),
        )  # fmt: skip
        self.add_card(self.text)
        fields = publishing_fields(scene, dossier.item)
        if scene.core.settings.office().interim_needs_nod:
            fields += nod_fields(scene)
        self.form = self.add_form(fields, scene.around())
        self.choice.set_values({"text": self._wordings[0] if self._wordings else None})
        self.form.set_values({"account_id": first_account(scene, dossier.item), **nod_initial(scene)})
        self.choice.changed.connect(lambda _: self._show())
        self._show()

    def job(self, values: dict[str, Any]) -> Job:
        """Record it."""
        core, actor, item, op_id = self.scene.core, self.scene.actor, self.item, self.op_id
        nod = nod_of(values)
        published = Published(**values)
        return lambda: core.replying.interim(
            actor, item.id, published, nod=nod, version=item.version, op_id=op_id
        )

    def _show(self) -> None:
        self.text.show_text(self.choice.inputs["text"].value() or "")


def _brief(number: int, wording: str) -> str:
    """1 您反映的情况我们已经… — what tells it from the others."""
    words = wording.removeprefix("您好！")
    return f"{number}　{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}"
