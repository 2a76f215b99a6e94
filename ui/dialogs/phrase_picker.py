"""套用用语: the office's phrase templates for the item's kind (第十一条), added to what was typed, never over it."""

from PySide6.QtWidgets import QComboBox, QWidget

from ui.dialogs.scene import Scene
from ui.widgets.form import Form
from yuqing_desktop.domain import phrases
from yuqing_desktop.domain.listing import Dossier

_PROMPT = "套用用语…"


class PhrasePicker(QComboBox):
    """Adds the chosen phrase to the form's reply text; hidden when the office has none for this kind."""

    def __init__(self, scene: Scene, dossier: Dossier, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        office, item = scene.core.settings.office(), dossier.item
        self._text = form.inputs["text"]
        self._phrases = [
            phrases.filled(one, bureau=office.bureau, title=item.title, section=dossier.section)
            for one in office.phrases(item.comment_kind)
        ]
        self.setAccessibleName("套用用语")
        self.addItem(_PROMPT)
        for phrase in self._phrases:
            self.addItem(phrase if len(phrase) <= 40 else f"{phrase[:39]}…")
        self.setVisible(bool(self._phrases))
        self.activated.connect(self._take)

    def _take(self, place: int) -> None:
        if place > 0:
            self._text.set_value(phrases.joined(self._text.value(), self._phrases[place - 1]))
        self.setCurrentIndex(0)
