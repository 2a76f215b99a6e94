"""Any table a clerk is sent, told by its content and never by its name.

xlsx, xls, ods, csv, tsv, and what only pretends to be one: an xlsx named .csv, an .xls that is a web page.
"""

from dataclasses import replace
from pathlib import Path

from yuqing_desktop.intake.archives import is_1904, look_into
from yuqing_desktop.intake.delimited import read_delimited
from yuqing_desktop.intake.encodings import decoded, sniffed
from yuqing_desktop.intake.headings import likeness_to_posts, with_headings
from yuqing_desktop.intake.local_files import file_bytes
from yuqing_desktop.intake.markup import read_excel_xml, read_html, read_json
from yuqing_desktop.intake.sheet import LIMITS, Grid, Limits, Sheet
from yuqing_desktop.intake.tables_below import tables_of
from yuqing_desktop.intake.workbooks import read_workbook
from yuqing_desktop.problems import BadFile
from yuqing_desktop.progress import Progress

_NOT_TABLES = (
    (b"%PDF", "PDF文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
    (b"SQLite format 3", "数据库"),
    (b"{\\rtf", "Word文档"),
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_file(
    path: Path,
    *,
    sheet: str = "",
    encoding: str = "",
    delimiter: str = "",
    heading_row: int | None = None,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> Sheet:
    """The table in a file. What is not given (sheet, encoding, delimiter, heading row) is found.

    `heading_row` is the number of the heading row as a spreadsheet program shows it, 0 for none.
    Raises BadFile with one sentence naming the part or row, Cancelled.
    """
    progress = progress or Progress()
    too_large = f"文件超过{limits.file_bytes // 2**20}MB的上限，未读取。"
    data = file_bytes(path, limits.file_bytes, too_large=too_large)
    grids = read_grids(data, limits, progress, encoding=encoding, delimiter=delimiter)
    tables = [table for grid in grids for table in tables_of(grid)]
    return with_headings(
        _chosen(tables, sheet), tuple(table.name for table in tables), heading_row=heading_row
    )


def read_grids(
    data: bytes, limits: Limits, progress: Progress, *, encoding: str = "", delimiter: str = ""
) -> list[Grid]:
    """Every table in the bytes, empty ones left out. Raises BadFile."""
    if not data.strip(b"\x00\r\n\t "):
        raise BadFile("文件是空的，没有可以导入的行。")
    if data.startswith(_ZIP):
        kind = look_into(data, limits)
        grids = read_workbook(data, limits, progress, kind=kind)
        return _dated([grid for grid in grids if grid.rows], data) if grids else _nothing()
    if data.startswith(_OLE):
        return read_workbook(data, limits, progress, kind="xls") or _nothing()
    _refuse_known(data)
    return _read_text(data, limits, progress, encoding, delimiter)


def _read_text(data: bytes, limits: Limits, progress: Progress, encoding: str, delimiter: str) -> list[Grid]:
    head = _head(data)
    if head.startswith("<"):
        is_xml = "urn:schemas-microsoft-com:office:spreadsheet" in head and "<html" not in head
        return read_excel_xml(data, limits) if is_xml else read_html(data, limits)
    text, name = decoded(data, encoding)
    if head.startswith(("[{", "[ {", '{"', '{ "')):
        grid = read_json(text, limits)
    else:
        grid = read_delimited(text, limits, progress, delimiter=delimiter)
    return [Grid(grid.name, grid.rows, grid.kind, name, grid.delimiter)] if grid.rows else _nothing()


def _head(data: bytes) -> str:
    """The first letters, small, without marks and blanks: enough to tell markup from cells."""
    name = sniffed(data[:4096]) or "latin-1"
    return " ".join(data[:4096].decode(name, "ignore").lstrip("\ufeff").split()).lower()


def _refuse_known(data: bytes) -> None:
    for mark, words in _NOT_TABLES:
        if data.startswith(mark):
            raise BadFile(
                f"这是{words}，不是表格，未读取。", advice="请选择 .xlsx、.xls、.ods 或 .csv 文件。"
            )


def _dated(grids: list[Grid], data: bytes) -> list[Grid]:
    if not is_1904(data):
        return grids
    return [replace(grid, since_1904=True) for grid in grids]


def _nothing() -> list[Grid]:
    raise BadFile("表格里没有数据，没有可以导入的行。")


def _chosen(grids: list[Grid], name: str) -> Grid:
    """The sheet asked for, else the longest of those with headings as tables of posts have them."""
    if not name:
        return max(grids, key=lambda grid: (likeness_to_posts(grid), len(grid.rows)))
    for grid in grids:
        if grid.name == name:
            return grid
    raise BadFile(f"文件里没有名为“{name}”的工作表。")
