"""Approvals (第九条): each decision on the text it names, by who held the post, entered by whom it says."""

from collections import defaultdict
from collections.abc import Iterator

from yuqing_desktop.domain.approval import fingerprint
from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.domain.people import Post, holders
from yuqing_desktop.domain.records import Consent, Draft, Reply
from yuqing_desktop.domain.vocabulary import Act, ConsentKind, Decision, Level, Role
from yuqing_desktop.storage.checks.chain import Chain
from yuqing_desktop.storage.checks.records import every
from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.snapshot import Rows

_ACTS = {
    (Role.DEPUTY, Decision.AGREE): Act.APPROVE_DEPUTY,
    (Role.HEAD, Decision.AGREE): Act.APPROVE_HEAD,
}
_ADVICE = "请向审批人本人核实，并与签批单、备份核对（第九条）。"


def check(rows: Rows, chain: Chain) -> Iterator[Finding]:
    """Every consent against its text, its event and its approver's post; every reply against its consents."""
    drafts = {draft.id: draft for draft in every(rows, Draft)}
    posts = list(every(rows, Post))
    by_draft: dict[int, list[Consent]] = defaultdict(list)
    for draft in drafts.values():
        if fingerprint(draft.text) != draft.sha256:
            event = _event(chain, "draft", draft.id)
            where = f"拟回复（draft {draft.id}）"
            yield Finding("拟回复与其指纹不符", where, chain.since(event) if event else "", _ADVICE, event)
    for consent in every(rows, Consent):
        by_draft[consent.draft_id].append(consent)
        event = _event(chain, "consent", consent.id)
        for words in _wrong(consent, drafts.get(consent.draft_id), posts, chain):
            yield Finding(
                words, f"审批（consent {consent.id}）", chain.since(event) if event else "", _ADVICE, event
            )
    present = dict(rows.rows("SELECT id, level FROM item"))
    for reply in every(rows, Reply):
        event = _event(chain, "reply", reply.id)
        level = chain.level_at(reply.item_id, event, present.get(reply.item_id))
        for words in _without_consent(reply, by_draft[reply.draft_id or 0], level):
            yield Finding(
                words, f"回复（reply {reply.id}）", chain.since(event) if event else "", _ADVICE, event
            )


def _event(chain: Chain, table: str, row_id: int) -> int:
    return chain.written.get((table, row_id), ("", 0))[1]


def _wrong(consent: Consent, draft: Draft | None, posts: list[Post], chain: Chain) -> Iterator[str]:
    if draft is None or draft.item_id != consent.item_id or draft.sha256 != consent.text_sha256:
        yield "审批的文本与拟回复不符"
    day = consent.decided_at
    if day is None or consent.approver_id not in holders(posts, consent.role, day.date()):
        yield "审批人当日不任此职"
    written = chain.first("consent", consent.id)
    if written is None:
        return
    if (
        written.act != _ACTS.get((consent.role, consent.decision), Act.SEND_BACK)
        or written.item_id != consent.item_id
    ):
        yield "审批不是由审批操作写入"
    if consent.kind is ConsentKind.SCREEN:
        if written.person_id != consent.approver_id:
            yield "审批不是由审批人本人作出"
        if day is not None and moment_text(day) != written.at:
            yield "审批时间与记录不符"
    elif written.person_id == consent.approver_id or not consent.sheet_number:
        yield "纸质签批代录不合规"


def _without_consent(reply: Reply, consents: list[Consent], level: str | None) -> Iterator[str]:
    if reply.interim:
        return
    agreed = [
        one
        for one in consents
        if one.decision is Decision.AGREE
        and one.item_id == reply.item_id
        and not (one.decided_at and reply.published_at and one.decided_at > reply.published_at)
        and not (one.voided_at and reply.published_at and one.voided_at < reply.published_at)
    ]
    roles = {one.role for one in agreed}
    if Role.DEPUTY not in roles:
        yield "回复没有副组长同意"
    if level not in (None, Level.ORDINARY.value) and Role.HEAD not in roles:
        yield "重要舆情的回复没有组长同意"
