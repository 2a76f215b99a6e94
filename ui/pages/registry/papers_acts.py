"""What the papers tab does: number a paper, void it, pack the case file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.pages.archive_packing import pack
from ui.pages.registry.papers_tab import PapersTab
from ui.pages.seat import Seat
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.problems import BadInput

if TYPE_CHECKING:
    from ui.widgets.act_dialog import ActDialog


class PapersActs(QObject):
    """Works the tab for the item `shown()`; `changed()` is called when its papers are others."""

    def __init__(
        self, seat: Seat, tab: PapersTab, shown: Callable[[], Item | None], changed: Callable[[], object]
    ) -> None:
        super().__init__(tab)
        self._seat = seat
        self._tab = tab
        self._shown = shown
        self._changed = changed
        tab.print_asked.connect(lambda papers: seat.acts.print_papers(lambda: papers, public=tab.public))
        tab.save_asked.connect(lambda papers: seat.acts.save_papers(lambda: papers, public=tab.public))
        tab.make_asked.connect(self._make)
        tab.void_asked.connect(self._void)
        tab.archive_asked.connect(self._archive)

    def _make(self, kind: PaperKind, subject: int | None) -> None:
        item, seat = self._shown(), self._seat
        if item is not None:
            seat.runner.write(
                lambda: seat.core.papers.make(seat.actor, kind, item_id=item.id, subject_id=subject),
                lambda _: self._changed(),
                owner=self,
            )

    def _void(self, paper: Paper) -> None:
        seat, parent = self._seat, self._tab.window()
        dialog = _void_dialog(seat, paper, parent)
        form = dialog.forms[0]

        def done(changes: Changes) -> None:
            dialog.accept()
            seat.hub.changed.emit(changes)

        def submitted() -> None:
            try:
                reason = str(form.require()["reason"])
            except BadInput as problem:
                dialog.show_problem(problem)
                return
            dialog.set_busy(busy=True)
            seat.runner.write(
                lambda: seat.core.papers.void(seat.actor, paper, reason),
                done,
                dialog.show_problem,
                owner=dialog,
            )

        dialog.submitted.connect(submitted)
        seat.prompts.show(dialog)
        dialog.deleteLater()

    def _archive(self) -> None:
        item, seat = self._shown(), self._seat
        if item is None:
            return
        pack(seat, [item.id], f"归档{item.number}", item.number, self)


def _void_dialog(seat: Seat, paper: Paper, parent: QWidget) -> "ActDialog":
    from ui.widgets.act_dialog import ActDialog
    from ui.widgets.field import Field
    from ui.widgets.inputs.surroundings import Surroundings

    dialog = ActDialog(
        parent, seat.prompts, title=f"作废{paper.kind.label}", main="作废", number=paper.number, width=520,
        record="编号保留，不再使用；要用时另出一份新的。",
    )  # fmt: skip
    dialog.chapter = "papers"
    dialog.add_form(
        (Field("reason", "作废原因", "text", required=True, lines=2),), Surroundings(now=lambda: seat.now)
    )
    return dialog
