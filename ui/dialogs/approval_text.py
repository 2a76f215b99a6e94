"""The proposed reply as the approver sees it: its serial, what changed since the last draft, account, fingerprint."""

from datetime import datetime

from ui.widgets.card import Card
from ui.widgets.text_diff import TextDiff
from ui.widgets.text_label import TextLabel
from ui.wording.moments import moment
from yuqing_desktop.core import Core
from yuqing_desktop.domain.approval import short_fingerprint
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Consent, Draft


def text_card(core: Core, dossier: Dossier) -> Card:
    """The present draft against the one before it."""
    draft = dossier.draft or Draft()
    before = dossier.drafts[-2] if len(dossier.drafts) > 1 else draft
    card = Card(f"拟回复 · 第 {draft.serial} 稿", quiet=True)
    diff = TextDiff()
    places = diff.show_wordings(before.text, draft.text)
    if before is not draft:
        card.note.setText(f"与第 {before.serial} 稿相比：改 {places} 处")
        card.head.addWidget(card.note)
    card.body.addWidget(diff)
    card.body.addWidget(TextLabel(under_text(core, dossier, draft), role="muted", wrap=True, selectable=True))
    return card


def decided_before(dossier: Dossier, now: datetime) -> str:
    """此前的审批, one a line: who, when, what, in which words; nothing when nobody decided yet."""
    return "\n".join(_decided(consent, now) for consent in dossier.consents)


def _decided(consent: Consent, now: datetime) -> str:
    decision = consent.decision.label
    opinion = consent.opinion if consent.opinion.rstrip("。") != decision else ""
    ended = f"{decision}（已作废：{consent.void_reason}）" if consent.voided_at else decision
    who = f"{consent.role.label}{consent.approver}"
    return "　".join(part for part in (who, moment(consent.decided_at, now), ended, opinion) if part)


def under_text(core: Core, dossier: Dossier, draft: Draft) -> str:
    """由 @… （微博，认证有效至 …）公开回复 · 文本指纹 8F2A 41C7."""
    account = next((one for one in core.people.accounts() if one.id == draft.account_id), None)
    fingerprint = f"文本指纹 {short_fingerprint(draft.sha256)}"
    if account is None:
        return f"{dossier.item.platform} · {draft.channel.label} · {fingerprint}"
    platform = "" if account.platform in account.name else account.platform
    until = f"认证有效至 {account.valid_until}" if account.valid_until else ""
    known = "，".join(part for part in (platform, until) if part)
    brackets = f"（{known}）" if known else ""
    return f"由 {account.name}{brackets}{draft.channel.label} · {fingerprint}"
