"""What the printer shows is what the Word file says, and it fits the same sheet."""

import re
from pathlib import Path

import pytest

from tests.documents.qt_paint import paint_pdf
from tests.documents.samples import LONG_SLIP, SLIP
from tests.documents.test_word import FACTORY, text_of
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP, TransferSlip
from yuqing_desktop.documents.printing import PAGE, PAGES, Printout, printout
from yuqing_desktop.documents.word import load

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
    assert paint_pdf(printout(template.fill(LONG_SLIP)), tmp_path / "l.pdf") >= 2


def test_the_sheet_has_the_templates_measures() -> None:
    sheet = printout(load(FACTORY, TRANSFER_SLIP).fill(SLIP))
    assert (sheet.width, sheet.height, sheet.margins) == (210.0, 297.0, (37.0, 26.0, 35.0, 28.0))
    assert not sheet.is_landscape
    assert list(sheet.pictures) == ["word/media/image1.png"]
