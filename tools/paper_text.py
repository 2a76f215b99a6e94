"""Runs and paragraphs of the factory templates: every run names its faces, every form line its height."""

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor, Twips

from yuqing_desktop.documents import fonts
from yuqing_desktop.documents.fonts import BODY, DIGITS, HEI, Face

_AFTER_SPACING = ("w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:lang")
AFTER_IND = (
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
)
_AFTER_SNAP = ("w:spacing", "w:ind", *AFTER_IND)
_AFTER_WORD_WRAP = (
    "w:overflowPunct",
    "w:topLinePunct",
    "w:autoSpaceDE",
    "w:autoSpaceDN",
    "w:bidi",
    "w:adjustRightInd",
    "w:snapToGrid",
    *_AFTER_SNAP,
)


def write(
    paragraph: Any,
    text: str,
    face: Face = BODY,
    size: float = 16,
    *,
    bold: bool = False,
    color: str = "",
    tighter: int = 0,
) -> Any:
    """Add a run with all its faces named; `tighter` takes so many twips from between its characters."""
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.bold = bold or None
    if color:
        run.font.color.rgb = _rgb(color)
    latin = face.name if face is HEI else DIGITS.name
    properties = run._element.get_or_add_rPr()
    properties.insert(0, faces(face.name, latin))
    if tighter:
        properties.insert_element_before(flag("w:spacing", str(-tighter)), *_AFTER_SPACING)
    return run


def set_paragraph(
    paragraph: Any,
    *,
    line: float = 0,
    align: Any = None,
    indent_chars: float = 0,
    before: float = 0,
    after: float = 0,
    hanging_chars: float = 0,
    break_words: bool = False,
    keep_next: bool = False,
    off_grid: bool = True,
    size: float = 16,
) -> Any:
    """Exact line height in points, spacing, indents in characters, and off the grid for forms."""
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if line:
        shape.line_spacing = Pt(line)
    if align is not None:
        paragraph.alignment = align
    if keep_next:
        shape.keep_with_next = True
    if indent_chars:
        _indent(paragraph, "firstLine", indent_chars, size)
    if hanging_chars:
        _indent(paragraph, "hanging", hanging_chars, size)
    properties = paragraph._p.get_or_add_pPr()
    if break_words:
        properties.insert_element_before(flag("w:wordWrap", "0"), *_AFTER_WORD_WRAP)
    if off_grid:
        properties.insert_element_before(flag("w:snapToGrid", "0"), *_AFTER_SNAP)
    return paragraph


def page_field(paragraph: Any, code: str, face: Face, size: float) -> None:
    """A field in five runs: WPS shows nothing where any of them is missing."""
    for kind in ("begin", None, "separate", "text", "end"):
        run = write(paragraph, "1" if kind == "text" else "", face, size)
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
            run._element.append(instruction)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)


def faces(east: str, latin: str) -> Any:
    """w:rFonts with all faces named."""
    faces = OxmlElement("w:rFonts")
    for attribute, name in (("eastAsia", east), ("ascii", latin), ("hAnsi", latin), ("cs", latin)):
        faces.set(qn(f"w:{attribute}"), name)
    faces.set(qn("w:hint"), "eastAsia")
    return faces


def flag(name: str, setting: str) -> Any:
    """An element with a w:val."""
    element = OxmlElement(name)
    element.set(qn("w:val"), setting)
    return element


def _indent(paragraph: Any, kind: str, characters: float, size: float) -> None:
    shape = paragraph.paragraph_format
    shape.first_line_indent = Pt(characters * size * (-1 if kind == "hanging" else 1))
    if kind == "hanging":
        shape.left_indent = Pt(characters * size)
    paragraph._p.pPr.ind.set(qn(f"w:{kind}Chars"), str(round(characters * 100)))


def right_tab(paragraph: Any, place_twips: int) -> None:
    """One tab stop at the right end."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(place_twips), WD_TAB_ALIGNMENT.RIGHT)


def _rgb(color: str) -> Any:
    return RGBColor.from_string(color)


def defaults(document: Any) -> None:
    """Faces, size and language in the document's defaults; no style but the plain one."""
    styles = document.styles.element
    for style in styles.xpath("w:style | w:latentStyles"):
        if style.get(qn("w:styleId")) not in ("Normal", "DefaultParagraphFont", "TableNormal"):
            styles.remove(style)
    for shape in styles.xpath("w:docDefaults/*/w:rPr | w:docDefaults/*/w:pPr"):
        _empty(shape)
    language = OxmlElement("w:lang")
    _set(language, val=fonts.LATIN_LANGUAGE, eastAsia=fonts.LANGUAGE)
    run = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    run.extend([faces(BODY.name, DIGITS.name), flag("w:sz", "32"), language])
    plain = document.styles["Normal"].element
    for shape in plain.xpath("w:rPr | w:pPr"):
        plain.remove(shape)
    # no blanks of the program's own between Han characters and digits: 2026年11月24日
    plain.get_or_add_pPr().extend([flag("w:autoSpaceDE", "0"), flag("w:autoSpaceDN", "0")])
    for theme in document.settings.element.xpath("w:themeFontLang"):
        theme.attrib.clear()
        _set(theme, val=fonts.LATIN_LANGUAGE, eastAsia=fonts.LANGUAGE)


def _empty(element: Any) -> None:
    for child in list(element):
        element.remove(child)


def _set(element: Any, **attributes: str) -> None:
    for name, setting in attributes.items():
        element.set(qn(f"w:{name}"), setting)
