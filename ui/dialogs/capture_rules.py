"""The office's own words on entry: topic and section proposed, with the words that led to them."""

from PySide6.QtCore import QObject, QTimer

from ui.dialogs.scene import Scene
from ui.widgets.form import Form
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.house_rules import Hit

PAUSE_MS = 400
_WATCHED = ("title", "summary", "content")
_PROPOSES = ("topic", "section_id")


class CaptureRules(QObject):
    """Proposes only where the person has chosen nothing; `words` says why."""

    def __init__(self, scene: Scene, form: Form) -> None:
        super().__init__(form)
        self._scene = scene
        self._form = form
        self._proposed: dict[str, object] = {}
        self.words = TextLabel(role="muted", wrap=True)
        self.words.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(lambda: self.look() if form.isVisible() else None)
        form.changed.connect(self._changed)

    def look(self) -> None:
        """Ask the table of words now."""
        self._timer.stop()
        values = self._form.values()
        text = "\n".join(str(values[key] or "") for key in _WATCHED).strip()
        rules = self._scene.core.house_rules
        if text:
            self._scene.runner.read(lambda: rules.hits(text), self._show, owner=self)
        else:
            self._show(())

    def forget(self) -> None:
        """Another item begins."""
        self._timer.stop()
        self._proposed = {}
        self._show(())

    def _changed(self, key: str) -> None:
        if key in _WATCHED:
            self._timer.start()
        elif key in _PROPOSES:
            self._proposed.pop(key, None)
            self._form.say(key, "")

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self.words.setText("；".join(map(self._said, hits)))
        self.words.setVisible(bool(hits))
        for hit in reversed(hits):
            self._propose("topic", hit.rule.topic, hit)
            self._propose("section_id", hit.rule.section_id, hit)

    def _propose(self, key: str, value: object, hit: Hit) -> None:
        held = self._form.inputs[key]
        if not value or held.value() not in (None, "", self._proposed.get(key)):
            return
        held.set_value(value)
        if held.value() == value:
            self._proposed[key] = value
            self._form.say(key, f"按词表“{hit.name}”建议，可改")

    def _said(self, hit: Hit) -> str:
        """词表“预约系统”：有“预约、打不开”，建议等级重要."""
        level = f"，评估时建议{hit.rule.level.label}" if hit.rule.level else ""
        names = [one.name for one in self._scene.core.people.sections() if one.id == hit.rule.section_id]
        parts = [part for part in (hit.rule.topic, *names) if part]
        proposed = f"，建议{'、'.join(parts)}" if parts else ""
        return f"词表“{hit.name}”：文中有“{'、'.join(hit.words)}”{proposed}{level}"
