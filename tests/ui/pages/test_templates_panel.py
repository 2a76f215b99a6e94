"""文书模板 in the settings."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.test_templates import changed
from tests.walk import Office
from ui.pages.seat import Seat
from ui.pages.settings.templates_panel import TemplatesPanel
from ui.shell.scripted_prompts import ScriptedPrompts
from yuqing_desktop.domain.vocabulary import PaperKind

SLIP = PaperKind.TRANSFER_SLIP


@pytest.fixture
def panel(seat: Seat, qtbot: QtBot) -> TemplatesPanel:
    panel = TemplatesPanel(seat)
    qtbot.addWidget(panel)
    panel.resize(900, 640)
    panel.show()
    return panel


def test_the_factory_s_template_passes_and_is_shown_filled(panel: TemplatesPanel) -> None:
    assert panel.kind is SLIP
    assert "检查通过" in panel.findings.text()
    assert panel.preview.sheet is not None and "舆情标题" in panel.preview.sheet.body
    assert not panel.restore.isEnabled()


def test_an_own_copy_is_opened_in_the_office_suite(
    office: Office, panel: TemplatesPanel, prompts: ScriptedPrompts
) -> None:
    panel.edit.click()
    assert prompts.opened == [office.core.templates.of(SLIP).path]
    assert panel.restore.isEnabled() and "本单位" in panel.papers.item(0).text()


def test_what_was_spoilt_is_named(office: Office, panel: TemplatesPanel, tmp_path: Path) -> None:
    panel.edit.click()
    wrong = changed(tmp_path / "wrong.docx", "舆情标题 }}", "舆情标提 }}")
    shutil.copy(wrong, office.core.templates.of(SLIP).path)
    panel.check.click()
    assert "舆情标提" in panel.findings.text() and panel.preview.sheet is None


def test_a_file_is_adopted_and_given_back(
    office: Office, panel: TemplatesPanel, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.will([changed(tmp_path / "own.docx", ">反馈时限<", ">答复期限<")])
    panel.adopt.click()
    assert panel.preview.sheet is not None and "答复期限" in panel.preview.sheet.body
    prompts.will(True)
    panel.restore.click()
    assert not office.core.templates.of(SLIP).own
    assert "答复期限" not in panel.preview.sheet.body
    assert prompts.is_done
