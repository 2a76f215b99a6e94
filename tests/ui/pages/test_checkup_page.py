"""体检 in the window (第十三条): green, or what is wrong, where, since when, what to do."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.checkup.checkup_page import CheckupPage
from ui.pages.seat import Seat
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.vocabulary import Status

pytestmark = pytest.mark.article("第十三条")


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def page(office: Office, prompts: ScriptedPrompts, geometry: Geometry, qtbot: QtBot) -> CheckupPage:
    office.item_at(Status.CLOSED)
    seat = Seat(office.core, InlineRunner(), prompts, Hub(), office.actor("徐洁"), RecordingActs(), geometry)
    made = CheckupPage(seat)
    qtbot.addWidget(made)
    made.show()
    return made


def tamper(office: Office) -> None:
    with sqlite3.connect(office.core.paths.database) as raw:
        raw.execute("UPDATE item SET title = '改过的标题'")
    raw.close()


def said(page: CheckupPage) -> str:
    return "\n".join(label.text() for label in page.area.findChildren(QLabel))


def test_an_untouched_registry_is_green(page: CheckupPage) -> None:
    page.run.click()
    assert "没有发现问题" in page.words.text()
    assert page.state.property("tone") == "ok"
    assert not page.explain.isVisible()


def test_a_changed_row_is_named(page: CheckupPage, office: Office) -> None:
    tamper(office)
    page.run.click()
    assert page.state.property("tone") == "danger"
    assert "YQ-2026-0001" in page.words.text() or "事项" in page.words.text()
    assert page.report is not None
    assert page.report.findings[0].advice in said(page)
    assert page.explain.isVisible()


def test_a_head_from_paper_is_compared(page: CheckupPage, office: Office) -> None:
    page.head.setText("写错了")
    page.run.click()
    assert "留痕摘要" in page.problem.words or "摘要" in page.problem.words
    page.head.setText(office.core.store.head())
    page.run.click()
    assert "与所填摘要相符" in page.foot.text()
    number = office.core.store.head().split("-")[0]
    page.head.setText(f"{number}-000000000000")
    page.run.click()
    assert page.state.property("tone") == "danger"


def test_the_outcome_is_copied_and_saved(page: CheckupPage, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    assert not page.copy.isEnabled()
    page.run.click()
    page.copy.click()
    assert "没有发现问题" in QGuiApplication.clipboard().text()
    prompts.will(tmp_path / "体检.txt")
    page.save.click()
    assert "留痕摘要" in (tmp_path / "体检.txt").read_text("utf-8-sig")


def test_the_file_of_the_outcome_is_handed_over_with_the_way_to_open_it(
    page: CheckupPage, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    delivered: list[tuple[str, Path]] = []
    page._seat.hub.delivered.connect(lambda words, path: delivered.append((words, path)))
    page.run.click()
    prompts.will(tmp_path / "体检.txt")
    page.save.click()
    assert delivered == [("已保存 体检.txt", tmp_path / "体检.txt")]


def test_the_auditor_puts_what_was_found_on_the_record(
    page: CheckupPage, prompts: ScriptedPrompts, office: Office
) -> None:
    tamper(office)
    page.run.click()

    def write(dialog):  # type: ignore[no-untyped-def]
        dialog.main.click()
        assert "请填写事由" in dialog.problem.words
        dialog.form.fill({"reason": "已核查"})
        dialog.main.click()

    prompts.will(write)
    page.explain.click()
    assert office.core.store.database.rows("SELECT act FROM event ORDER BY id DESC LIMIT 1") == [
        ("acknowledge",)
    ]


def test_a_head_from_paper_is_compared_at_once(page: CheckupPage, office: Office) -> None:
    page.open_with("")
    assert page.report is None
    page.open_with(office.core.store.head())
    assert "与所填摘要相符" in page.foot.text()
    page.open_with("3-0123456789ab")
    assert page.report is not None and not page.report.ok


def test_missing_faces_are_told_with_what_to_install(
    page: CheckupPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.checkup.checkup_page.QFontDatabase.families", lambda: ["SimSun"])
    page.check()
    assert page.report is not None and page.report.ok
    assert "缺少文书用的字体" in said(page) and "请安装仿宋_GB2312" in said(page)
