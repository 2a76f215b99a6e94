"""The words of papers about many items or a period: batch approval, period report, month of rounds, accountability, archive."""

import json
from collections.abc import Callable
from datetime import date, datetime

from yuqing_desktop.documents import gongwen
from yuqing_desktop.documents.papers.approval import ApprovalBatch, ApprovalLine
from yuqing_desktop.documents.papers.registers import (
    AccountabilitySheet,
    ArchiveContents,
    ArchiveCover,
    ArchiveLine,
    RoundDay,
    RoundsMonth,
    Situation,
)  # fmt: skip
from yuqing_desktop.documents.papers.reports import CountLine, Paragraph, PeriodReport
from yuqing_desktop.domain import periods
from yuqing_desktop.domain.accountability import AccountabilityCase, Clause, Facts
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Evidence, Paper
from yuqing_desktop.domain.rounds import Look, RoundOutcome
from yuqing_desktop.domain.text import excerpt
from yuqing_desktop.domain.vocabulary import PaperKind, Role, Status
from yuqing_desktop.services import ledger_tables
from yuqing_desktop.services.accountability import Accountability
from yuqing_desktop.services.ledger import Ledger, Report
from yuqing_desktop.services.paper_sources import NONE, Sources, said
from yuqing_desktop.services.rounds import Rounds

_WEEKDAYS = "一二三四五六日"
_GROUPS: dict[str, str] = {
    "新闻网站": "portals", "政府网站": "portals", "论坛": "forums", "百度贴吧": "forums", "微博": "weibo", "微信公众号": "wechat",
}  # fmt: skip


_PROOF = (
    PaperKind.TRANSFER_SLIP,
    PaperKind.URGE_NOTE,
    PaperKind.SUPERVISION_NOTE,
    PaperKind.APPROVAL_FORM,
)
"""Papers that show when an item was sent, pressed for and agreed to (第十三条)."""
_NOT_TAKEN_UP = "记录所示，尚未列入"


def approval_batch(sources: Sources, paper: Paper) -> ApprovalBatch:
    """One sheet for a leader who has five minutes: the items named in the paper."""
    ids = [int(one) for one in json.loads(paper.about)]
    items = sources.store.many_by_id(Item, ids)
    lines = tuple(
        _approval_line(sources, items[one], place) for place, one in enumerate(ids, start=1) if one in items
    )
    return ApprovalBatch(
        **sources.anchored(paper),
        leader=_leader(list(items.values())),
        prepared_at=said(paper.made_at),
        prepared_by=paper.made_by,
        total=str(len(lines)),
        consent_rule=sources.consent_rule(*(item.level_or_ordinary for item in items.values())),
        lines=lines,
    )


def _leader(items: list[Item]) -> str:
    """Whose opinion these items wait for (第九条)."""
    roles = (Role.HEAD if item.status is Status.DEPUTY_AGREED else Role.DEPUTY for item in items)
    return "、".join(dict.fromkeys(role.label for role in roles))


def _approval_line(sources: Sources, item: Item, place: int) -> ApprovalLine:
    draft, handling = sources.draft(item), sources.handling(item)
    return ApprovalLine(
        place=str(place),
        item_number=item.number,
        title=item.title,
        section=sources.section(item.section_id),
        findings=handling.findings,
        reply=draft.text,
        channel=draft.channel.label,
        due=said(item.due_at),
    )


def period_report(ledger: Ledger) -> Callable[[Sources, Paper], PeriodReport]:
    """处置情况报告 of a period, to the leading group's office (第四条)."""

    def make(sources: Sources, paper: Paper) -> PeriodReport:
        report = ledger.report(periods.parse(paper.about))
        counted = report.figures
        unfinished = [
            entry for entry in (*report.registered, *report.carried) if not entry.item.status.is_final
        ]
        return PeriodReport(
            **sources.issued(paper),
            addressed_to="政务舆情收集与回应工作领导小组办公室",
            period=report.period.name,
            overview=_overview(report, len(unfinished)),
            counts=tuple(
                CountLine(what=str(what), count=_counted(count), remark=str(remark or ""))
                for what, count, remark in ledger_tables.tables(counted, report.period)[0].rows
            ),
            important=tuple(Paragraph(text=ledger_tables.important(entry)) for entry in counted.important),
            unfinished=tuple(
                Paragraph(
                    text=f"{entry.item.number}　{entry.item.title}：{entry.section or '未转送'}，{entry.item.status.label}。"
                )
                for entry in unfinished
            ),
            next_steps="对未办结事项继续督促办理，按时回应；对先行回复的及时补正式回复。",
            definitions="\n".join(ledger_tables.definitions(report.counted_at)),
            day=gongwen.day(sources.now.date()),
        )

    return make


def _overview(report: Report, unfinished: int) -> str:
    counted = report.figures
    rate = ledger_tables.percent(counted.first_reply)
    is_over = report.counted_at >= report.period.end
    span = (
        report.period.label
        if is_over
        else f"{report.period.label}（截至{gongwen.moment(report.counted_at)}）"
    )
    left = "期末未办结" if is_over else "尚未办结"
    return (
        f"{span}，登记政务舆情{counted.registered}件，其中重要及重大突发{len(counted.important)}件；"
        f"以前结转{len(report.carried)}件。"
        f"首次回复按时率{rate}，先行回复后未补正式回复{len(counted.interim_debts)}件，{left}{unfinished}件。"
    )


def _counted(count: object) -> str:
    return f"{count}件" if isinstance(count, int) else str(count)


def rounds_month(rounds: Rounds) -> Callable[[Sources, Paper], RoundsMonth]:
    """巡查月表 (第七条): what each kind of channel showed day by day, and the days missed."""

    def make(sources: Sources, paper: Paper) -> RoundsMonth:
        month = periods.parse(paper.about)
        last = min(month.last, sources.now.date())
        looks = rounds.looks(month.first, last)
        calendar = sources.settings.rules().calendar
        groups = {channel.id: _GROUPS.get(channel.platform, "others") for channel in rounds.channels()}
        gaps = {gap.day for gap in rounds.gaps(month.first) if gap.day <= last}
        days = tuple(
            _round_day(
                date.fromordinal(one), looks, groups, is_workday=calendar.is_workday(date.fromordinal(one))
            )
            for one in range(month.first.toordinal(), last.toordinal() + 1)
        )
        found = sum(look.found for look in looks)
        return RoundsMonth(
            **sources.issued(paper),
            month=month.name,
            days=days,
            totals=f"巡查{len(looks)}次，发现{found}件",
            missing="、".join(f"{day.month}月{day.day}日" for day in sorted(gaps)) or NONE,
            prepared_by=paper.made_by,
            prepared_at=said(paper.made_at),
        )

    return make


def _round_day(day: date, looks: list[Look], groups: dict[int, str], *, is_workday: bool) -> RoundDay:
    of_day = [look for look in looks if look.day == day]
    cells = {
        name: _cell(of_day, groups, name, is_workday=is_workday)
        for name in ("portals", "forums", "weibo", "wechat", "others")
    }
    return RoundDay(
        day=f"{day.month}月{day.day}日",
        weekday=_WEEKDAYS[day.weekday()],
        person="、".join(dict.fromkeys(look.by for look in of_day)),
        remark="" if is_workday else "休息日",
        **cells,
    )


def _cell(looks: list[Look], groups: dict[int, str], name: str, *, is_workday: bool) -> str:
    wanted = {channel for channel, group in groups.items() if group == name}
    of_group = [look for look in looks if look.channel_id in wanted]
    if not of_group:
        return "缺" if is_workday and wanted else "—"
    found = sum(look.found for look in of_group if look.outcome is RoundOutcome.FOUND)
    return f"发现{found}" if found else RoundOutcome.NOTHING.label


def accountability_sheet(rounds: Rounds) -> Callable[[Sources, Paper], AccountabilitySheet]:
    """责任追究情形表 (第十三条) of an item: facts by situation, taken up or not yet, never guilt."""

    def make(sources: Sources, paper: Paper) -> AccountabilitySheet:
        item = sources.store.get(Item, paper.item_id or 0)
        cases = sources.store.find(AccountabilityCase, item_id=item.id)
        taken = {(case.clause, case.section_id) for case in cases}
        shown = [
            facts
            for facts in Accountability(sources.store, rounds).of_item(item.id)
            if (facts.clause, facts.section_id) not in taken
        ]
        papers = [
            one for one in sources.store.find(Paper, item_id=item.id, voided_at=None) if one.kind in _PROOF
        ]
        proof = "\n".join(f"{one.kind.label}{one.number}" for one in papers)
        return AccountabilitySheet(
            **sources.issued(paper),
            subject=f"{item.number}　{item.title}",
            period=f"{said(item.found_at)}至{said(item.closed_at, said(sources.now))}",
            situations=tuple(
                _situation(
                    clause,
                    [case for case in cases if case.clause is clause],
                    [facts for facts in shown if facts.clause is clause],
                    proof,
                )
                for clause in Clause
            ),
            prepared_by=paper.made_by,
            prepared_at=said(paper.made_at),
        )

    return make


def _situation(clause: Clause, cases: list[AccountabilityCase], shown: list[Facts], proof: str) -> Situation:
    facts = [case.supporting for case in cases] + [line for one in shown for line in one.supporting]
    explained = [part for case in cases for part in (case.opposing, case.comment) if part]
    explained += [line for one in shown for line in one.opposing]
    standing = [f"{case.status.label}（{case.decided_by or case.opened_by}）" for case in cases]
    standing += [_NOT_TAKEN_UP] * bool(shown)
    return Situation(
        clause=clause.label,
        facts="\n".join(facts) or "记录中没有",
        explanation="\n".join(explained) or NONE,
        evidence="\n".join(part for part in (proof, *standing) if part) if standing else NONE,
    )


def archive_cover(sources: Sources, paper: Paper) -> ArchiveCover:
    """归档封面 of a closed item."""
    item = sources.store.get(Item, paper.item_id or 0)
    papers, evidence = (
        sources.store.find(Paper, item_id=item.id),
        sources.store.find(Evidence, item_id=item.id),
    )
    first = item.registered_at or sources.now
    return ArchiveCover(
        **sources.issued(paper),
        title=_file_title(item),
        item_number=item.number,
        section=sources.section(item.section_id) or sources.settings.office().office,
        period=f"{gongwen.day(first.date())}至{gongwen.day((item.closed_at or sources.now).date())}",
        documents=str(len(papers) + len(evidence)),
        pages="",
        retention="10年",
        volume="",
        filed_by=paper.made_by,
        filed_at=gongwen.day(sources.now.date()),
    )


def archive_contents(sources: Sources, paper: Paper) -> ArchiveContents:
    """卷内目录: papers and evidence of an item, in order."""
    item = sources.store.get(Item, paper.item_id or 0)
    papers, evidence = (
        sources.store.find(Paper, item_id=item.id),
        sources.store.find(Evidence, item_id=item.id),
    )
    lines = [_paper_line(one, place) for place, one in enumerate(papers, start=1)]
    lines += [_evidence_line(one, place) for place, one in enumerate(evidence, start=len(papers) + 1)]
    return ArchiveContents(**sources.issued(paper), title=_file_title(item), lines=tuple(lines))


def _file_title(item: Item) -> str:
    return f"关于“{item.title}”的处置材料"


def _day(moment: datetime | None) -> str:
    return gongwen.day(moment.date()) if moment else ""


def _paper_line(paper: Paper, place: int) -> ArchiveLine:
    return ArchiveLine(
        place=str(place), number=paper.number, responsible=paper.made_by, title=paper.kind.label,
        day=_day(paper.made_at), page="", digest="", remark="作废" if paper.voided_at else "",
    )  # fmt: skip


def _evidence_line(evidence: Evidence, place: int) -> ArchiveLine:
    return ArchiveLine(
        place=str(place), number="", responsible=evidence.added_by, title=excerpt(evidence.name),
        day=_day(evidence.added_at), page="", digest=evidence.sha256[:8], remark="附件",
    )  # fmt: skip
