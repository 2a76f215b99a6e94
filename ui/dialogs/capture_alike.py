"""While a post is typed in: what in the registry is like it, and what a person says of each (第三条)."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.scene import Scene
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.form import Form
from ui.widgets.pill import Pill
from ui.widgets.segmented import Segmented
from ui.widgets.text_label import TextLabel
from ui.wording.alike import apart, score_tone, score_words
from yuqing_desktop.domain.affairs import Alike, Relation

PAUSE_MS = 400
_SHOWN = 3
_WATCHED = ("title", "link", "summary", "content", "published_at")


class CaptureAlike(Card):
    """Looks again after each pause in typing; what was said is recorded by `judge` once the post is saved."""

    def __init__(self, scene: Scene, form: Form, parent: QWidget | None = None) -> None:
        super().__init__("登记簿里相像的", note="保存后记下判断，不再问第二次", quiet=True, parent=parent)
        self._scene = scene
        self._form = form
        self._asked: tuple[object, ...] = ()
        self.found: tuple[Alike, ...] = ()
        self.said: dict[int, Relation] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(lambda: self.look() if form.isVisible() else None)
        form.changed.connect(lambda key: self._timer.start() if key in _WATCHED else None)
        self.hide()

    def look(self) -> None:
        """Ask the registry now."""
        self._timer.stop()
        values = self._form.values()
        text = str(values["content"] or values["summary"] or "")
        asked = (str(values["title"] or ""), text, str(values["link"] or ""), values["published_at"])
        if asked == self._asked:
            return
        self._asked = asked
        affairs = self._scene.core.affairs
        self._scene.runner.read(
            lambda: affairs.alike(title=asked[0], text=asked[1], link=asked[2], published_at=asked[3]),
            lambda found: self._show(found) if asked == self._asked else None,
            owner=self,
        )

    def judge(self, item_id: int) -> None:
        """Record what was said, now that the post is registered."""
        affairs, actor, hub = self._scene.core.affairs, self._scene.actor, self._scene.hub
        for other, relation in self.said.items():
            self._scene.runner.write(
                lambda other=other, relation=relation: affairs.judge(actor, item_id, other, relation),  # type: ignore[misc]
                hub.changed.emit,
                owner=hub,
            )
        self.forget()

    def forget(self) -> None:
        """Another item begins."""
        self._timer.stop()
        self._asked = ()
        self.said = {}
        self._show(())

    def _show(self, found: tuple[Alike, ...]) -> None:
        self.found = found[:_SHOWN]
        shown = {alike.item_id for alike in self.found}
        self.said = {other: relation for other, relation in self.said.items() if other in shown}
        while (held := self._grid.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, alike in enumerate(self.found):
            self._add(row, alike)
        self.setVisible(bool(self.found))

    def _add(self, row: int, alike: Alike) -> None:
        pill = Pill(strong=True)
        pill.say(score_words(alike), score_tone(alike))
        title = ElidedLabel()
        title.setText(f"{alike.number}　{alike.title}")
        title.setToolTip(alike.title)
        choice = Segmented([(relation.value, relation.label) for relation in Relation])
        choice.set_names(f"{alike.number}与本条")
        choice.setMinimumWidth(choice.one_line)
        choice.choose(self.said[alike.item_id].value if alike.item_id in self.said else "")
        choice.changed.connect(lambda value, other=alike.item_id: self.said.update({other: Relation(value)}))
        for column, part in enumerate((pill, TextLabel(apart(alike), role="muted"), title, choice)):
            self._grid.addWidget(part, row, column)
