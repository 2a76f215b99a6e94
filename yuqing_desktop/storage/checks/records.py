"""Records as the checks read them, from an open registry or a snapshot alike."""

from collections.abc import Iterator
from typing import TypeVar

from yuqing_desktop.storage.codec import columns, record_of
from yuqing_desktop.storage.mapping import table_of
from yuqing_desktop.storage.snapshot import Rows, texted

R = TypeVar("R")


def every(rows: Rows, cls: type[R], tail: str = "ORDER BY id") -> Iterator[R]:
    """All records of a table, one at a time; one whose row holds no such record is passed over.

    What an unreadable row means is said by the comparison with the events.
    """
    selected = ", ".join(f'"{name}"' for name in columns(cls))
    for values in rows.cursor(f'SELECT {selected} FROM "{table_of(cls)}" {tail}'):
        try:
            record = record_of(cls, texted(values))
        except (ValueError, TypeError):
            continue
        yield record
