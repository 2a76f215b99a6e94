"""修改: correct an item's ordinary fields; the 当时 figures stand there to be read (第七条)."""

from typing import Any

from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.link_help import LinkHelp
from ui.dialogs.register_fields import edit_fields
from ui.dialogs.scene import Scene
from ui.dialogs.slip_acts import first_figures
from yuqing_desktop.domain.item import EDITABLE, EDITABLE_TOGETHER
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.problems import BadInput

_RECORD = "将记录修改前后的内容、修改人和时间；登记时的数据不变（第七条）"


class EditDialog(DeskDialog):
    """Only what was changed is written."""

    def __init__(self, scene: Scene, dossier: Dossier) -> None:
        super().__init__(scene, title="修改", main="保存修改", dossier=dossier, record=_RECORD, width=900)
        item = dossier.item
        self.form = self.add_form(edit_fields(scene.core, item), scene.around())
        shown = {name: getattr(item, name) for name in EDITABLE}
        self.form.set_values({**shown, "figures": first_figures(item)})
        LinkHelp(scene, self.form, item_id=item.id)

    def collected(self) -> dict[str, Any]:
        """Where other rows are ticked, only what several items may share. Raises BadInput."""
        values = super().collected()
        own = [key for key in self.form.changes() if key not in EDITABLE_TOGETHER]
        if own and self.rows is not None and self.rows.chosen:
            raise BadInput(dict.fromkeys(own, "只能逐件修改；请改回，或取消勾选另外几件"), article="第七条")
        return values

    def job(self, values: dict[str, Any]) -> Job:
        """Write the changed fields; nothing typed becomes the empty value of its field."""
        core, actor, item, op_id = self.scene.core, self.scene.actor, self.item, self.op_id
        changes = {
            key: "" if value is None and not key.endswith("_at") else value
            for key, value in self.form.changes().items()
        }
        return lambda: core.register.edit(actor, item.id, changes, version=item.version, op_id=op_id)
