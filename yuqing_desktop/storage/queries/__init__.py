"""Read-only SQL."""
