"""Who must agree to exactly which text (第九条): the deputy always, the head after the deputy for important items."""

import hashlib
from collections.abc import Iterable
from datetime import date

from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor, Post, holders
from yuqing_desktop.domain.records import Consent, Draft
from yuqing_desktop.domain.text import clean
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, Level, Role, Status
from yuqing_desktop.problems import BadInput, Refused

ARTICLE = "第九条"


def fingerprint(text: str) -> str:
    """SHA-256 of the cleaned text, in hex: two texts are the same reply when this is equal."""
    return hashlib.sha256(clean(text).encode()).hexdigest()


def short_fingerprint(sha256: str) -> str:
    """The first eight digits in two groups, as printed beside the text: 8F2A 41C7."""
    return f"{sha256[:4]} {sha256[4:8]}".upper()


def needed_roles(item: Item) -> tuple[Role, ...]:
    """Whose agreement a reply to this item needs, in order."""
    return (Role.DEPUTY, Role.HEAD) if item.level_or_ordinary.needs_head else (Role.DEPUTY,)


def valid(
    consents: Iterable[Consent],
    role: Role,
    draft: Draft | None,
    level: Level = Level.ORDINARY,
    *,
    paper_suffices: bool = True,
) -> Consent | None:
    """The agreement of this role to exactly this draft's text, if it stands; the head's was given at no lower level.

    Where paper does not suffice, one entered from paper does not count for an item of an important level.
    """
    if draft is None:
        return None
    standing = (
        consent
        for consent in consents
        if consent.role is role
        and consent.decision is Decision.AGREE
        and consent.voided_at is None
        and consent.draft_id == draft.id
        and consent.text_sha256 == draft.sha256 == fingerprint(draft.text)
        and not _outgrown(consent, level)
        and not (consent.kind is ConsentKind.PAPER and _asks_screen(level, paper_suffices=paper_suffices))
    )
    return next(standing, None)


def missing(
    item: Item, draft: Draft | None, consents: Iterable[Consent], *, paper_suffices: bool = True
) -> str:
    """Why a reply may not go out yet, in words; empty when everyone needed has agreed to this text.

    `paper_suffices` is the office's setting: whether paper alone lets an important item's reply out.
    """
    if draft is None:
        return "还没有拟回复"
    known = tuple(consents)
    level = item.level_or_ordinary
    lacking = [role for role in needed_roles(item) if valid(known, role, draft, level) is None]
    if lacking:
        return f"{_labels(lacking)}还没有同意现在的回复文本"
    on_paper = [
        role
        for role in needed_roles(item)
        if valid(known, role, draft, level, paper_suffices=paper_suffices) is None
    ]
    return f"{_labels(on_paper)}只有纸质签批，须退回后由本人在程序中审批" if on_paper else ""


def paper_rule(level: Level, *, paper_suffices: bool) -> str:
    """What a signature on the printed form is worth, as the form says it."""
    if _asks_screen(level, paper_suffices=paper_suffices):
        return "重要事项须由审批人本人在程序中审批，纸质签批不足以发布。"
    return "纸质签批由办公室代录，原件留存。"


def _asks_screen(level: Level, *, paper_suffices: bool) -> bool:
    return level.needs_head and not paper_suffices


def _labels(roles: Iterable[Role]) -> str:
    return "、".join(role.label for role in roles)


def outgrown(item: Item, consents: Iterable[Consent], level: Level) -> tuple[Consent, ...]:
    """The head's standing agreements that a higher level reopens, as long as no reply went out on them."""
    if item.replied_at is not None:
        return ()
    return tuple(one for one in consents if one.voided_at is None and _outgrown(one, level))


def _outgrown(consent: Consent, level: Level) -> bool:
    return consent.role is Role.HEAD and level.rank > consent.level.rank


def after_deputy(item: Item) -> Status:
    """第九条: important items go on to the head."""
    return Status.DEPUTY_AGREED if item.level_or_ordinary.needs_head else Status.APPROVED


def after_reassessment(item: Item) -> Status:
    """The state under the level now given: raising it reopens the head's gate, lowering it frees one that waited."""
    if item.status not in (Status.DEPUTY_AGREED, Status.APPROVED):
        return item.status
    if item.level_or_ordinary.needs_head and item.head_at is None:
        return Status.DEPUTY_AGREED
    return Status.APPROVED


def check_consent(
    consent: Consent,
    actor: Actor,
    posts: Iterable[Post],
    *,
    earliest: date | None = None,
    paper_suffices: bool = True,
) -> None:
    """Whether this person may give or enter this decision.

    On screen only the approver decides, holding the post on that day; on paper somebody else enters what the
    approver signed, with sheet number and date, not before `earliest`, the day of the text and of the agreement
    before this one; where paper does not suffice, no agreement to an important item. Raises BadInput, Refused.
    """
    if consent.decided_at is None:
        raise BadInput({"decided_at": "请填写审批时间"}, article=ARTICLE)
    if consent.decision is Decision.RETURN and not consent.opinion.strip():
        raise BadInput({"opinion": "退回须写明理由"}, article=ARTICLE)
    day = consent.decided_at.date()
    if consent.approver_id not in holders(posts, consent.role, day):
        raise Refused(
            f"{consent.approver or '该人员'}在{day:%Y-%m-%d}不是{consent.role.label}，不能作出审批。",
            kept="事项没有改动。",
            advice="请在“设置·人员与职务”核对任期。",
            article=ARTICLE,
        )
    if consent.kind is ConsentKind.SCREEN:
        _check_screen(consent, actor)
    else:
        _check_paper(consent, actor, earliest)
        _check_suffices(consent, paper_suffices=paper_suffices)


def _check_screen(consent: Consent, actor: Actor) -> None:
    if consent.approver_id != actor.person_id:
        raise Refused(
            f"现在使用本程序的是{actor.name}，不能代{consent.approver}在屏幕上审批。",
            kept="事项没有改动。",
            advice="如领导已在纸上签批，请选“纸质签批代录”。",
            article=ARTICLE,
        )


def _check_paper(consent: Consent, actor: Actor, earliest: date | None) -> None:
    wrong: dict[str, str] = {}
    if not consent.sheet_number.strip():
        wrong["sheet_number"] = "请填写签批单编号"
    signed = consent.decided_at
    if signed is not None and consent.entered_at is not None and signed > consent.entered_at:
        wrong["decided_at"] = "签批时间晚于现在"
    if signed is not None and earliest is not None and signed.date() < earliest:
        wrong["decided_at"] = f"签批日期早于{earliest:%Y-%m-%d}，那时还没有现在的文本或前一级的同意"
    if wrong:
        raise BadInput(wrong, article=ARTICLE)
    if consent.approver_id == actor.person_id:
        raise Refused(
            "代录人不能就是审批人本人。",
            kept="事项没有改动。",
            advice="本人请在屏幕上审批。",
            article=ARTICLE,
        )


def _check_suffices(consent: Consent, *, paper_suffices: bool) -> None:
    agreed = consent.decision is Decision.AGREE
    if agreed and _asks_screen(consent.level, paper_suffices=paper_suffices):
        raise Refused(
            f"{consent.level.label}事项须由{consent.role.label}本人在程序中审批，纸质签批不足以发布。",
            kept="事项没有改动，签批单可作为附件保存。",
            advice=f"请{consent.approver or consent.role.label}登录后审批；是否如此在“设置·督办与同意”。",
            article=ARTICLE,
        )
