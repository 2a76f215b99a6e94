"""A run looks as its own properties, its styles and the document's defaults say, in that order."""

from lxml import etree

from yuqing_desktop.documents.package import W
from yuqing_desktop.documents.shapes import Shapes, split_at_tab

_NS = f'xmlns:w="{W[1:-1]}"'
STYLES = f"""<w:styles {_NS}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="d"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="d"><w:basedOn w:val="c"/></w:style>
</w:styles>"""


def paragraph(style: str, run: str = "") -> etree._Element:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return etree.fromstring(f"<w:p {_NS}>{properties}<w:r>{run}<w:t>字</w:t></w:r></w:p>")


def size(style: str, run: str = "") -> float:
    made = paragraph(style, run)
    return Shapes(etree.fromstring(STYLES)).run(made.find(f"{W}r"), made).size


def test_own_then_style_then_the_style_it_rests_on_then_defaults() -> None:
    assert size("b", '<w:rPr><w:sz w:val="30"/></w:rPr>') == 15
    assert size("b") == 12
    assert size("") == 12
    assert size("c") == 10.5


def test_styles_that_rest_on_each_other_do_no_harm() -> None:
    made = paragraph("d")
    shapes = Shapes(etree.fromstring(STYLES))
    assert shapes.run(made.find(f"{W}r"), made).bold
    assert shapes.run(made.find(f"{W}r"), made).east == "宋体"
    assert shapes.paragraph(paragraph("b")).align == "center"


def test_a_run_with_words_on_both_sides_of_a_tab_stands_on_both() -> None:
    made = etree.fromstring(
        f"<w:p {_NS}><w:r><w:t>左</w:t><w:tab/><w:t>右</w:t></w:r><w:r><w:t>尾</w:t></w:r></w:p>"
    )
    left, right = ("".join("".join(run.itertext()) for run in side) for side in split_at_tab(made))
    assert (left, right) == ("左", "右尾")
