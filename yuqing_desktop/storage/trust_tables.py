"""The tables of trust (migration 2): columns and indexes, nothing else."""

from peewee import SQL, IntegerField, TextField

from yuqing_desktop.storage.columns import Table, flag, integer, optional, owner, string


class Registry(Table):
    """One row: the random name by which a workstation and a backup know this registry again."""

    uid = TextField()


class Credential(Table):
    person_id = owner("person", unique=True)
    scheme, secret, temporary, active = string(), string(), flag(default=False), flag(default=True)
    set_at, set_by, version = optional(), string(), integer()


class Attempt(Table):
    """Failed sign-ins of a person (`id`); changes with every try, so not audited as a row."""

    failures, seen_at, wait_until = integer(), optional(), optional()
    until_ticks = IntegerField(null=True)


class SigningKey(Table):
    person_id = owner("person", index=True)
    public = TextField(unique=True, default="", constraints=[SQL("DEFAULT ''")])
    sealed, proof, enrolled_at, enrolled_by = string(), string(), optional(), string()
    confirmed_at, confirmed_by, confirmer_id = optional(), string(), owner("person", null=True)
    endorser_id, endorsement = owner("signing_key", null=True), string()
    ended_at, end_reason, version = optional(), string(), integer()


class Signature(Table):
    consent_id = owner("consent", unique=True)
    key_id = owner("signing_key")
    message, signature = string(), string()


class PersonalData(Table):
    item_id = owner("item", unique=True)
    name, phone, id_number, address, salt = string(), string(), string(), string(), string()
    entered_at, entered_by, purged_at, version = optional(), string(), optional(), integer()


TRUST_TABLES: tuple[type[Table], ...] = (
    Registry, Credential, Attempt, SigningKey, Signature, PersonalData,
)  # fmt: skip
