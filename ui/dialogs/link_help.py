"""What a pasted link fills by itself: platform, source, canonical link; and whether the post is here already."""

from PySide6.QtCore import QObject

from ui.dialogs.scene import Scene
from ui.widgets.form import Form
from ui.widgets.inputs.line_input import LineInput
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.links import link_facts

PROPOSED = "由链接识别，可改"


class LinkHelp(QObject):
    """Watches a form's `link`; never overwrites what the person chose. `raw` is the link as it was pasted."""

    def __init__(self, scene: Scene, form: Form, *, item_id: int = 0) -> None:
        super().__init__(form)
        self.raw = ""
        self._scene = scene
        self._form = form
        self._item_id = item_id
        self._key = ""
        self._proposed: dict[str, str] = {}
        form.changed.connect(self._changed)
        link = form.inputs["link"]
        assert isinstance(link, LineInput)
        self._line = link
        link.edit.editingFinished.connect(self._tidy)

    def clear(self) -> None:
        """Another item begins."""
        self.raw = self._key = ""
        self._proposed = {}
        for key in ("link", "platform", "source"):
            self._form.say(key, "")

    def _changed(self, key: str) -> None:
        if key == "link":
            self._read()
        elif key in self._proposed and self._form.inputs[key].value() != self._proposed[key]:
            del self._proposed[key]
            self._form.say(key, "")

    def _read(self) -> None:
        facts = link_facts(self._line.value())
        self._propose("platform", facts.platform)
        self._propose("source", facts.source)
        if facts.key != self._key:
            self._key = facts.key
            self._form.say("link", "")
            if facts.key:
                self._look_for(self._line.value())

    def _propose(self, key: str, value: str) -> None:
        held = self._form.inputs[key]
        if not value or held.value() not in (None, "", self._proposed.get(key)):
            return
        held.set_value(value)
        if held.value() == value:
            self._proposed[key] = value
            self._form.say(key, PROPOSED)

    def _tidy(self) -> None:
        typed = self._line.value()
        canonical = link_facts(typed).link
        if canonical and canonical != typed:
            self.raw = typed
            self._line.set_value(canonical)

    def _look_for(self, link: str) -> None:
        registry = self._scene.core.registry
        self._scene.runner.read(lambda: registry.same_link(link), self._warn, owner=self)

    def _warn(self, found: list[Item]) -> None:
        others = [item for item in found if item.id != self._item_id]
        if others and self._key == others[0].link_key:
            said = "；".join(f"{item.number} {item.title[:20]}（{item.status.label}）" for item in others[:3])
            self._form.say("link", f"同一链接已登记 {len(others)} 件：{said}", role="warn")
