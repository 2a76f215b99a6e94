"""Any list of the window as .xlsx, exactly as shown: its filter, its order, its visible columns (E14)."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ui.pages.seat import Seat
from ui.shell.page import Page
from ui.tables.column import Column
from ui.tables.paged_table import PagedTable
from ui.tasks.delivering import Delivery, deliver
from yuqing_desktop.services.exports import ShownList

_SHARE = 500
KIND = "Excel 工作簿 (*.xlsx)"


def export_list(page: Page, seat: Seat, table: PagedTable, title: str, filtered: str = "") -> None:
    """Ask where to, saying what will come out, and write it beside the other work; rows are read there too.

    `filtered` says what the list was chosen by.
    """
    ids, order = table.rows.ids[:], order_words(table)
    shown = shown_list(table, title, table_rows(table, ids), f"筛选：{filtered or '全部'}　排序：{order}")
    export_shown(page, seat, shown, len(ids), order)


def export_shown(page: Page, seat: Seat, shown: ShownList, count: int, order: str) -> None:
    """The same of a list that is no table; `order` says in words how its rows stand."""
    if not count:
        page.banner_asked.emit("列表是空的，没有可导出的内容")
        return
    deliver(
        seat,
        Delivery(
            f"导出{shown.title}：将导出 {count:,} 条，{order}", _suggested(seat, shown.title), KIND,
            lambda out, progress: seat.core.exports.write(seat.actor, shown, out, progress=progress),
            words=f"正在导出{shown.title}…",
            done=lambda path: f"已导出 {count:,} 条：{path.name}",
        ),
        page,
    )  # fmt: skip


def shown_list(table: PagedTable, title: str, rows: Iterable[Any], stated: str) -> ShownList:
    """These rows in the columns that the table shows."""
    columns = shown_columns(table)
    said = ([_said(column, row) for column in columns] for row in rows)
    return ShownList(title, [column.title for column in columns], said, stated=stated)


def shown_columns(table: PagedTable) -> list[Column]:
    """The columns that can be seen, from left to right."""
    head = table.head
    sections = (head.logicalIndex(at) for at in range(head.count()))
    return [table.rows.columns[one] for one in sections if not head.isSectionHidden(one)]


def order_words(table: PagedTable) -> str:
    """按时限升序、编号降序."""
    titles = {column.key: column.title.split(" · ")[0] for column in table.rows.columns}
    parts = [f"{titles[key]}{'降序' if down else '升序'}" for key, down in table.head.sort if key in titles]
    return f"按{'、'.join(parts)}" if parts else "按列表现在的顺序"


def table_rows(table: PagedTable, ids: Sequence[int]) -> Iterator[Any]:
    """A table's rows, read share by share."""
    for start in range(0, len(ids), _SHARE):
        yield from (row for row in table.load(ids[start : start + _SHARE]) if row is not None)


def _said(column: Column, row: Any) -> str:
    """Both lines of a cell; where a column has words of its own for copying, those."""
    cell = column.cell(row)
    if column.copied is not None and (copied := column.copied(row)) != cell.text:
        return copied
    return f"{cell.text}\n{cell.second}" if cell.second else cell.text


def _suggested(seat: Seat, title: str) -> Path:
    return seat.core.paths.exports / f"{title}_{seat.now:%Y%m%d_%H%M}.xlsx"
