"""0009: what an import brought beside items, and its file as evidence; what can be taken back with it."""

STATEMENTS = (
    """ALTER TABLE "batch" ADD COLUMN "readings" INTEGER NOT NULL DEFAULT 0""",
    """ALTER TABLE "batch" ADD COLUMN "left_out" INTEGER NOT NULL DEFAULT 0""",
    """ALTER TABLE "figure_reading" ADD COLUMN "batch_id" INTEGER REFERENCES "batch" ("id")""",
    """ALTER TABLE "figure_reading" ADD COLUMN "withdrawn_at" TEXT""",
    'CREATE INDEX "figure_reading_batch_id" ON "figure_reading" ("batch_id")',
    """ALTER TABLE "evidence" ADD COLUMN "batch_id" INTEGER REFERENCES "batch" ("id")""",
    'CREATE INDEX "evidence_batch_id" ON "evidence" ("batch_id")',
)
