"""Columns and indexes, nothing else. Moments are local text `2026-11-24 10:40:15`, days `2026-11-24`.

A figure takes two columns (`reads_kind`, `reads`), a list of ids one text column (`3,5`).
"""

from peewee import BigIntegerField, IntegerField, TextField

from yuqing_desktop.storage.columns import Table, flag, integer, optional, owner, string
from yuqing_desktop.storage.trust_tables import TRUST_TABLES


class Section(Table):
    name, phone = string(), string()
    active, version = flag(default=True), integer()


class Person(Table):
    name, phone = string(), string()
    section_id = owner("section", null=True)
    active, version = flag(default=True), integer()


class Post(Table):
    person_id = owner("person", index=True)
    role, since, until = string(), string(), optional()
    version = integer()


class Platform(Table):
    name, hosts = string(), string()
    active, version = flag(default=True), integer()


class Topic(Table):
    name = string()
    active, version = flag(default=True), integer()


class Account(Table):
    platform, name, subject, certification, keeper = string(), string(), string(), string(), string()
    valid_from, valid_until = string(), optional()
    active, version = flag(default=True), integer()


class Item(Table):
    number = TextField(unique=True)
    version = integer()
    title, summary, content = string(), string(), string()
    published_at, found_at, registered_at, registered_by = optional(), optional(), optional(), string()
    platform, source, author, link, link_key = string(), string(), string(), string(), string()
    reads_kind, forwards_kind, replies_kind = string(), string(), string()
    reads, forwards, replies = (
        BigIntegerField(null=True),
        BigIntegerField(null=True),
        BigIntegerField(null=True),
    )
    figures_at, figures_by = optional(), string()
    reply_need, level, comment_kind, topic, status = string(), optional(), optional(), string(), string()
    section_id, assisting = owner("section", null=True), string()
    slip_number, transferred_at, received_at, received_by = string(), optional(), optional(), string()
    handled_at, deputy_at, deputy_by, head_at, head_by = (
        optional(),
        optional(),
        string(),
        optional(),
        string(),
    )
    interim_at, replied_at, reply_account, reply_link = optional(), optional(), string(), string()
    reported_up_at, private_message_at, progress_feedback_at = optional(), optional(), optional()
    outcome, closed_at, reopened_at = string(), optional(), optional()
    urged, merged_into = integer(), owner("item", null=True)
    notes, origin, batch_id, trashed_at = string(), string(), IntegerField(null=True), optional()
    affair_id, seen_at, post_state = owner("affair", null=True, index=True), optional(), string()
    due_at, due_kind = optional(), optional()

    class Meta:
        indexes = (
            (("trashed_at",), False),
            (("trashed_at", "status"), False),
            (("trashed_at", "registered_at", "platform", "reply_need", "level", "comment_kind"), False),
            (("trashed_at", "closed_at", "registered_at"), False),
            (("trashed_at", "found_at"), False),
            (("trashed_at", "published_at"), False),
            (("trashed_at", "due_at"), False),
            (("trashed_at", "title"), False),
            (("trashed_at", "platform"), False),
            (("trashed_at", "section_id"), False),
            (("trashed_at", "level"), False),
            (("trashed_at", "reads"), False),
            (("trashed_at", "forwards"), False),
            (("trashed_at", "replies"), False),
            (("link_key",), False),
            (("batch_id",), False),
        )


class Slip(Table):
    item_id = owner("item", index=True)
    number, section_id, assisting, urgency, requirements = (
        string(),
        owner("section"),
        string(),
        string(),
        string(),
    )
    sent_at, sent_by, feedback_due = optional(), string(), optional()
    received_at, received_by, received_entered_by = optional(), string(), string()
    refused_at, refused_by, reason, ended_at = optional(), string(), string(), optional()


class Handling(Table):
    item_id = owner("item", index=True)
    section_id = owner("section", null=True)
    findings, measures, result = string(), string(), string()
    reported_at, reported_by, responsible, entered_by = optional(), string(), string(), string()


class Draft(Table):
    item_id = owner("item", index=True)
    serial, text, sha256, channel = integer(), string(), string(), string()
    account_id, written_at, written_by = IntegerField(null=True), optional(), string()


class Consent(Table):
    item_id = owner("item", index=True)
    draft_id, text_sha256, role, decision, kind, level = (
        owner("draft"),
        string(),
        string(),
        string(),
        string(),
        string(),
    )
    approver_id, approver, decided_at, opinion = IntegerField(), string(), optional(), string()
    sheet_number, scan_sha256, entered_by, entered_at = string(), string(), string(), optional()
    voided_at, void_reason = optional(), string()


class Reply(Table):
    item_id = owner("item", index=True)
    interim, channel, account_id, account = flag(default=False), string(), IntegerField(null=True), string()
    text, sha256, draft_id, deviation = string(), string(), owner("draft", null=True), string()
    published_at, link, entered_by = optional(), string(), string()


class Duty(Table):
    item_id = owner("item", index=True)
    kind, section_id = string(), owner("section", null=True)
    opened_at, due_at, rule, assumed, extended = (
        optional(),
        optional(),
        string(),
        flag(default=False),
        string(),
    )
    closed_at, closed_by, met, spent = optional(), string(), flag(default=False), IntegerField(null=True)

    class Meta:
        indexes = (
            (("closed_at", "due_at", "kind"), False),
            (("kind", "item_id", "section_id", "met", "closed_at", "due_at", "spent"), False),
        )


class FigureReading(Table):
    item_id = owner("item", index=True)
    reads_kind, forwards_kind, replies_kind = string(), string(), string()
    reads, forwards, replies = (
        BigIntegerField(null=True),
        BigIntegerField(null=True),
        BigIntegerField(null=True),
    )
    read_at, read_by, origin = optional(), string(), string()
    batch_id, withdrawn_at = owner("batch", null=True, index=True), optional()


class Paper(Table):
    item_id = owner("item", null=True, index=True)
    kind, number = string(), TextField(unique=True)
    about = string()
    made_at, made_by, subject_id, copies = optional(), string(), IntegerField(null=True), integer()
    voided_at, void_reason = optional(), string()


class Note(Table):
    item_id = owner("item", index=True)
    act, at, by, to, channel = string(), optional(), string(), string(), string()
    number, words, stage = string(), string(), string()


class Evidence(Table):
    item_id = owner("item", null=True, index=True)
    sha256, name, kind, size = string(), string(), string(), BigIntegerField()
    added_at, added_by, link = optional(), string(), string()
    batch_id = owner("batch", null=True, index=True)
    purged_at = optional()


class Batch(Table):
    file_name, sha256, taken_at, taken_by = string(), string(), optional(), string()
    new, duplicate, refused, undone_at = integer(), integer(), integer(), optional()
    readings, left_out = integer(), integer()


class Counter(Table):
    name, year, last = string(), IntegerField(), integer()

    class Meta:
        indexes = ((("name", "year"), True),)


class Setting(Table):
    name = TextField(unique=True)
    value = string()


class Event(Table):
    """Audit events: `id` is the gapless sequence number."""

    at, person_id, person, roles = string(), IntegerField(), string(), string()
    act, item_id, outcome, op_id = (
        string(),
        IntegerField(null=True, index=True),
        string(),
        TextField(null=True, unique=True),
    )
    detail, rows, result, previous, hash = string(), string(), string(), string(), string()


class Channel(Table):
    name, platform, link, words = string(), string(), string(), string()
    active, version = flag(default=True), integer()


class Look(Table):
    channel_id = owner("channel")
    channel, day, slot, at, by = string(), string(), string(), optional(), string()
    words, outcome, found = string(), string(), integer()

    class Meta:
        indexes = ((("day", "slot", "channel_id"), False),)


class Turn(Table):
    person_id = owner("person")
    since, until = string(), string()


class AccountabilityCase(Table):
    item_id = owner("item", index=True)
    section_id = owner("section", null=True)
    clause, status, supporting, opposing = string(), string(), string(), string()
    opened_at, opened_by, decided_at, decided_by, comment = (
        optional(),
        string(),
        optional(),
        string(),
        string(),
    )


class Edition(Table):
    word, first, last = string(), string(), string()
    serial, total, correction = integer(), integer(), integer()
    issued_at, issued_by, signer = optional(), string(), string()
    file_name, sha256, head, snapshot, changed = string(), string(), string(), string(), string()

    class Meta:
        indexes = ((("first", "last", "word", "correction"), True),)


class Affair(Table):
    title, made_at, made_by, version = string(), optional(), string(), integer()


class Judgement(Table):
    item_id = owner("item", index=True)
    other_id = owner("item", index=True)
    relation, at, by = string(), optional(), string()


class HouseRule(Table):
    expression, topic, level = string(), string(), optional()
    section_id = owner("section", null=True)
    active, version = flag(default=True), integer()


class FormDraft(Table):
    """What is being typed (not evidence, not audited): kept so that a killed program loses nothing."""

    form, person_id, item_id = string(), IntegerField(), IntegerField(null=True)
    content, saved_at = string(), optional()

    class Meta:
        indexes = ((("form", "person_id", "item_id"), False),)


TABLES: tuple[type[Table], ...] = (
    Section, Person, Post, Platform, Topic, Account, Item, Slip, Handling, Draft, Consent, Reply, Duty,
    FigureReading, Paper, Note, Evidence, Batch, Counter, Setting, Event, FormDraft, Channel, Look, Turn,
    AccountabilityCase, Edition, Affair, Judgement, HouseRule, *TRUST_TABLES,
)  # fmt: skip
