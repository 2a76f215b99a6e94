"""Who may sign in, whose key signs an approval (第九条), and the personal data of those who complain (第十一条)."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Consent, Draft


@dataclass(frozen=True, slots=True)
class Credential:
    """A person's password, kept as a slow hash: `scheme` says by which figures, `secret` is salt and hash in hex.

    `temporary`: given by others after a forgotten password, to be changed at the next sign-in.
    """

    id: int = 0
    person_id: int = 0
    scheme: str = ""
    secret: str = ""
    temporary: bool = False
    active: bool = True
    set_at: datetime | None = None
    set_by: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An approver's Ed25519 key: public in hex, private sealed by the approver's password.

    It counts once a second person has confirmed its fingerprint from the paper the approver signed. `proof` is its
    own signature over its enrolment; `endorsement` the confirmer's, by the confirmer's key `endorser_id`: needed as
    soon as somebody else has a key that counts.
    """

    id: int = 0
    person_id: int = 0
    public: str = ""
    sealed: str = ""
    proof: str = ""
    enrolled_at: datetime | None = None
    enrolled_by: str = ""
    confirmed_at: datetime | None = None
    confirmed_by: str = ""
    confirmer_id: int | None = None
    endorser_id: int | None = None
    endorsement: str = ""
    ended_at: datetime | None = None
    end_reason: str = ""
    version: int = 0

    def counts_at(self, moment: datetime) -> bool:
        """Whether a signature of that moment counts: confirmed by then, not ended before."""
        if self.confirmed_at is None or moment < self.confirmed_at:
            return False
        return self.ended_at is None or moment <= self.ended_at


@dataclass(frozen=True, slots=True)
class Signature:
    """An approver's signature under one consent: `message` is the canonical JSON that was signed."""

    id: int = 0
    consent_id: int = 0
    key_id: int = 0
    message: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Who complained, of one item. `salt` keeps the row's hash from giving a short number away."""

    id: int = 0
    item_id: int = 0
    name: str = ""
    phone: str = ""
    id_number: str = ""
    address: str = ""
    salt: str = ""
    entered_at: datetime | None = None
    entered_by: str = ""
    purged_at: datetime | None = None
    version: int = 0


def enrolment_message(key: SigningKey) -> dict[str, object]:
    """What a key signs of itself when it is made."""
    return {"about": "enrolment", "person": key.person_id, "public": key.public, "at": _text(key.enrolled_at)}


def endorsement_message(key: SigningKey) -> dict[str, object]:
    """What the confirmer signs of another's key."""
    return {
        "about": "endorsement", "person": key.person_id, "public": key.public, "at": _text(key.confirmed_at),
        "by": key.confirmer_id,
    }  # fmt: skip


def approval_message(item: Item, draft: Draft, consent: Consent, head: str) -> dict[str, object]:
    """What an approver signs (第九条): the item and its version, the very text, the decision, the chain's end."""
    return {
        "about": "approval",
        "item": item.id,
        "number": item.number,
        "version": item.version,
        "draft": draft.id,
        "text_sha256": draft.sha256,
        "level": consent.level.value,
        "role": consent.role.value,
        "decision": consent.decision.value,
        "conditions": consent.opinion,
        "kind": consent.kind.value,
        "approver": consent.approver_id,
        "at": _text(consent.decided_at),
        "head": head,
    }


def _text(moment: datetime | None) -> str:
    return moment.isoformat() if moment is not None else ""


def fingerprint_words(public: str) -> str:
    """A key's fingerprint as printed on its form and read out: eight groups of four digits of its SHA-256."""
    digest = sha256(bytes.fromhex(public)).hexdigest().upper()
    return " ".join(digest[start : start + 4] for start in range(0, 32, 4))


NEVER_IN_EVENTS = frozenset({("credential", "secret"), ("signing_key", "sealed")}) | frozenset(
    ("personal_data", name) for name in ("name", "phone", "id_number", "address", "salt")
)
"""Columns whose old and new values an audit event leaves out: events are never pruned."""
