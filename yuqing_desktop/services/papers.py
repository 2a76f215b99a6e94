"""Papers out (文书): each with its number and words from the registry, written whole, every print counted."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from yuqing_desktop.changes import Changes, Touched
from yuqing_desktop.documents.batch import fill_together
from yuqing_desktop.documents.context import without_personal
from yuqing_desktop.documents.papers import report_up as report_up_paper
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.papers.transfer_slip import TransferSlip
from yuqing_desktop.documents.printing import PAGE as PAGE  # the window paints these
from yuqing_desktop.documents.printing import PAGES as PAGES
from yuqing_desktop.documents.printing import REPEATED as REPEATED
from yuqing_desktop.documents.printing import Printout as Printout
from yuqing_desktop.documents.printing import Unit as Unit
from yuqing_desktop.documents.printing import printout as printout
from yuqing_desktop.documents.saving import save, save_all
from yuqing_desktop.documents.shelf import Shelf
from yuqing_desktop.domain import numbering, rights
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.records import Note, Paper, Slip
from yuqing_desktop.domain.report_up import Stage
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.vocabulary import Act, PaperKind
from yuqing_desktop.problems import NotFound
from yuqing_desktop.progress import Progress
from yuqing_desktop.services import apart, key_papers, list_papers, paper_words
from yuqing_desktop.services.desk import facts_of
from yuqing_desktop.services.ledger import Ledger
from yuqing_desktop.services.paper_sources import Sources
from yuqing_desktop.services.registry import papers_of
from yuqing_desktop.services.rounds import Rounds
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

Maker = Callable[[Sources, Paper], Any]
PaintPdf = Callable[..., bytes]
"""A module's own function, `(papers as .docx, *, title, progress)` to a PDF: the window paints it."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Every paper of the office: as Word, as a printout, one or many."""

    store: Store
    settings: Settings
    ledger: Ledger
    rounds: Rounds
    shelf: Shelf

    # Numbers ------------------------------------------------------------------------------------

    def slips_of(self, item_ids: Iterable[int]) -> list[Paper]:
        """The standing slips of these items, in their order. Raises NotFound for one that was never sent."""
        found = []
        for item_id in item_ids:
            slips = self.store.find(Slip, item_id=item_id, order="id DESC", limit=1)
            papers = self.store.find(
                Paper, number=slips[0].number if slips else "", kind=PaperKind.TRANSFER_SLIP, voided_at=None
            )
            if not papers:
                item = self.store.get(Item, item_id)
                raise NotFound(f"{item.number}没有有效的转送单。", advice="请先转送科室。")
            found += [paper for paper in papers if paper not in found]
        return found

    def of_item(self, actor: Actor, item_id: int) -> list[Paper]:
        """Every paper the item can have now, numbered where it was not yet: `papers NUMBER`. Raises NotFound."""
        for kind, subject in self.possible(item_id):
            self.make(actor, kind, item_id=item_id, subject_id=subject)
        return [paper for paper in papers_of(self.store, item_id) if paper.voided_at is None]

    def make(
        self,
        actor: Actor,
        kind: PaperKind,
        *,
        item_id: int | None = None,
        subject_id: int | None = None,
        about: str = "",
    ) -> Paper:
        """The standing paper of a kind about a subject, given a number if it has none; one of an older subject is void."""
        standing = self.store.find(Paper, kind=kind, item_id=item_id, voided_at=None)
        found = [paper for paper in standing if (paper.subject_id, paper.about) == (subject_id, about)]
        if found:
            return found[-1]
        made: list[Paper] = []

        def do(work: UnitOfWork) -> str:
            if kind is PaperKind.APPROVAL_FORM:
                for paper in standing:
                    work.save(paper, replace(paper, voided_at=work.now, void_reason="拟回复已有新稿"))
            prefix = self.settings.office().prefix(kind)
            number = numbering.paper_number(prefix, work.now.year, work.next_number(prefix, work.now.year))
            made.append(
                work.add(
                    Paper(item_id=item_id, kind=kind, number=number, made_at=work.now, made_by=actor.name,
                          subject_id=subject_id, about=about)
                )
            )  # fmt: skip
            return f"{kind.label}{number}"

        self.store.perform(actor, "paper", do, item_id=item_id)
        return made[0]

    def batch(self, actor: Actor, item_ids: Iterable[int]) -> Paper:
        """One approval sheet for many items (第九条)."""
        return self.make(actor, PaperKind.APPROVAL_BATCH, about=json.dumps(list(item_ids)))

    def of_period(self, actor: Actor, kind: PaperKind, period: Period) -> Paper:
        """A period's handling report, or a month's sheet of rounds."""
        return self.make(
            actor,
            kind,
            about=f"{period.first}..{period.last}" if period.word != "月" else f"{period.first:%Y-%m}",
        )

    def possible(self, item_id: int) -> list[tuple[PaperKind, int | None]]:
        """The kinds of paper an item can have now, each with the record it is about. Raises NotFound."""
        item = self.store.get(Item, item_id)
        facts = facts_of(self.store, item)
        found: list[tuple[PaperKind, int | None]] = []
        if facts.draft is not None:
            found.append((PaperKind.APPROVAL_FORM, facts.draft.id))
            found.append((PaperKind.HANDLING_REPORT, None))
        notes = self.store.find(Note, item_id=item.id, act=Act.REPORT_UP.value)
        found += [(PaperKind.REPORT_UP, note.id) for note in notes]
        found.append((PaperKind.ACCOUNTABILITY, None))
        if item.status.is_final:
            found += [(PaperKind.ARCHIVE_COVER, None), (PaperKind.ARCHIVE_CONTENTS, None)]
        return found

    # Files --------------------------------------------------------------------------------------

    def write_slips(
        self,
        actor: Actor,
        papers: Iterable[Paper],
        folder: Path,
        *,
        progress: Progress | None = None,
        public: bool = False,
    ) -> list[Path]:
        """One .docx a paper into a folder, each counted as a print. Raises BadFile, Trouble, Cancelled.

        No file there is touched before all of them are made.
        """
        chosen = list(papers)
        filled = self._each_filled(chosen, progress, public=public)
        written = save_all(
            folder, ((f"{paper.kind.label}{paper.number}.docx", made) for paper, made in filled)
        )
        self.count_prints(actor, chosen)
        return written

    def write_together(
        self,
        actor: Actor,
        papers: Iterable[Paper],
        out: Path,
        *,
        progress: Progress | None = None,
        public: bool = False,
    ) -> Path:
        """Papers of one kind in one .docx, each on pages of its own. Raises BadFile, Trouble, Cancelled."""
        chosen = list(papers)
        if not chosen:
            raise NotFound("没有可生成的文书。")
        template = self.shelf.template(PAPERS[chosen[0].kind.value])
        contexts = [self.context(paper, public=public) for paper in chosen]
        path = save(out, fill_together(template, contexts, progress=progress))
        self.count_prints(actor, chosen)
        return path

    def write_pdf(
        self,
        actor: Actor,
        papers: Iterable[Paper],
        out: Path,
        paint: PaintPdf,
        *,
        title: str,
        progress: Progress | None = None,
        public: bool = False,
    ) -> Path:
        """Papers in one PDF, each counted as a print. Raises BadFile, Trouble, Cancelled."""
        chosen = list(papers)
        filled = [made for _, made in self._each_filled(chosen, progress, public=public)]
        worth = apart.PAPERS_WORTH_A_PROCESS
        content = apart.made(paint, filled, rows=len(filled), worth=worth, title=title, progress=progress)
        path = save(out, content)
        self.count_prints(actor, chosen)
        return path

    def count_prints(self, actor: Actor, papers: Iterable[Paper]) -> list[Changes]:
        """One more copy of each came out."""
        with self.store.many():
            return [self.count_print(actor, paper) for paper in papers]

    @staticmethod
    def counted(papers: Iterable[Paper]) -> Changes:
        """What the screens read anew once these came out."""
        chosen = list(papers)
        items = dict.fromkeys(paper.item_id for paper in chosen if paper.item_id is not None)
        return Changes("print", 0, tuple(Touched("paper", paper.id) for paper in chosen), tuple(items))

    def write_slip(self, actor: Actor, paper: Paper, out: Path, *, public: bool = False) -> Path:
        """One paper as .docx; the print is counted once the file stands. Raises BadFile, Trouble."""
        path = save(out, self.filled(paper, public=public))
        self.count_print(actor, paper)
        return path

    def printout(self, paper: Paper, *, public: bool = False) -> Printout:
        """The paper as the printer gets it, with no office suite: pages of the same words."""
        return printout(self.filled(paper, public=public))

    def count_print(self, actor: Actor, paper: Paper) -> Changes:
        """One more copy of a paper came out: the next one says 补打第N次."""

        def do(work: UnitOfWork) -> str:
            before = work.get(Paper, paper.id)
            work.save(before, replace(before, copies=before.copies + 1))
            return f"{before.number}第{before.copies + 1}份"

        return self.store.perform(actor, "print", do, item_id=paper.item_id)

    def void(self, actor: Actor, paper: Paper, reason: str) -> Changes:
        """Void a paper; its number stays taken. Raises Refused."""

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.VOID_PAPER)
            before = work.get(Paper, paper.id)
            work.save(before, replace(before, voided_at=work.now, void_reason=reason))
            return f"{before.number}已作废"

        return self.store.perform(actor, Deed.VOID_PAPER.value, do, item_id=paper.item_id)

    def filled(self, paper: Paper, *, public: bool = False) -> bytes:
        """The paper as it stands now, as a .docx; `public` leaves out what is not for outside (公开版).

        Raises NotFound, BadFile.
        """
        return self.shelf.template(PAPERS[paper.kind.value]).fill(self.context(paper, public=public))

    def _each_filled(
        self, papers: Sequence[Paper], progress: Progress | None, *, public: bool
    ) -> Iterator[tuple[Paper, bytes]]:
        for done, paper in enumerate(papers):
            (progress or Progress()).step(done, len(papers), paper.number)
            yield paper, self.filled(paper, public=public)

    def context(self, paper: Paper, *, public: bool = False) -> Any:
        """The words of a paper as it stands now. Raises NotFound."""
        fresh = self.store.get(Paper, paper.id)
        context = self._makers()[fresh.kind](Sources(self.store, self.settings), fresh)
        return replace(without_personal(context), secrecy="") if public else context

    def slip_context(self, paper: Paper) -> TransferSlip:
        """The words of a transfer slip."""
        return paper_words.transfer_slip(Sources(self.store, self.settings), self.store.get(Paper, paper.id))

    def report_words(self, item: Item, reporter: Actor, stage: Stage) -> tuple[str, str]:
        """The phone script and the SMS for 报告市委宣传部, ready to read or copy (第七条)."""
        sources = Sources(self.store, self.settings)
        blank = {"bureau": self.settings.office().bureau, "number": "", "code": "", "head": ""}
        told = paper_words.report_up_words(sources, item, reporter.name, stage, blank)
        return report_up_paper.phone_script(told), report_up_paper.sms(told)

    def _makers(self) -> dict[PaperKind, Maker]:
        return {
            PaperKind.TRANSFER_SLIP: paper_words.transfer_slip,
            PaperKind.APPROVAL_FORM: paper_words.approval_form,
            PaperKind.APPROVAL_BATCH: list_papers.approval_batch,
            PaperKind.URGE_NOTE: paper_words.urge_note,
            PaperKind.SUPERVISION_NOTE: paper_words.supervision_note,
            PaperKind.HANDLING_REPORT: paper_words.handling_report,
            PaperKind.PERIOD_REPORT: list_papers.period_report(self.ledger),
            PaperKind.REPORT_UP: paper_words.report_up,
            PaperKind.ROUNDS_MONTH: list_papers.rounds_month(self.rounds),
            PaperKind.ACCOUNTABILITY: list_papers.accountability_sheet(self.rounds),
            PaperKind.ARCHIVE_COVER: list_papers.archive_cover,
            PaperKind.ARCHIVE_CONTENTS: list_papers.archive_contents,
            PaperKind.KEY_FORM: key_papers.key_form,
        }
