"""0001: the first schema. What was released is never edited; changes come as later migrations."""

STATEMENTS = (
    """
    CREATE TABLE "section" (
        "id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '',
        "phone" TEXT NOT NULL DEFAULT '', "active" INTEGER NOT NULL DEFAULT 1,
        "version" INTEGER NOT NULL DEFAULT 0)
    """,
    """
    CREATE TABLE "person" (
        "id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '',
        "phone" TEXT NOT NULL DEFAULT '', "section_id" INTEGER REFERENCES "section" ("id"),
        "active" INTEGER NOT NULL DEFAULT 1, "version" INTEGER NOT NULL DEFAULT 0)
    """,
    """
    CREATE TABLE "post" (
        "id" INTEGER NOT NULL PRIMARY KEY, "person_id" INTEGER NOT NULL REFERENCES "person" ("id"),
        "role" TEXT NOT NULL DEFAULT '', "since" TEXT NOT NULL DEFAULT '', "until" TEXT,
        "version" INTEGER NOT NULL DEFAULT 0)
    """,
    'CREATE INDEX "post_person_id" ON "post" ("person_id")',
    """
    CREATE TABLE "platform" (
        "id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '',
        "hosts" TEXT NOT NULL DEFAULT '', "active" INTEGER NOT NULL DEFAULT 1,
        "version" INTEGER NOT NULL DEFAULT 0)
    """,
    """
    CREATE TABLE "topic" (
        "id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '',
        "active" INTEGER NOT NULL DEFAULT 1, "version" INTEGER NOT NULL DEFAULT 0)
    """,
    """
    CREATE TABLE "account" (
        "id" INTEGER NOT NULL PRIMARY KEY, "platform" TEXT NOT NULL DEFAULT '',
        "name" TEXT NOT NULL DEFAULT '', "subject" TEXT NOT NULL DEFAULT '',
        "certification" TEXT NOT NULL DEFAULT '', "keeper" TEXT NOT NULL DEFAULT '',
        "valid_from" TEXT NOT NULL DEFAULT '', "valid_until" TEXT, "active" INTEGER NOT NULL DEFAULT 1,
        "version" INTEGER NOT NULL DEFAULT 0)
    """,
    """
    CREATE TABLE "item" (
        "id" INTEGER NOT NULL PRIMARY KEY, "number" TEXT NOT NULL, "version" INTEGER NOT NULL DEFAULT 0,
        "title" TEXT NOT NULL DEFAULT '', "summary" TEXT NOT NULL DEFAULT '',
        "content" TEXT NOT NULL DEFAULT '', "published_at" TEXT, "found_at" TEXT, "registered_at" TEXT,
        "registered_by" TEXT NOT NULL DEFAULT '', "platform" TEXT NOT NULL DEFAULT '',
        "source" TEXT NOT NULL DEFAULT '', "author" TEXT NOT NULL DEFAULT '',
        "link" TEXT NOT NULL DEFAULT '', "link_key" TEXT NOT NULL DEFAULT '',
        "reads_kind" TEXT NOT NULL DEFAULT '', "forwards_kind" TEXT NOT NULL DEFAULT '',
        "replies_kind" TEXT NOT NULL DEFAULT '', "reads" INTEGER, "forwards" INTEGER, "replies" INTEGER,
        "figures_at" TEXT, "figures_by" TEXT NOT NULL DEFAULT '', "reply_need" TEXT NOT NULL DEFAULT '',
        "level" TEXT, "comment_kind" TEXT, "topic" TEXT NOT NULL DEFAULT '',
        "status" TEXT NOT NULL DEFAULT '', "section_id" INTEGER REFERENCES "section" ("id"),
        "assisting" TEXT NOT NULL DEFAULT '', "slip_number" TEXT NOT NULL DEFAULT '',
        "transferred_at" TEXT, "received_at" TEXT, "received_by" TEXT NOT NULL DEFAULT '',
        "handled_at" TEXT, "deputy_at" TEXT, "deputy_by" TEXT NOT NULL DEFAULT '', "head_at" TEXT,
        "head_by" TEXT NOT NULL DEFAULT '', "interim_at" TEXT, "replied_at" TEXT,
        "reply_account" TEXT NOT NULL DEFAULT '', "reply_link" TEXT NOT NULL DEFAULT '',
        "reported_up_at" TEXT, "private_message_at" TEXT, "progress_feedback_at" TEXT,
        "outcome" TEXT NOT NULL DEFAULT '', "closed_at" TEXT, "reopened_at" TEXT,
        "urged" INTEGER NOT NULL DEFAULT 0, "merged_into" INTEGER REFERENCES "item" ("id"),
        "notes" TEXT NOT NULL DEFAULT '', "origin" TEXT NOT NULL DEFAULT '', "batch_id" INTEGER,
        "trashed_at" TEXT, "due_at" TEXT, "due_kind" TEXT)
    """,
    'CREATE UNIQUE INDEX "item_number" ON "item" ("number")',
    'CREATE INDEX "item_trashed_at" ON "item" ("trashed_at")',
    'CREATE INDEX "item_trashed_at_status" ON "item" ("trashed_at", "status")',
    'CREATE INDEX "item_trashed_at_registered_at" ON "item" ("trashed_at", "registered_at")',
    'CREATE INDEX "item_trashed_at_found_at" ON "item" ("trashed_at", "found_at")',
    'CREATE INDEX "item_trashed_at_published_at" ON "item" ("trashed_at", "published_at")',
    'CREATE INDEX "item_trashed_at_due_at" ON "item" ("trashed_at", "due_at")',
    'CREATE INDEX "item_trashed_at_title" ON "item" ("trashed_at", "title")',
    'CREATE INDEX "item_trashed_at_platform" ON "item" ("trashed_at", "platform")',
    'CREATE INDEX "item_trashed_at_section_id" ON "item" ("trashed_at", "section_id")',
    'CREATE INDEX "item_trashed_at_level" ON "item" ("trashed_at", "level")',
    'CREATE INDEX "item_trashed_at_reads" ON "item" ("trashed_at", "reads")',
    'CREATE INDEX "item_trashed_at_forwards" ON "item" ("trashed_at", "forwards")',
    'CREATE INDEX "item_trashed_at_replies" ON "item" ("trashed_at", "replies")',
    'CREATE INDEX "item_link_key" ON "item" ("link_key")',
    'CREATE INDEX "item_batch_id" ON "item" ("batch_id")',
    """
    CREATE TABLE "slip" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "number" TEXT NOT NULL DEFAULT '', "section_id" INTEGER NOT NULL REFERENCES "section" ("id"),
        "assisting" TEXT NOT NULL DEFAULT '', "urgency" TEXT NOT NULL DEFAULT '',
        "requirements" TEXT NOT NULL DEFAULT '', "sent_at" TEXT, "sent_by" TEXT NOT NULL DEFAULT '',
        "feedback_due" TEXT, "received_at" TEXT, "received_by" TEXT NOT NULL DEFAULT '',
        "received_entered_by" TEXT NOT NULL DEFAULT '', "refused_at" TEXT,
        "refused_by" TEXT NOT NULL DEFAULT '', "reason" TEXT NOT NULL DEFAULT '', "ended_at" TEXT)
    """,
    'CREATE INDEX "slip_item_id" ON "slip" ("item_id")',
    """
    CREATE TABLE "handling" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "section_id" INTEGER REFERENCES "section" ("id"), "findings" TEXT NOT NULL DEFAULT '',
        "measures" TEXT NOT NULL DEFAULT '', "result" TEXT NOT NULL DEFAULT '', "reported_at" TEXT,
        "reported_by" TEXT NOT NULL DEFAULT '', "responsible" TEXT NOT NULL DEFAULT '',
        "entered_by" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "handling_item_id" ON "handling" ("item_id")',
    """
    CREATE TABLE "draft" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "serial" INTEGER NOT NULL DEFAULT 0, "text" TEXT NOT NULL DEFAULT '',
        "sha256" TEXT NOT NULL DEFAULT '', "channel" TEXT NOT NULL DEFAULT '', "account_id" INTEGER,
        "written_at" TEXT, "written_by" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "draft_item_id" ON "draft" ("item_id")',
    """
    CREATE TABLE "consent" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "draft_id" INTEGER NOT NULL REFERENCES "draft" ("id"), "text_sha256" TEXT NOT NULL DEFAULT '',
        "role" TEXT NOT NULL DEFAULT '', "decision" TEXT NOT NULL DEFAULT '',
        "kind" TEXT NOT NULL DEFAULT '', "level" TEXT NOT NULL DEFAULT '',
        "approver_id" INTEGER NOT NULL, "approver" TEXT NOT NULL DEFAULT '', "decided_at" TEXT,
        "opinion" TEXT NOT NULL DEFAULT '', "sheet_number" TEXT NOT NULL DEFAULT '',
        "scan_sha256" TEXT NOT NULL DEFAULT '', "entered_by" TEXT NOT NULL DEFAULT '', "entered_at" TEXT,
        "voided_at" TEXT, "void_reason" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "consent_item_id" ON "consent" ("item_id")',
    """
    CREATE TABLE "reply" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "interim" INTEGER NOT NULL DEFAULT 0, "channel" TEXT NOT NULL DEFAULT '', "account_id" INTEGER,
        "account" TEXT NOT NULL DEFAULT '', "text" TEXT NOT NULL DEFAULT '',
        "sha256" TEXT NOT NULL DEFAULT '', "draft_id" INTEGER REFERENCES "draft" ("id"),
        "deviation" TEXT NOT NULL DEFAULT '', "published_at" TEXT, "link" TEXT NOT NULL DEFAULT '',
        "entered_by" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "reply_item_id" ON "reply" ("item_id")',
    """
    CREATE TABLE "duty" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "kind" TEXT NOT NULL DEFAULT '', "section_id" INTEGER REFERENCES "section" ("id"),
        "opened_at" TEXT, "due_at" TEXT, "rule" TEXT NOT NULL DEFAULT '',
        "assumed" INTEGER NOT NULL DEFAULT 0, "extended" TEXT NOT NULL DEFAULT '', "closed_at" TEXT,
        "closed_by" TEXT NOT NULL DEFAULT '', "met" INTEGER NOT NULL DEFAULT 0)
    """,
    'CREATE INDEX "duty_item_id" ON "duty" ("item_id")',
    'CREATE INDEX "duty_closed_at_due_at_kind" ON "duty" ("closed_at", "due_at", "kind")',
    """
    CREATE TABLE "figure_reading" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "reads_kind" TEXT NOT NULL DEFAULT '', "forwards_kind" TEXT NOT NULL DEFAULT '',
        "replies_kind" TEXT NOT NULL DEFAULT '', "reads" INTEGER, "forwards" INTEGER, "replies" INTEGER,
        "read_at" TEXT, "read_by" TEXT NOT NULL DEFAULT '', "origin" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "figure_reading_item_id" ON "figure_reading" ("item_id")',
    """
    CREATE TABLE "paper" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER REFERENCES "item" ("id"),
        "kind" TEXT NOT NULL DEFAULT '', "number" TEXT NOT NULL, "made_at" TEXT,
        "made_by" TEXT NOT NULL DEFAULT '', "subject_id" INTEGER, "copies" INTEGER NOT NULL DEFAULT 0,
        "voided_at" TEXT, "void_reason" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "paper_item_id" ON "paper" ("item_id")',
    'CREATE UNIQUE INDEX "paper_number" ON "paper" ("number")',
    """
    CREATE TABLE "note" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "act" TEXT NOT NULL DEFAULT '', "at" TEXT, "by" TEXT NOT NULL DEFAULT '',
        "to" TEXT NOT NULL DEFAULT '', "channel" TEXT NOT NULL DEFAULT '',
        "number" TEXT NOT NULL DEFAULT '', "words" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "note_item_id" ON "note" ("item_id")',
    """
    CREATE TABLE "evidence" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER REFERENCES "item" ("id"),
        "sha256" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '',
        "kind" TEXT NOT NULL DEFAULT '', "size" INTEGER NOT NULL, "added_at" TEXT,
        "added_by" TEXT NOT NULL DEFAULT '', "link" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "evidence_item_id" ON "evidence" ("item_id")',
    """
    CREATE TABLE "batch" (
        "id" INTEGER NOT NULL PRIMARY KEY, "file_name" TEXT NOT NULL DEFAULT '',
        "sha256" TEXT NOT NULL DEFAULT '', "taken_at" TEXT, "taken_by" TEXT NOT NULL DEFAULT '',
        "new" INTEGER NOT NULL DEFAULT 0, "duplicate" INTEGER NOT NULL DEFAULT 0,
        "refused" INTEGER NOT NULL DEFAULT 0, "undone_at" TEXT)
    """,
    """
    CREATE TABLE "counter" (
        "id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '', "year" INTEGER NOT NULL,
        "last" INTEGER NOT NULL DEFAULT 0)
    """,
    'CREATE UNIQUE INDEX "counter_name_year" ON "counter" ("name", "year")',
    """
    CREATE TABLE "setting" (
        "id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "value" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE UNIQUE INDEX "setting_name" ON "setting" ("name")',
    """
    CREATE TABLE "event" (
        "id" INTEGER NOT NULL PRIMARY KEY, "at" TEXT NOT NULL DEFAULT '', "person_id" INTEGER NOT NULL,
        "person" TEXT NOT NULL DEFAULT '', "roles" TEXT NOT NULL DEFAULT '',
        "act" TEXT NOT NULL DEFAULT '', "item_id" INTEGER, "outcome" TEXT NOT NULL DEFAULT '',
        "op_id" TEXT, "detail" TEXT NOT NULL DEFAULT '', "rows" TEXT NOT NULL DEFAULT '',
        "result" TEXT NOT NULL DEFAULT '', "previous" TEXT NOT NULL DEFAULT '',
        "hash" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "event_item_id" ON "event" ("item_id")',
    'CREATE UNIQUE INDEX "event_op_id" ON "event" ("op_id")',
    """
    CREATE TABLE "form_draft" (
        "id" INTEGER NOT NULL PRIMARY KEY, "form" TEXT NOT NULL DEFAULT '', "person_id" INTEGER NOT NULL,
        "item_id" INTEGER, "content" TEXT NOT NULL DEFAULT '', "saved_at" TEXT)
    """,
    'CREATE INDEX "form_draft_form_person_id_item_id" ON "form_draft" ("form", "person_id", "item_id")',
    """
    CREATE VIRTUAL TABLE "item_search" USING fts5(
        body, content='', detail=none, tokenize="unicode61 remove_diacritics 0"
    )
    """,
)
