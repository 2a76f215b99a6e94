"""Signatures of approvals, and the keys they rest on (第九条): what nobody forges who only edits the file."""

import json
from collections.abc import Iterator

from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Consent, Draft
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.trust import (
    Signature,
    SigningKey,
    approval_message,
    endorsement_message,
    enrolment_message,
)
from yuqing_desktop.domain.vocabulary import ConsentKind
from yuqing_desktop.storage.checks.chain import Chain
from yuqing_desktop.storage.checks.records import every
from yuqing_desktop.storage.codec import canonical, moment_text
from yuqing_desktop.storage.signing import is_signed
from yuqing_desktop.storage.snapshot import Rows

_ADVICE = "请向审批人本人核实，与指纹确认单、签批单核对（第九条）。"


def check(rows: Rows, chain: Chain) -> Iterator[Finding]:
    """Every key, every signature, and every approval on screen that ought to have one."""
    keys = {key.id: key for key in every(rows, SigningKey)}
    for key in keys.values():
        for words in _wrong_key(key, keys, chain):
            yield _finding(chain, words, "signing_key", key.id, "签名密钥")
    signed = {one.consent_id: one for one in every(rows, Signature)}
    if not keys and not signed:
        return
    drafts = {one.id: one for one in every(rows, Draft)}
    items = {one.id: one for one in every(rows, Item)}
    for consent in every(rows, Consent):
        one = signed.pop(consent.id, None)
        words = (
            _unsigned(consent, keys)
            if one is None
            else _wrong(one, consent, keys, drafts.get(consent.draft_id), items.get(consent.item_id), chain)
        )
        if words:
            yield _finding(chain, words, "consent", consent.id, "审批")
    for one in signed.values():
        yield _finding(chain, "签名没有对应的审批", "signature", one.id, "签名")


def _finding(chain: Chain, words: str, table: str, row_id: int, name: str) -> Finding:
    event = chain.written.get((table, row_id), ("", 0))[1]
    return Finding(words, f"{name}（{table} {row_id}）", chain.since(event) if event else "", _ADVICE, event)


def _wrong_key(key: SigningKey, keys: dict[int, SigningKey], chain: Chain) -> Iterator[str]:
    if not is_signed(key.public, canonical(enrolment_message(key)), key.proof):
        yield "签名密钥不是本人登记的"
    if key.confirmed_at is None:
        return
    at, event = key.confirmed_at, _confirmed_by_event(key, chain)
    if event == 0 or key.confirmer_id == key.person_id:
        yield "签名密钥没有经第二人确认"
        return
    others = [
        one
        for one in keys.values()
        if one.person_id != key.person_id
        and 0 < _confirmed_by_event(one, chain) < event
        and one.counts_at(at)
    ]
    endorser = keys.get(key.endorser_id or 0)
    if endorser is None:
        if others:
            yield "签名密钥没有经有密钥的人签名确认"
    elif (
        endorser not in others
        or endorser.person_id != key.confirmer_id
        or not is_signed(endorser.public, canonical(endorsement_message(key)), key.endorsement)
    ):
        yield "签名密钥的确认签名不符"


def _confirmed_by_event(key: SigningKey, chain: Chain) -> int:
    """The event by which a second person confirmed the key, when it says the same; else 0."""
    at = moment_text(key.confirmed_at) if key.confirmed_at else ""
    for one in chain.writings.get(("signing_key", key.id), ()):
        if (one.act, one.at, one.person_id) == (Deed.CONFIRM_KEY.value, at, key.confirmer_id):
            return one.event
    return 0


def _unsigned(consent: Consent, keys: dict[int, SigningKey]) -> str:
    """A paper's consent needs none; a screen's does once its approver had a key."""
    at = consent.decided_at
    if consent.kind is not ConsentKind.SCREEN or at is None:
        return ""
    due = any(key.person_id == consent.approver_id and key.counts_at(at) for key in keys.values())
    return "屏幕上的审批没有签名" if due else ""


def _wrong(
    one: Signature,
    consent: Consent,
    keys: dict[int, SigningKey],
    draft: Draft | None,
    item: Item | None,
    chain: Chain,
) -> str:
    key = keys.get(one.key_id)
    if key is None or not is_signed(key.public, one.message, one.signature):
        return "审批签名不符"
    if draft is None or item is None:
        return ""  # gone or unreadable: the comparison with the events says so
    if (
        key.person_id != consent.approver_id
        or consent.decided_at is None
        or not key.counts_at(consent.decided_at)
    ):
        return "签名密钥不属于审批人，或当时无效"
    said = json.loads(one.message)
    wanted = approval_message(item, draft, consent, str(said.get("head")))
    # the item went on after it was approved; the version signed is that of the moment
    if {**said, "version": 0} != {**wanted, "version": 0}:
        return "签名的内容与审批不符"
    written = chain.first("consent", consent.id)
    number, _, digest = str(said["head"]).partition("-")
    if written is None or number != str(written.event - 1):
        return "签名是从别处搬来的"
    if written.event > 1 and not chain.hashes.get(written.event - 1, "").startswith(digest):
        return "签名时的留痕链与现在不符"
    return ""
