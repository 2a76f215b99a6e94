"""The window: what the clerk sees. Knows services and domain values; no SQL, no Word, no Excel."""
