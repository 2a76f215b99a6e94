"""A filled Word paper as HTML that Qt's rich text can lay out.

Made from the .docx itself, so a template changed in Word or WPS prints with the change, and nothing can stand
on the printed sheet that is not in the file. Only Qt's own HTML: tables of fixed widths, inline styles,
lengths in CSS pixels (96 to the inch). Whoever paints a page replaces PAGE and PAGES in head and foot.
"""

import io
import zipfile
from dataclasses import dataclass, field
from html import escape
from typing import Any

from yuqing_desktop.documents import package
from yuqing_desktop.documents.fonts import DIGITS, chain_of
from yuqing_desktop.documents.gongwen import millimetres
from yuqing_desktop.documents.grids import Cell, Row, rows_of
from yuqing_desktop.documents.package import W
from yuqing_desktop.documents.shapes import ParagraphShape, RunShape, Shapes, split_at_tab

PAGE = "\ue000"
"""Stands in head and foot for the page's number."""
PAGES = "\ue001"
"""Stands in head and foot for the number of pages."""

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PX_PER_TWIP = 96 / 1440
_PX_PER_EMU = 96 / 914400
_COLLAPSED = "border-collapse:collapse"
_RULED, _BARE = f'border="1" style="{_COLLAPSED}"', f'border="0" style="{_COLLAPSED}"'
_NEW_PAGE = ";page-break-before:always"
_RULE = "border:1px solid #000000;"
_PAD = 0.6
"""Points above and below the text of a cell."""
_SIGNS = {f"{W}br": "<br/>", f"{W}cr": "<br/>", f"{W}tab": "　", f"{W}noBreakHyphen": "-"}
_BOTTOM = "vertical-align:bottom"


@dataclass(frozen=True, slots=True)
class Printout:
    """One paper ready for the printer.

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
    """A filled paper (`Template.fill`) as HTML and page measures."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        source = _Source({name: file.read(name) for name in file.namelist()})
    main = "word/document.xml"
    document = source.part(main)
    section = next(document.iter(f"{W}sectPr"))
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    sides = [_mm(margin, side) for side in ("top", "right", "bottom", "left")]
    return Printout(
        _mm(size, "w"),
        _mm(size, "h"),
        (sides[0], sides[1], sides[2], sides[3]),
        _mm(margin, "header"),
        _mm(margin, "footer"),
        _Writer(source, main, area=_area(size, margin)).blocks(document.find(f"{W}body")),
        _margin_text(source, section, "headerReference"),
        _margin_text(source, section, "footerReference"),
        source.pictures,
    )


def _margin_text(source: _Source, section: Any, kind: str) -> str:
    for reference in section.findall(f"{W}{kind}"):
        if reference.get(f"{W}type") == "default":
            name = source.targets("word/document.xml")[reference.get(f"{_R}id")]
            return _Writer(source, name).blocks(source.part(name))
    return ""


class _Writer:
    """Writes one part (body, head or foot) as HTML."""

    def __init__(self, source: _Source, part: str, *, area: tuple[float, float] = (0, 0)) -> None:
        self._source = source
        self._targets = source.targets(part)
        self._shapes = source.shapes()
        self._in_field = False
        self._wide, self._room = area
        self._used = 0.0

    def blocks(self, parent: Any) -> str:
        """The paragraphs and tables directly under an element."""
        made: list[str] = []
        for child in parent:
            if child.tag == f"{W}p":
                self._used += self._paragraph_height(child, self._wide) if parent.tag == f"{W}body" else 0.0
                made.append(self._paragraph(child))
            elif child.tag == f"{W}tbl":
                made.append(self._table(child))
            elif child.tag == f"{W}sdt":
                made.append(self.blocks(child.find(f"{W}sdtContent")))
        return "".join(made)

    def _paragraph(self, paragraph: Any) -> str:
        shape = self._shapes.paragraph(paragraph)
        if shape.right_tab:
            return self._two_ends(paragraph, shape)
        return _block(shape, self._runs(list(paragraph.iter(f"{W}r")), paragraph, shape))

    def _two_ends(self, paragraph: Any, shape: ParagraphShape) -> str:
        left, right = split_at_tab(paragraph)
        width = round(shape.right_tab * _PX_PER_TWIP)
        first = _block(shape, self._runs(left, paragraph, shape))
        last = _block(shape, self._runs(right, paragraph, shape), "right")
        cells = f'<td style="{_BOTTOM}">{first}</td><td style="{_BOTTOM}" align="right">{last}</td>'
        return f'<table width="{width}" cellspacing="0" cellpadding="0" border="0"><tr>{cells}</tr></table>'

    def _runs(self, runs: list[Any], paragraph: Any, shape: ParagraphShape) -> str:
        looks = [self._shapes.run(run, paragraph) for run in runs]
        made = "".join(self._run(run, look) for run, look in zip(runs, looks, strict=True))
        if not made:
            return f'<span style="font-size:{min(shape.line or 12, 12):g}pt">&nbsp;</span>'
        if shape.first <= 0:
            return made
        # Qt does not scale text-indent to the printer: full-width blanks do the same.
        blanks = "　" * round(shape.first / looks[0].size)
        return f'<span style="{_run_style(looks[0])}">{blanks}</span>{made}'

    def _run(self, run: Any, look: RunShape) -> str:
        text = "".join(self._piece(child) for child in run)
        return f'<span style="{_run_style(look)}">{text}</span>' if text else ""

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
        heading = "".join(self._row(row) for row in rows if row.heading)
        made = [f"<table {look}>"]
        for place, row in enumerate(rows):
            if self._crosses(row) and heading and place:
                made.append(f"</table><table {look.replace(_COLLAPSED, _COLLAPSED + _NEW_PAGE)}>{heading}")
            made.append(self._row(row))
        return "".join((*made, "</table>"))

    def _crosses(self, row: Row) -> bool:
        """Whether a row that is not to be split would run over the page's end: Qt itself splits any row.

        An estimate: it moves rows of lists (tables with a heading row) to the next page, never parts of a form.
        """
        high = max((self._height(cell) for cell in row.cells if cell.rows == 1), default=0.0)
        self._used += max(high, row.least) + 0.75
        if not self._room or self._used <= self._room:
            return False
        if row.splits:
            self._used %= self._room
            return False
        self._used = max(high, row.least)
        return True

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
        return f"padding:{_px(_PAD + above)}px 4px {_px(_PAD + spare - above)}px 4px;vertical-align:{align}"

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


def _area(size: Any, margin: Any) -> tuple[float, float]:
    """Width and height of the type area, in points."""
    wide, high = (int(size.get(f"{W}{side}")) for side in ("w", "h"))
    left, right, top, bottom = (int(margin.get(f"{W}{side}")) for side in ("left", "right", "top", "bottom"))
    return (wide - left - right) / 20, (high - top - bottom) / 20


def _block(shape: ParagraphShape, content: str, align: str = "") -> str:
    exact = shape.line and "<img" not in content
    height = f"line-height:{_px(shape.line)}px;-qt-line-height-type:fixed;" if exact else ""
    margins = f"margin:{_px(shape.before)}px {_px(shape.right)}px {_px(shape.after)}px {_px(shape.left)}px;"
    return f'<p align="{align or shape.align}" style="{margins}{height}white-space:pre-wrap">{content}</p>'


def _run_style(shape: RunShape) -> str:
    latin = chain_of(shape.latin) if shape.latin != DIGITS.name else DIGITS.chain
    families = ",".join(f"'{name}'" for name in dict.fromkeys((*latin, *chain_of(shape.east))))
    weight = ";font-weight:bold" if shape.bold else ""
    color = f";color:#{shape.color}" if shape.color else ""
    spacing = f";letter-spacing:{_px(shape.spacing)}px" if shape.spacing else ""
    return f"font-family:{families};font-size:{shape.size:g}pt{weight}{color}{spacing}"


def _lines(text: str, size: float, width: float) -> int:
    ems = sum(1.0 if ord(character) > 0x2E7F else 0.5 for character in text)
    return max(1, -int(-ems * size // width))


def _px(points: float) -> str:
    return f"{points * 96 / 72:.2f}".rstrip("0").rstrip(".")


def _mm(element: Any, attribute: str) -> float:
    return round(millimetres(int(element.get(f"{W}{attribute}"))), 1)
