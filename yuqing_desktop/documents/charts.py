"""Native charts and conditional marks: plain ones that Excel, WPS and LibreOffice all show."""

from typing import Any

from yuqing_desktop.documents.excel import Sheet
from yuqing_desktop.documents.tables import ChartKind, Table

ROWS, COLUMNS = 12, 6
"""How many rows and least columns a chart takes."""

_HEIGHT_CM, _WIDTH_CM = 6.9, 11.5
_SHADES = ("1D5FBF", "A86A12", "69727F", "2B7A4B")
_WASH = "FFE3E3E3"


def place(sheet: Sheet, table: Table, heading_row: int, left: int, top: int, number: int) -> None:
    """Put a table's chart on its sheet as the `number`th (from 0), two abreast from column `left` and row `top`.

    Beside the tables' beginning they stand on the first printed page, where no page's end can cut them.
    """
    from openpyxl.chart import Reference
    from openpyxl.utils import get_column_letter

    chart = table.chart
    if chart is None:
        return
    made = _empty(chart.kind)
    last = heading_row + len(table.rows)
    for column in chart.series:
        made.add_data(Reference(sheet.raw, column + 1, heading_row, column + 1, last), titles_from_data=True)
    made.set_categories(Reference(sheet.raw, 1, heading_row + 1, 1, last))
    made.title = chart.title or table.title
    made.height, made.width = _HEIGHT_CM, _WIDTH_CM
    _dress(made, chart.kind, percent=chart.percent, several=len(chart.series) > 1)
    down, across = divmod(number, 2)
    sheet.raw.add_chart(made, f"{get_column_letter(left + across * COLUMNS)}{top + down * ROWS}")


def mark_overdue(sheet: Sheet, fields: list[str], first_row: int) -> None:
    """Rows whose 是否超时 begins with 超时 stand out in bold on a wash: it survives grey printing."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    if "overdue" not in fields or sheet.row_number < first_row:
        return
    column = get_column_letter(fields.index("overdue") + 2)
    fill = PatternFill(start_color=_WASH, end_color=_WASH, fill_type="solid")
    rule: Any = FormulaRule([f'LEFT(${column}{first_row},2)="超时"'], font=Font(bold=True), fill=fill)  # type: ignore[no-untyped-call]
    area = f"A{first_row}:{get_column_letter(sheet.width)}{sheet.row_number}"
    sheet.raw.conditional_formatting.add(area, rule)


def _empty(kind: ChartKind) -> Any:
    from openpyxl.chart import BarChart, LineChart, PieChart

    if kind is ChartKind.PIE:
        return PieChart()
    if kind is ChartKind.LINE:
        return LineChart()
    made = BarChart()
    made.type = "bar" if kind is ChartKind.BARS else "col"
    made.gapWidth = 60
    return made


def _dress(made: Any, kind: ChartKind, *, percent: bool, several: bool) -> None:
    from openpyxl.chart.label import DataLabelList

    made.dataLabels = DataLabelList()
    made.dataLabels.showVal = kind is not ChartKind.PIE
    made.dataLabels.showPercent = made.dataLabels.showCatName = kind is ChartKind.PIE
    made.dataLabels.showSerName = made.dataLabels.showLegendKey = False
    if not several:
        made.legend = None
    if kind is ChartKind.PIE:
        return
    # without these Excel hides both axes of a chart openpyxl wrote
    made.x_axis.delete = made.y_axis.delete = False
    made.y_axis.number_format = "0%" if percent else "0"
    made.y_axis.majorGridlines = None if several else made.y_axis.majorGridlines
    made.y_axis.scaling.min = 0
    made.y_axis.scaling.max = 1 if percent else None
    if kind is ChartKind.BARS:
        made.x_axis.scaling.orientation = "maxMin"
        made.x_axis.tickLblSkip = 1
        made.y_axis.crosses = "max"
    for series, shade in zip(made.series, _SHADES, strict=False):
        series.graphicalProperties.solidFill = shade
        series.graphicalProperties.line.solidFill = shade
        if kind is ChartKind.LINE:
            series.smooth = False
            made.dataLabels.position = "t"
