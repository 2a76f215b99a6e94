"""Ctrl+V and drops over the registry: a new item, or evidence of the item shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.registry.pasting import paste, take_files
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts

PLACE = Path.home() / "桌面"


@pytest.fixture
def content(qapp: object) -> QMimeData:
    return QMimeData()


@pytest.fixture
def picture(content: QMimeData) -> QMimeData:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    content.setImageData(image)
    return content


def files(content: QMimeData, *names: str) -> QMimeData:
    content.setUrls([QUrl.fromLocalFile(str(PLACE / name)) for name in names])
    return content


@pytest.mark.parametrize("text", ["https://weibo.com/1/Nx", "门禁坏了\n2026-11-20 08:00 阅读 300"])
def test_a_link_or_a_paragraph_begins_a_new_item(
    seat: Seat, acts: RecordingActs, content: QMimeData, text: str
) -> None:
    content.setText(f" {text} \n")
    assert paste(content, seat, None, on_item=False)
    assert acts.asked == [("capture", text, [], [])]


def test_too_little_is_nothing(seat: Seat, acts: RecordingActs, content: QMimeData) -> None:
    for words in ("", "  \n", "好"):
        content.setText(words)
        assert not paste(content, seat, None, on_item=False)
    assert acts.asked == []


def test_a_picture_over_the_case_file_is_its_evidence(office: Office, seat: Seat, picture: QMimeData) -> None:
    item = office.register()
    told: list[object] = []
    seat.hub.changed.connect(told.append)
    assert paste(picture, seat, item, on_item=True)
    (kept,) = office.core.registry.dossier(item.id, office.clerk).evidence
    assert kept.name == "粘贴的截图.png"
    assert len(told) == 1


def test_a_picture_over_the_list_asks_where_it_belongs(
    office: Office, seat: Seat, acts: RecordingActs, prompts: ScriptedPrompts, picture: QMimeData
) -> None:
    item = office.register()
    prompts.will("登记新事项", None)
    assert paste(picture, seat, item, on_item=False)
    ((name, text, paths, pictures),) = acts.asked
    assert (name, text, paths) == ("capture", "", []) and pictures[0].startswith(b"\x89PNG")
    assert paste(picture, seat, item, on_item=False)
    assert len(acts.asked) == 1
    assert office.core.registry.dossier(item.id, office.clerk).evidence == ()


def test_with_no_item_shown_a_picture_begins_one(seat: Seat, acts: RecordingActs, picture: QMimeData) -> None:
    assert paste(picture, seat, None, on_item=False)
    assert acts.asked[0][0] == "capture"


def test_copied_files_go_to_the_item_or_the_import(
    office: Office, seat: Seat, acts: RecordingActs, content: QMimeData
) -> None:
    item = office.register()
    assert paste(files(content, "a.pdf"), seat, item, on_item=True)
    assert paste(files(content, "表.xlsx"), seat, item, on_item=False)
    assert acts.asked == [("attach", item.id, [PLACE / "a.pdf"]), ("import", PLACE / "表.xlsx")]


@pytest.mark.parametrize("name", ["表.xlsx", "表.xlsm", "表.xls", "表.et", "表.ods", "表.csv", "表.TSV"])
def test_a_table_of_any_office_program_dropped_on_the_list_is_imported(
    seat: Seat, acts: RecordingActs, name: str
) -> None:
    take_files([PLACE / name], seat, None)
    assert acts.asked == [("import", PLACE / name)]


def test_a_page_dropped_on_the_list_begins_an_item(seat: Seat, acts: RecordingActs) -> None:
    take_files([PLACE / "页.html"], seat, None)
    assert acts.asked == [("capture", "", [PLACE / "页.html"], [])]
