"""Many PDFs are painted in a process of their own, which needs no screen; the words are those of the Word files."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.walk import Office
from ui.printing.pdf_files import pdf_beside, pdf_of
from yuqing_desktop.domain.vocabulary import Level, Status
from yuqing_desktop.progress import Cancelled, Progress


def test_an_archive_has_a_pdf_beside_every_word_file(office: Office, tmp_path: Path) -> None:
    closed = office.close(office.report_up(office.item_at(Status.REPLIED, Level.IMPORTANT)))
    told: list[str] = []
    out = office.core.archive.write(
        office.clerk,
        [closed.id],
        tmp_path / "卷.zip",
        paint=pdf_beside,
        progress=Progress(lambda done, total, words: told.append(words)),
    )
    with zipfile.ZipFile(out) as file:
        word, pdf = (
            {name.removesuffix(end) for name in file.namelist() if name.endswith(end)}
            for end in (".docx", ".pdf")
        )
        assert word == pdf and len(pdf) >= 6
        assert all(file.read(f"{name}.pdf").startswith(b"%PDF-") for name in pdf)
    assert "正在生成 PDF" in told


def test_a_cancelled_archive_leaves_nothing(office: Office, tmp_path: Path) -> None:
    closed = office.close(office.report_up(office.item_at(Status.REPLIED, Level.IMPORTANT)))

    def stop(done: int, total: int, words: str) -> None:
        if words == "正在生成 PDF":
            progress.cancel()

    progress, room = Progress(stop), tmp_path / "room"
    room.mkdir()
    with pytest.raises(Cancelled):
        office.core.archive.write(
            office.clerk, [closed.id], room / "卷.zip", paint=pdf_beside, progress=progress
        )
    assert not list(room.iterdir())


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_many_slips_in_one_pdf_are_counted_and_keep_their_pages(office: Office, tmp_path: Path) -> None:
    items = [office.item_at(Status.TRANSFERRED) for _ in range(5)]
    papers = office.core.papers.slips_of([item.id for item in items])
    out = office.core.papers.write_pdf(office.clerk, papers, tmp_path / "单.pdf", pdf_of, title="转送单")
    read = subprocess.run(["pdftotext", "-raw", str(out), "-"], capture_output=True, text=True, check=True)
    pages = read.stdout.rstrip("\f\n").split("\f")
    assert len(pages) == len(items)
    for page, item in zip(pages, items, strict=True):
        assert item.slip_number in page
    assert [paper.copies for paper in office.core.papers.slips_of([item.id for item in items])] == [1] * 5
