"""Rows as text for the clipboard: headings first, tabs between, as a spreadsheet takes them (E11)."""

from collections.abc import Iterable, Sequence
from typing import Any

from ui.tables.column import Column


def tab_separated(columns: Sequence[Column], rows: Iterable[Any]) -> str:
    """One line a row under the columns' titles."""
    lines = ["\t".join(column.title for column in columns)]
    lines += ["\t".join(column.copy_text(row) for column in columns) for row in rows if row is not None]
    return "\n".join(lines) + "\n"
