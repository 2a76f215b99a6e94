from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.ledger.ledger_page import LedgerPage
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.vocabulary import Level, PaperKind, Status


@pytest.fixture
def page(office: Office, seat: Seat, qtbot: QtBot) -> LedgerPage:
    office.item_at(Status.REPLIED)
    office.item_at(Status.ASSESSED, Level.IMPORTANT)
    page = LedgerPage(seat)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    return page


def test_the_present_week_is_counted(page: LedgerPage) -> None:
    assert page.title.text() == "2026年第48周"
    assert page.registered.accessibleName() == "本期登记 2 上期 0"
    assert dict(page.levels.rows) == {"一般": "1", "重要": "1", "重大突发": "0"}
    assert dict(page.needs.rows)["需要"] == "2"
    assert page.sections.rows[0][:2] == ("政务服务科", "1")
    assert page.tabs.tabText(1) == "事项清单 2"


def test_what_is_not_finished_is_carried_into_the_next_week(office: Office, page: LedgerPage) -> None:
    office.pass_time(days=7)
    page.bar.present.click()
    assert page.title.text() == "2026年第49周"
    page.tabs.setCurrentIndex(1)
    cells = [page.table.rows.cells(at)[0].second for at in range(len(page.table.rows.ids))]
    assert len(cells) == 2
    assert all("往期未结" in words for words in cells)


def test_weeks_months_and_any_dates(page: LedgerPage) -> None:
    page.bar.before.click()
    assert page.title.text() == "2026年第47周"
    assert page.bar.after.isEnabled()
    page.bar.kinds.changed.emit("month")
    assert page.title.text() == "2026年11月"
    page.bar.kinds.changed.emit("days")
    page.bar.first.set_value(date(2026, 11, 20))
    page.bar.last.set_value(date(2026, 11, 23))
    page.bar.last.changed.emit()
    assert page.bar.period == Period(date(2026, 11, 20), date(2026, 11, 23))
    assert page.report is not None
    assert len(page.report.registered) == 2


def test_the_workbook_holds_what_the_page_shows(
    page: LedgerPage, seat: Seat, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "台账.xlsx"
    prompts.will(out)
    with qtbot.waitSignal(seat.hub.delivered) as said:
        page.export.click()
    assert said.args == ["台账已导出：台账.xlsx", out]
    book = openpyxl.load_workbook(out)
    texts = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert page.report is not None
    assert all(entry.item.number in texts for entry in page.report.registered)


def test_leaving_the_file_chooser_writes_nothing(
    page: LedgerPage, prompts: ScriptedPrompts, seat: Seat
) -> None:
    prompts.will(None)
    page.export.click()
    assert list(seat.core.paths.exports.iterdir()) == []


@pytest.mark.article("第四条")
def test_the_periods_handling_report_is_printed_or_saved(page: LedgerPage, acts: RecordingActs) -> None:
    printed, saved = page.period_report.menu().actions()
    printed.trigger()
    saved.trigger()
    assert acts.asked == [
        ("print papers", [PaperKind.PERIOD_REPORT]), ("save papers", [PaperKind.PERIOD_REPORT]),
    ]  # fmt: skip
