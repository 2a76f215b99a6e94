"""Numbered changes of the schema, named in a tuple (a frozen program finds no loose folder)."""

from yuqing_desktop.storage.migrations import (
    m0001_first_schema,
    m0002_trust,
    m0003_rounds,
    m0004_editions,
    m0005_papers,
    m0006_affairs,
    m0007_statistics,
    m0008_figures,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    m0001_first_schema.STATEMENTS,
    m0002_trust.STATEMENTS,
    m0003_rounds.STATEMENTS,
    m0004_editions.STATEMENTS,
    m0005_papers.STATEMENTS,
    m0006_affairs.STATEMENTS,
    m0007_statistics.STATEMENTS,
    m0008_figures.STATEMENTS,
)
"""MIGRATIONS[n-1] brings a database of version n-1 to version n (SQLite's user_version)."""
