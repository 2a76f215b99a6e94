"""A paper that comes back means an item and an act; a void, superseded or older copy is named in words."""

from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.records import Draft, Paper
from yuqing_desktop.domain.vocabulary import Act, PaperKind, Status
from yuqing_desktop.problems import NotFound
from yuqing_desktop.services.handle import Wording
from yuqing_desktop.services.transfer import Sending


@pytest.mark.article("第八条")
@pytest.mark.parametrize(
    "text", ["YQT-2026-1-1", "yqt-2026-1-1", "舆转〔2026〕1号", "舆转[2026]1号", "舆转2026-1"]
)
def test_a_slip_that_comes_back_asks_for_its_receipt(office: Office, text: str) -> None:
    item = office.item_at(Status.TRANSFERRED)
    meaning = office.core.scans.meaning(text, office.clerk)
    assert (meaning.item_id, meaning.act, meaning.warns) == (item.id, Act.RECEIVE, False)
    assert item.number in meaning.words and "签收" in meaning.words


def test_a_slip_signed_for_asks_for_the_handling(office: Office) -> None:
    office.item_at(Status.RECEIVED)
    assert office.core.scans.meaning("YQT-2026-1-1", office.clerk).act is Act.REPORT_HANDLING


def test_a_slip_scanned_twice_says_who_signed_for_it(office: Office) -> None:
    office.item_at(Status.HANDLED)
    meaning = office.core.scans.meaning("YQT-2026-1-1", office.clerk)
    assert meaning.act is None
    assert "李强" in meaning.words and "不用重复登记" in meaning.words


def test_a_void_slip_names_the_one_in_force(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    office.core.transfer.reassign(
        office.clerk, item.id, Sending(office.section_id("数据安全科")), reason="属数据安全"
    )
    meaning = office.core.scans.meaning("YQT-2026-1-1", office.clerk)
    assert meaning.act is None and meaning.warns
    assert "作废" in meaning.words and "舆转〔2026〕2号" in meaning.words


@pytest.mark.article("第九条")
def test_an_approval_form_asks_for_the_next_gate(office: Office) -> None:
    item = office.item_at(Status.HANDLED)
    draft = office.core.store.find(Draft)[0].id
    office.core.papers.make(office.clerk, PaperKind.APPROVAL_FORM, item_id=item.id, subject_id=draft)
    assert office.core.scans.meaning("YQA-2026-1-1", office.clerk).act is Act.APPROVE_DEPUTY
    office.core.handle.amend(office.section, item.id, Wording("您好，已处理。"), reason="改")
    office.core.papers.of_item(office.clerk, item.id)
    superseded = office.core.scans.meaning("YQA-2026-1-1", office.clerk)
    assert superseded.act is None and "新稿" in superseded.words and "舆审〔2026〕2号" in superseded.words


def test_an_older_copy_is_told_from_the_last(office: Office, tmp_path: Path) -> None:
    office.item_at(Status.TRANSFERRED)
    (paper,) = office.core.store.find(Paper)
    for name in ("one", "two"):
        office.core.papers.write_slip(office.clerk, paper, tmp_path / f"{name}.docx")
    first = office.core.scans.meaning("YQT-2026-1-1", office.clerk)
    assert first.warns and first.act is Act.RECEIVE and "第1份" in first.words
    assert not office.core.scans.meaning("YQT-2026-1-2", office.clerk).warns
    assert "没有" not in office.core.scans.meaning("YQT-2026-1-2", office.clerk).words
    assert office.core.scans.meaning("YQT-2026-1-9", office.clerk).warns


def test_a_paper_of_nobody_is_refused_in_words(office: Office) -> None:
    for text in ("YQT-2025-1-1", "舆转〔2026〕99号"):
        with pytest.raises(NotFound, match="没有"):
            office.core.scans.meaning(text, office.clerk)
    assert office.core.scans.is_paper("YQT-2025-1-1") and not office.core.scans.is_paper("YQ-2026-0001")
    assert not office.core.scans.is_paper("预约系统打不开2026")
