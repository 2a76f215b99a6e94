"""周台账 (第四条): the week's entries and figures, on screen and as a workbook, from one query."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from yuqing_desktop.changes import Changes
from yuqing_desktop.documents import gongwen
from yuqing_desktop.documents.ledger_book import ledger_content
from yuqing_desktop.documents.papers.ledger import LedgerContext, LedgerRow, Paragraphs
from yuqing_desktop.documents.saving import save
from yuqing_desktop.domain.figures import Figure, FigureKind
from yuqing_desktop.domain.people import Actor, Section
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.statistics import Entry, Figures, Share, figures
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.progress import Progress
from yuqing_desktop.services import apart, ledger_rounds, ledger_tables
from yuqing_desktop.services.layouts import Layouts
from yuqing_desktop.services.rounds import Rounds
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.queries import ledger as query
from yuqing_desktop.storage.queries import statistics as figures_of
from yuqing_desktop.storage.store import Store

TITLES = {
    "周": "政务舆情周台账",
    "月": "政务舆情月台账",
    "季度": "政务舆情季度台账",
    "年": "政务舆情年度台账",
}

_SHOWN_BEFORE = {"周": 7, "月": 11, "季度": 7, "年": 4}
"""How many periods before its own a ledger's trend shows."""


@dataclass(frozen=True, slots=True)
class Report:
    """A period as counted at a moment: what the window shows and the workbook holds."""

    period: Period
    counted_at: datetime
    registered: tuple[Entry, ...]
    carried: tuple[Entry, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Ledger:
    """Reports of periods."""

    store: Store
    settings: Settings
    rounds: Rounds
    layouts: Layouts

    def report(self, period: Period) -> Report:
        """Count a period as it stands now."""
        now = self.store.clock.now()
        new, old = query.registered(self.store, period), query.carried(self.store, period)
        before = query.count_registered(self.store, period.previous)
        sections = {section.id: section.name for section in self.store.find(Section)}
        counted = figures(new, old, before=before, sections=sections, now=now)
        return Report(period, now, new, old, counted)

    def export(
        self,
        actor: Actor,
        period: Period,
        out: Path,
        *,
        layout: str = "",
        progress: Progress | None = None,
    ) -> Path:
        """The period as a workbook, in this layout or the one in use; on the record.

        Raises NotFound, Refused, Trouble, Cancelled.
        """
        self.store.require(actor, Deed.EXPORT)
        columns = self.layouts.columns(layout)
        context = replace(self.context(self.report(period), actor.name), columns=columns)
        path = save(out, content_of(context, progress))
        self.recorded(actor, f"{context.title}（{period.name}）")
        return path

    def _before(self, period: Period) -> tuple[tuple[str, int, Share], ...]:
        """(name, registered, first replies in time) of each period a trend shows before this one."""
        database, now = self.store.database, self.store.clock.now()
        return tuple(
            (
                one.name,
                figures_of.registered(database, ((one.first, one.last),))[0],
                Share(*figures_of.first_replies(database, one, now)),
            )
            for one in _periods_before(period)
        )

    def recorded(self, actor: Actor, what: str) -> Changes:
        """Record that something was exported."""
        return self.store.perform(actor, "export", lambda work: f"已导出{what}")

    def context(self, report: Report, prepared_by: str) -> LedgerContext:
        """The report in the ledger's words."""
        period, now = report.period, report.counted_at
        office = self.settings.office()
        return LedgerContext(
            bureau=office.bureau,
            title=TITLES.get(period.word, "政务舆情台账"),
            issue=period.name,
            period=period.label,
            year=period.first.year,
            prepared_at=gongwen.moment(now),
            prepared_by=prepared_by,
            signer="",
            addressees="政务舆情收集与回应工作领导小组",
            filter_stated=f"{period.label}登记的全部事项，及此前登记、期初尚未办结的事项",
            registered=tuple(_row(entry, now) for entry in report.registered),
            carried=tuple(_row(entry, now) for entry in report.carried),
            tables=ledger_tables.tables(report.figures, period, self._before(period)),
            definitions=ledger_tables.definitions(now),
            important=Paragraphs("重要舆情", tuple(map(ledger_tables.important, report.figures.important))),
            rounds=ledger_rounds.tables(self.rounds, period),
            supervision=ledger_tables.supervision(report.figures, now),
            columns=self.layouts.columns(),
            edition="草稿",
            head=self.store.head(),
            sample=self.settings.is_sample(),
            period_word=f"本{period.word or '期'}",
        )


def _periods_before(period: Period) -> list[Period]:
    """The periods a trend shows before this one, oldest first."""
    found: list[Period] = []
    for _ in range(_SHOWN_BEFORE.get(period.word, 0)):
        found.append((found[-1] if found else period).previous)
    return found[::-1]


def content_of(context: LedgerContext, progress: Progress | None = None) -> bytes:
    """The workbook's bytes, made in a process of its own where it is large. Raises Trouble, Cancelled."""
    rows = len(context.registered) + len(context.carried)
    return apart.made(ledger_content, context, rows=rows, progress=progress)


def _row(entry: Entry, now: datetime) -> LedgerRow:
    item = entry.item
    feedback = entry.duty(DutyKind.FEEDBACK)
    return LedgerRow(
        item_number=item.number,
        found_at=item.found_at,
        published_at=item.published_at,
        source=" ".join(part for part in (item.platform, item.source, item.author) if part),
        title=item.title,
        summary=item.summary,
        link=item.link,
        reads=_count(item.reads),
        forwards=_count(item.forwards),
        replies=_count(item.replies),
        kind=item.comment_kind.label if item.comment_kind else "未评估",
        level=item.level.label if item.level else "未评估",
        reply_need=item.reply_need.label,
        section=entry.section,
        slip=_named(item.slip_number, item.transferred_at),
        received=_named(item.received_by, item.received_at),
        due=feedback.due_at if feedback else None,
        fed_back_at=item.handled_at,
        approved=_approved(entry),
        interim_at=item.interim_at,
        replied_at=item.replied_at,
        reply_account="\n".join(part for part in (item.reply_account, item.reply_link) if part),
        result=item.outcome or item.status.label,
        overdue=_overdue(entry.late(now)),
        supervised=f"催办{item.urged}次" if item.urged else "",
        closed_at=item.closed_at,
        note=item.notes,
    )


def _count(figure: Figure) -> int | str:
    return figure.value if figure.kind is FigureKind.NUMBER and figure.value is not None else figure.label


def _named(name: str, at: datetime | None) -> str:
    return f"{name}\n{at.month}-{at.day} {at:%H:%M}" if name and at else name


def _approved(entry: Entry) -> str:
    item = entry.item
    given = (_named(item.deputy_by, item.deputy_at), _named(item.head_by, item.head_at))
    return "\n".join(part for part in given if part)


def _overdue(late: tuple[Duty, ...]) -> str:
    if not late:
        return "否"
    return "超时：" + "、".join(dict.fromkeys(duty.kind.label for duty in late))
