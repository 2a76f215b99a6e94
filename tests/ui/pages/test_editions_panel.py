"""Ledgers are issued, corrected and read again in the window."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.walk import Office
from ui.pages.ledger.editions_layout_dialog import EditionsLayoutDialog
from ui.pages.ledger.ledger_page import LedgerPage
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.widgets.act_dialog import ActDialog
from yuqing_desktop.domain.vocabulary import Status


@pytest.fixture
def page(office: Office, seat: Seat, qtbot: QtBot) -> LedgerPage:
    office.item_at(Status.CLOSED)
    office.item_at(Status.RECEIVED)
    office.pass_time(days=8)
    page = LedgerPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    page.tabs.setCurrentIndex(2)
    return page


def sign(dialog: ActDialog) -> None:
    dialog.forms[0].fill({"signer": "陈静"})
    dialog.main.click()


def issue(page: LedgerPage, prompts: ScriptedPrompts) -> None:
    page.bar.before.click()
    prompts.will(sign)
    page.editions.issue.click()


def test_a_week_that_runs_cannot_be_issued(page: LedgerPage) -> None:
    assert not page.editions.issue.isEnabled()
    assert "还没有结束" in page.editions.why.text()


@pytest.mark.article("第四条")
def test_an_issue_is_listed_with_number_signer_and_hash(page: LedgerPage, prompts: ScriptedPrompts) -> None:
    issue(page, prompts)
    cells = page.editions.table.rows.cells(0)
    said = [cell.text for cell in cells]
    assert said[0] == "第1期（总第1期）" and said[2] == "陈静" and len(said[-1]) == 12
    assert "已签发" in page.editions.state.text()
    assert not page.editions.issue.isEnabled() and page.editions.correct.isEnabled()


def test_without_a_signer_nothing_is_issued(
    page: LedgerPage, prompts: ScriptedPrompts, office: Office
) -> None:
    page.bar.before.click()

    def empty(dialog: ActDialog) -> None:
        dialog.forms[0].fill({"signer": ""})
        dialog.main.click()
        assert dialog.isVisible()
        dialog.forms[0].set_values({"signer": ""})
        dialog.reject()

    prompts.will(empty)
    page.editions.issue.click()
    assert office.core.editions.all() == []


def test_a_correction_names_the_rows(page: LedgerPage, prompts: ScriptedPrompts, office: Office) -> None:
    issue(page, prompts)
    prompts.will(True)
    page.editions.correct.click()
    assert "一致" in page.editions.why.text()
    office.handle(office.core.registry.by_number("2"))
    prompts.will(True)
    page.editions.correct.click()
    cells = page.editions.table.rows.cells(0)
    assert [cells[1].text, cells[4].text] == ["更正第1次", "YQ-2026-0002"]


def test_an_issue_is_opened_and_saved_as_issued(
    page: LedgerPage, prompts: ScriptedPrompts, office: Office, tmp_path: Path
) -> None:
    issue(page, prompts)
    (edition,) = office.core.editions.all()
    kept = office.core.editions.blobs.read(edition.sha256)
    page.editions.open_file.click()
    assert prompts.opened[-1].read_bytes() == kept
    prompts.will(tmp_path / "另存.xlsx")
    page.editions.save_file.click()
    assert (tmp_path / "另存.xlsx").read_bytes() == kept


@pytest.mark.parametrize("kind", ["month", "quarter", "year"])
def test_a_longer_period_with_nothing_in_it_is_issued_alike(
    page: LedgerPage, prompts: ScriptedPrompts, kind: str
) -> None:
    page.bar.kinds._buttons[kind].click()
    while page.bar.period.last >= date(2026, 11, 1):
        page.bar.before.click()
    prompts.will(sign)
    page.editions.issue.click()
    assert "本期 0 件" in {label.text() for label in page.panel.findChildren(QLabel)}
    cells = page.editions.table.rows.cells(0)
    assert cells[0].text == "第1期（总第1期）" and cells[2].text == "陈静"
    assert page.editions.state.text().startswith(f"{page.bar.period.name}：第1期")


def test_a_layout_is_made_in_the_window(page: LedgerPage, prompts: ScriptedPrompts, office: Office) -> None:
    def make(dialog: EditionsLayoutDialog) -> None:
        dialog.form.fill({"name": "领导用"})
        tree = dialog.columns
        tree.setCurrentItem(tree.topLevelItem(4))
        for _ in range(4):
            dialog.move_current(-1)
        tree.topLevelItem(0).setText(1, "舆情事项")
        dialog.main.click()

    prompts.will(make)
    action(page, "新建版式…").trigger()
    made = office.core.layouts.in_use()
    assert (made.name, made.columns[0].field, made.columns[0].heading) == ("领导用", "title", "舆情事项")
    assert page.layouts.text() == "版式：领导用"
    prompts.will(True)
    action(page, "删除“领导用”").trigger()
    assert page.layouts.text() == "版式：标准版式"


def action(page: LedgerPage, words: str) -> Any:
    return next(one for one in page.layouts.choices.actions() if one.text() == words)
