"""0007: the time a duty took, and what a year's figures are counted from."""

STATEMENTS = (
    """ALTER TABLE "duty" ADD COLUMN "spent" INTEGER""",
    'CREATE INDEX "duty_kind_item_id_section_id_met_closed_at_due_at_spent"'
    ' ON "duty" ("kind", "item_id", "section_id", "met", "closed_at", "due_at", "spent")',
)
