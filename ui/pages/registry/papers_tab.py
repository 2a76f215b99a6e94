"""文书: the numbered papers of the item, with their copies; a void one keeps its number."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.pages.registry.tab import Tab
from ui.pages.registry.text_block import TextBlock
from ui.widgets.empty_state import EmptyState
from ui.wording.moments import moment
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import Act, PaperKind


class PapersTab(Tab):
    """`print_asked()`, `save_asked()` are for the standing slip, `taken(act)` is the empty state's button."""

    print_asked = Signal()
    save_asked = Signal()
    taken = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("文书", parent)
        self._now = now

    def fill(self, dossier: Dossier) -> None:
        """Show it, the latest first."""
        self.clear()
        for paper in reversed(dossier.papers):
            self.column.addWidget(self._paper(paper))
        if not dossier.papers:
            self.column.addWidget(self._empty(dossier))
        self.column.addStretch(1)

    def _paper(self, paper: Paper) -> TextBlock:
        copies = f"已出 {paper.copies} 份" if paper.copies else "尚未打印"
        block = TextBlock(paper.kind.label, "", note=copies)
        void = paper.voided_at is not None
        block.add_line(paper.number, role="section", struck=void)
        block.add_line(f"{moment(paper.made_at, self._now())} · {paper.made_by}", role="muted")
        if void:
            reason = f"：{paper.void_reason}" if paper.void_reason else ""
            block.add_line(f"已作废{reason}（编号保留）", role="warn")
        elif paper.kind is PaperKind.TRANSFER_SLIP:
            block.add_buttons(*self._buttons(paper.number))
        return block

    def _buttons(self, number: str) -> tuple[QPushButton, QPushButton]:
        show, save = QPushButton("预览打印"), QPushButton("存为 Word")
        show.clicked.connect(lambda: self.print_asked.emit())
        save.clicked.connect(lambda: self.save_asked.emit())
        for button in (show, save):
            button.setAccessibleName(f"{button.text()} {number}")
        return show, save

    def _empty(self, dossier: Dossier) -> EmptyState:
        allowed = any(offer.act is Act.TRANSFER and offer.allowed for offer in dossier.offers)
        run = ("转送…", lambda: self.taken.emit(Act.TRANSFER.value))
        why = "转送科室时生成转送单，编号连续；可预览打印，也可存为 Word。"
        return EmptyState("还没有文书", why, *((run,) if allowed else ()), icon="file")
