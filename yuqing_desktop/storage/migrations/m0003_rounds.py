"""0003: daily rounds, turns, accountability cases, and the stage of a note."""

STATEMENTS = (
    """ALTER TABLE "note" ADD COLUMN "stage" TEXT NOT NULL DEFAULT ''""",
    """
    CREATE TABLE "channel" (
        "id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '',
        "platform" TEXT NOT NULL DEFAULT '', "link" TEXT NOT NULL DEFAULT '',
        "words" TEXT NOT NULL DEFAULT '', "active" INTEGER NOT NULL DEFAULT 1,
        "version" INTEGER NOT NULL DEFAULT 0)
    """,
    """
    CREATE TABLE "look" (
        "id" INTEGER NOT NULL PRIMARY KEY, "channel_id" INTEGER NOT NULL REFERENCES "channel" ("id"),
        "channel" TEXT NOT NULL DEFAULT '', "day" TEXT NOT NULL DEFAULT '', "slot" TEXT NOT NULL DEFAULT '',
        "at" TEXT, "by" TEXT NOT NULL DEFAULT '', "words" TEXT NOT NULL DEFAULT '',
        "outcome" TEXT NOT NULL DEFAULT '', "found" INTEGER NOT NULL DEFAULT 0)
    """,
    'CREATE INDEX "look_day_slot_channel_id" ON "look" ("day", "slot", "channel_id")',
    """
    CREATE TABLE "turn" (
        "id" INTEGER NOT NULL PRIMARY KEY, "person_id" INTEGER NOT NULL REFERENCES "person" ("id"),
        "since" TEXT NOT NULL DEFAULT '', "until" TEXT NOT NULL DEFAULT '')
    """,
    """
    CREATE TABLE "accountability_case" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "section_id" INTEGER REFERENCES "section" ("id"), "clause" TEXT NOT NULL DEFAULT '',
        "status" TEXT NOT NULL DEFAULT '', "supporting" TEXT NOT NULL DEFAULT '',
        "opposing" TEXT NOT NULL DEFAULT '', "opened_at" TEXT, "opened_by" TEXT NOT NULL DEFAULT '',
        "decided_at" TEXT, "decided_by" TEXT NOT NULL DEFAULT '', "comment" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE INDEX "accountability_case_item_id" ON "accountability_case" ("item_id")',
)
