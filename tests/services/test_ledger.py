"""The weekly ledger: what it holds, and that its figures are those of the window."""

from datetime import date
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.periods import Period, week_of
from yuqing_desktop.domain.vocabulary import CommentKind, Level, Status

WEEK = week_of(date(2026, 11, 24))


@pytest.fixture
def fortnight(office: Office) -> Office:
    """Two items of one week (one closed, one open), three of the next, one of them important."""
    office.item_at(Status.CLOSED)
    office.item_at(Status.RECEIVED)
    office.pass_time(days=7)
    office.item_at(Status.HANDLED, Level.IMPORTANT)
    office.register()
    office.item_at(Status.ASSESSED)
    return office


@pytest.mark.article("第四条")
def test_a_week_holds_what_was_registered_and_what_was_left_unfinished(fortnight: Office) -> None:
    report = fortnight.core.ledger.report(week_of(date(2026, 11, 30)))
    assert [entry.item.number for entry in report.registered] == [
        "YQ-2026-0003",
        "YQ-2026-0004",
        "YQ-2026-0005",
    ]
    assert [entry.item.number for entry in report.carried] == ["YQ-2026-0002"]
    assert (report.figures.registered, report.figures.before) == (3, 2)


def test_times_beside_names_are_written_as_the_workbook_writes_times(office: Office) -> None:
    office.pass_time(days=14)
    item = office.item_at(Status.RECEIVED)
    report = office.core.ledger.report(week_of(office.clock.now().date()))
    (row,) = office.core.ledger.context(report, "张敏").registered
    assert row.received == "李强\n12-7 09:30" and item.slip_number in row.slip


def test_its_figures_are_those_the_window_shows_for_the_same_filter(fortnight: Office) -> None:
    period = week_of(date(2026, 11, 30))
    counted = fortnight.core.ledger.report(period).figures
    of_the_week = Filter(registered_from=period.first, registered_to=period.last)
    assert counted.registered == fortnight.core.registry.count(of_the_week)
    important = Filter(registered_from=period.first, registered_to=period.last, levels=(Level.IMPORTANT,))
    assert dict(counted.by_level)["重要"] == fortnight.core.registry.count(important)
    questions = Filter(registered_from=period.first, registered_to=period.last, kinds=(CommentKind.QUESTION,))
    assert dict(counted.by_kind)["咨询"] == fortnight.core.registry.count(questions) == 2


def test_late_sections_and_first_replies_are_counted(fortnight: Office) -> None:
    fortnight.pass_time(days=3)
    counted = fortnight.core.ledger.report(week_of(date(2026, 11, 30))).figures
    (section,) = counted.sections
    assert (section.section, section.sent, section.on_time, section.late) == ("政务服务科", 2, 1, 1)
    assert (counted.first_reply.part, counted.first_reply.whole) == (0, 3)


def test_the_workbook_holds_every_row(fortnight: Office, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = fortnight.core.ledger.export(fortnight.clerk, week_of(date(2026, 11, 30)), tmp_path / "week.xlsx")
    book = load_workbook(path)
    assert book.sheetnames[:2] == ["周台账", "统计汇总"]
    text = "\n".join(str(cell.value) for row in book["周台账"].iter_rows() for cell in row if cell.value)
    for number in ("YQ-2026-0002", "YQ-2026-0003", "YQ-2026-0004", "YQ-2026-0005"):
        assert number in text
    assert "YQ-2026-0001" not in text


def test_a_week_without_items_says_so(office: Office, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = office.core.ledger.export(office.clerk, WEEK, tmp_path / "week.xlsx")
    text = "\n".join(
        str(cell.value) for row in load_workbook(path)["周台账"].iter_rows() for cell in row if cell.value
    )
    assert "0件" in text


def test_the_export_is_on_the_record(office: Office, tmp_path: Path) -> None:
    office.core.ledger.export(office.clerk, WEEK, tmp_path / "week.xlsx")
    (last,) = office.core.store.database.rows("SELECT act, result FROM event ORDER BY id DESC LIMIT 1")
    assert last[0] == "export" and "2026年第48周" in last[1]


def test_any_dates_make_a_period() -> None:
    period = Period(date(2026, 11, 1), date(2026, 11, 10))
    assert period.previous == Period(date(2026, 10, 22), date(2026, 10, 31))


def test_the_trend_ends_with_the_period_s_own_figures(fortnight: Office, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    fortnight.pass_time(days=3)
    path = fortnight.core.ledger.export(fortnight.clerk, week_of(date(2026, 11, 30)), tmp_path / "week.xlsx")
    sheet = load_workbook(path)["统计汇总"]
    rows = [(row[0].value, row[1].value) for row in sheet.iter_rows()]
    assert rows.index(("第49周", 3)) - rows.index(("第48周", 2)) == 1
    assert ("第48周", 0.5) in rows and ("第49周", 0) in rows and ("第47周", None) in rows
    assert len(sheet._charts) == 5
