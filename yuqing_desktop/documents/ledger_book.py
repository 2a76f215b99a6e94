"""The ledger as a workbook: 周台账, 统计汇总, 每日巡查, 督办与超期."""

from datetime import datetime
from itertools import count
from pathlib import Path

from yuqing_desktop.documents import charts, saving
from yuqing_desktop.documents.excel import Book, Page, Sheet, Value, lines_of, look_of, shown_width, width_of
from yuqing_desktop.documents.looks import Look
from yuqing_desktop.documents.papers.ledger import LedgerContext, LedgerRow
from yuqing_desktop.documents.tables import Table
from yuqing_desktop.documents.workbook_codes import place_code
from yuqing_desktop.domain import paper_codes
from yuqing_desktop.progress import Progress

_LEAST, _WIDE_FIGURES, _WIDE_LISTS = 10.0, 19.0, 34.0
_NARROWEST = 110.0
_PROGRESS_EVERY = 200


def write_ledger(path: Path, context: LedgerContext, *, progress: Progress | None = None) -> Path:
    """Write the ledger; an old file at `path` is kept on any refusal. Raises Trouble, Cancelled."""
    return saving.save(path, ledger_content(context, progress=progress))


def ledger_content(context: LedgerContext, *, progress: Progress | None = None) -> bytes:
    """The ledger's bytes, for freezing an issue with its hash. Raises Trouble, Cancelled."""
    with Book(author=context.bureau, title=f"{context.title}{context.issue}") as book:
        _rows_sheet(book, context, progress or Progress())
        _figures_sheet(book, context)
        _tables_sheet(book, context, "每日巡查", context.rounds)
        _tables_sheet(book, context, "督办与超期", context.supervision)
        return book.content()


def _page(context: LedgerContext, widths: tuple[float, ...], heading_row: int = 0) -> Page:
    left = f"{context.bureau}　{context.issue}{context.edition and '　' + context.edition}"
    right = f"制表：{context.prepared_at}" + (f"　留痕摘要：{context.head}" if context.head else "")
    return Page(widths, heading_row, foot_left=left, foot_right=right)


def _rows_sheet(book: Book, context: LedgerContext, progress: Progress) -> None:
    columns = context.columns
    widths = (4.5, *(column.width for column in columns))
    name = f"{context.period_word.removeprefix('本')}台账"
    sheet = Sheet(book, name, _page(context, widths, heading_row=5))
    _front(sheet, context)
    place_code(sheet, paper_codes.head_code(context.head))
    headings = ["序号", *(column.heading for column in columns)]
    sheet.row(headings, [Look.HEADING] * len(headings))
    numbers, total = count(1), len(context.registered) + len(context.carried)
    for words, rows in _groups(context):
        sheet.line(words, Look.GROUP, height=18)
        for row in rows:
            number = next(numbers)
            _item(sheet, context, row, number)
            if number % _PROGRESS_EVERY == 0:
                progress.step(number, total, "正在写台账")
    progress.step(total, total, "正在写台账")
    charts.mark_overdue(sheet, [column.field for column in columns], first_row=6)
    sheet.line("“是否超时”列写明“超时”的，整行加底纹、字加粗；序号后注“改”的，为本次更正改动的行。")


def _front(sheet: Sheet, context: LedgerContext) -> None:
    sample = "（样例）" if context.sample else ""
    sheet.line(f"{context.bureau}{context.title}{sample}", Look.TITLE)
    sheet.line("　".join(filter(None, (context.issue, context.edition, context.period))), Look.SUBTITLE)
    sheet.line(
        f"编报单位：{context.bureau}　　制表人：{context.prepared_by}　　签发人：{context.signer}　　"
        f"报送对象：{context.addressees}　　制表时间：{context.prepared_at}"
    )
    sheet.line("　　".join((f"取数范围：{context.filter_stated}", *_head(context))))


def _head(context: LedgerContext) -> tuple[str, ...]:
    return (f"留痕摘要：{context.head}（扫右侧二维码可在体检中核对）",) if context.head else ()


def _groups(context: LedgerContext) -> tuple[tuple[str, tuple[LedgerRow, ...]], ...]:
    word = context.period_word
    return (
        (f"一、{word}登记：{len(context.registered)}件", context.registered),
        (f"二、以前结转未办结：{len(context.carried)}件", context.carried),
    )


def _item(sheet: Sheet, context: LedgerContext, row: LedgerRow, number: int) -> None:
    values: list[Value] = [f"{number}改" if row.corrected else number]
    looks = [Look.CENTER]
    for column in context.columns:
        value: Value = getattr(row, column.field)
        values.append(value)
        looks.append(_look(column.look, value, context.year))
    sheet.row(values, looks)


def _look(look: Look, value: Value, year: int) -> Look:
    """A time of another year shows its year; a count that is words stays text."""
    if look is Look.NUMBER and isinstance(value, str):
        return Look.WORDS_RIGHT
    if look is Look.SHORT_TIME and isinstance(value, datetime) and value.year != year:
        return Look.OTHER_YEAR
    return look


def _figures_sheet(book: Book, context: LedgerContext) -> None:
    tables = context.tables
    columns = max((len(table.headings) for table in tables), default=0)
    drawn = [table for table in tables if table.chart and table.rows]
    widths = tuple(_column_width(tables, place, _WIDE_FIGURES) for place in range(columns))
    widths += (_LEAST,) * (1 + charts.COLUMNS * min(2, len(drawn)))
    sheet = Sheet(book, "统计汇总", _page(context, widths))
    _front(sheet, context)
    top = sheet.row_number + 1
    headings = {table.title: _table(sheet, table) for table in tables}
    for number, table in enumerate(drawn):
        charts.place(sheet, table, headings[table.title], columns + 2, top, number)
    sheet.blank(max(0, top + charts.ROWS * -(-len(drawn) // 2) - sheet.row_number))
    _paragraphs(sheet, context.important.title, context.important.texts or (context.important.empty,))
    _paragraphs(sheet, "统计口径", context.definitions)


def _tables_sheet(book: Book, context: LedgerContext, name: str, tables: tuple[Table, ...]) -> None:
    if not tables:
        return
    columns = max(len(table.headings) for table in tables)
    widths = [_column_width(tables, place, _WIDE_LISTS) for place in range(columns)]
    wider = max(1.0, _NARROWEST / sum(widths))
    page = _page(context, tuple(width * wider for width in widths), heading_row=4 if len(tables) == 1 else 0)
    sheet = Sheet(book, name, page)
    sheet.line(f"{context.bureau}{name}", Look.TITLE)
    sheet.line(f"{context.issue}　{context.period}", Look.SUBTITLE)
    for table in tables:
        _table(sheet, table)


def _column_width(tables: tuple[Table, ...], place: int, widest: float) -> float:
    found = [width_of(table.headings[place]) for table in tables if place < len(table.headings)]
    for table in tables:
        found += [shown_width(row[place]) for row in table.rows[:100] if place < len(row)]
    return float(min(widest, max([_LEAST, *(width + 2 for width in found)])))


def _table(sheet: Sheet, table: Table) -> int:
    """Title, headings, rows and note; the row its headings stand in."""
    sheet.line(table.title, Look.SECTION)
    top = sheet.row_number + 1
    sheet.row(table.headings, [Look.HEADING] * len(table.headings))
    for row in table.rows:
        sheet.row(row, [_figure_look(table, place, value) for place, value in enumerate(row)])
    if not table.rows:
        sheet.line(table.empty, Look.TEXT, span=len(table.headings))
    if table.note:
        sheet.line(f"注：{table.note}")
    sheet.blank()
    return top


def _figure_look(table: Table, place: int, value: Value) -> Look:
    if value is None or isinstance(value, str):
        return Look.TEXT if place == 0 or len(str(value or "")) > 8 else Look.CENTER
    if place in table.percent:
        return Look.PERCENT
    return Look.HOURS if place in table.hours else look_of(value)


def _paragraphs(sheet: Sheet, title: str, texts: tuple[str, ...]) -> None:
    sheet.line(title, Look.SECTION)
    for text in texts:
        sheet.line(text, Look.PLAIN, height=14.0 * lines_of(text, sheet.characters) + 4)
