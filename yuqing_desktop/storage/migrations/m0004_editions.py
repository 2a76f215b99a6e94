"""0004: issued ledgers."""

STATEMENTS = (
    """
    CREATE TABLE "edition" (
        "id" INTEGER NOT NULL PRIMARY KEY, "word" TEXT NOT NULL DEFAULT '', "first" TEXT NOT NULL DEFAULT '',
        "last" TEXT NOT NULL DEFAULT '', "serial" INTEGER NOT NULL DEFAULT 0,
        "total" INTEGER NOT NULL DEFAULT 0, "correction" INTEGER NOT NULL DEFAULT 0, "issued_at" TEXT,
        "issued_by" TEXT NOT NULL DEFAULT '', "signer" TEXT NOT NULL DEFAULT '',
        "file_name" TEXT NOT NULL DEFAULT '', "sha256" TEXT NOT NULL DEFAULT '',
        "head" TEXT NOT NULL DEFAULT '', "snapshot" TEXT NOT NULL DEFAULT '',
        "changed" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE UNIQUE INDEX "edition_first_last_word_correction" ON "edition" ("first", "last", "word", "correction")',
)
