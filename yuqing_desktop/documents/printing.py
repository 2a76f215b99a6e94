"""A filled Word paper as HTML that Qt's rich text can lay out.

Made from the .docx itself, so a template changed in Word or WPS prints with the change, and nothing can stand
on the printed sheet that is not in the file. Only Qt's own HTML: tables of fixed widths, inline styles,
lengths in CSS pixels (96 to the inch). Whoever paints a page replaces PAGE and PAGES in head and foot, and asks
`Printout.turned` to begin pages before units that would be torn: Qt itself splits any row, and keeps nothing
with what follows it.
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from yuqing_desktop.documents import package
from yuqing_desktop.documents.gongwen import millimetres
from yuqing_desktop.documents.grids import Cell, Row, rows_of
from yuqing_desktop.documents.html import block, chinese_signs, px, span
from yuqing_desktop.documents.package import W
from yuqing_desktop.documents.shapes import ParagraphShape, RunShape, Shapes, split_at_tab
from yuqing_desktop.problems import BadFile

PAGE = "\ue000"
"""Stands in head and foot for the page's number."""
PAGES = "\ue001"
"""Stands in head and foot for the number of pages."""
REPEATED = '<a name="repeated"></a>'
"""Stands at a heading row that is shown again on a further page."""

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PX_PER_TWIP = 96 / 1440
_PX_PER_EMU = 96 / 914400
_COLLAPSED = "border-collapse:collapse"
_RULED, _BARE = f'border="1" style="{_COLLAPSED}"', f'border="0" style="{_COLLAPSED}"'
_NEW_PAGE = ";page-break-before:always"
_TURN = f'<p style="margin:0;font-size:1px;line-height:1px;-qt-line-height-type:fixed{_NEW_PAGE}"></p>'
_RULE = "border:1px solid #000000;"
_PAD = 0.6
"""Points above and below the text of a cell."""
_SIGNS = {f"{W}br": "<br/>", f"{W}cr": "<br/>", f"{W}tab": "　", f"{W}noBreakHyphen": "-"}
_BOTTOM = "vertical-align:bottom"


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or table row of the body, at whose first text an anchor named by its number stands.

    `turn` begins a page before it. `whole`: it is not to run over a page's end; `keeps`: it stands on the page where
    the next one begins.
    """

    turn: str
    whole: bool
    keeps: bool


@dataclass(frozen=True, slots=True)
class Printout:
    """One paper ready for the printer. `even_footer` is the foot of even pages where it differs.

    Millimetres; `margins` are top, right, bottom, left; `pictures` are PNGs by the `src` that shows them.
    """

    width: float
    height: float
    margins: tuple[float, float, float, float]
    header_distance: float
    footer_distance: float
    body: str
    header: str
    footer: str
    pictures: dict[str, bytes]
    even_footer: str = ""
    units: tuple[Unit, ...] = ()

    def turned(self, breaks: Iterable[int]) -> str:
        """The body with new pages before the units of these numbers."""
        body = self.body
        for number in breaks:
            body = body.replace(_mark(number), self.units[number].turn, 1)
        return body

    @property
    def is_landscape(self) -> bool:
        """Whether the sheet lies."""
        return self.width > self.height


@dataclass(slots=True)
class _Source:
    """The parts of a .docx and the pictures met while it is read."""

    parts: dict[str, bytes]
    pictures: dict[str, bytes] = field(default_factory=dict)

    def shapes(self) -> Shapes:
        styles = self.parts.get("word/styles.xml")
        return Shapes(None if styles is None else package.parse(styles))

    def part(self, name: str) -> Any:
        return package.parse(self.parts[name])

    def targets(self, name: str) -> dict[str, str]:
        links = self.parts.get(f"word/_rels/{name.removeprefix('word/')}.rels")
        if links is None:
            return {}
        return {link.get("Id"): f"word/{link.get('Target')}" for link in package.parse(links)}


def printout(docx: bytes) -> Printout:
    """A filled paper (`Template.fill`) as HTML and page measures. Raises BadFile for one whose layout cannot be read."""
    try:
        return _printout(docx)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, StopIteration) as error:
        raise BadFile(
            "文书的版面读不出，不能预览和打印。", advice="请在 Word 或 WPS 中重新保存模板，或恢复原模板。"
        ) from error


def _printout(docx: bytes) -> Printout:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        source = _Source({name: file.read(name) for name in file.namelist()})
    main = "word/document.xml"
    document = source.part(main)
    section = next(document.iter(f"{W}sectPr"))
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    writer = _Writer(source, main, units=[])
    sides = [_mm(margin, side) for side in ("top", "right", "bottom", "left")]
    return Printout(
        _mm(size, "w"),
        _mm(size, "h"),
        (sides[0], sides[1], sides[2], sides[3]),
        _mm(margin, "header"),
        _mm(margin, "footer"),
        writer.blocks(document.find(f"{W}body")),
        _margin_text(source, section, "headerReference"),
        _margin_text(source, section, "footerReference"),
        source.pictures,
        _margin_text(source, section, "footerReference", "even") if _has_even_pages(source) else "",
        tuple(writer.units or ()),
    )


def _has_even_pages(source: _Source) -> bool:
    settings = source.parts.get("word/settings.xml")
    return settings is not None and package.parse(settings).find(f"{W}evenAndOddHeaders") is not None


def _margin_text(source: _Source, section: Any, kind: str, pages: str = "default") -> str:
    for reference in section.findall(f"{W}{kind}"):
        if reference.get(f"{W}type") == pages:
            name = source.targets("word/document.xml")[reference.get(f"{_R}id")]
            return _Writer(source, name).blocks(source.part(name))
    return ""


class _Writer:
    """Writes one part as HTML; given a list for them, tells the units of its outermost level (the body's)."""

    def __init__(self, source: _Source, part: str, *, units: list[Unit] | None = None) -> None:
        self.units = units
        self._source = source
        self._targets = source.targets(part)
        self._shapes = source.shapes()
        self._in_field = False
        self._anchor = ""

    def blocks(self, parent: Any) -> str:
        """The paragraphs and tables directly under an element."""
        made: list[str] = []
        for child in parent:
            if child.tag == f"{W}p":
                mark = self._unit(_TURN, keeps=_keeps(child)) if parent.tag == f"{W}body" else ""
                made.append(mark + self._paragraph(child))
            elif child.tag == f"{W}tbl":
                made.append(self._table(child))
            elif child.tag == f"{W}sdt":
                made.append(self.blocks(child.find(f"{W}sdtContent")))
        return "".join(made)

    def _unit(self, turn: str, *, whole: bool = False, keeps: bool) -> str:
        """Note a unit: its mark, after which its anchor goes to the next text written."""
        if self.units is None:
            return ""
        self._anchor = f'<a name="{len(self.units)}"></a>'
        self.units.append(Unit(turn, whole, keeps))
        return _mark(len(self.units) - 1)

    def _paragraph(self, paragraph: Any) -> str:
        shape = self._shapes.paragraph(paragraph)
        if shape.right_tab:
            return self._two_ends(paragraph, shape)
        return block(shape, self._runs(list(paragraph.iter(f"{W}r")), paragraph, shape))

    def _two_ends(self, paragraph: Any, shape: ParagraphShape) -> str:
        left, right = split_at_tab(paragraph)
        width = round(shape.right_tab * _PX_PER_TWIP)
        first = block(shape, self._runs(left, paragraph, shape))
        last = block(shape, self._runs(right, paragraph, shape), "right")
        cells = f'<td style="{_BOTTOM}">{first}</td><td style="{_BOTTOM}" align="right">{last}</td>'
        return f'<table width="{width}" cellspacing="0" cellpadding="0" border="0"><tr>{cells}</tr></table>'

    def _runs(self, runs: list[Any], paragraph: Any, shape: ParagraphShape) -> str:
        anchor, self._anchor = self._anchor, ""
        return anchor + self._text(runs, paragraph, shape)

    def _text(self, runs: list[Any], paragraph: Any, shape: ParagraphShape) -> str:
        looks = [self._shapes.run(run, paragraph) for run in runs]
        made = "".join(self._run(run, look) for run, look in zip(runs, looks, strict=True))
        if not made:
            size = _mark_size(paragraph)
            return f'<span style="font-size:{min(shape.line or size, size):g}pt">&nbsp;</span>'
        if shape.first <= 0:
            return made
        # Qt does not scale text-indent to the printer: full-width blanks do the same.
        blanks = "　" * round(shape.first / looks[0].size)
        return span(looks[0], blanks) + made

    def _run(self, run: Any, look: RunShape) -> str:
        text = "".join(self._piece(child) for child in run)
        return span(look, chinese_signs(look, text)) if text else ""

    def _piece(self, child: Any) -> str:
        if child.tag == f"{W}t":
            return "" if self._in_field else escape(child.text or "")
        if child.tag == f"{W}fldChar":
            self._in_field = child.get(f"{W}fldCharType") != "end"
        elif child.tag == f"{W}instrText":
            return PAGES if "NUMPAGES" in (child.text or "") else PAGE
        elif child.tag in _SIGNS:
            return _SIGNS[child.tag]
        elif child.tag == f"{W}drawing":
            return self._picture(child)
        return ""

    def _picture(self, drawing: Any) -> str:
        extent = next(drawing.iter(f"{_WP}extent"))
        source = self._targets[next(drawing.iter(f"{_A}blip")).get(f"{_R}embed")]
        self._source.pictures[source] = self._source.parts[source]
        width, height = (round(int(extent.get(side)) * _PX_PER_EMU) for side in ("cx", "cy"))
        return f'<img src="{source}" width="{width}" height="{height}"/>'

    def _table(self, table: Any) -> str:
        rows = rows_of(table)
        total = (
            round(sum(cell.width for cell in rows[0].cells) * _PX_PER_TWIP) - 2
        )  # room for the outer rules
        ruled = any(cell.ruled for row in rows for cell in row.cells)
        look = f'width="{total}" cellspacing="0" cellpadding="0" {_RULED if ruled else _BARE}'
        again = f"</table><table {look.replace(_COLLAPSED, _COLLAPSED + _NEW_PAGE)}>{self._headings(rows)}"
        outermost = table.getparent().tag == f"{W}body"
        made: list[str] = []
        for place, row in enumerate(rows):
            keeps = row.heading or all(map(_keeps, row.cells[0].element.findall(f"{W}p")))
            mark = (
                self._unit(again if place else _TURN, whole=not row.splits, keeps=keeps) if outermost else ""
            )
            made += [mark, self._row(row)] if place else [mark, f"<table {look}>", self._row(row)]
        return "".join((*made, "</table>"))

    def _headings(self, rows: list[Row]) -> str:
        self._anchor = REPEATED if self.units is not None else ""
        made = "".join(self._row(row) for row in rows if row.heading)
        self._anchor = ""
        return made

    def _row(self, row: Row) -> str:
        return f"<tr>{''.join(self._cell(cell, row.least) for cell in row.cells)}</tr>"

    def _cell(self, cell: Cell, least: float) -> str:
        # a width on a spanning cell would be shared out evenly among its columns
        fixed = f' width="{round(cell.width * _PX_PER_TWIP) - 1}"' if cell.columns == 1 else ""
        span = f' colspan="{cell.columns}" rowspan="{cell.rows}"'
        rule = _RULE if cell.ruled else ""
        return f'<td{fixed}{span} style="{rule}{self._padding(cell, least)}">{self.blocks(cell.element)}</td>'

    def _padding(self, cell: Cell, least: float) -> str:
        """Padding and alignment of a cell; rows have no height of their own in Qt, padding gives it."""
        spare = max(0.0, least - self._height(cell)) if least and cell.rows == 1 else 0.0
        above = spare / 2 if cell.middle else 0.0
        align = "middle" if cell.middle else "top"
        return f"padding:{px(_PAD + above)}px 4px {px(_PAD + spare - above)}px 4px;vertical-align:{align}"

    def _height(self, cell: Cell) -> float:
        """About how high a cell's text is, in points: full-width characters are as wide as they are high."""
        paragraphs = cell.element.findall(f"{W}p")
        return 2 * _PAD + sum(self._paragraph_height(each, cell.width / 20 - 6.5) for each in paragraphs)

    def _paragraph_height(self, paragraph: Any, width: float) -> float:
        shape = self._shapes.paragraph(paragraph)
        size = max((self._shapes.run(run, paragraph).size for run in paragraph.iter(f"{W}r")), default=12.0)
        text = package.text_of(paragraph).strip("\n")
        lines = sum(_lines(line, size, width) for line in text.split("\n"))
        return lines * (shape.line or size * 1.3) + shape.before + shape.after


def _mark_size(paragraph: Any) -> float:
    """The size of an empty paragraph, which its mark alone has, in points."""
    said = paragraph.find(f"{W}pPr/{W}rPr/{W}sz")
    return 12.0 if said is None else int(said.get(f"{W}val")) / 2


def _mark(number: int) -> str:
    return f"<!--{number}-->"


def _keeps(paragraph: Any) -> bool:
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def _lines(text: str, size: float, width: float) -> int:
    ems = sum(1.0 if ord(character) > 0x2E7F else 0.5 for character in text)
    return max(1, -int(-ems * size // width))


def _mm(element: Any, attribute: str) -> float:
    return round(millimetres(int(element.get(f"{W}{attribute}"))), 1)
