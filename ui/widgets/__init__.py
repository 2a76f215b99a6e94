"""Pieces pages and dialogs are built from."""
