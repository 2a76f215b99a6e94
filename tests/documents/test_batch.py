"""Many slips: a file each, or one file in which each stands for itself."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from tests.documents.samples import SLIP
from tests.documents.test_word import FACTORY
from yuqing_desktop.documents.batch import fill_together
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP
from yuqing_desktop.documents.qr import png
from yuqing_desktop.documents.word import load
from yuqing_desktop.progress import Cancelled, Progress

SLIPS = [
    replace(SLIP, number=f"舆转〔2026〕{n}号", code=f"YQ-ZS-2026-{n}-1", copy=f"补打第{n}次")
    for n in (1, 2, 3)
]


def test_each_slip_in_one_file_keeps_its_own_text_head_foot_and_code() -> None:
    docx = fill_together(load(FACTORY, TRANSFER_SLIP), SLIPS)
    document = Document(io.BytesIO(docx))
    assert len(document.sections) == len(SLIPS)
    assert [document.tables[2 * place + 1].rows[0].cells[1].text for place in range(3)] == [
        s.number for s in SLIPS
    ]
    for section, slip in zip(document.sections, SLIPS, strict=True):
        assert slip.copy in section.footer.paragraphs[-1].text
        pictures = [part.blob for part in section.header.part.related_parts.values()]
        assert pictures == [png(slip.code)]


def test_each_slip_in_one_file_counts_its_own_pages() -> None:
    with zipfile.ZipFile(io.BytesIO(fill_together(load(FACTORY, TRANSFER_SLIP), SLIPS))) as file:
        assert file.read("word/document.xml").count(b'<w:pgNumType w:start="1"/>') == 3
        feet = [file.read(name) for name in file.namelist() if name.startswith("word/p") and "footer" in name]
    assert all(b"SECTIONPAGES" in foot and b"NUMPAGES" not in foot for foot in feet)


def test_many_can_be_broken_off() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        fill_together(load(FACTORY, TRANSFER_SLIP), SLIPS, progress=progress)
