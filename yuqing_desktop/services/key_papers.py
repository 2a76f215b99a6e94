"""签名密钥确认单 (第九条): the words by which a second person knows an approver's key."""

from yuqing_desktop.documents.papers.keys import KeyForm
from yuqing_desktop.domain.people import Person, Post, roles_of
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.rights import RIGHTS, Deed
from yuqing_desktop.domain.trust import SigningKey, fingerprint_words
from yuqing_desktop.domain.vocabulary import Role
from yuqing_desktop.services.paper_sources import NONE, Sources, said


def key_form(sources: Sources, paper: Paper) -> KeyForm:
    """One key, as enrolled or changed."""
    store = sources.store
    key = store.get(SigningKey, paper.subject_id or 0)
    day = key.enrolled_at.date() if key.enrolled_at else sources.now.date()
    roles = roles_of(store.find(Post), key.person_id, day)
    before = [one for one in store.find(SigningKey, person_id=key.person_id) if _replaced_by(key, one)]
    first, last = fingerprint_words(key.public)[:19], fingerprint_words(key.public)[20:]
    return KeyForm(
        **sources.anchored(paper),
        name=store.get(Person, key.person_id).name,
        post="、".join(role.label for role in sorted(roles, key=lambda role: role.rank)),
        reason="更换密钥" if before else "首次登记",
        enrolled_at=said(key.enrolled_at),
        fingerprint=f"{first}\n{last}",
        previous=fingerprint_words(before[-1].public) if before else NONE,
        state=_state(key),
        confirmers=_confirmers(sources, key),
    )


def _replaced_by(key: SigningKey, other: SigningKey) -> bool:
    """Whether another key of the same person counted before this one."""
    return other.id < key.id and other.confirmed_at is not None


def _state(key: SigningKey) -> str:
    if key.ended_at is not None:
        return f"已停用（{key.end_reason}）"
    return f"已由{key.confirmed_by}确认" if key.confirmed_at is not None else "待第二人确认"


def _confirmers(sources: Sources, key: SigningKey) -> str:
    """Who may stand by: once other approvers have keys that count, one of them."""
    now = sources.now
    others = [one for one in sources.store.find(SigningKey) if one.person_id != key.person_id]
    holding = [one.person_id for one in others if one.counts_at(now)]
    if holding:
        known = sources.store.many_by_id(Person, holding)
        return f"已有签名密钥的审批人：{'、'.join(known[one].name for one in sorted(known))}"
    return "、".join(role.label for role in Role if role in RIGHTS[Deed.CONFIRM_KEY]) + "（不能是本人）"
