"""文书: every paper the item has or can have, with its copies; a void one keeps its number."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QWidget

from ui.pages.registry.tab import Tab
from ui.pages.registry.text_block import TextBlock
from ui.widgets.barred import bar
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.wording.moments import moment
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Act, PaperKind

Possible = tuple[PaperKind, int | None]

_PUBLIC = "公开版：领导批示和个人信息写作“（略）”，不印“内部资料”"


class PapersTab(Tab):
    """Papers are printed and saved one or many; `taken(act)` is the empty state's button.

    `print_asked(papers)`, `save_asked(papers)`, `void_asked(paper)`; `make_asked(kind, subject id)` for one not
    numbered yet; `archive_asked()` once the item is ended. `public` says which variant is wanted.
    """

    print_asked = Signal(list)
    save_asked = Signal(list)
    void_asked = Signal(object)
    make_asked = Signal(object, object)
    archive_asked = Signal()
    taken = Signal(str)

    def __init__(
        self,
        now: Callable[[], datetime],
        possible: Callable[[int], Sequence[Possible]],
        refusal: Callable[[Deed], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("文书", parent)
        self._now = now
        self._possible = possible
        self._refusal = refusal
        self.public = False
        self.standing: list[Paper] = []

    def fill(self, dossier: Dossier) -> None:
        """Show it, the latest first."""
        self.clear()
        self.standing = [paper for paper in dossier.papers if paper.voided_at is None]
        missing = self._missing(dossier)
        if dossier.papers or missing:
            self.column.addWidget(self._head(dossier, missing))
        for paper in reversed(dossier.papers):
            self.column.addWidget(self._paper(paper))
        if not dossier.papers:
            self.column.addWidget(self._empty(dossier))
        self.column.addStretch(1)

    def _missing(self, dossier: Dossier) -> list[Possible]:
        have = {(paper.kind, paper.subject_id) for paper in self.standing}
        return [one for one in self._possible(dossier.item.id) if one not in have]

    def _head(self, dossier: Dossier, missing: Sequence[Possible]) -> Card:
        card = Card()
        flow = FlowLayout(gap=8)
        if missing:
            flow.addWidget(self._make_button(missing))
        if len(self.standing) > 1:
            print_all, save_all = QPushButton("全部打印"), QPushButton("全部保存")
            print_all.clicked.connect(lambda: self.print_asked.emit(self.standing))
            save_all.clicked.connect(lambda: self.save_asked.emit(self.standing))
            flow.addWidget(print_all)
            flow.addWidget(save_all)
        if dossier.item.status.is_final:
            archive = QPushButton("归档…")
            archive.setToolTip("文书、附件、经过和校验清单，打成一个包")
            archive.clicked.connect(self.archive_asked)
            bar(self._refusal(Deed.EXPORT), archive)
            flow.addWidget(archive)
        card.body.addLayout(flow)
        if self.standing:
            card.body.addWidget(self._public_box())
        return card

    def _make_button(self, missing: Sequence[Possible]) -> QPushButton:
        button = QPushButton("出具文书")
        menu = QMenu(button)
        for kind, subject in missing:
            action = menu.addAction(kind.label)
            action.triggered.connect(lambda _=False, k=kind, s=subject: self.make_asked.emit(k, s))
        button.setMenu(menu)
        return button

    def _public_box(self) -> QCheckBox:
        box = QCheckBox("公开版（略去批示和个人信息）")
        box.setToolTip(_PUBLIC)
        box.setChecked(self.public)
        box.toggled.connect(self._choose_public)
        return box

    def _choose_public(self, public: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.public = public

    def _paper(self, paper: Paper) -> TextBlock:
        copies = f"已出 {paper.copies} 份" if paper.copies else "尚未打印"
        if paper.copies > 1:
            copies += f"（补打 {paper.copies - 1} 次）"
        block = TextBlock(paper.kind.label, "", note=copies)
        void = paper.voided_at is not None
        block.add_line(paper.number, role="section", struck=void)
        block.add_line(f"{moment(paper.made_at, self._now())} · {paper.made_by}", role="muted")
        if void:
            reason = f"：{paper.void_reason}" if paper.void_reason else ""
            block.add_line(f"已作废{reason}（编号保留）", role="warn")
        else:
            block.add_buttons(*self._buttons(paper))
        return block

    def _buttons(self, paper: Paper) -> tuple[QPushButton, ...]:
        show, save, void = QPushButton("预览打印"), QPushButton("存为…"), QPushButton("作废…")
        show.clicked.connect(lambda: self.print_asked.emit([paper]))
        save.clicked.connect(lambda: self.save_asked.emit([paper]))
        void.clicked.connect(lambda: self.void_asked.emit(paper))
        save.setToolTip("Word 或 PDF")
        bar(self._refusal(Deed.VOID_PAPER), void)
        for button in (show, save, void):
            button.setAccessibleName(f"{button.text()} {paper.number}")
        # a slip is voided by sending the item elsewhere: without one the section would hold nothing
        return (show, save) if paper.kind is PaperKind.TRANSFER_SLIP else (show, save, void)

    def _empty(self, dossier: Dossier) -> EmptyState:
        allowed = any(offer.act is Act.TRANSFER and offer.allowed for offer in dossier.offers)
        run = ("转送…", lambda: self.taken.emit(Act.TRANSFER.value))
        why = "转送科室时生成转送单，编号连续；可预览打印，也可存为 Word。"
        return EmptyState("还没有文书", why, *((run,) if allowed else ()), icon="file")
