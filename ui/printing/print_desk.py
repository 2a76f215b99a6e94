"""Prints and saves papers, one or many; each sheet that came out is counted."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.dialogs.scene import Scene
from ui.printing.pdf_files import pdf_of
from ui.printing.print_preview import PrintPreview
from ui.shell.geometry import Geometry
from ui.tasks.delivering import Delivery, deliver
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.papers import Printout

Make = Callable[[], Sequence[Paper]]

_KINDS = "Word 文档 (*.docx);;PDF 文件 (*.pdf)"


class _Sheets(NamedTuple):
    papers: list[Paper]
    printouts: list[Printout]

    @property
    def title(self) -> str:
        return title_of(self.papers)


class PrintDesk(QObject):
    """`said(words, verb, run)` tells what came out."""

    said = Signal(str, str, object)

    def print_slips(self, scene: Scene, item_ids: Iterable[int]) -> None:
        """Preview the standing slips of these items; count the copies once they were printed."""
        ids = list(item_ids)
        self._lay_out(scene, lambda: scene.core.papers.slips_of(ids), lambda made: self._preview(scene, made))

    def print_papers(self, scene: Scene, make: Make, *, public: bool = False) -> None:
        """Preview papers of any kind; `make` numbers those that have no number yet."""

        def numbered(papers: Sequence[Paper]) -> None:
            self._lay_out(scene, lambda: papers, lambda made: self._preview(scene, made), public=public)

        scene.runner.write(make, numbered, owner=self)

    def save_papers(self, scene: Scene, make: Make, *, public: bool = False) -> None:
        """Write papers of any kind as Word or PDF."""
        scene.runner.write(make, lambda papers: self._save(scene, list(papers), public=public), owner=self)

    def save_slips(self, scene: Scene, item_ids: Iterable[int]) -> None:
        """Write the standing slips as Word, or one PDF: the name's ending decides."""
        ids = list(item_ids)
        scene.runner.read(
            lambda: scene.core.papers.slips_of(ids), lambda papers: self._save(scene, papers), owner=self
        )

    def _lay_out(
        self, scene: Scene, find: Make, then: Callable[[_Sheets], None], *, public: bool = False
    ) -> None:
        def made(progress: Progress) -> _Sheets:
            papers, sheets = list(find()), []
            for done, paper in enumerate(papers):
                progress.step(done, len(papers), "正在排版")
                sheets.append(scene.core.papers.printout(paper, public=public))
            return _Sheets(papers, sheets)

        scene.runner.long(made, then, owner=self, words="正在排版…")

    def _preview(self, scene: Scene, sheets: _Sheets) -> None:
        kept, name = Geometry(scene.core.paths.data / "window.ini"), f"printer_{sheets.papers[0].kind.value}"
        dialog = PrintPreview(sheets.printouts, sheets.title, scene.parent, printer=kept.text(name))
        if scene.prompts.show(dialog):
            kept.save_text(name, dialog.printer_name)
            self._count(scene, sheets, f"{sheets.title}已送打印机")
        dialog.deleteLater()

    def _save(self, scene: Scene, papers: list[Paper], *, public: bool = False) -> None:
        if len(papers) > 1:
            self._save_many(scene, papers, public=public)
            return
        paper, service = papers[0], scene.core.papers

        def write(out: Path, progress: Progress) -> Path:
            if out.suffix.lower() == ".pdf":
                return self._write_pdf(scene, papers, out, progress, public=public)
            path = out if out.suffix else out.with_suffix(".docx")
            return service.write_slip(scene.actor, paper, path, public=public)

        def done(path: Path) -> str:
            scene.hub.changed.emit(service.counted(papers))
            return f"已保存 {path.name}"

        suggested = scene.core.paths.exports / f"{paper.number}.docx"
        deliver(scene, Delivery(f"保存{paper.kind.label}", suggested, _KINDS, write, done=done), self)

    def _save_many(self, scene: Scene, papers: list[Paper], *, public: bool) -> None:
        """In one file only papers of one kind: they share a template."""
        together = ["合为一个 Word 文档"] if len({paper.kind for paper in papers}) == 1 else []
        ways = ["每份一个 Word 文档", "合为一个 PDF", *together]
        way = scene.prompts.choose(f"将保存 {len(papers)} 份{_kind_of(papers)}", ways)
        folder = (
            None if way is None else scene.prompts.choose_folder("保存到文件夹", scene.core.paths.exports)
        )
        if folder is None:
            return
        service, told = scene.core.papers, f"已保存 {len(papers)} 份{_kind_of(papers)}"
        out = folder / title_of(papers)

        def write(progress: Progress) -> object:
            if way == 0:
                return service.write_slips(scene.actor, papers, folder, progress=progress, public=public)
            if way == 1:
                pdf = out.with_name(f"{out.name}.pdf")
                return self._write_pdf(scene, papers, pdf, progress, public=public)
            word = out.with_name(f"{out.name}.docx")
            return service.write_together(scene.actor, papers, word, progress=progress, public=public)

        scene.runner.long(
            write,
            lambda _: self._tell(scene, papers, told, folder),
            owner=self, words="正在保存…", writing=True,
        )  # fmt: skip

    def _write_pdf(
        self, scene: Scene, papers: list[Paper], out: Path, progress: Progress, *, public: bool
    ) -> Path:
        return scene.core.papers.write_pdf(
            scene.actor, papers, out, pdf_of, title=title_of(papers), progress=progress, public=public
        )

    def _count(self, scene: Scene, sheets: _Sheets, words: str) -> None:
        def tell(_: object) -> None:
            scene.hub.changed.emit(scene.core.papers.counted(sheets.papers))
            self.said.emit(words, "", None)

        scene.runner.write(
            lambda: scene.core.papers.count_prints(scene.actor, sheets.papers), tell, owner=self
        )

    def _tell(self, scene: Scene, papers: list[Paper], words: str, out: Path) -> None:
        scene.hub.changed.emit(scene.core.papers.counted(papers))
        scene.hub.delivered.emit(words, out)


def title_of(papers: Sequence[Paper]) -> str:
    """舆转〔2026〕12号, or 舆转〔2026〕12号等3份转送单."""
    first = papers[0]
    return first.number if len(papers) == 1 else f"{first.number}等{len(papers)}份{_kind_of(papers)}"


def _kind_of(papers: Sequence[Paper]) -> str:
    kinds = {paper.kind for paper in papers}
    return papers[0].kind.label if len(kinds) == 1 else "文书"
