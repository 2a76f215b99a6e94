"""签名密钥与审批签名 (第九条): an approver's key, confirmed by a second person, signs each decision on screen."""

from dataclasses import dataclass, replace
from typing import NoReturn

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Consent
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.trust import (
    Signature,
    SigningKey,
    approval_message,
    endorsement_message,
    enrolment_message,
    fingerprint_words,
)
from yuqing_desktop.domain.vocabulary import ConsentKind
from yuqing_desktop.problems import NotFound, Refused
from yuqing_desktop.services.desk import Case
from yuqing_desktop.services.passwords import Passwords
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.codec import canonical
from yuqing_desktop.storage.signing import Signer, new_key, unlock
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

ARTICLE = "第九条"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An approver's key, open for one decision; `signer` is None where the approver has none yet."""

    key: SigningKey | None = None
    signer: Signer | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """Keys of approvers and what they sign."""

    store: Store
    settings: Settings
    passwords: Passwords

    def key_of(self, person_id: int) -> SigningKey | None:
        """The person's key that counts now, if there is one."""
        now = self.store.clock.now()
        standing = self.store.find(SigningKey, person_id=person_id, ended_at=None)
        return next((key for key in standing if key.counts_at(now)), None)

    def waiting(self) -> list[SigningKey]:
        """Keys enrolled and not yet confirmed."""
        return self.store.find(SigningKey, confirmed_at=None, ended_at=None)

    def enrol(self, actor: Actor, password: str) -> Changes:
        """A new key for oneself, sealed by one's password; it counts once a second person confirms it.

        A key that counts goes on counting until then. Raises Refused.
        """
        self.store.require(actor, Deed.ENROL_KEY)
        self.passwords.verify(actor, password, Deed.ENROL_KEY.value)
        pair = new_key(password, self.passwords.cost)
        signer = unlock(pair.sealed, password)

        def do(work: UnitOfWork) -> str:
            for waiting in work.find(SigningKey, person_id=actor.person_id, confirmed_at=None, ended_at=None):
                work.save(waiting, replace(waiting, ended_at=work.now, end_reason="重新登记"))
            key = SigningKey(
                person_id=actor.person_id, public=pair.public, sealed=pair.sealed, enrolled_at=work.now,
                enrolled_by=actor.name,
            )  # fmt: skip
            work.add(replace(key, proof=signer(canonical(enrolment_message(key)))))
            work.detail["fingerprint"] = fingerprint_words(pair.public)
            return f"{actor.name}的签名密钥已登记，指纹{fingerprint_words(pair.public)}，待第二人确认"

        return self.store.perform(actor, Deed.ENROL_KEY.value, do)

    def confirm(self, actor: Actor, key_id: int, fingerprint: str, password: str) -> Changes:
        """The second person confirms a key by the fingerprint on the signed form, with the own password.

        Once anybody else has a key that counts, the confirmer signs with one. Raises Refused, NotFound.
        """
        self.store.require(actor, Deed.CONFIRM_KEY)
        key = self.store.get(SigningKey, key_id)
        if key.confirmed_at is not None or key.ended_at is not None:
            raise NotFound("这个签名密钥不在待确认之列。", advice="请刷新后再试。")
        if key.person_id == actor.person_id:
            self._refuse(actor, "签名密钥须由第二人确认，不能自己确认。")
        if "".join(fingerprint.split()).upper() != fingerprint_words(key.public).replace(" ", ""):
            self._refuse(actor, "所填指纹与登记的密钥不符，没有确认。")
        seen = self.passwords.verify(actor, password, Deed.CONFIRM_KEY.value)
        own = self._unlocked(actor, password)
        if own.key is None and self._others_have_keys(key.person_id):
            self._refuse(actor, "已有审批人登记了签名密钥，须由其中一人确认。")

        def do(work: UnitOfWork) -> str:
            work.saw(seen)
            for old in work.find(SigningKey, person_id=key.person_id, ended_at=None):
                if old.id != key.id:
                    work.save(old, replace(old, ended_at=work.now, end_reason="更换密钥"))
            confirmed = replace(
                key, confirmed_at=work.now, confirmed_by=actor.name, confirmer_id=actor.person_id
            )
            if own.key is not None and own.signer is not None:
                signature = own.signer(canonical(endorsement_message(confirmed)))
                confirmed = replace(confirmed, endorser_id=own.key.id, endorsement=signature)
            work.save(key, confirmed)
            work.detail["fingerprint"] = fingerprint_words(key.public)
            return f"签名密钥已确认，指纹{fingerprint_words(key.public)}"

        return self.store.perform(actor, Deed.CONFIRM_KEY.value, do)

    def _refuse(self, actor: Actor, words: str) -> NoReturn:
        """Raise Refused for a key not to be confirmed, on the record."""
        self.passwords.refuse(actor, Deed.CONFIRM_KEY.value, words, article=ARTICLE)

    def open_for(self, actor: Actor, approver_id: int, kind: ConsentKind, password: str | None) -> Unlocked:
        """The approver's key for a decision on screen, opened by the approver's own password.

        A sample and a paper consent ask for none; nor does an approver who has no account yet. Raises Refused.
        """
        if kind is not ConsentKind.SCREEN or self.settings.is_sample() or approver_id != actor.person_id:
            return Unlocked()
        if self.passwords.credential(approver_id) is None:
            return Unlocked()
        if not password:
            raise Refused("审批须输入本人的密码。", kept="事项没有改动。", article=ARTICLE)
        self.passwords.verify(actor, password, "confirm_password")
        return self._unlocked(actor, password)

    def sign(self, case: Case, consent: Consent, unlocked: Unlocked) -> None:
        """Put the signature under a consent just added, before the item goes on."""
        if unlocked.key is None or unlocked.signer is None:
            return
        number, digest = case.work.database.rows("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")[0]
        message = canonical(approval_message(case.item, case.draft, consent, f"{number}-{digest}"))
        case.work.add(
            Signature(
                consent_id=consent.id, key_id=unlocked.key.id, message=message,
                signature=unlocked.signer(message),
            )
        )  # fmt: skip

    def _unlocked(self, actor: Actor, password: str) -> Unlocked:
        key = self.key_of(actor.person_id)
        return Unlocked(key, unlock(key.sealed, password)) if key is not None else Unlocked()

    def _others_have_keys(self, person_id: int) -> bool:
        now = self.store.clock.now()
        return any(key.person_id != person_id and key.counts_at(now) for key in self.store.find(SigningKey))
