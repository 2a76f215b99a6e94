"""The regulation itself, in plain Python: no Qt, no database, no files, no clock of its own."""
