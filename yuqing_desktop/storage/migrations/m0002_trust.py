"""0002: which registry this is; who may sign in; approvers' keys and signatures; personal data apart."""

STATEMENTS = (
    """
    CREATE TABLE "registry" (
        "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1), "uid" TEXT NOT NULL)
    """,
    'INSERT INTO "registry" ("id", "uid") VALUES (1, lower(hex(randomblob(16))))',
    """
    CREATE TABLE "credential" (
        "id" INTEGER NOT NULL PRIMARY KEY, "person_id" INTEGER NOT NULL REFERENCES "person" ("id"),
        "scheme" TEXT NOT NULL DEFAULT '', "secret" TEXT NOT NULL DEFAULT '',
        "temporary" INTEGER NOT NULL DEFAULT 0, "active" INTEGER NOT NULL DEFAULT 1, "set_at" TEXT,
        "set_by" TEXT NOT NULL DEFAULT '', "version" INTEGER NOT NULL DEFAULT 0)
    """,
    'CREATE UNIQUE INDEX "credential_person_id" ON "credential" ("person_id")',
    """
    CREATE TABLE "attempt" (
        "id" INTEGER NOT NULL PRIMARY KEY, "failures" INTEGER NOT NULL DEFAULT 0,
        "seen_at" TEXT, "wait_until" TEXT)
    """,
    """
    CREATE TABLE "signing_key" (
        "id" INTEGER NOT NULL PRIMARY KEY, "person_id" INTEGER NOT NULL REFERENCES "person" ("id"),
        "public" TEXT NOT NULL DEFAULT '', "sealed" TEXT NOT NULL DEFAULT '', "proof" TEXT NOT NULL DEFAULT '',
        "enrolled_at" TEXT, "enrolled_by" TEXT NOT NULL DEFAULT '', "confirmed_at" TEXT,
        "confirmed_by" TEXT NOT NULL DEFAULT '', "confirmer_id" INTEGER REFERENCES "person" ("id"),
        "endorser_id" INTEGER REFERENCES "signing_key" ("id"), "endorsement" TEXT NOT NULL DEFAULT '',
        "ended_at" TEXT, "end_reason" TEXT NOT NULL DEFAULT '', "version" INTEGER NOT NULL DEFAULT 0)
    """,
    'CREATE INDEX "signing_key_person_id" ON "signing_key" ("person_id")',
    'CREATE UNIQUE INDEX "signing_key_public" ON "signing_key" ("public")',
    """
    CREATE TABLE "signature" (
        "id" INTEGER NOT NULL PRIMARY KEY, "consent_id" INTEGER NOT NULL REFERENCES "consent" ("id"),
        "key_id" INTEGER NOT NULL REFERENCES "signing_key" ("id"), "message" TEXT NOT NULL DEFAULT '',
        "signature" TEXT NOT NULL DEFAULT '')
    """,
    'CREATE UNIQUE INDEX "signature_consent_id" ON "signature" ("consent_id")',
    """
    CREATE TABLE "personal_data" (
        "id" INTEGER NOT NULL PRIMARY KEY, "item_id" INTEGER NOT NULL REFERENCES "item" ("id"),
        "name" TEXT NOT NULL DEFAULT '', "phone" TEXT NOT NULL DEFAULT '',
        "id_number" TEXT NOT NULL DEFAULT '', "address" TEXT NOT NULL DEFAULT '',
        "salt" TEXT NOT NULL DEFAULT '', "entered_at" TEXT, "entered_by" TEXT NOT NULL DEFAULT '',
        "purged_at" TEXT, "version" INTEGER NOT NULL DEFAULT 0)
    """,
    'CREATE UNIQUE INDEX "personal_data_item_id" ON "personal_data" ("item_id")',
)
