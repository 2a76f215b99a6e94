"""A paper that comes back opens its item in the real window, at the act it means."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.checkup.checkup_page import CheckupPage
from ui.pages.registry.registry_page import RegistryPage
from ui.printing.pdf_files import pdf_bytes
from ui.printing.scan_reading import codes_in
from ui.shell.geometry import Geometry
from ui.shell.open_window import open_window
from ui.shell.returned_papers import ReturnedPapers
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain import paper_codes
from yuqing_desktop.domain.records import Draft, Evidence, Paper
from yuqing_desktop.domain.vocabulary import PaperKind, Status
from yuqing_desktop.problems import BadFile


@pytest.fixture
def window(
    office: Office, geometry: Geometry, prompts: ScriptedPrompts, qtbot: QtBot
) -> Iterator[MainWindow]:
    office.item_at(Status.TRANSFERRED)
    office.register(title="另一件")
    window = open_window(office.core, office.clerk, geometry, InlineRunner())
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def returned(window: MainWindow) -> ReturnedPapers:
    found = window.findChild(ReturnedPapers)
    assert isinstance(found, ReturnedPapers)
    return found


@pytest.fixture
def scan(office: Office, window: MainWindow, tmp_path: Path) -> Path:
    """The slip as the window prints it: a PDF with its code as an image inside."""
    (paper,) = office.core.store.find(Paper)
    out = tmp_path / "scan.pdf"
    out.write_bytes(pdf_bytes([office.core.papers.printout(paper)], title="slip"))
    return out


def receipt(dialog: object) -> None:
    assert dialog.windowTitle() == "签收"  # type: ignore[attr-defined]
    dialog.reject()  # type: ignore[attr-defined]


def shown(window: MainWindow) -> str:
    page = window.page
    assert isinstance(page, RegistryPage) and page.detail.dossier is not None
    return page.detail.dossier.item.number


@pytest.mark.article("第八条")
def test_a_scan_opens_the_item_at_its_receipt(
    window: MainWindow, returned: ReturnedPapers, prompts: ScriptedPrompts
) -> None:
    prompts.will(receipt)
    returned.scanning.scanned.emit("YQT-2026-1-1")
    assert prompts.is_done and shown(window) == "YQ-2026-0001"


def test_the_number_typed_in_the_search_box_does_the_same(
    window: MainWindow, prompts: ScriptedPrompts
) -> None:
    page = window.open("registry")
    assert isinstance(page, RegistryPage)
    prompts.will(receipt)
    page.bar.search.setText("舆转〔2026〕1号")
    page.bar.search.entered.emit("舆转〔2026〕1号")
    assert prompts.is_done and shown(window) == "YQ-2026-0001"


def test_a_number_nobody_knows_is_said(returned: ReturnedPapers) -> None:
    said: list[object] = []
    returned.trouble.connect(said.append)
    returned.take("YQT-2020-7-1")
    assert "舆转〔2020〕7号" in str(said[0])


def test_a_scanned_sheet_is_read_and_filed(
    office: Office, returned: ReturnedPapers, prompts: ScriptedPrompts, scan: Path
) -> None:
    pytest.importorskip("zxingcpp")
    prompts.will([scan], receipt)
    returned.ask_files()
    (kept,) = office.core.store.find(Evidence)
    assert (kept.item_id, kept.name) == (1, "scan.pdf")


def test_pictures_and_pdfs_are_read_and_others_refused(scan: Path, tmp_path: Path) -> None:
    pytest.importorskip("zxingcpp")
    assert codes_in(scan) == ["YQT-2026-1-1"]
    blank = QImage(400, 300, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFFFF)
    for name in ("blank.png", "blank.jpg"):
        blank.save(str(tmp_path / name))
        assert codes_in(tmp_path / name) == []
    (tmp_path / "not.png").write_bytes(b"no picture")
    (tmp_path / "not.pdf").write_bytes(b"%PDF-1.7 nothing here")
    for name in ("not.png", "not.pdf", "gone.png"):
        with pytest.raises(BadFile):
            codes_in(tmp_path / name)


def test_a_noisy_turned_scan_is_still_read(office: Office, tmp_path: Path) -> None:
    pytest.importorskip("zxingcpp")
    from yuqing_desktop.documents.qr import png

    code = QImage.fromData(png("YQT-2026-1-1", scale=4))
    sheet = QImage(900, 1200, QImage.Format.Format_RGB32)
    sheet.fill(0xFFF4F1E8)
    painter = QPainter(sheet)
    painter.translate(500, 300)
    painter.rotate(7)
    painter.drawImage(0, 0, code)
    painter.end()
    sheet.save(str(tmp_path / "photo.jpg"), "JPG", 40)
    assert codes_in(tmp_path / "photo.jpg") == ["YQT-2026-1-1"]


@pytest.mark.article("第十三条")
def test_the_scanned_end_of_the_chain_opens_the_check_up_with_it(
    office: Office, window: MainWindow, returned: ReturnedPapers
) -> None:
    head = office.core.store.head()
    returned.scanning.scanned.emit(paper_codes.head_code(head))
    page = window.page
    assert isinstance(page, CheckupPage)
    assert page.head.text() == head and "与所填摘要相符" in page.foot.text()


def test_whoever_has_no_check_up_is_told_who_has(
    office: Office, geometry: Geometry, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    window = open_window(office.core, office.deputy, geometry, InlineRunner())
    qtbot.addWidget(window)
    returned = window.findChild(ReturnedPapers)
    assert isinstance(returned, ReturnedPapers)
    told: list[str] = []
    returned.said.connect(told.append)
    before = window.page
    returned.scanning.scanned.emit(paper_codes.head_code(office.core.store.head()))
    assert window.page is before and "体检" in told[0]


@pytest.mark.article("第九条")
def test_a_scanned_approval_form_is_filed_by_its_own_code_not_by_the_chains(
    office: Office, window: MainWindow, returned: ReturnedPapers, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    item = office.item_at(Status.HANDLED)
    (draft,) = office.core.store.find(Draft, item_id=item.id)
    form = office.core.papers.make(
        office.clerk, PaperKind.APPROVAL_FORM, item_id=item.id, subject_id=draft.id
    )
    out = tmp_path / "form.pdf"
    out.write_bytes(pdf_bytes([office.core.papers.printout(form)], title="form"))
    codes = codes_in(out)
    assert sorted(code[:4] for code in codes) == ["YQA-", "YQHE"]
    prompts.will(lambda dialog: dialog.reject())
    returned.file([out])
    assert [one.item_id for one in office.core.store.find(Evidence)] == [item.id]
