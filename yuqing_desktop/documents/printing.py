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
from yuqing_desktop.documents.fonts import BODY, DIGITS, chain_of
from yuqing_desktop.documents.gongwen import millimetres
from yuqing_desktop.documents.package import W
from yuqing_desktop.documents.shapes import ParagraphShape, RunShape, paragraph_shape, run_shape, split_at_tab

PAGE = "\ue000"
"""Stands in head and foot for the page's number."""
PAGES = "\ue001"
"""Stands in head and foot for the number of pages."""

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PX_PER_TWIP = 96 / 1440
_PX_PER_EMU = 96 / 914400
_RULED = 'border="1" style="border-collapse:collapse"'
_RULE = "border:1px solid #000000;"
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
        _Writer(source, main).blocks(document.find(f"{W}body")),
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

    def __init__(self, source: _Source, part: str) -> None:
        self._source = source
        self._targets = source.targets(part)
        self._in_field = False

    def blocks(self, parent: Any) -> str:
        """The paragraphs and tables directly under an element."""
        made: list[str] = []
        for child in parent:
            if child.tag == f"{W}p":
                made.append(self._paragraph(child))
            elif child.tag == f"{W}tbl":
                made.append(self._table(child))
        return "".join(made)

    def _paragraph(self, paragraph: Any) -> str:
        shape = paragraph_shape(paragraph)
        if shape.right_tab:
            return self._two_ends(paragraph, shape)
        return _block(shape, self._runs(paragraph.iter(f"{W}r"), shape))

    def _two_ends(self, paragraph: Any, shape: ParagraphShape) -> str:
        left, right = split_at_tab(paragraph)
        width = round(shape.right_tab * _PX_PER_TWIP)
        first, last = _block(shape, self._runs(left, shape)), _block(shape, self._runs(right, shape), "right")
        cells = f'<td style="{_BOTTOM}">{first}</td><td style="{_BOTTOM}" align="right">{last}</td>'
        return f'<table width="{width}" cellspacing="0" cellpadding="0" border="0"><tr>{cells}</tr></table>'

    def _runs(self, runs: Any, shape: ParagraphShape) -> str:
        # Qt does not scale text-indent to the printer: full-width blanks do the same.
        kept = list(runs)
        made = "".join(self._run(run) for run in kept)
        if made and shape.first_characters:
            made = (
                f'<span style="{_run_style(run_shape(kept[0]))}">{"　" * shape.first_characters}</span>{made}'
            )
        return made or f'<span style="font-size:{min(shape.line or 12, 12):g}pt">&nbsp;</span>'

    def _run(self, run: Any) -> str:
        pieces: list[str] = []
        for child in run:
            if child.tag == f"{W}fldChar":
                self._in_field = child.get(f"{W}fldCharType") != "end"
            elif child.tag == f"{W}instrText":
                pieces.append(PAGES if "NUMPAGES" in (child.text or "") else PAGE)
            elif child.tag == f"{W}t" and not self._in_field:
                pieces.append(escape(child.text or ""))
            elif child.tag == f"{W}br":
                pieces.append("<br/>")
            elif child.tag == f"{W}tab":
                pieces.append("　")
            elif child.tag == f"{W}drawing":
                pieces.append(self._picture(child))
        text = "".join(pieces)
        return f'<span style="{_run_style(run_shape(run))}">{text}</span>' if text else ""

    def _picture(self, drawing: Any) -> str:
        extent = next(drawing.iter(f"{_WP}extent"))
        source = self._targets[next(drawing.iter(f"{_A}blip")).get(f"{_R}embed")]
        self._source.pictures[source] = self._source.parts[source]
        width, height = (round(int(extent.get(side)) * _PX_PER_EMU) for side in ("cx", "cy"))
        return f'<img src="{source}" width="{width}" height="{height}"/>'

    def _table(self, table: Any) -> str:
        widths = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
        total = round(sum(widths) * _PX_PER_TWIP) - 2  # room for the outer rules
        ruled = table.find(f"{W}tblPr/{W}tblBorders") is not None
        rule = _RULE if ruled else ""
        rows = "".join(self._row(row, widths, rule) for row in table.findall(f"{W}tr"))
        look = _RULED if ruled else 'border="0"'
        return f'<table width="{total}" cellspacing="0" cellpadding="0" {look}>{rows}</table>'

    def _row(self, row: Any, widths: list[int], rule: str) -> str:
        height = row.find(f"{W}trPr/{W}trHeight")
        least = int(height.get(f"{W}val")) / 20 if height is not None else 0.0
        heading = row.find(f"{W}trPr/{W}tblHeader") is not None
        cells: list[str] = []
        place = 0
        for cell in row.findall(f"{W}tc"):
            span_element = cell.find(f"{W}tcPr/{W}gridSpan")
            span = int(span_element.get(f"{W}val")) if span_element is not None else 1
            wide = sum(widths[place : place + span])
            # a width on a spanning cell would be shared out evenly among its columns
            fixed = f'width="{round(wide * _PX_PER_TWIP) - 1}"'
            look = fixed if span == 1 else f'colspan="{span}"'
            cells.append(f'<td {look} style="{rule}{_room(cell, wide, least)}">{self.blocks(cell)}</td>')
            place += span
        made = f"<tr>{''.join(cells)}</tr>"
        return f"<thead>{made}</thead>" if heading else made


def _room(cell: Any, width: int, least: float) -> str:
    """Padding and alignment of a cell; rows have no height of their own in Qt, padding gives it."""
    aligned = cell.find(f"{W}tcPr/{W}vAlign")
    middle = aligned is not None and aligned.get(f"{W}val") == "center"
    spare = max(0.0, least - _height(cell, width / 20 - 6.5)) if least else 0.0
    above = spare / 2 if middle else 0.0
    align = "middle" if middle else "top"
    return f"padding:{_px(1.2 + above)}px 4px {_px(1.2 + spare - above)}px 4px;vertical-align:{align}"


def _block(shape: ParagraphShape, content: str, align: str = "") -> str:
    exact = shape.line and "<img" not in content
    height = f"line-height:{_px(shape.line)}px;-qt-line-height-type:fixed;" if exact else ""
    margins = f"margin:{_px(shape.before)}px {_px(shape.right)}px {_px(shape.after)}px {_px(shape.left)}px;"
    return f'<p align="{align or shape.align}" style="{margins}{height}white-space:pre-wrap">{content}</p>'


def _run_style(shape: RunShape) -> str:
    latin = chain_of(shape.latin) if shape.latin != DIGITS.name else DIGITS.chain
    families = ",".join(f"'{name}'" for name in dict.fromkeys((*latin, *chain_of(shape.east or BODY.name))))
    weight = ";font-weight:bold" if shape.bold else ""
    color = f";color:#{shape.color}" if shape.color else ""
    spacing = f";letter-spacing:{_px(shape.spacing)}px" if shape.spacing else ""
    return f"font-family:{families};font-size:{shape.size:g}pt{weight}{color}{spacing}"


def _height(cell: Any, width: float) -> float:
    """About how high a cell's text is, in points: full-width characters are as wide as they are high."""
    total = 2.4
    for paragraph in cell.findall(f"{W}p"):
        shape = paragraph_shape(paragraph)
        size = max((run_shape(run).size for run in paragraph.iter(f"{W}r")), default=12.0)
        text = package.text_of(paragraph).strip("\n")
        lines = sum(_lines(line, size, width) for line in text.split("\n"))
        total += lines * (shape.line or size * 1.3) + shape.before + shape.after
    return total


def _lines(text: str, size: float, width: float) -> int:
    ems = sum(1.0 if ord(character) > 0x2E7F else 0.5 for character in text)
    return max(1, -int(-ems * size // width))


def _px(points: float) -> str:
    return f"{points * 96 / 72:.2f}".rstrip("0").rstrip(".")


def _mm(element: Any, attribute: str) -> float:
    return round(millimetres(int(element.get(f"{W}{attribute}"))), 1)
