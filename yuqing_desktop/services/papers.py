"""Papers out (文书): contexts made of the registry's words, files written whole, every print counted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from yuqing_desktop.changes import Changes
from yuqing_desktop.documents import gongwen, printing, word
from yuqing_desktop.documents.paper import Paper as Form
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP, TransferSlip
from yuqing_desktop.documents.printing import (
    PAGE as PAGE,
)  # the window paints these
from yuqing_desktop.documents.printing import (
    PAGES as PAGES,
)
from yuqing_desktop.documents.printing import (
    Printout as Printout,
)
from yuqing_desktop.documents.saving import save
from yuqing_desktop.domain import paper_codes
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.limits import profile_on
from yuqing_desktop.domain.people import Actor, Section
from yuqing_desktop.domain.records import Evidence, Paper, Slip
from yuqing_desktop.domain.vocabulary import DutyKind, PaperKind
from yuqing_desktop.paths import Paths, resources
from yuqing_desktop.problems import NotFound
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

SAMPLE_MARK = "样例"


@dataclass(frozen=True, slots=True)
class Papers:
    """Transfer slips: as Word, as a printout, one or many."""

    store: Store
    settings: Settings
    paths: Paths

    def slips_of(self, item_ids: Iterable[int]) -> list[Paper]:
        """The standing slips of these items, in their order. Raises NotFound for one that was never sent."""
        found = []
        for item_id in item_ids:
            papers = self.store.find(Paper, item_id=item_id, kind=PaperKind.TRANSFER_SLIP, voided_at=None)
            if not papers:
                item = self.store.get(Item, item_id)
                raise NotFound(f"{item.number}没有有效的转送单。", advice="请先转送科室。")
            found.append(papers[-1])
        return found

    def write_slips(
        self, actor: Actor, papers: Iterable[Paper], folder: Path, *, progress: Progress | None = None
    ) -> list[Path]:
        """One .docx a slip into a folder, each counted as a print. Raises BadFile, Trouble."""
        chosen = list(papers)
        written = []
        for done, paper in enumerate(chosen):
            (progress or Progress()).step(done, len(chosen), paper.number)
            written.append(self.write_slip(actor, paper, folder / f"{paper.number}.docx"))
        return written

    def write_slip(self, actor: Actor, paper: Paper, out: Path) -> Path:
        """One slip as .docx; the print is counted once the file stands. Raises BadFile, Trouble."""
        path = save(out, self._filled(paper))
        self.count_print(actor, paper)
        return path

    def printout(self, paper: Paper) -> Printout:
        """The slip as the printer gets it, with no office suite: pages of the same words."""
        return printing.printout(self._filled(paper))

    def count_print(self, actor: Actor, paper: Paper) -> Changes:
        """One more copy of a paper came out: the next one says 补打第N次."""

        def do(work: UnitOfWork) -> str:
            before = work.get(Paper, paper.id)
            work.save(before, replace(before, copies=before.copies + 1))
            return f"{before.number}第{before.copies + 1}份"

        return self.store.perform(actor, "print", do, item_id=paper.item_id)

    def template(self, form: Form) -> Path:
        """The office's own template where it has one, else the factory's."""
        own = self.paths.templates / form.file_name
        return own if own.exists() else resources() / "templates" / form.file_name

    def _filled(self, paper: Paper) -> bytes:
        return word.load(self.template(TRANSFER_SLIP), TRANSFER_SLIP).fill(self.slip_context(paper))

    def slip_context(self, paper: Paper) -> TransferSlip:
        """The words of one slip as it stands now. Raises NotFound."""
        fresh = self.store.get(Paper, paper.id)
        slip = self.store.get(Slip, fresh.subject_id or 0)
        item = self.store.get(Item, slip.item_id)
        sections = self.store.many_by_id(Section, [slip.section_id, *slip.assisting])
        office = self.settings.office()
        return TransferSlip(
            bureau=office.bureau,
            number=slip.number,
            urgency=slip.urgency.label,
            lead=sections[slip.section_id].name,
            assisting="、".join(sections[one].name for one in slip.assisting) or "无",
            sent_at=gongwen.moment(slip.sent_at) if slip.sent_at else "",
            due=gongwen.moment(slip.feedback_due) if slip.feedback_due else "",
            due_rule=self._rule(item),
            title=item.title,
            source=" · ".join(part for part in (item.platform, item.source, item.author) if part),
            published_at=gongwen.moment(item.published_at) if item.published_at else "不详",
            found_at=gongwen.moment(item.found_at) if item.found_at else "",
            item_number=item.number,
            link=item.link or "无",
            reads=item.reads.label,
            forwards=item.forwards.label,
            replies=item.replies.label,
            figures_at=gongwen.moment(item.figures_at) if item.figures_at else "",
            kind=item.comment_kind.label if item.comment_kind else "",
            topic=item.topic or "其他",
            level=item.level_or_ordinary.label,
            summary=item.summary or item.content or item.title,
            requirements=slip.requirements,
            opinion="",
            attachments=self._attachments(item),
            contact=office.contact or slip.sent_by,
            phone=office.phone,
            code=paper_codes.code_of(PaperKind.TRANSFER_SLIP, slip.number, fresh.copies + 1),
            head=self.store.head(),
            copy=f"补打第{fresh.copies}次" if fresh.copies else "",
            void="作废" if fresh.voided_at else "",
            sample=SAMPLE_MARK if self.settings.is_sample() else "",
        )

    def _rule(self, item: Item) -> str:
        """The rule printed in brackets after the due time."""
        day = (item.registered_at or self.store.clock.now()).date()
        profile = profile_on(self.settings.rules().profiles, day)
        limits = [
            profile.limit(kind, item.level_or_ordinary) for kind in (DutyKind.RECEIPT, DutyKind.FEEDBACK)
        ]
        return f"签收{limits[0].label}、反馈{limits[1].label}"

    def _attachments(self, item: Item) -> str:
        names = [one.name for one in self.store.find(Evidence, item_id=item.id)]
        return "；".join(names) or "无"
