"""What the printer shows is what the Word file says, and it fits the same sheet."""

import re
from pathlib import Path

import pytest

from tests.documents.papers_samples import HANDLING, SAMPLES
from tests.documents.qt_paint import paint_pdf
from tests.documents.samples import LONG_SLIP, SLIP
from tests.documents.test_word import FACTORY, edited, text_of
from yuqing_desktop.documents.context import words
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP, TransferSlip
from yuqing_desktop.documents.printing import PAGE, PAGES, Printout, printout
from yuqing_desktop.documents.word import check_template, load

SPACE = re.compile(r"[\s\u3000\xa0]+")


def plain(sheet: Printout) -> str:
    """The text Qt shows for a sheet: body, head and foot."""
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    texts = []
    for html in (sheet.body, sheet.footer.replace(PAGES, "1").replace(PAGE, "1"), sheet.header):
        document.setHtml(html)
        texts.append(document.toPlainText().replace("\ufffc", ""))
    return "".join(texts)


def letters(text: str) -> str:
    return SPACE.sub("", text)


@pytest.mark.parametrize("context", [SLIP, LONG_SLIP], ids=["normal", "long"])
def test_the_printed_text_is_the_files_text(context: TransferSlip, qapp: object) -> None:
    docx = load(FACTORY, TRANSFER_SLIP).fill(context)
    printed, written = letters(plain(printout(docx))), letters(text_of(docx))
    assert sorted(printed) == sorted(written)
    assert letters(context.summary.replace("\x00", "").replace("\x07", "").replace("\ud83d", "")) in printed


def test_a_normal_slip_is_one_sheet_and_a_long_one_flows_on(tmp_path: Path, qapp: object) -> None:
    template = load(FACTORY, TRANSFER_SLIP)
    assert paint_pdf(printout(template.fill(SLIP)), tmp_path / "n.pdf") == 1
    assert paint_pdf(printout(template.fill(LONG_SLIP)), tmp_path / "l.pdf") == 2


def test_the_sheet_has_the_templates_measures() -> None:
    sheet = printout(load(FACTORY, TRANSFER_SLIP).fill(SLIP))
    assert (sheet.width, sheet.height, sheet.margins) == (210.0, 297.0, (37.0, 26.0, 35.0, 28.0))
    assert not sheet.is_landscape
    assert sheet.even_footer == ""
    assert list(sheet.pictures) == ["word/media/image1.png"]


def test_a_template_saved_by_libreoffice_prints_like_the_factorys(tmp_path: Path, qapp: object) -> None:
    own = Path(__file__).parent / "files" / "slip_saved_by_libreoffice.docx"
    sheets = [printout(load(path, TRANSFER_SLIP).fill(SLIP)) for path in (FACTORY, own)]
    assert letters(plain(sheets[0])) == letters(plain(sheets[1]))
    assert sheets[0].margins == sheets[1].margins
    assert [sheet.body.count("border:1px solid") for sheet in sheets] == [52, 52]
    assert [paint_pdf(sheet, tmp_path / "p.pdf") for sheet in sheets] == [1, 1]


@pytest.mark.parametrize("name", ["approval_batch", "handling_report"])
def test_a_template_changed_in_libreoffice_prints_with_the_change(name: str, qapp: object) -> None:
    """Words replaced, half of each placeholder in bold, a row and a line of the office's own put in."""
    own = Path(__file__).parent / "files" / f"{name}_changed_in_libreoffice.docx"
    assert check_template(own, PAPERS[name]) == []
    docx = load(own, PAPERS[name]).fill(SAMPLES[name])
    written, printed = letters(text_of(docx)), letters(plain(printout(docx)))
    for field, said in words(SAMPLES[name]).items():
        if isinstance(said, str) and field not in ("二维码", "留痕码"):
            assert letters(said) in written
            assert letters(said) in printed
    assert "本局附注：请加盖公章后退回办公室。" in printed
    assert "网络舆情" in printed or name == "handling_report"


def test_merged_cells_and_content_controls_are_printed(tmp_path: Path, qapp: object) -> None:
    merged = (
        '<w:sdt><w:sdtContent><w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'
        '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
        "<w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl></w:sdtContent></w:sdt><w:p>"
    )
    body = printout(load(edited(tmp_path, "<w:p>", merged), TRANSFER_SLIP).fill(SLIP)).body
    assert 'rowspan="2"' in body
    assert body.index("甲") < body.index("乙") < body.index("丙")


def test_even_pages_of_a_letter_have_their_own_foot() -> None:
    letter = PAPERS["handling_report"]
    sheet = printout(load(FACTORY.with_name(letter.file_name), letter).fill(HANDLING))
    assert 'align="right"' in sheet.footer
    assert 'align="left"' in sheet.even_footer
    assert PAGE in sheet.even_footer


def test_quotation_marks_are_set_in_the_chinese_face(qapp: object) -> None:
    body = printout(load(FACTORY, TRANSFER_SLIP).fill(SLIP)).body
    assert re.search(r"<span style=\"font-family:'仿宋_GB2312'[^>]*>“</span>", body)
