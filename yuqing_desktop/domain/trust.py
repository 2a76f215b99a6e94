"""Who may sign in, whose key signs an approval (第九条), and the personal data of those who complain (第十一条)."""

from dataclasses import dataclass
from datetime import datetime


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

    It counts once a second person has confirmed its fingerprint from the paper the approver signed.
    """

    id: int = 0
    person_id: int = 0
    public: str = ""
    sealed: str = ""
    enrolled_at: datetime | None = None
    enrolled_by: str = ""
    confirmed_at: datetime | None = None
    confirmed_by: str = ""
    confirmer_id: int | None = None
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


NEVER_IN_EVENTS = frozenset({("credential", "secret"), ("signing_key", "sealed")}) | frozenset(
    ("personal_data", name) for name in ("name", "phone", "id_number", "address", "salt")
)
"""Columns whose old and new values an audit event leaves out: events are never pruned."""
