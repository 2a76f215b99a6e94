"""Slips out of the registry: the right words, counted prints, void numbers kept."""

from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.problems import NotFound
from yuqing_desktop.services.transfer import Sending


def text_of(path: Path) -> str:
    from docx import Document

    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parts = [paragraph.text for section in document.sections for paragraph in section.footer.paragraphs]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *parts])


@pytest.mark.article("第八条")
def test_a_slip_names_number_section_and_the_limit_it_promises(office: Office, tmp_path: Path) -> None:
    item = office.item_at(Status.TRANSFERRED)
    (paper,) = office.core.papers.slips_of([item.id])
    text = text_of(office.core.papers.write_slip(office.clerk, paper, tmp_path / "slip.docx"))
    for words in (
        "舆转〔2026〕1号",
        "政务服务科",
        item.title,
        item.number,
        "不可见",
        "326",
        "2026年11月23日 16:00",
    ):
        assert words in text
    assert "补打" not in text


def test_the_second_print_says_so(office: Office, tmp_path: Path) -> None:
    item = office.item_at(Status.TRANSFERRED)
    (paper,) = office.core.papers.slips_of([item.id])
    office.core.papers.write_slip(office.clerk, paper, tmp_path / "one.docx")
    assert "补打第1次" in text_of(office.core.papers.write_slip(office.clerk, paper, tmp_path / "two.docx"))


def test_a_reassigned_item_leaves_a_void_slip_with_its_number(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    sending = Sending(office.section_id("数据安全科"))
    office.core.transfer.reassign(office.clerk, item.id, sending, reason="属数据安全")
    old, new = office.core.store.find(Paper, item_id=item.id)
    assert (old.number, new.number) == ("舆转〔2026〕1号", "舆转〔2026〕2号")
    assert old.voided_at is not None and new.voided_at is None
    assert office.core.papers.slip_context(old).void == "作废"


def test_an_item_never_sent_has_no_slip(office: Office) -> None:
    with pytest.raises(NotFound, match="转送单"):
        office.core.papers.slips_of([office.register().id])
