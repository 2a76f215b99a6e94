"""Tables in disguise: a web page, Excel's old XML or a list of JSON objects saved as a spreadsheet."""

import json
import re
from typing import Any

from yuqing_desktop.intake.encodings import decoded
from yuqing_desktop.intake.sheet import Cell, CellCount, Grid, Limits, is_empty
from yuqing_desktop.problems import BadFile

_EXCEL_XML = "{urn:schemas-microsoft-com:office:spreadsheet}"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DEEPEST = 200
_WEB = ("http://", "https://", "//")
_UNSEEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)


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
    rows, hidden = [], set()
    links: dict[tuple[int, int], str] = {}
    held = _Held()
    for number, row in enumerate(table.iter("tr"), start=1):  # type: ignore[attr-defined]
        cells: list[Cell] = []
        for cell in row.iterchildren("td", "th"):
            held.fill(cells)
            words = _cell_text(cell)
            held.keep(len(cells), words, _span(cell.get("rowspan", "1"), limits.rows))
            target = next((link.get("href") for link in cell.iter("a") if link.get("href")), "")
            if target.startswith(_WEB):
                links[number, len(cells)] = target
            cells += [words, *[None] * (_span(cell.get("colspan", "1"), limits.columns) - 1)]
        held.fill(cells)
        if not all(map(is_empty, cells)):
            count.take(number, len(cells))
            rows.append((number, tuple(cells)))
            if _UNSEEN.search(row.get("style") or ""):
                hidden.add(number)
    return Grid("", tuple(rows), "html", encoding, links=links, hidden=frozenset(hidden))


class _Held:
    """Cells that reach over further rows: each row below has their words in their column."""

    def __init__(self) -> None:
        self._reaching: dict[int, tuple[Cell, int]] = {}

    def keep(self, column: int, words: Cell, rows: int) -> None:
        """A cell over so many rows, its own among them."""
        if rows > 1:
            self._reaching[column] = (words, rows - 1)

    def fill(self, cells: list[Cell]) -> None:
        """Put what reaches over this row behind the cells it has so far."""
        while (held := self._reaching.get(len(cells))) is not None:
            words, left = held
            if left > 1:
                self._reaching[len(cells)] = (words, left - 1)
            else:
                del self._reaching[len(cells)]
            cells.append(words)


def _span(stated: str, most: int) -> int:
    return min(int(stated), most) if stated.isdecimal() and len(stated) < 9 else 0


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
    number, held = 0, _Held()
    rows, hidden = [], set()
    links: dict[tuple[int, int], str] = {}
    for row in sheet.iter(f"{_EXCEL_XML}Row"):  # type: ignore[attr-defined]
        number = _index(row, number)
        cells: list[Cell] = []
        for cell in row.iterchildren(f"{_EXCEL_XML}Cell"):
            held.fill(cells)
            position = _index(cell, len(cells))
            count.take(number, position)
            while len(cells) < position - 1:
                cells.append(None)
                held.fill(cells)
            words = _xml_value(cell)
            held.keep(len(cells), words, 1 + _span(cell.get(f"{_EXCEL_XML}MergeDown", "0"), limits.rows))
            if (target := cell.get(f"{_EXCEL_XML}HRef", "")).startswith(_WEB):
                links[number, len(cells)] = target
            cells.append(words)
        held.fill(cells)
        if not all(map(is_empty, cells)):
            rows.append((number, tuple(cells)))
            if row.get(f"{_EXCEL_XML}Hidden") == "1":
                hidden.add(number)
    name = sheet.get(f"{_EXCEL_XML}Name", "")  # type: ignore[attr-defined]
    return Grid(name, tuple(rows), "xml", links=links, hidden=frozenset(hidden))


def _xml_value(cell: Any) -> Cell:
    """A number as one: the file may write 1.2E3."""
    words = "".join(cell.itertext())
    data = cell.find(f"{_EXCEL_XML}Data")
    if data is None or data.get(f"{_EXCEL_XML}Type") != "Number":
        return words
    try:
        value = float(words)
    except ValueError:
        return words
    return int(value) if value == value and abs(value) < 1e15 and value == int(value) else words


def _index(element: object, previous: int) -> int:
    """Excel's XML leaves out what is empty and gives the next its number."""
    stated = element.get(f"{_EXCEL_XML}Index", "")  # type: ignore[attr-defined]
    return max(int(stated), previous + 1) if stated.isdecimal() and len(stated) < 9 else previous + 1


def read_json(text: str, limits: Limits) -> Grid:
    """A list of objects, alone, an object a line, or within an answer of a service: keys are headings in row 1.

    What an object holds in an object is a column too. Raises BadFile.
    """
    if _depth(text) > _DEEPEST:
        raise BadFile("JSON嵌套过深，未读取。")
    records = [_flat(record) for record in _records(text)]
    if not records:
        raise BadFile("JSON里不是一条条的记录，不能当作表格读取。")
    headings = list(dict.fromkeys(key for record in records for key in record))
    count = CellCount(limits)
    rows: list[tuple[int, tuple[Cell, ...]]] = [(1, tuple(headings))]
    for number, record in enumerate(records, start=2):
        count.take(number, len(headings))
        rows.append((number, tuple(_json_cell(record.get(heading)) for heading in headings)))
    return Grid("", tuple(rows), "json")


def _records(text: str) -> list[dict[str, Any]]:
    """The longest list of objects in the text."""
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError) as error:
        try:
            loaded = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise BadFile("JSON格式有误，读不出来。") from error
    found: list[dict[str, Any]] = []
    waiting = [loaded]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list) and len(node) > len(found) and all(isinstance(one, dict) for one in node):
            found = node
        elif isinstance(node, dict):
            waiting += node.values()
    return found


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """The record with what its objects hold beside it: {"stat": {"view": 12}} tells view."""
    within = (held for held in record.values() if isinstance(held, dict))
    return {name: value for held in within for name, value in held.items()} | record


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
