"""文书 in the case file: everything an item can have is made, printed, voided and packed there."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.registry.detail_pane import DetailPane
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.widgets.act_dialog import ActDialog
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.vocabulary import Level, PaperKind, Status


@pytest.fixture
def pane(seat: Seat, qtbot: QtBot) -> DetailPane:
    pane = DetailPane(seat)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show()
    pane.tabs.setCurrentWidget(pane.papers)
    return pane


def button(pane: DetailPane, words: str) -> QPushButton:
    QCoreApplication.sendPostedEvents()
    return next(
        one for one in pane.papers.findChildren(QPushButton) if one.text() == words and not one.isHidden()
    )


def test_a_paper_not_numbered_yet_is_made(office: Office, pane: DetailPane) -> None:
    item = office.item_at(Status.HANDLED)
    pane.show_item(item.id)
    menu = button(pane, "出具文书").menu()
    words = {action.text(): action for action in menu.actions()}
    assert {"处置审批单", "处置情况报告"} <= set(words) and "归档封面" not in words
    words["处置审批单"].trigger()
    assert [paper.kind for paper in pane.papers.standing] == [
        PaperKind.TRANSFER_SLIP,
        PaperKind.APPROVAL_FORM,
    ]


def test_all_are_printed_at_once_and_in_public(office: Office, pane: DetailPane, acts: RecordingActs) -> None:
    item = office.item_at(Status.HANDLED)
    office.core.papers.of_item(office.clerk, item.id)
    pane.show_item(item.id)
    pane.papers.findChildren(QCheckBox)[-1].click()
    assert pane.papers.public
    button(pane, "全部打印").click()
    name, kinds = acts.asked[-1]
    assert (
        name == "print papers"
        and PaperKind.TRANSFER_SLIP in kinds
        and len(kinds) == len(pane.papers.standing)
    )


def test_a_paper_is_voided_with_a_reason_and_keeps_its_number(
    office: Office, pane: DetailPane, prompts: ScriptedPrompts
) -> None:
    item = office.item_at(Status.HANDLED)
    office.core.papers.make(office.clerk, PaperKind.HANDLING_REPORT, item_id=item.id)
    pane.show_item(item.id)

    def give(dialog: ActDialog) -> None:
        dialog.forms[0].fill({"reason": "内容有误"})
        dialog.main.click()

    prompts.will(give)
    button(pane, "作废…").click()
    (paper,) = office.core.store.find(Paper, kind=PaperKind.HANDLING_REPORT)
    assert paper.voided_at is not None and paper.void_reason == "内容有误"


def test_a_closed_item_is_packed_with_pdfs(
    office: Office, pane: DetailPane, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    item = office.item_at(Status.CLOSED, Level.IMPORTANT)
    pane.show_item(item.id)
    out = tmp_path / "卷.zip"
    prompts.will(out)
    button(pane, "归档…").click()
    with zipfile.ZipFile(out) as file:
        pdfs = [name for name in file.namelist() if name.endswith(".pdf")]
        assert len(pdfs) >= 6 and file.read(pdfs[0]).startswith(b"%PDF")


@pytest.mark.article("第九条")
def test_the_public_variant_leaves_out_opinions_and_names(office: Office) -> None:
    item = office.item_at(Status.APPROVED)
    office.core.papers.of_item(office.clerk, item.id)
    (form,) = office.core.store.find(Paper, kind=PaperKind.APPROVAL_FORM)
    whole, public = office.core.papers.printout(form), office.core.papers.printout(form, public=True)
    assert "王建国" in whole.body and "内部资料" in whole.header + whole.body + whole.footer
    assert "王建国" not in public.body and "（略）" in public.body
    assert "内部资料" not in public.header + public.body + public.footer


@pytest.mark.article("第八条")
def test_only_the_office_voids_a_paper(office: Office, seat: Seat, qtbot: QtBot) -> None:
    item = office.item_at(Status.HANDLED)
    office.core.papers.make(office.clerk, PaperKind.HANDLING_REPORT, item_id=item.id)
    for actor, voids in ((office.clerk, True), (office.section, False)):
        pane = DetailPane(replace(seat, actor=actor))
        qtbot.addWidget(pane)
        pane.show()
        pane.tabs.setCurrentWidget(pane.papers)
        pane.show_item(item.id)
        void = button(pane, "作废…")
        assert void.isEnabled() is voids
        assert ("作废文书须由专人" in void.toolTip()) is (not voids)
