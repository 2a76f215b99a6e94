"""Native charts and conditional marks: plain ones that Excel, WPS and LibreOffice all show."""

from dataclasses import dataclass
from typing import Any

from yuqing_desktop.documents.excel import Sheet
from yuqing_desktop.documents.fonts import HEI
from yuqing_desktop.documents.tables import ChartKind, Table

_SHADES = ("1D5FBF", "E8B04B", "69727F", "2B7A4B")
"""Told apart in grey as well."""
_WASH = "FFE3E3E3"
_EMU_PER_CHARACTER = 7 * 9525
_TOP = 1.2
"""Room for the labels of a line at 100 %."""
_FACE, _TITLE_SIZE, _LABEL_SIZE = HEI.name, 1100, 700


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a chart stands: from one place to another in characters of the sheet's width, its first and last row.

    Tied to columns and rows, it keeps its place whatever width a program gives a character.
    """

    left: float
    right: float
    top: int
    bottom: int


def place(sheet: Sheet, table: Table, heading_row: int, spot: Spot) -> None:
    """Put a table's chart on its sheet."""
    from openpyxl.chart import Reference

    chart = table.chart
    if chart is None:
        return
    made = _empty(chart.kind)
    last = heading_row + len(table.rows)
    for column in chart.series:
        made.add_data(Reference(sheet.raw, column + 1, heading_row, column + 1, last), titles_from_data=True)
    made.set_categories(Reference(sheet.raw, 1, heading_row + 1, 1, last))
    made.title = (chart.title or table.title) + ("" if chart.percent else "（件）")
    made.anchor = _anchor(sheet, spot)
    _dress(made, chart.kind, percent=chart.percent, several=len(chart.series) > 1)
    sheet.raw.add_chart(made)


def _anchor(sheet: Sheet, spot: Spot) -> Any:
    from openpyxl.drawing.spreadsheet_drawing import TwoCellAnchor

    ends = (_marker(sheet.widths, spot.left, spot.top - 1), _marker(sheet.widths, spot.right, spot.bottom))
    return TwoCellAnchor(editAs="oneCell", _from=ends[0], to=ends[1])


def _marker(widths: tuple[float, ...], characters: float, row: int) -> Any:
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker

    column = 0
    while column < len(widths) - 1 and characters >= widths[column]:
        characters -= widths[column]
        column += 1
    return AnchorMarker(col=column, colOff=round(characters * _EMU_PER_CHARACTER), row=row)


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

    labels = made.dataLabels = DataLabelList(numFmt="0%" if percent else None, txPr=_said(_LABEL_SIZE))
    labels.showVal = kind is not ChartKind.PIE
    labels.showPercent = labels.showCatName = kind is ChartKind.PIE
    labels.showSerName = labels.showLegendKey = False
    for paragraph in made.title.tx.rich.p:
        paragraph.pPr = _properties(_TITLE_SIZE)
    if several:
        made.legend.position, made.legend.txPr = "b", _said(_LABEL_SIZE)
    else:
        made.legend = None
    if kind is not ChartKind.PIE:
        _dress_axes(made, kind, percent=percent)
    for series, shade in zip(made.series, _SHADES, strict=False):
        series.graphicalProperties.solidFill = shade
        series.graphicalProperties.line.solidFill = shade
        if kind is ChartKind.LINE:
            series.smooth = False
            labels.position = "t"


def _dress_axes(made: Any, kind: ChartKind, *, percent: bool) -> None:
    # without these Excel hides both axes of a chart openpyxl wrote
    made.x_axis.delete = made.y_axis.delete = False
    made.x_axis.txPr = made.y_axis.txPr = _said(_LABEL_SIZE)
    made.y_axis.number_format = "0%" if percent else "0"
    made.y_axis.majorGridlines = None
    made.y_axis.scaling.min = 0
    made.y_axis.scaling.max = _TOP if percent and kind is ChartKind.LINE else 1 if percent else None
    if percent:
        made.y_axis.majorUnit = 0.5
    if kind is ChartKind.BARS:
        made.x_axis.scaling.orientation = "maxMin"
        made.x_axis.tickLblSkip = 1
        made.y_axis.crosses = "max"


def _said(size: int) -> Any:
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import Paragraph

    return RichText(p=[Paragraph(pPr=_properties(size), endParaRPr=_properties(size).defRPr)])


def _properties(size: int) -> Any:
    from openpyxl.drawing.text import CharacterProperties, Font, ParagraphProperties

    face = Font(typeface=_FACE)
    return ParagraphProperties(defRPr=CharacterProperties(sz=size, b=False, latin=face, ea=face))
