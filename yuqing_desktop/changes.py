"""What an act changed: one record, used for the audit event, the screens' refresh and the search index."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Touched:
    """One row an act wrote: its table and id."""

    table: str
    row_id: int


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of one act: its name, the audit event's sequence number and every row it touched.

    `result` is what the act made (a number, a path), in words ready to show.
    """

    act: str
    event: int
    rows: tuple[Touched, ...]
    item_ids: tuple[int, ...] = ()
    result: str = ""

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables was written."""
        return any(row.table in tables for row in self.rows)
