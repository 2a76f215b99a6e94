"""0005: what a paper is about, where that is no single record."""

STATEMENTS = ("""ALTER TABLE "paper" ADD COLUMN "about" TEXT NOT NULL DEFAULT ''""",)
