"""保存这套对应: a name for the columns of a table, found again by its headings."""

from typing import Any

from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.services.importing import Preview

_RECORD = "下次导入有同样表头的表，自动按这套对应填写"


class ImportNameDialog(DeskDialog):
    """Saves the columns of a previewed file under a name."""

    chapter = "import"

    def __init__(self, scene: Scene, seen: Preview, columns: dict[str, int]) -> None:
        super().__init__(scene, title="保存这套对应", main="保存", record=_RECORD, width=560)
        self._seen, self._columns = seen, columns
        mappings = scene.core.importing.mappings
        own = tuple(mappings.own())
        self.form = self.add_form(
            [Field("name", "名称", required=True, suggestions=own, placeholder="例：物业群周报")],
            scene.around(),
        )
        if seen.preset in own:
            self.form.set_values({"name": seen.preset})

    def job(self, values: dict[str, Any]) -> Job:
        """Save it."""
        mappings, actor, op_id = self.scene.core.importing.mappings, self.scene.actor, self.op_id
        table, columns = self._seen.table, self._columns
        return lambda: mappings.save(actor, values["name"], table, columns, op_id=op_id)
