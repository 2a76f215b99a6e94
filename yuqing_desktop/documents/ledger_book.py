"""The ledger as a workbook: 周台账, 统计汇总, 每日巡查, 督办与超期."""

from datetime import datetime
from itertools import count
from pathlib import Path

from yuqing_desktop.documents import charts, saving
from yuqing_desktop.documents.charts import Spot
from yuqing_desktop.documents.excel import Book, Page, Sheet, Value, lines_of, look_of, shown_width, width_of
from yuqing_desktop.documents.looks import Look
from yuqing_desktop.documents.papers.ledger import LedgerContext, LedgerRow
from yuqing_desktop.documents.tables import Table
from yuqing_desktop.documents.workbook_codes import place_code
from yuqing_desktop.domain import paper_codes
from yuqing_desktop.progress import Progress

_LEAST, _WIDE_LISTS, _TIMES = 10.0, 34.0, 17.0
_NARROWEST = 110.0
_PROGRESS_EVERY = 200
_FIGURES = (22.0, 12.0, 34.0, 17.0, 17.0, 5.0, 13.0, 13.0, 13.0)
"""统计汇总 is so many characters wide that it prints at about its own size; its first page holds every chart."""
_BESIDE = ((69.0, 108.0), 37.0)
"""Left edges and width of the charts beside the first table, in characters."""
_BELOW = ((0.0, 49.0, 98.0), 47.0)
"""Left edges and width of the charts below it."""
_HIGH, _ROW = 200.0, 18.0
"""Points that a row of charts takes, and a row of figures."""
_MARKS = "注：“是否超时”列有“▲”的，整行加底纹、字加粗；序号后注“改”的，为本次更正改动的行。"


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


def _page(
    context: LedgerContext,
    widths: tuple[float, ...],
    heading_row: int = 0,
    folded: frozenset[int] = frozenset(),
) -> Page:
    left = f"{context.bureau}　{context.issue}{context.edition and '　' + context.edition}"
    right = f"制表：{context.prepared_at}" + (f"　留痕摘要：{context.head}" if context.head else "")
    return Page(widths, heading_row, foot_left=left, foot_right=right, folded=folded)


def _rows_sheet(book: Book, context: LedgerContext, progress: Progress) -> None:
    columns = context.columns
    widths = (4.5, *(column.width for column in columns))
    folded = frozenset(place for place, column in enumerate(columns, 1) if not column.printed)
    name = f"{context.period_word.removeprefix('本')}台账"
    sheet = Sheet(book, name, _page(context, widths, heading_row=5, folded=folded))
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
    sheet.line(_MARKS)
    if folded:
        sheet.line(
            f"折叠的列不打印，点列标上方的“+”展开：{'、'.join(columns[place - 1].heading for place in sorted(folded))}。"
        )


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
        late = column.field == "overdue" and row.overdue.startswith("超时")
        looks.append(Look.LATE if late else _look(column.look, value, context.year))
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
    sheet = Sheet(book, "统计汇总", _page(context, _figure_widths(tables)))
    _front(sheet, context)
    drawn = [table for table in tables if _has_figures(table)]
    headings: dict[str, int] = {}
    spots: list[Spot] = []
    for number, (lefts, width) in enumerate(_bands(len(drawn))):
        top, points = sheet.row_number + 1, sheet.points
        if number == 0:
            headings = {table.title: _table(sheet, table) for table in tables[:1]}
        sheet.fill_up(points + _HIGH)
        spots += [Spot(left, left + width, top, sheet.row_number - 1) for left in lefts]
    if drawn:
        sheet.new_page()
    headings |= {table.title: _table(sheet, table) for table in tables if table.title not in headings}
    for table, spot in zip(drawn, spots, strict=False):
        charts.place(sheet, table, headings[table.title], spot)
    _paragraphs(sheet, context.important.title, context.important.texts or (context.important.empty,))
    _paragraphs(sheet, "统计口径", context.definitions)


def _has_figures(table: Table) -> bool:
    """Whether its chart would show anything."""
    return table.chart is not None and any(row[place] for row in table.rows for place in table.chart.series)


def _figure_widths(tables: tuple[Table, ...]) -> tuple[float, ...]:
    """The sheet's own widths, a column of times wide enough to show them."""
    columns = max((len(table.headings) for table in tables), default=0)
    widths = [*_FIGURES, *[_LEAST] * (columns - len(_FIGURES))]
    for table in tables:
        for row in table.rows:
            for place, value in enumerate(row):
                if isinstance(value, datetime):
                    widths[place] = max(widths[place], _TIMES)
    return tuple(widths)


def _bands(charts_: int) -> list[tuple[tuple[float, ...], float]]:
    """The rows of charts: two beside the first table, then three abreast."""
    if not charts_:
        return []
    return [_BESIDE, *[_BELOW] * -(-(charts_ - len(_BESIDE[0])) // len(_BELOW[0]))]


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
    """Title, headings, rows and note, kept on one page; the row its headings stand in."""
    sheet.keep(_ROW * (len(table.rows) + 4))
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
    if place in table.hours:
        return Look.HOURS
    return Look.FIGURE if isinstance(value, int) else look_of(value)


def _paragraphs(sheet: Sheet, title: str, texts: tuple[str, ...]) -> None:
    sheet.line(title, Look.SECTION)
    for text in texts:
        sheet.line(text, Look.PLAIN, height=14.0 * lines_of(text, sheet.characters) + 4)
