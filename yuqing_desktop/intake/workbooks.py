"""xlsx, xls and ods through calamine: dates as dates, merged cells filled down, hidden sheets left out."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from yuqing_desktop.intake import behind_cells, behind_ods, behind_xls
from yuqing_desktop.intake.sheet import Cell, CellCount, Grid, Limits, is_empty
from yuqing_desktop.problems import BadFile
from yuqing_desktop.progress import Progress

_REPORT_EVERY = 2_000
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The part that holds an .xlsx with a password: calamine tells it from no other."""
_TALLEST, _MOST_COVERED = 5_000, 2_000_000
_BEHIND = {
    "xlsx": behind_cells.with_hidden_words,
    "xls": behind_xls.with_hidden_words,
    "ods": behind_ods.with_hidden_words,
}
"""What calamine does not tell: hyperlinks, hidden rows."""


def read_workbook(data: bytes, limits: Limits, progress: Progress, *, kind: str) -> list[Grid]:
    """The visible sheets of a workbook that hold anything, in its order. Raises BadFile."""
    import python_calamine as calamine

    try:
        workbook = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        names = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible == calamine.SheetVisibleEnum.Visible
            and sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        grids = [_grid(workbook, name, limits, progress, kind) for name in names]
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        if isinstance(error, calamine.PasswordError) or _LOCKED in data:
            raise BadFile("工作簿有密码，读不出来。", advice="请去掉密码后再导入。") from error
        raise BadFile("工作簿已损坏，读不出来。", advice="请用表格软件打开并另存后再导入。") from error
    found = [grid for grid in grids if grid.rows]
    return _BEHIND[kind](found, data)


def _grid(workbook: object, name: str, limits: Limits, progress: Progress, kind: str) -> Grid:
    sheet = workbook.get_sheet_by_name(name)  # type: ignore[attr-defined]
    if sheet.start is None:
        return Grid(name, (), kind)
    left = sheet.start[1]
    merged = sheet.merged_cell_ranges or []
    least = max((end[1] + 1 - left for _, end in merged), default=0)
    if sheet.height * sheet.width > limits.cells * 4:
        raise BadFile(f"工作表“{name}”的范围过大（{sheet.height}行、{sheet.width}列），未读取。")
    count = CellCount(limits)
    rows = []
    for offset, cells in enumerate(sheet.iter_rows()):  # from the first row of all, but from `left`
        if offset % _REPORT_EVERY == 0:
            progress.step(offset, sheet.height, f"工作表“{name}”已读{offset}行")
        if not all(map(is_empty, cells)):
            kept = cells[: max(least, _width(cells))]
            count.take(offset + 1, len(kept))
            rows.append((offset + 1, tuple(map(_tidy, kept))))
    return Grid(name, tuple(_filled(rows, merged, left)), kind, left=left)


def _width(cells: Sequence[Cell]) -> int:
    """How many cells a row has up to its last that says anything: a stray blank far right is none."""
    return next(at for at in range(len(cells), 0, -1) if not is_empty(cells[at - 1]))


def _tidy(cell: Cell) -> Cell:
    """Workbooks keep every number as a float: a whole one is an integer, an empty text is nothing."""
    if isinstance(cell, float) and cell == cell and abs(cell) < 1e16 and cell == int(cell):
        return int(cell)
    return None if cell == "" else cell


def _filled(
    rows: list[tuple[int, tuple[Cell, ...]]],
    merged: list[tuple[tuple[int, int], tuple[int, int]]],
    left: int,
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """A cell merged over several rows of one column belongs to each of them."""
    tall = [
        (start[0] + 1, end[0] + 1, start[1] - left)
        for start, end in merged
        if start[1] == end[1] and end[0] > start[0]
    ]
    if not tall:
        yield from rows
        return
    tops = {(first, column): None for first, _, column in tall}
    values: dict[tuple[int, int], Cell] = {}
    covering = _covering(tall, rows[-1][0] if rows else 0)
    for number, cells in rows:
        changed = list(cells)
        for column, cell in enumerate(cells):
            if (number, column) in tops:
                values[number, column] = cell
            elif is_empty(cell) and (number, column) in covering:
                changed[column] = values.get((covering[number, column], column))
        yield number, tuple(changed)


def _covering(tall: list[tuple[int, int, int]], last_row: int) -> dict[tuple[int, int], int]:
    """(row, column) → the first row of the merged cell over it."""
    reach = [(first, min(last, first + _TALLEST, last_row), column) for first, last, column in tall]
    if sum(max(0, last - first) for first, last, _ in reach) > _MOST_COVERED:
        raise BadFile("合并单元格过多，未读取。", advice="请取消合并单元格后再导入。")
    return {(row, column): first for first, last, column in reach for row in range(first, last + 1)}
