from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.registry.pasting import paste
from ui.pages.seat import Seat


@pytest.fixture
def content(qapp: object) -> QMimeData:
    return QMimeData()


def test_a_link_begins_a_new_item(seat: Seat, acts: RecordingActs, content: QMimeData) -> None:
    content.setText(" https://weibo.com/1/Nx \n")
    assert paste(content, seat, None)
    assert acts.asked == [("register", {"link": "https://weibo.com/1/Nx"})]


def test_words_and_scripts_are_no_links(seat: Seat, acts: RecordingActs, content: QMimeData) -> None:
    for words in ("看看 https://weibo.com/1", "javascript:alert(1)", ""):
        content.setText(words)
        assert not paste(content, seat, None)
    assert acts.asked == []


def test_a_picture_becomes_evidence_of_the_item_shown(office: Office, seat: Seat, content: QMimeData) -> None:
    item = office.register()
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    content.setImageData(image)
    told: list[object] = []
    seat.hub.changed.connect(told.append)
    assert paste(content, seat, item.id)
    (kept,) = office.core.registry.dossier(item.id, office.clerk).evidence
    assert kept.name == "粘贴的截图.png"
    assert len(told) == 1


def test_copied_files_are_attached(
    seat: Seat, acts: RecordingActs, content: QMimeData, tmp_path: Path
) -> None:
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    assert paste(content, seat, 3)
    assert acts.asked == [("attach", 3, [tmp_path / "a.pdf"])]
