"""The words of papers about one item: transfer slip, approval form, notes of the ladder, report-up, handling report."""

from dataclasses import replace

from yuqing_desktop.documents import gongwen
from yuqing_desktop.documents.papers.approval import NO_HEAD_NEEDED, ApprovalForm
from yuqing_desktop.documents.papers.notes import SUPERVISED, SupervisionNote, UrgeNote
from yuqing_desktop.documents.papers.report_up import ReportUp
from yuqing_desktop.documents.papers.reports import HandlingReport
from yuqing_desktop.documents.papers.transfer_slip import TransferSlip
from yuqing_desktop.domain.approval import short_fingerprint
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Person
from yuqing_desktop.domain.records import (
    Account,
    Consent,
    Draft,
    FigureReading,
    Note,
    Paper,
    Reply,
    Slip,
)  # fmt: skip
from yuqing_desktop.domain.report_up import Stage
from yuqing_desktop.domain.vocabulary import Act, ConsentKind, DutyKind, Role
from yuqing_desktop.services.paper_sources import (
    NONE,
    NOT_OVERDUE,
    Sources,
    figures_of,
    overdue_words,
    said,
    source_of,
)


def transfer_slip(sources: Sources, paper: Paper) -> TransferSlip:
    """转送单 (第八条)."""
    slip = sources.store.get(Slip, paper.subject_id or 0)
    item = sources.store.get(Item, slip.item_id)
    office = sources.settings.office()
    receipt, feedback = (sources.limit(item, kind).label for kind in (DutyKind.RECEIPT, DutyKind.FEEDBACK))
    return TransferSlip(
        **sources.issued(paper),
        urgency=slip.urgency.label,
        lead=sources.section(slip.section_id),
        assisting=sources.sections(slip.assisting),
        sent_at=said(slip.sent_at),
        due=said(slip.feedback_due),
        due_rule=f"签收{receipt}、反馈{feedback}",
        title=item.title,
        source=source_of(item),
        published_at=said(item.published_at, "不详"),
        found_at=said(item.found_at),
        item_number=item.number,
        link=item.link or NONE,
        reads=item.reads.label,
        forwards=item.forwards.label,
        replies=item.replies.label,
        figures_at=said(item.figures_at),
        kind=item.comment_kind.label if item.comment_kind else "",
        topic=item.topic or "其他",
        level=item.level_or_ordinary.label,
        summary=(item.summary or item.content or item.title) + _same_event(sources, slip),
        requirements=slip.requirements,
        opinion="",
        attachments=sources.attachments(item),
        contact=office.contact or slip.sent_by,
        phone=office.phone,
    )


def _same_event(sources: Sources, slip: Slip) -> str:
    """The other posts this slip serves (同一事件), each with its number and source."""
    others = [one.item_id for one in sources.store.find(Slip, number=slip.number) if one.id != slip.id]
    posts = sources.store.many_by_id(Item, others).values()
    told = "；".join(f"{post.number}（{source_of(post)}）" for post in posts)
    return f"\n同一事件另有{len(posts)}件，一并办理：{told}" if told else ""


def approval_form(sources: Sources, paper: Paper) -> ApprovalForm:
    """处置审批单 (第九条): about exactly one draft."""
    draft = sources.store.get(Draft, paper.subject_id or 0)
    item = sources.store.get(Item, draft.item_id)
    handling, slip = sources.handling(item), sources.slip(item)
    consents = {
        consent.role: consent
        for consent in sources.store.find(Consent, item_id=item.id)
        if consent.draft_id == draft.id and consent.voided_at is None
    }
    account = sources.store.get(Account, draft.account_id).name if draft.account_id else "由办公室专人选定"
    return ApprovalForm(
        **sources.anchored(paper),
        slip_number=slip.number or NONE,
        item_number=item.number,
        title=item.title,
        level=item.level_or_ordinary.label,
        section=sources.section(item.section_id),
        handler=handling.reported_by,
        phone=_phone_of(sources, handling.reported_by),
        received_at=said(item.received_at),
        due=said(slip.feedback_due),
        submitted_at=said(handling.reported_at),
        late=_late(
            sources, item, slip, overdue_words(slip.feedback_due, handling.reported_at or sources.now)
        ),
        findings=handling.findings,
        measures="\n".join(part for part in (handling.measures, handling.result) if part),
        reply=draft.text,
        version=f"第{draft.serial}稿",
        fingerprint=short_fingerprint(draft.sha256),
        account=account,
        channel=draft.channel.label,
        interim=f"已先行回复（{said(item.interim_at)}）" if item.interim_at else "未先行回复",
        consent_rule=sources.consent_rule(item.level_or_ordinary),
        section_opinion=handling.responsible,
        deputy_opinion=_opinion(consents.get(Role.DEPUTY)),
        head_opinion=_opinion(consents.get(Role.HEAD))
        if item.level_or_ordinary.needs_head
        else NO_HEAD_NEEDED,
        published=_published(sources, item),
        note=_other_posts(sources, item, draft),
    )


def _other_posts(sources: Sources, item: Item, draft: Draft) -> str:
    """The event's other posts, and which of them await the very same wording: what one signature is asked for."""
    if item.affair_id is None:
        return ""
    others = sources.store.find(Item, affair_id=item.affair_id, trashed_at=None)
    told = [_other_post(sources, one, draft) for one in others if one.id != item.id]
    return f"同一事件另有{len(told)}件：{'；'.join(told)}。" if told else ""


def _other_post(sources: Sources, item: Item, draft: Draft) -> str:
    where = " ".join(part for part in (item.platform, item.source) if part)
    drafts = sources.store.find(Draft, item_id=item.id, order="serial DESC", limit=1)
    same = "，同一拟回复" if drafts and drafts[0].sha256 == draft.sha256 else ""
    return f"{item.number}（{where}{same}）"


def urge_note(sources: Sources, paper: Paper) -> UrgeNote:
    """催办单 (第三条)."""
    note = sources.store.get(Note, paper.subject_id or 0)
    item = sources.store.get(Item, note.item_id)
    slip = sources.slip(item, note.at)
    before = [one for one in sources.notes(item, slip, Act.CALL, Act.URGE) if one.id < note.id]
    return UrgeNote(
        **sources.issued(paper),
        section=note.to or sources.section(slip.section_id or item.section_id),
        slip_number=slip.number,
        item_number=item.number,
        title=item.title,
        due=said(slip.feedback_due),
        overdue=overdue_words(slip.feedback_due, note.at or sources.now),
        urged_before="；".join((f"{len(before)}次", *map(_urged, before))),
        new_due=_again(sources, item),
        urged_by=note.by,
        phone=sources.settings.office().phone,
        urged_at=said(note.at),
        copied_to="副组长",
    )


def supervision_note(sources: Sources, paper: Paper) -> SupervisionNote:
    """督办单 (第三条): by the deputy or the head."""
    note = sources.store.get(Note, paper.subject_id or 0)
    item = sources.store.get(Item, note.item_id)
    slip, office = sources.slip(item, note.at), sources.settings.office()
    urged = [f"催办单{one.number}" for one in sources.notes(item, slip, Act.URGE) if one.id < note.id]
    return SupervisionNote(
        **sources.issued(paper),
        matter=item.title,
        item_number=item.number,
        basis="、".join((f"转送单{slip.number}", *urged)),
        content=item.summary or item.content or item.title,
        leader=note.by,
        instructed_at=said(note.at),
        instructions=note.words,
        lead=sources.section(slip.section_id or item.section_id),
        assisting=sources.sections(slip.assisting),
        due=_again(sources, item),
        feedback="一次性反馈",
        overdue=overdue_words(slip.feedback_due, note.at or sources.now),
        requirements=SUPERVISED,
        contact=office.contact or note.by,
        phone=office.phone,
    )


def report_up_words(
    sources: Sources, item: Item, reporter: str, stage: Stage, issued: dict[str, str]
) -> ReportUp:
    """报告市委宣传部 (第七条): what is to be said, before or after it was."""
    handling, section = sources.handling(item), sources.section(item.section_id)
    office = sources.settings.office()
    return ReportUp(
        **issued,
        stage=stage.label,
        item_number=item.number,
        level=item.level_or_ordinary.label,
        event_at=said(item.published_at or item.found_at),
        source=item.platform,
        account=item.source or item.author or "不详",
        cause="\n".join(part for part in (item.title, item.summary) if part),
        figures=figures_of(item),
        measures=handling.measures or f"{said(item.found_at)}发现后已登记并组织核实",
        next_steps=_next_steps(item, section, stage),
        reporter=reporter,
        phone=office.phone,
    )


def report_up(sources: Sources, paper: Paper) -> ReportUp:
    """The record of one report-up: how, to whom, when, in which words."""
    note = sources.store.get(Note, paper.subject_id or 0)
    item = sources.store.get(Item, note.item_id)
    stage = Stage.from_label(note.stage) or Stage.FIRST
    told = report_up_words(sources, item, note.by, stage, sources.issued(paper))
    return replace(
        told,
        channel=f"{note.channel} {note.number}".strip(),
        to=note.to,
        reported_at=said(note.at),
        words_used=note.words,
    )


def _next_steps(item: Item, section: str, stage: Stage) -> str:
    if stage is Stage.FINAL:
        done = item.outcome or ("已按规定回应" if item.replied_at else "已处置完毕")
        return f"{done.rstrip('。')}；继续关注网上反应"
    return f"{f'由{section}调查核实处置，' if section else ''}按规定报批后回应，进展续报"


def handling_report(sources: Sources, paper: Paper) -> HandlingReport:
    """处置情况报告 of one item (第四条)."""
    item = sources.store.get(Item, paper.item_id or 0)
    handling = sources.handling(item)
    replies = [reply for reply in sources.store.find(Reply, item_id=item.id) if not reply.interim]
    reply = replies[-1] if replies else Reply()
    source = source_of(item)
    return HandlingReport(
        **sources.issued(paper),
        title=item.title,
        addressed_to="政务舆情收集与回应工作领导小组",
        situation=f"{said(item.found_at)}在{source}发现（{item.number}，{item.level_or_ordinary.label}）。{item.summary}",
        findings=handling.findings or "正在核实。",
        measures="\n".join(part for part in (handling.measures, handling.result) if part) or "正在处置。",
        reply_account=reply.account or "尚未回复",
        replied_at=said(reply.published_at, "—"),
        reply_link=reply.link or "—",
        reply_text=reply.text or "—",
        reactions=_reactions(sources, item),
        next_steps=item.outcome or "继续跟踪网上反应，及时报告。",
        section=sources.section(item.section_id) or sources.settings.office().office,
        signer=handling.responsible or handling.reported_by,
        day=gongwen.day(sources.now.date()),
    )


def _reactions(sources: Sources, item: Item) -> str:
    lines = [f"登记时：{figures_of(item)}。"]
    for reading in sources.store.find(FigureReading, item_id=item.id, withdrawn_at=None, order="read_at"):
        figures = f"阅读{reading.reads.label}，转发{reading.forwards.label}，回复{reading.replies.label}"
        lines.append(f"{said(reading.read_at)}：{figures}。")
    return "\n".join(lines)


def _late(sources: Sources, item: Item, slip: Slip, overdue: str) -> str:
    """是否逾期（原因）: the reason is the last one the section gave."""
    reasons = sources.notes(item, slip, Act.GIVE_REASON)
    reason = f"（{reasons[-1].words}）" if reasons else ""
    return overdue if overdue == NOT_OVERDUE else f"逾期{overdue}{reason}"


def _urged(note: Note) -> str:
    return f"{said(note.at)}电话" if note.act == Act.CALL else f"{said(note.at)}催办单{note.number}"


def _again(sources: Sources, item: Item) -> str:
    return f"收到本单后{sources.limit(item, DutyKind.FEEDBACK).label}内"


def _opinion(consent: Consent | None) -> str:
    if consent is None:
        return ""
    paper = f"（纸质签批{consent.sheet_number}）" if consent.kind is ConsentKind.PAPER else ""
    return (
        f"{consent.opinion or consent.decision.label}　{consent.approver}　{said(consent.decided_at)}{paper}"
    )


def _published(sources: Sources, item: Item) -> str:
    replies = [reply for reply in sources.store.find(Reply, item_id=item.id) if not reply.interim]
    if not replies:
        return ""
    last = replies[-1]
    return f"{last.account}　{said(last.published_at)}　{last.link}　经办人：{last.entered_by}"


def _phone_of(sources: Sources, name: str) -> str:
    found = sources.store.find(Person, name=name)
    return found[0].phone if found else ""
