"""同一事件: the posts that stand together, those that are like them, and what a person says of each (第三条)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.seat import Seat
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.pill import Pill
from ui.widgets.segmented import Segmented
from ui.widgets.text_label import TextLabel
from ui.wording.alike import apart, score_tone, score_words
from ui.wording.states import status_tone
from yuqing_desktop.domain.affairs import Alike, Relation
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.rights import Deed

_SHOWN = 4


class AlikePanel(QWidget):
    """Hidden where an item stands alone and nothing is like it. `asked(item_id)` wants another post shown."""

    asked = Signal(int)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._item = Item()
        self._judges = not seat.refusal(Deed.REGISTER)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.hide()

    def show_item(self, item: Item) -> None:
        """Look for its event and for what is like it."""
        self._item = item
        affairs = self._seat.core.affairs

        def look() -> tuple[list[Item], tuple[Alike, ...]]:
            text = item.content or item.summary
            found = affairs.alike(
                title=item.title, text=text, link=item.link, published_at=item.published_at, item_id=item.id
            )
            return affairs.members(item), found

        self._seat.runner.read(look, lambda seen: self._show(item, *seen), owner=self)

    # Inside ------------------------------------------------------------------------------------

    def _show(self, item: Item, members: list[Item], found: tuple[Alike, ...]) -> None:
        if item is not self._item:
            return
        while (held := self._column.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        others = [one for one in members if one.id != item.id]
        together = {one.id for one in members}
        likes = [alike for alike in found if alike.item_id not in together][:_SHOWN]
        if others:
            self._column.addWidget(self._event(others))
        if likes:
            self._column.addWidget(self._likes(likes))
        self.setVisible(bool(others or likes))

    def _event(self, others: list[Item]) -> Card:
        card = Card(f"同一事件另有 {len(others)} 件", quiet=True)
        card.body.setContentsMargins(12, 8, 12, 8)
        leave = QPushButton("本件移出")
        leave.setProperty("kind", "link")
        leave.clicked.connect(self._leave)
        leave.setVisible(self._judges)
        card.head.addWidget(leave)
        for one in others:
            pill = Pill(strong=True)
            pill.say(one.status.label, status_tone(one.status))
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self._number(one.id, one.number))
            row.addWidget(pill)
            row.addWidget(ElidedLabel(f"{one.platform} {one.source}　{one.title}"), 1)
            card.body.addLayout(row)
        hint = "转送、签收、报送处置情况、审批时可以一并办理；每件仍各自回复、各自办结。"
        card.body.addWidget(TextLabel(hint, role="muted", wrap=True))
        return card

    def _likes(self, likes: list[Alike]) -> Card:
        card = Card("登记簿里相像的", quiet=True)
        card.body.setContentsMargins(12, 8, 12, 8)
        for alike in likes:
            pill = Pill(strong=True)
            pill.say(score_words(alike), score_tone(alike))
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(pill)
            row.addWidget(self._number(alike.item_id, alike.number))
            row.addStretch(1)
            choice = Segmented([(relation.value, relation.label) for relation in Relation])
            choice.set_names(f"{alike.number}与本件")
            choice.changed.connect(lambda value, other=alike.item_id: self._judge(other, Relation(value)))
            card.body.addLayout(row)
            card.body.addWidget(ElidedLabel(f"{apart(alike)}　{alike.title}"))
            card.body.addWidget(choice)
            choice.setVisible(self._judges)
        return card

    def _number(self, item_id: int, number: str) -> QPushButton:
        button = QPushButton(number)
        button.setProperty("kind", "link")
        button.setAccessibleName(f"查看 {number}")
        button.clicked.connect(lambda: self.asked.emit(item_id))
        return button

    def _judge(self, other: int, relation: Relation) -> None:
        seat, item_id = self._seat, self._item.id
        seat.runner.write(
            lambda: seat.core.affairs.judge(seat.actor, item_id, other, relation),
            seat.hub.changed.emit,
            owner=self,
        )

    def _leave(self) -> None:
        seat, item = self._seat, self._item
        if seat.prompts.confirm(f"把 {item.number} 移出同一事件？", yes="移出", no="保留"):
            seat.runner.write(
                lambda: seat.core.affairs.leave(seat.actor, item.id), seat.hub.changed.emit, owner=self
            )
