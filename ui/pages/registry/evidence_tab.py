"""附件: the files kept as evidence of the item, opened as read-only copies."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.pages.registry.tab import Tab
from ui.pages.registry.text_block import TextBlock
from ui.widgets.empty_state import EmptyState
from ui.wording.moments import moment
from ui.wording.sizes import file_size
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Evidence
from yuqing_desktop.domain.vocabulary import Act


class EvidenceTab(Tab):
    """`opened(evidence)` asks for a copy, `taken(act)` for another file."""

    opened = Signal(object)
    taken = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("附件", parent)
        self._now = now

    def fill(self, dossier: Dossier) -> None:
        """Show it, the latest first."""
        self.clear()
        allowed = any(offer.act is Act.ATTACH and offer.allowed for offer in dossier.offers)
        for evidence in reversed(dossier.evidence):
            self.column.addWidget(self._file(evidence))
        if not dossier.evidence:
            self.column.addWidget(self._empty(allowed=allowed))
        elif allowed:
            self.column.addWidget(self._add_button(), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _file(self, evidence: Evidence) -> TextBlock:
        foot = f"{moment(evidence.added_at, self._now())} · {evidence.added_by}"
        block = TextBlock(evidence.name, "", note=file_size(evidence.size), foot=foot)
        if evidence.link:
            block.add_line(evidence.link, role="muted")
        show = QPushButton("打开")
        show.setAccessibleName(f"打开 {evidence.name}")
        show.clicked.connect(lambda: self.opened.emit(evidence))
        block.add_buttons(show)
        return block

    def _add_button(self) -> QPushButton:
        button = QPushButton("添加附件…")
        button.clicked.connect(lambda: self.taken.emit(Act.ATTACH.value))
        return button

    def _empty(self, *, allowed: bool) -> EmptyState:
        why = "截图、录屏、签批扫描件放在这里；可直接拖入文件，或按 Ctrl+V 粘贴截图。"
        run = ("添加附件…", lambda: self.taken.emit(Act.ATTACH.value))
        return EmptyState("还没有附件", why, *((run,) if allowed else ()), icon="paperclip")
