"""Pieces the factory templates are built of, with python-docx and the numbers of documents/gongwen.py.

Every line of a form has an exact height, so that a form keeps its page whatever faces a machine has.
"""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Twips

from tools.paper_text import AFTER_IND, defaults, page_field, right_tab, set_paragraph, write
from yuqing_desktop.documents import gongwen
from yuqing_desktop.documents.fonts import BODY, HEI, SONG, TITLE, Face
from yuqing_desktop.documents.qr import png

TIGHTER = 5
"""Twips between characters: 16 pt text, 28 of it on a line of 156 mm."""
OUTER_LINE, INNER_LINE = 10, 6
"""Table rules in eighths of a point: 1.25 pt round a form, 0.75 pt inside."""


def new_document(
    *, landscape: bool = False, form: bool = False, footer_mm: float = 23, header_mm: float = 13
) -> Any:
    """An A4 document with the standard's margins and grid, one section, empty.

    A form keeps the grid's lines but not its characters, which only running text is set on.
    """
    document = Document()
    section = document.sections[0]
    sides = (gongwen.PAGE_WIDTH, gongwen.PAGE_HEIGHT)
    margins = [gongwen.MARGIN_TOP, gongwen.MARGIN_RIGHT, gongwen.MARGIN_BOTTOM, gongwen.MARGIN_LEFT]
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        sides, margins = sides[::-1], [margins[3], margins[0], margins[1], margins[2]]
    section.page_width, section.page_height = map(Twips, sides)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Twips, margins)
    section.header_distance, section.footer_distance = Mm(header_mm), Mm(footer_mm)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines" if form else "linesAndChars")
    grid.set(qn("w:linePitch"), str(gongwen.LINE_PITCH))
    if not form:
        grid.set(qn("w:charSpace"), str(gongwen.CHAR_SPACE))
    defaults(document)
    return document


def title(document: Any, text: str, *, size: float = 22, line: float = 29, after: float = 0) -> Any:
    """2号小标宋, centred, not bold."""
    paragraph = document.add_paragraph()
    set_paragraph(paragraph, line=line, align=ALIGN.CENTER, after=after)
    write(paragraph, text, TITLE, size)
    return paragraph


def line(
    document: Any, left: str, right: str = "", *, size: float = 12, face: Face = BODY, height: float = 19
) -> Any:
    """A line with words at its left and right ends."""
    paragraph = document.add_paragraph()
    set_paragraph(paragraph, line=height)
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    right_tab(paragraph, int(width / 635))
    write(paragraph, left, face, size)
    if right:
        write(paragraph, "\t" + right, face, size)
    return paragraph


def body(
    document: Any,
    text: str,
    *,
    face: Face = BODY,
    size: float = 16,
    indent: float = 2,
    align: Any = None,
    line: float = 0,
) -> Any:
    """A paragraph of running text: 3号仿宋, two characters in, on the grid of 22 lines."""
    paragraph = document.add_paragraph()
    pitch = line or gongwen.LINE_PITCH / 20
    set_paragraph(paragraph, line=pitch, indent_chars=indent, align=align, size=size)
    # the grid's 28 characters by spacing: LibreOffice gives a character wider than its cell two cells
    write(paragraph, text, face, size, tighter=0 if line else TIGHTER)
    return paragraph


def listed(document: Any, variable: str, within: str, text: str, otherwise: str = "无。") -> None:
    """A paragraph for each row of a list, or a word that there is none."""
    tag(document, f"{{%p for {variable} in {within} %}}")
    body(document, text)
    tag(document, "{%p else %}")
    body(document, otherwise)
    tag(document, "{%p endfor %}")


def rows_of(
    table: Any, variable: str, within: str, cells: Sequence[tuple[Any, int]], *, height_mm: float = 0
) -> None:
    """A row for each row of a list."""
    row(table, [(value(f"{{%tr for {variable} in {within} %}}"), 1)])
    row(table, cells, height_mm=height_mm)
    row(table, [(value("{%tr endfor %}"), 1)])


def end(document: Any) -> None:
    """The paragraph Word wants after a last table, as small as it can be; what an office writes there finds room.

    LibreOffice takes an empty paragraph's size from the document: a hard blank of one point says otherwise.
    """
    last = set_paragraph(document.add_paragraph())
    last.paragraph_format.line_spacing = 1.0
    write(last, "\u00a0", BODY, 1)


def tag(document: Any, text: str) -> None:
    """A paragraph that is only a docxtpl paragraph tag and vanishes."""
    paragraph = document.add_paragraph()
    write(paragraph, text)


def grid(document: Any, widths_mm: Sequence[float]) -> Any:
    """A ruled table of fixed columns with no rows yet."""
    table = document.add_table(rows=0, cols=len(widths_mm))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    properties = table._tbl.tblPr
    for style in properties.findall(qn("w:tblStyle")):
        properties.remove(style)
    width = properties.find(qn("w:tblW"))
    width.set(qn("w:w"), str(sum(map(gongwen.twips, widths_mm))))
    width.set(qn("w:type"), "dxa")
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(_borders())
    layout.addnext(
        parse_xml(
            f'<w:tblCellMar {nsdecls("w")}><w:top w:w="24" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
            '<w:bottom w:w="24" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        )
    )
    for column, millimetres in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths_mm, strict=True):
        column.set(qn("w:w"), str(gongwen.twips(millimetres)))
    return table


def row(
    table: Any,
    cells: Sequence[tuple[Any, int]],
    *,
    height_mm: float = 0,
    heading: bool = False,
    split: bool = False,
) -> Any:
    """Add a row. A cell is (filler, columns it spans); a filler is a function of the cell, or a label."""
    made = table.add_row()
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    if height_mm:
        made.height = Mm(height_mm)
    if not split:
        made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if heading:
        made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    place = 0
    for filler, span in cells:
        cell = made.cells[place]
        if span > 1:
            cell = cell.merge(made.cells[place + span - 1])
        cell.width = Twips(sum(widths[place : place + span]))
        (filler if callable(filler) else label(filler))(cell)
        place += span
    return made


def label(text: str, *, size: float = 11, height: float = 14.5, small: float = 0, face: Face = HEI) -> Any:
    """Fill a cell with a field's name, centred; `small` is the size of its second line on."""

    def fill(cell: Any) -> None:
        cell.vertical_alignment = 1
        for number, part in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            set_paragraph(paragraph, line=height, align=ALIGN.CENTER)
            write(paragraph, part, face, small if small and number else size)

    return fill


def value(
    *texts: str,
    size: float = 11,
    height: float = 14.5,
    small: float = 0,
    align: Any = None,
    top: bool = False,
    face: Face = BODY,
    indent: float = 0,
    break_words: bool = False,
    rights: Sequence[str] = (),
    gap: float = 0,
) -> Any:
    """Fill a cell with what the field says, a paragraph a text; `rights` follow, set to the right.

    `small` is the size of the second paragraph on (a note under the value), `gap` the points left before the
    rights, so that a signature stands at the foot of its box.
    """

    def fill(cell: Any) -> None:
        cell.vertical_alignment = 0 if top else 1
        for number, text in enumerate((*texts, *rights)):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            place = ALIGN.RIGHT if number >= len(texts) else align
            first = indent if number < len(texts) else 0
            points = small if small and number else size
            pitch = height if points == size else points + 2.5
            set_paragraph(
                paragraph,
                line=pitch,
                align=place,
                indent_chars=first,
                break_words=break_words,
                size=points,
                before=gap if number == len(texts) else 0,
            )
            write(paragraph, text, face, points)

    return fill


def header(document: Any, left: str, *, mark: str = "") -> None:
    """The head of each page: what kind of material it is at the left, the QR code at the right."""
    section = document.sections[0]
    heads = [section.header]
    if document.settings.odd_and_even_pages_header_footer:
        heads.append(section.even_page_header)
    for head in heads:
        paragraph = set_paragraph(head.paragraphs[0])
        right_tab(paragraph, int((section.page_width - section.left_margin - section.right_margin) / 635))
        write(paragraph, left, HEI, 12)
        write(paragraph, mark, HEI, 16, color="C00000")
        write(paragraph, "\t", HEI, 12)
        _code(write(paragraph, "", HEI, 12), "二维码", "TEMPLATE", width_mm=19)


def _code(run: Any, label: str, sample: str, *, width_mm: float) -> None:
    """A picture to be replaced by the QR code of the placeholder of this name; no two samples may be alike."""
    run.add_picture(io.BytesIO(png(sample)), width=Mm(width_mm))
    for found in run._element.iter(qn("wp:docPr")):
        found.set("descr", label)
        found.set("name", label)


def footer(
    document: Any, notes: Sequence[str], last: str, *, page_numbers: bool = False, code: str = ""
) -> None:
    """The foot of a form: notes in 4号, then a small line with the page at its right, after it a QR code if named."""
    foot = document.sections[0].footer
    for number, text in enumerate(notes):
        paragraph = foot.paragraphs[0] if number == 0 else foot.add_paragraph()
        set_paragraph(paragraph, line=17)
        write(paragraph, text, BODY, 14)
    paragraph = foot.add_paragraph() if notes else foot.paragraphs[0]
    set_paragraph(paragraph, line=0 if code else 14, before=2)
    section = document.sections[0]
    right_tab(paragraph, int((section.page_width - section.left_margin - section.right_margin) / 635))
    write(paragraph, last, SONG, 9)
    if page_numbers:
        write(paragraph, "\t第", SONG, 9)
        page_field(paragraph, "PAGE", SONG, 9)
        write(paragraph, "页 共", SONG, 9)
        page_field(paragraph, "NUMPAGES", SONG, 9)
        write(paragraph, "页", SONG, 9)
    if code:
        _code(write(paragraph, "　", SONG, 9), code, "TEMPLATE HEAD", width_mm=12)


def gongwen_page_numbers(document: Any) -> None:
    """4号宋体 digits between one-character dashes, odd pages right, even left, one character in."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for foot, align, side in (
        (section.footer, ALIGN.RIGHT, "right"),
        (section.even_page_footer, ALIGN.LEFT, "left"),
    ):
        paragraph = foot.paragraphs[0]
        set_paragraph(paragraph, line=18, align=align)
        indent = OxmlElement("w:ind")
        indent.set(qn(f"w:{side}Chars"), "100")
        indent.set(qn(f"w:{side}"), "280")
        paragraph._p.get_or_add_pPr().insert_element_before(indent, *AFTER_IND)
        write(paragraph, "— ", SONG, 14)
        page_field(paragraph, "PAGE", SONG, 14)
        write(paragraph, " —", SONG, 14)


def _borders() -> Any:
    sizes = dict.fromkeys(("top", "left", "bottom", "right"), OUTER_LINE)
    sizes |= dict.fromkeys(("insideH", "insideV"), INNER_LINE)
    ruled = 'w:val="single" w:space="0" w:color="000000"'
    sides = "".join(f'<w:{side} {ruled} w:sz="{size}"/>' for side, size in sizes.items())
    return parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>")
