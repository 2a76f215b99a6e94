"""个人信息 (第十一条) in the case file: masked; shown for a reason that goes on the record, until another item is shown."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.pages.seat import Seat
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.personal import FIELDS
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.trust import PersonalData


class PersonalCard(Card):
    """Hidden where nothing is kept and nothing may be entered."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__("个人信息（第十一条）", quiet=True, parent=parent)
        self._seat = seat
        self._item = Item()
        self.facts = Facts(name_width=60)
        self.reveal, self.enter = QPushButton("显示…"), QPushButton()
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.reveal, self.enter):
            button.setProperty("kind", "link")
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self.facts)
        self.body.addLayout(row)
        self.reveal.clicked.connect(self._reveal)
        self.enter.clicked.connect(self._enter)

    def show_item(self, item: Item) -> None:
        """Another item, or the same one anew: masked."""
        self._item = item
        actor, kept = self._seat.actor, self._seat.core.personal.masked(item.id)
        may_enter = not rights.refusal(actor, Deed.ENTER_PERSONAL)
        self.setVisible(bool(kept) or may_enter)
        self.facts.setVisible(bool(kept))
        self.facts.show_facts([(FIELDS[name], value) for name, value in kept.items() if value])
        self.reveal.setVisible(bool(kept) and not rights.refusal(actor, Deed.REVEAL_PERSONAL))
        self.enter.setVisible(may_enter)
        self.enter.setText("更正…" if kept else "登记…")
        self.enter.setAccessibleName("登记个人信息")
        self.reveal.setAccessibleName("显示个人信息")

    def _reveal(self) -> None:
        from ui.pages.audit.audit_reason_dialog import AuditReasonDialog

        seat, item = self._seat, self._item
        dialog = AuditReasonDialog(
            seat, f"显示个人信息：{item.number}", "显示", "何人、何时、因何事由查看，记入留痕（第十一条）。",
            lambda reason: seat.core.personal.reveal(seat.actor, item.id, reason), self.window(),
        )  # fmt: skip
        if seat.prompts.show(dialog) and dialog.outcome is not None:
            self._show_plain(dialog.outcome)
        dialog.deleteLater()

    def _show_plain(self, data: PersonalData) -> None:
        if data.item_id != self._item.id:
            return
        plain = [(FIELDS[name], getattr(data, name)) for name in FIELDS]
        self.facts.show_facts([(name, value) for name, value in plain if value])
        self.reveal.hide()

    def _enter(self) -> None:
        from ui.dialogs.password_act_dialog import PasswordActDialog
        from ui.dialogs.scene import Scene
        from ui.widgets.field import Field

        seat, item = self._seat, self._item
        scene = Scene(seat.core, seat.runner, seat.prompts, seat.hub, seat.actor, self.window())

        def run(values: dict[str, Any]) -> Changes:
            return seat.core.personal.enter(seat.actor, item.id, values)

        dialog = PasswordActDialog(
            scene, title=f"登记个人信息：{item.number}", main="保存", run=run,
            fields=[Field(name, label) for name, label in FIELDS.items()],
            record=f"单独存放，屏幕和文书上只显示部分；办结满{seat.core.personal.days()}天清除，留痕中不含内容（第十一条）",
        )  # fmt: skip
        dialog.chapter = "personal"
        if seat.prompts.show(dialog):
            self.show_item(item)
        dialog.deleteLater()
