"""Papers that come back: scanned, typed or as a file — the item opens at the act the paper means.

What reads and asks is imported when the first paper comes back: the window must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.seat import Seat
from ui.printing.scan_reading import PICTURES, codes_in
from ui.shell.rail_entries import has_page
from ui.shell.scanning import Scanning
from yuqing_desktop.domain import paper_codes
from yuqing_desktop.problems import NotFound, Problem, Refused

if TYPE_CHECKING:
    from yuqing_desktop.services.scans import Meaning

_FILES = f"扫描件 ({' '.join(f'*{ending}' for ending in (*PICTURES, '.pdf'))})"


class ReturnedPapers(QObject):
    """`said(words)` and `trouble(problem)` go to the banner; `go(key, argument)` opens a list or an item."""

    said = Signal(str)
    trouble = Signal(object)

    def __init__(self, seat: Seat, go: Callable[[str, str], object], window: QWidget) -> None:
        super().__init__(window)
        self._seat = seat
        self._go = go
        self._window = window
        self.scanning = Scanning(self)
        self.scanning.scanned.connect(self.take)

    def take(self, text: str) -> None:
        """A scanned or typed code or number: the item in front, and the dialog of what the paper is for.

        A 留痕码 opens the check-up, which compares it.
        """
        if QApplication.activeModalWidget() is not None:
            self.trouble.emit(
                Refused(
                    f"扫到了 {text}，但有对话框还开着。",
                    kept="填写的内容还在。",
                    advice="请先办完，再扫一次。",
                )
            )
            return
        if head := paper_codes.read_head(text):
            self._compare(head)
            return
        try:
            meaning = self._meaning(text)
        except Problem as problem:
            self.trouble.emit(problem)
            return
        self.open(meaning)

    def open(self, meaning: Meaning) -> None:
        """Show the item; say what is wrong with the paper; start its act."""
        if meaning.item_id is None:
            self.said.emit(meaning.words)
            return
        self._go("", meaning.item_number)
        if meaning.warns:
            self.trouble.emit(Refused(meaning.words))
        else:
            self.said.emit(meaning.words)
        if meaning.act is not None:
            self._seat.acts.start(meaning.act, meaning.item_id)

    def ask(self) -> None:
        """文书回收: the number typed by hand."""
        from ui.widgets.act_dialog import ActDialog
        from ui.widgets.field import Field
        from ui.widgets.inputs.surroundings import Surroundings

        seat = self._seat
        dialog = ActDialog(
            self._window, seat.prompts, title="文书回收", main="打开", width=520,
            record="按文书编号或二维码下的号码，打开事项并登记签收、处置情况或审批结果。",
        )  # fmt: skip
        dialog.chapter = "papers"
        field = Field("number", "文书编号", required=True, placeholder="舆转〔2026〕12号，或 YQT-2026-12-1")
        form = dialog.add_form((field,), Surroundings(now=lambda: seat.now))
        found: list[Meaning] = []

        def submitted() -> None:
            try:
                found.append(self._meaning(str(form.require()["number"])))
            except Problem as problem:
                dialog.show_problem(problem)
                return
            dialog.accept()

        dialog.submitted.connect(submitted)
        seat.prompts.show(dialog)
        dialog.deleteLater()
        if found:
            self.open(found[0])

    def ask_files(self) -> None:
        """扫描件归卷: choose files and file each to the item its code names."""
        self.file(self._seat.prompts.open_files("选择扫描件", kinds=_FILES, many=True))

    def file(self, paths: Sequence[Path], otherwise: Callable[[Path], object] | None = None) -> None:
        """Read each scan's code and keep the scan as evidence of its item; without one do `otherwise`, or say so."""
        for path in paths:
            self._read(path, otherwise)

    def _compare(self, head: str) -> None:
        if has_page("checkup", self._seat.actor):
            self._go("checkup", head)
        else:
            self.said.emit(f"留痕摘要 {head}，请由专人、办公室主任或审计员在“体检”中核对")

    def _read(self, path: Path, otherwise: Callable[[Path], object] | None) -> None:
        def failed(problem: Problem) -> None:
            if otherwise is None:
                self.trouble.emit(problem)
            else:
                otherwise(path)

        self._seat.runner.read(
            lambda: codes_in(path),
            lambda codes: self._file(path, codes, otherwise),
            failed,
            owner=self,
            words="正在识别扫描件…",
        )

    def _file(self, path: Path, codes: Sequence[str], otherwise: Callable[[Path], object] | None) -> None:
        wanted = [code for code in codes if self._seat.core.scans.is_paper(code)]
        if not wanted and otherwise is not None:
            otherwise(path)
            return
        try:
            if not wanted:
                raise NotFound(
                    f"“{path.name}”上没有认出文书的二维码。",
                    kept="文件没有归卷。",
                    advice="请重新扫描，或在事项详情中直接添加附件。",
                )
            meaning = self._meaning(wanted[0])
        except Problem as problem:
            self.trouble.emit(problem)
            return
        if meaning.item_id is not None:
            self._seat.acts.attach(meaning.item_id, [path])
        self.open(meaning)

    def _meaning(self, text: str) -> Meaning:
        return self._seat.core.scans.meaning(text, self._seat.actor)
