"""What an act changed: one record, used for the audit event, the screens' refresh and the search index."""

from collections.abc import Sequence
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


def joined(several: Sequence[Changes]) -> Changes:
    """The outcomes of one act on several items as one, for the screens' refresh; the words are the first's."""
    first = several[0]
    if len(several) == 1:
        return first
    rows = tuple(dict.fromkeys(row for one in several for row in one.rows))
    items = tuple(dict.fromkeys(item_id for one in several for item_id in one.item_ids))
    return Changes(first.act, several[-1].event, rows, items, f"{first.result}，同一事件共{len(several)}件")
