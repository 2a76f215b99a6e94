"""Any list of the window as .xlsx, exactly as shown: its filter, its order, its visible columns (E14)."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ui.pages.seat import Seat
from ui.shell.page import Page
from ui.tables.column import Column
from ui.tables.paged_table import PagedTable
from ui.tasks.delivering import Delivery, deliver
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.exports import ShownList

_SHARE = 500
_KINDS = "Excel 工作簿 (*.xlsx)"


def export_list(page: Page, seat: Seat, table: PagedTable, title: str, filtered: str = "") -> None:
    """Ask where to, saying what will come out, and write it beside the other work; rows are read there too.

    `filtered` says what the list was chosen by.
    """
    ids, columns = table.rows.ids[:], shown_columns(table)
    order = order_words(table)
    if not len(ids):
        page.banner_asked.emit("列表是空的，没有可导出的内容")
        return

    def write(out: Path, progress: Progress) -> Path:
        rows = _rows(columns, table.load, ids)
        stated = f"筛选：{filtered or '全部'}　排序：{order}"
        shown = ShownList(title, [column.title for column in columns], rows, stated=stated)
        return seat.core.exports.write(seat.actor, shown, out, progress=progress)

    deliver(
        seat,
        Delivery(
            f"导出{title}：将导出 {len(ids):,} 条，{order}", _suggested(seat, title), _KINDS,
            write,
            words=f"正在导出{title}…",
            done=lambda path: f"已导出 {len(ids):,} 条：{path.name}",
        ),
        page,
    )  # fmt: skip


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


def _rows(
    columns: Sequence[Column], load: Callable[[Sequence[int]], Sequence[Any]], ids: Sequence[int]
) -> Iterator[list[str]]:
    for start in range(0, len(ids), _SHARE):
        for row in load(ids[start : start + _SHARE]):
            if row is not None:
                yield [_said(column, row) for column in columns]


def _said(column: Column, row: Any) -> str:
    """Both lines of a cell; where a column has words of its own for copying, those."""
    cell = column.cell(row)
    if column.copied is not None and (copied := column.copied(row)) != cell.text:
        return copied
    return f"{cell.text}\n{cell.second}" if cell.second else cell.text


def _suggested(seat: Seat, title: str) -> Path:
    return seat.core.paths.exports / f"{title}_{seat.now:%Y%m%d_%H%M}.xlsx"
