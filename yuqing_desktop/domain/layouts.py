"""导出版式: an office's own columns for the ledger — which, in which order, under which headings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yuqing_desktop.domain.text import one_line
from yuqing_desktop.problems import BadInput

STANDARD = "标准版式"


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """A column: the row's field and the office's heading for it (empty: the standard one)."""

    field: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns under a name."""

    name: str
    columns: tuple[LayoutColumn, ...]


def checked(layout: Layout, known: Iterable[str]) -> Layout:
    """A layout that can be written: a name, at least one known column, none twice. Raises BadInput."""
    name, fields = one_line(layout.name), [column.field for column in layout.columns]
    wrong = {}
    if not name or name == STANDARD:
        wrong["name"] = f"请填写版式名称，不能叫“{STANDARD}”"
    if not fields or len(set(fields)) != len(fields) or not set(fields) <= set(known):
        wrong["columns"] = "请至少选一列，每列只用一次"
    if wrong:
        raise BadInput(wrong)
    return Layout(name, tuple(LayoutColumn(one.field, one_line(one.heading)) for one in layout.columns))


def plain(layout: Layout) -> dict[str, object]:
    """As it is kept (JSON)."""
    return {"name": layout.name, "columns": [[one.field, one.heading] for one in layout.columns]}


def of_plain(kept: Mapping[str, object]) -> Layout:
    """From what was kept."""
    columns = kept["columns"]
    assert isinstance(columns, list)
    return Layout(str(kept["name"]), tuple(LayoutColumn(field, heading) for field, heading in columns))
