"""0010: how long a wait after wrong passwords lasts by the machine's own ticks, which no clock changes."""

STATEMENTS = ("""ALTER TABLE "attempt" ADD COLUMN "until_ticks" INTEGER""",)
