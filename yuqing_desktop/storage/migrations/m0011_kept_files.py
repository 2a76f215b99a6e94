"""0011: when the file of an import went with the personal data it may hold; its hash stays."""

STATEMENTS = ("""ALTER TABLE "evidence" ADD COLUMN "purged_at" TEXT""",)
