"""签发与更正 (第四条): a ledger becomes a numbered document, kept as issued; what changes later is a correction."""

import json
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

from yuqing_desktop.changes import Changes
from yuqing_desktop.documents.papers.ledger import LedgerContext, LedgerRow
from yuqing_desktop.documents.saving import save
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.editions import Edition, changed_rows
from yuqing_desktop.domain.numbering import edition_counter
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.text import one_line
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.ledger import Ledger, content_of
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

ARTICLE = "第四条"


@dataclass(frozen=True, slots=True)
class Editions:
    """Issued ledgers."""

    store: Store
    ledger: Ledger
    blobs: Blobs

    def of(self, period: Period) -> list[Edition]:
        """The issue of a period and its corrections, oldest first."""
        return self.store.find(
            Edition,
            first=period.first.isoformat(),
            last=period.last.isoformat(),
            word=period.word,
            order="correction",
        )

    def all(self) -> list[Edition]:
        """Every edition, the newest first."""
        return self.store.find(Edition, order="id DESC")

    def issue(
        self,
        actor: Actor,
        period: Period,
        *,
        signer: str,
        op_id: str | None = None,
        progress: Progress | None = None,
    ) -> Changes:
        """签发: freeze the period's ledger under a number. Raises BadInput, Refused when it was issued already."""
        if not one_line(signer):
            raise BadInput({"signer": "请填写签发人"}, article=ARTICLE)
        if period.end > self.store.clock.now():
            raise Refused(f"{period.name}还没有结束，不能签发。", kept="草稿可以导出。", article=ARTICLE)
        report = self.ledger.context(self.ledger.report(period), actor.name)

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.ISSUE)
            if self.of(period):
                raise Refused(
                    f"{period.name}台账已签发。",
                    kept="已签发的台账没有改动。",
                    advice="如有变动，请用“更正”。",
                    article=ARTICLE,
                )
            counter = edition_counter(period.word)
            edition = Edition(
                word=period.word, first=period.first, last=period.last, issued_at=work.now, issued_by=actor.name,
                serial=work.next_number(counter, period.last.year), total=work.next_number(counter, 0),
                signer=one_line(signer), head=report.head,
            )  # fmt: skip
            return self._freeze(work, report, edition, progress)

        return self.store.perform(actor, Deed.ISSUE.value, do, op_id=op_id)

    def correct(
        self, actor: Actor, period: Period, *, op_id: str | None = None, progress: Progress | None = None
    ) -> Changes:
        """更正: the ledger as it stands now beside the one issued, the changed rows marked. Raises Refused."""
        issued = self.of(period)
        if not issued:
            raise Refused(f"{period.name}台账还没有签发。", advice="请先签发。", article=ARTICLE)
        report = self.ledger.context(self.ledger.report(period), actor.name)
        last = issued[-1]
        changed = changed_rows(json.loads(last.snapshot), snapshot(report))
        if not changed:
            raise Refused(
                f"{period.name}台账与已签发的一致，不需更正。", kept="已签发的台账没有改动。", article=ARTICLE
            )

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.ISSUE)
            edition = replace(
                last, id=0, correction=last.correction + 1, issued_at=work.now, issued_by=actor.name, head=report.head,
                changed="、".join(changed),
            )  # fmt: skip
            return self._freeze(work, marked(report, frozenset(changed)), edition, progress)

        return self.store.perform(actor, Deed.ISSUE.value, do, op_id=op_id)

    def write(self, edition: Edition, out: Path) -> Path:
        """The file exactly as issued. Raises Trouble, BadFile when the kept file is no longer the one issued."""
        return save(out, self.blobs.read(edition.sha256))

    def open_copy(self, edition: Edition) -> Path:
        """A read-only copy of the file as issued, checked against its hash. Raises NotFound, Trouble."""
        return self.blobs.copy_for_opening(edition.sha256, edition.file_name)

    def _freeze(
        self, work: UnitOfWork, report: LedgerContext, edition: Edition, progress: Progress | None
    ) -> str:
        named = replace(report, issue=edition.number, edition=edition.mark, signer=edition.signer)
        content = content_of(named, progress)
        name = f"{report.title}{edition.period.name}{edition.mark}.xlsx"
        digest, _, _ = self.blobs.keep_bytes(name, content)
        work.add(replace(edition, file_name=name, sha256=digest, snapshot=json.dumps(snapshot(report))))
        return f"{edition.period.name}台账{edition.number}{edition.mark or '已签发'}"


def snapshot(report: LedgerContext) -> dict[str, str]:
    """The fingerprint of each row, by item number."""
    return {row.item_number: _fingerprint(row) for row in (*report.registered, *report.carried)}


def marked(report: LedgerContext, changed: frozenset[str]) -> LedgerContext:
    """The report with the corrected rows marked."""

    def rows(of: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
        return tuple(replace(row, corrected=row.item_number in changed) for row in of)

    return replace(report, registered=rows(report.registered), carried=rows(report.carried))


def _fingerprint(row: LedgerRow) -> str:
    return sha256(json.dumps(asdict(row), default=str, sort_keys=True).encode()).hexdigest()[:16]
