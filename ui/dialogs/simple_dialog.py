"""The one dialog of every act that is a form and nothing more."""

from typing import Any

from ui.dialogs.asked import Asked
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.scene import Scene
from ui.dialogs.simple_act import SimpleAct
from yuqing_desktop.domain.listing import Dossier


class SimpleDialog(DeskDialog):
    """Shows a SimpleAct and runs it."""

    def __init__(self, scene: Scene, dossier: Dossier, simple: SimpleAct) -> None:
        super().__init__(
            scene,
            title=simple.act.label,
            main=simple.main,
            dossier=dossier,
            record=f"{simple.record}（{simple.act.article}）",
            width=680,
        )
        self._simple = simple
        if simple.told is not None:
            self.add_text(simple.told_title, simple.told(scene, dossier))
        fields = simple.fields(scene, dossier)
        if fields:
            form = self.add_form(fields, scene.around())
            form.set_values(simple.initial(scene, dossier))

    def job(self, values: dict[str, Any]) -> Job:
        """The act as the table of simple acts runs it."""
        item, scene = self.item, self.scene
        asked = Asked(scene.core, scene.actor, item.id, item.version, self.op_id, values)
        return lambda: self._simple.run(asked)
