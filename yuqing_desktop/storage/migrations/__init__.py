"""Numbered changes of the schema, named in a tuple (a frozen program finds no loose folder)."""

from dataclasses import dataclass

from yuqing_desktop.storage.migrations import (
    m0001_first_schema,
    m0002_trust,
    m0003_rounds,
    m0004_editions,
    m0005_papers,
    m0006_affairs,
    m0007_statistics,
    m0008_figures,
    m0009_imports,
    m0010_waits,
    m0011_kept_files,
)


@dataclass(frozen=True, slots=True)
class Migration:
    """What brings a database to the next version.

    `reshapes`: the audited tables whose rows take another form (a column more). Their hashes are put on the record
    anew, or the check-up would take every old row for changed.
    """

    statements: tuple[str, ...]
    reshapes: tuple[str, ...] = ()


MIGRATIONS: tuple[Migration, ...] = (
    Migration(m0001_first_schema.STATEMENTS),
    Migration(m0002_trust.STATEMENTS),
    Migration(m0003_rounds.STATEMENTS, reshapes=("note",)),
    Migration(m0004_editions.STATEMENTS),
    Migration(m0005_papers.STATEMENTS, reshapes=("paper",)),
    Migration(m0006_affairs.STATEMENTS, reshapes=("item",)),
    Migration(m0007_statistics.STATEMENTS, reshapes=("duty",)),
    Migration(m0008_figures.STATEMENTS),
    Migration(m0009_imports.STATEMENTS, reshapes=("batch", "figure_reading", "evidence")),
    Migration(m0010_waits.STATEMENTS),
    Migration(m0011_kept_files.STATEMENTS, reshapes=("evidence",)),
)
"""MIGRATIONS[n-1] brings a database of version n-1 to version n (SQLite's user_version)."""
