"""套用用语: the office's phrase templates (第十一条), added to what was typed, never over it."""

import json
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ui.dialogs.phrase import Phrase
from ui.dialogs.phrase_dialog import PhraseDialog
from ui.dialogs.scene import Scene
from ui.shell.geometry import Geometry
from ui.widgets.form import Form
from yuqing_desktop.domain import phrases
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import CommentKind

_KEPT = "phrases_used"


class PhrasePicker(QPushButton):
    """A button under the form's reply text. How often a phrase was taken is counted on this machine."""

    def __init__(self, scene: Scene, dossier: Dossier, form: Form, parent: QWidget | None = None) -> None:
        super().__init__("套用用语(&U)…", parent)
        self._scene = scene
        self._dossier = dossier
        self._form = form
        self._kept = Geometry(scene.core.paths.data / "window.ini")
        self.setAccessibleName("套用用语")
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.clicked.connect(self._ask)

    def offered(self) -> list[Phrase]:
        """The phrases of the item's kind first, the most used before the others; then those of other kinds."""
        office, item = self._scene.core.settings.office(), self._dossier.item
        used = self._used()
        kinds = sorted(CommentKind, key=lambda kind: (kind is not item.comment_kind, kind.rank))
        found = []
        for kind in kinds:
            own = sorted(office.phrases(kind), key=lambda template: -used.get(template, 0))
            found += [Phrase(one, self._filled(one), kind.label, used.get(one, 0)) for one in own]
        return found

    def _filled(self, template: str) -> str:
        office, item = self._scene.core.settings.office(), self._dossier.item
        section = self._dossier.section
        return phrases.filled(
            template, bureau=office.bureau, title=item.title, section=section, phone=office.phone
        )

    def _ask(self) -> None:
        dialog = PhraseDialog(self.window(), self._scene.prompts, self.offered())
        taken = dialog.taken if self._scene.prompts.show(dialog) else None
        dialog.deleteLater()
        if taken is None:
            return
        self._form.fill({"text": phrases.joined(self._form.inputs["text"].value(), taken.text)})
        self._form.focus("text")
        used = self._used()
        self._kept.save_text(_KEPT, json.dumps({**used, taken.template: taken.used + 1}, ensure_ascii=False))

    def _used(self) -> dict[str, int]:
        found: Any = json.loads(self._kept.text(_KEPT, "{}"))
        return dict(found)
