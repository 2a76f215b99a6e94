"""The preview turns its pages, looks closer, and sends them out once a printer was chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.printing.print_preview import PrintPreview
from yuqing_desktop.domain.vocabulary import Status


@pytest.fixture
def preview(office: Office, qtbot: QtBot) -> PrintPreview:
    ids = [office.item_at(Status.TRANSFERRED).id for _ in range(2)]
    papers = office.core.papers
    made = PrintPreview([papers.printout(paper) for paper in papers.slips_of(ids)], "转送单")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_pages_are_turned_by_buttons_and_keys(preview: PrintPreview, qtbot: QtBot) -> None:
    assert preview.place.text() == "第 1 页，共 2 页"
    assert not preview.before.isEnabled()
    preview.after.click()
    assert preview.place.text() == "第 2 页，共 2 页"
    assert preview.before.isEnabled() and not preview.after.isEnabled()
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.place.text() == "第 1 页，共 2 页"


def test_a_page_is_looked_at_closer(preview: PrintPreview, qtbot: QtBot) -> None:
    before = preview.pages.zoomFactor()
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.pages.zoomFactor() > before
    assert preview.scale.text() == f"{preview.pages.zoomFactor():.0%}"


def test_a_page_as_wide_as_its_room_does_not_scroll_sideways(preview: PrintPreview, qtbot: QtBot) -> None:
    preview.resize(900, 500)
    preview.pages.fitToWidth()
    preview.after.click()
    assert not preview.view.horizontalScrollBar().isVisible()
    for _ in range(4):
        qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.horizontalScrollBar().isVisible()


def test_every_button_says_what_it_does(preview: PrintPreview) -> None:
    shown = [one for one in preview.findChildren(QToolButton) if one.isVisible()]
    assert shown and all(one.accessibleName() and one.toolTip() for one in shown)
