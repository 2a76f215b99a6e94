"""附件: the files kept as evidence of the item, opened as read-only copies; when its post was last seen."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pages.registry.tab import Tab
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_picture import EvidencePicture
from ui.widgets.text_label import TextLabel
from ui.wording.moments import moment
from ui.wording.sizes import file_size
from ui.wording.texts import breakable
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Evidence
from yuqing_desktop.domain.vocabulary import Act

_GONE = ("已删除", "失效")
Look = Callable[[Evidence, Callable[[QImage], object]], object]
Copy = Callable[[Evidence, Callable[[Path], object]], object]


class EvidenceTab(Tab):
    """`opened(evidence)` asks for a copy, `taken(act)` for another file.

    `look` hands a picture to show small, `copy` a file to drag out.
    """

    opened = Signal(object)
    taken = Signal(str)

    def __init__(
        self, now: Callable[[], datetime], look: Look, copy: Copy, parent: QWidget | None = None
    ) -> None:
        super().__init__("附件", parent)
        self._now = now
        self._look = look
        self._copy = copy

    def fill(self, dossier: Dossier) -> None:
        """Show it, the latest first."""
        self.clear()
        offered = {offer.act for offer in dossier.offers if offer.allowed}
        self.column.addWidget(self._last_seen(dossier.item, follows=Act.FOLLOW_UP in offered))
        for evidence in reversed(dossier.evidence):
            self.column.addWidget(self._file(evidence))
        if not dossier.evidence:
            self.column.addWidget(self._empty(allowed=Act.ATTACH in offered))
        elif Act.ATTACH in offered:
            self.column.addWidget(self._button("添加附件…", Act.ATTACH), 0, Qt.AlignmentFlag.AlignLeft)
            hint = "可以把文件拖到这里，或按 Ctrl+V 粘贴截图。"
            self.column.addWidget(TextLabel(hint, role="muted", wrap=True))
        self.column.addStretch(1)

    def _last_seen(self, item: Item, *, follows: bool) -> Card:
        """原帖最后见于…: what the evidence outlives (C20)."""
        gone = item.post_state in _GONE
        card = Card(tone="warn" if gone else "", quiet=True)
        card.body.setContentsMargins(12, 6, 8, 6)
        seen = item.seen_at or item.found_at
        state = f"，{item.post_state}" if item.post_state else ""
        words = f"原帖最后见于 {moment(seen, self._now())}{state}"
        row = QHBoxLayout()
        row.addWidget(TextLabel(words, role="warn" if gone else "muted", wrap=True), 1)
        if follows:
            again = self._button("再看一次…", Act.FOLLOW_UP)
            again.setProperty("kind", "link")
            row.addWidget(again)
        card.body.addLayout(row)
        return card

    def _file(self, evidence: Evidence) -> Card:
        card = Card(quiet=True)
        card.body.setContentsMargins(10, 8, 10, 8)
        picture = EvidencePicture(evidence.name)
        picture.opened.connect(lambda: self.opened.emit(evidence))
        picture.held.connect(lambda: self._copy(evidence, picture.give_copy))
        self._look(evidence, picture.show_picture)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(evidence), 1)
        card.body.addLayout(row)
        return card

    def _words(self, evidence: Evidence) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        name = TextLabel(breakable(evidence.name), wrap=True, selectable=True)
        size = f"{file_size(evidence.size)} · " if evidence.size else ""
        foot = f"{size}{moment(evidence.added_at, self._now())} · {evidence.added_by}"
        column.addWidget(name)
        column.addWidget(TextLabel(foot, role="muted", wrap=True))
        if evidence.link:
            column.addWidget(ElidedLabel(f"来自 {evidence.link}", role="muted"))
        show = QPushButton("打开")
        show.setToolTip("打开只读副本，原件不变")
        show.setProperty("kind", "link")
        show.setAccessibleName(f"打开 {evidence.name}")
        show.clicked.connect(lambda: self.opened.emit(evidence))
        column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _button(self, words: str, act: Act) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda: self.taken.emit(act.value))
        return button

    def _empty(self, *, allowed: bool) -> EmptyState:
        why = "截图、录屏、签批扫描件放在这里；可直接拖入文件，或按 Ctrl+V 粘贴截图。"
        run = ("添加附件…", lambda: self.taken.emit(Act.ATTACH.value))
        return EmptyState("还没有附件", why, *((run,) if allowed else ()), icon="paperclip")
