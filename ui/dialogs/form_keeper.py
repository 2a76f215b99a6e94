"""Keeps what is being typed, within ten seconds and when the keyboard leaves a field (E34); offers it back in a strip."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from ui.dialogs.kept_values import packed, unpacked
from ui.dialogs.scene import Scene
from ui.widgets.card import Card
from ui.widgets.form import Form
from ui.widgets.text_label import TextLabel
from ui.wording.moments import ago

KEPT_AFTER_MS = 8_000
_NEVER_KEPT = frozenset({"password", "files", "said"})
"""Kinds of field: a secret, what lies elsewhere anyway, and what nobody typed."""
_TYPED = frozenset({"line", "text"})


class FormKeeper(QObject):
    """The draft of a dialog's forms. What was kept before stays kept until it is taken up or thrown away in the `strip`."""

    def __init__(
        self, scene: Scene, forms: Sequence[Form], name: str, words: str, *, item_id: int | None = None
    ) -> None:
        super().__init__(forms[0])
        self._scene = scene
        self._forms = tuple(forms)
        self._name = name
        self._words = words
        self._item_id = item_id
        self._changed = False
        self._earlier = scene.core.forms.kept(name, scene.actor, item_id=item_id)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self.strip = Card(tone="accent")
        self._said = TextLabel(wrap=True)
        self.take_up = QPushButton("继续")
        self.throw_away = QPushButton("放弃")
        self._lay_out()
        for form in forms:
            form.changed.connect(lambda _: self._note())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def keep(self) -> None:
        """Write what stands in the form now, if anything changed since."""
        if not self._changed:
            return
        self._changed = False
        self._timer.stop()
        kept: dict[str, Any] = {"at": self._scene.now.isoformat(), "values": packed(self._values())}
        if self._earlier:
            kept["earlier"] = self._earlier
        forms, actor = self._scene.core.forms, self._scene.actor
        self._scene.runner.write(
            lambda: forms.keep(self._name, actor, kept, item_id=self._item_id), owner=self
        )

    def forget(self) -> None:
        """Saved or left: only what was kept before and not yet decided stays."""
        self._changed = False
        self._timer.stop()
        forms, actor, earlier = self._scene.core.forms, self._scene.actor, self._earlier
        if earlier:
            self._scene.runner.write(lambda: forms.keep(self._name, actor, earlier, item_id=self._item_id))
        else:
            self._scene.runner.write(lambda: forms.forget(self._name, actor, item_id=self._item_id))

    def _values(self) -> dict[str, Any]:
        return {
            key: value
            for form in self._forms
            for key, value in form.values().items()
            if form.fields[key].kind not in _NEVER_KEPT
        }

    def _note(self) -> None:
        self._changed = True
        if not self._timer.isActive():
            self._timer.start()

    def _focus_moved(self, old: QWidget | None, _new: QWidget | None) -> None:
        # A dialog that goes takes the keyboard from its fields when they are half gone.
        if old is not None and any(isValid(form) and form.isAncestorOf(old) for form in self._forms):
            self.keep()

    def _take_up(self) -> None:
        earlier, self._earlier = self._earlier, {}
        self.strip.hide()
        for form in self._forms:
            form.fill(unpacked(earlier["values"]))
        self._focus()

    def _throw_away(self) -> None:
        self._earlier = self._earlier.get("earlier", {})
        self._changed = True
        self._show()
        if any(form.is_dirty for form in self._forms):
            self.keep()
        else:
            self.forget()
        if self.strip.isHidden():
            self._focus()

    def _focus(self) -> None:
        self._forms[0].focus(next(iter(self._forms[0].inputs)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        for button, act in ((self.take_up, self._take_up), (self.throw_away, self._throw_away)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        self.strip.body.addLayout(row)
        self.strip.setAccessibleName(self._words)
        self._show()

    def _show(self) -> None:
        self.strip.setVisible(bool(self._earlier))
        if not self._earlier:
            return
        values = self._earlier["values"]
        typed = (key for form in self._forms for key, field in form.fields.items() if field.kind in _TYPED)
        first = str(next((values[key] for key in typed if key in values), "")).strip()
        title = f"《{first[:24]}{'…' if len(first) > 24 else ''}》" if first else ""
        when = ago(unpacked({"at": {"moment": self._earlier["at"]}})["at"], self._scene.now)
        self._said.setText(f"{self._words}{title}，{when}自动保存")
