"""0006: same event, many posts; the office's own words; when a post was last seen."""

STATEMENTS = (
    """
    CREATE TABLE "affair" (
        "id" INTEGER NOT NULL PRIMARY KEY, "title" TEXT NOT NULL DEFAULT '', "made_at" TEXT,
        "made_by" TEXT NOT NULL DEFAULT '', "version" INTEGER NOT NULL DEFAULT 0)
    """,
    """ALTER TABLE "item" ADD COLUMN "affair_id" INTEGER REFERENCES "affair" ("id")""",
    """ALTER TABLE "item" ADD COLUMN "seen_at" TEXT""",
    """ALTER TABLE "item" ADD COLUMN "post_state" TEXT NOT NULL DEFAULT ''""",
    'CREATE INDEX "item_affair_id" ON "item" ("affair_id")',
    """
    CREATE TABLE "judgement" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "other_id" INTEGER NOT NULL REFERENCES "item" ("id"), "relation" TEXT NOT NULL DEFAULT '',
        "at" TEXT, "by" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "judgement_item_id" ON "judgement" ("item_id")',
    'CREATE INDEX "judgement_other_id" ON "judgement" ("other_id")',
    """
    CREATE TABLE "house_rule" (
        "id" INTEGER NOT NULL PRIMARY KEY, "expression" TEXT NOT NULL DEFAULT '',
        "topic" TEXT NOT NULL DEFAULT '', "level" TEXT, "section_id" INTEGER REFERENCES "section" ("id"),
        "active" INTEGER NOT NULL DEFAULT 1, "version" INTEGER NOT NULL DEFAULT 0)
    """,
    """CREATE VIRTUAL TABLE "item_vocabulary" USING fts5vocab('item_search', 'row')""",
)
