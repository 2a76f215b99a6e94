"""0008: a year's figures come out of covering indexes."""

STATEMENTS = (
    'DROP INDEX "item_trashed_at_registered_at"',
    'CREATE INDEX "item_trashed_at_registered_at_platform_reply_need_level__40ab2a2"'
    ' ON "item" ("trashed_at", "registered_at", "platform", "reply_need", "level", "comment_kind")',
    'CREATE INDEX "item_trashed_at_closed_at_registered_at" ON "item" ("trashed_at", "closed_at", "registered_at")',
)
