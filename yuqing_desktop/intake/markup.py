"""Tables in disguise: a web page, Excel's old XML or a list of JSON objects saved as a spreadsheet."""

import json
import re

from yuqing_desktop.intake.encodings import decoded
from yuqing_desktop.intake.sheet import Cell, CellCount, Grid, Limits, is_empty
from yuqing_desktop.problems import BadFile

_EXCEL_XML = "{urn:schemas-microsoft-com:office:spreadsheet}"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DEEPEST = 200


def read_html(data: bytes, limits: Limits) -> list[Grid]:
    """The tables of a web page, the largest first. Raises BadFile."""
    import lxml.html

    text, encoding = _page_text(data)
    if not text.strip():
        raise BadFile("网页里没有表格，未读取。")
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise BadFile("网页格式的表格已损坏，读不出来。") from error
    grids = [
        _html_grid(table, limits, encoding) for table in root.iter("table") if table.find(".//table") is None
    ]
    grids = sorted(
        (grid for grid in grids if grid.rows), key=lambda grid: -sum(len(cells) for _, cells in grid.rows)
    )
    if not grids:
        raise BadFile("网页里没有表格，未读取。")
    return grids


def _page_text(data: bytes) -> tuple[str, str]:
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    try:
        return decoded(data, "gb18030" if name in ("gb2312", "gbk") else name)
    except BadFile:
        return decoded(data)


def _html_grid(table: object, limits: Limits, encoding: str) -> Grid:
    count = CellCount(limits)
    rows = []
    for number, row in enumerate(table.iter("tr"), start=1):  # type: ignore[attr-defined]
        cells: list[Cell] = []
        for cell in row.iterchildren("td", "th"):
            cells.append(_cell_text(cell))
            span = cell.get("colspan", "1")
            cells += [None] * (min(int(span), limits.columns) - 1 if span.isdecimal() else 0)
        if not all(map(is_empty, cells)):
            count.take(number, len(cells))
            rows.append((number, tuple(cells)))
    return Grid("", tuple(rows), "html", encoding)


def _cell_text(cell: object) -> str:
    for line_break in cell.iter("br", "p", "div"):  # type: ignore[attr-defined]
        line_break.tail = "\n" + (line_break.tail or "")
    return str(cell.text_content())  # type: ignore[attr-defined]


def read_excel_xml(data: bytes, limits: Limits) -> list[Grid]:
    """Sheets of an XML Spreadsheet 2003. Raises BadFile, always for a document type declaration."""
    from lxml import etree

    if re.search(rb"<!\s*(?:DOCTYPE|ENTITY)", data, re.IGNORECASE):
        raise BadFile("文件含有文档类型声明（DTD），不安全，未读取。")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadFile("XML格式的表格已损坏，读不出来。") from error
    sheets = [_xml_grid(sheet, limits) for sheet in root.iter(f"{_EXCEL_XML}Worksheet")]
    grids = [grid for grid in sheets if grid.rows]
    if not grids:
        raise BadFile("XML文件里没有表格，未读取。")
    return grids


def _xml_grid(sheet: object, limits: Limits) -> Grid:
    count = CellCount(limits)
    rows, number = [], 0
    for row in sheet.iter(f"{_EXCEL_XML}Row"):  # type: ignore[attr-defined]
        number = _index(row, number)
        cells: list[Cell] = []
        for cell in row.iterchildren(f"{_EXCEL_XML}Cell"):
            position = _index(cell, len(cells))
            count.take(number, position)
            cells += [None] * (position - 1 - len(cells))
            cells.append("".join(cell.itertext()))
        if not all(map(is_empty, cells)):
            rows.append((number, tuple(cells)))
    return Grid(sheet.get(f"{_EXCEL_XML}Name", ""), tuple(rows), "xml")  # type: ignore[attr-defined]


def _index(element: object, previous: int) -> int:
    """Excel's XML leaves out what is empty and gives the next its number."""
    stated = element.get(f"{_EXCEL_XML}Index", "")  # type: ignore[attr-defined]
    return max(int(stated), previous + 1) if stated.isdecimal() and len(stated) < 9 else previous + 1


def read_json(text: str, limits: Limits) -> Grid:
    """A list of flat objects: the keys are headings in row 1, each object a row. Raises BadFile."""
    if _depth(text) > _DEEPEST:
        raise BadFile("JSON嵌套过深，未读取。")
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFile("JSON格式有误，读不出来。") from error
    if (
        not isinstance(records, list)
        or not records
        or not all(isinstance(record, dict) for record in records)
    ):
        raise BadFile("JSON里不是一条条的记录，不能当作表格读取。")
    headings = list(dict.fromkeys(key for record in records for key in record))
    count = CellCount(limits)
    rows: list[tuple[int, tuple[Cell, ...]]] = [(1, tuple(headings))]
    for number, record in enumerate(records, start=2):
        count.take(number, len(headings))
        rows.append((number, tuple(_json_cell(record.get(heading)) for heading in headings)))
    return Grid("", tuple(rows), "json")


def _json_cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return json.dumps(value, ensure_ascii=False)


def _depth(text: str) -> int:
    """An upper bound of how deep brackets nest, strings not looked at."""
    depth = deepest = 0
    for character in re.findall(r"[\[\]{}]", text):
        depth += 1 if character in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
