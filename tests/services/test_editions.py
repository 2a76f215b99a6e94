"""A ledger once issued is kept as issued; what changes later is a correction that names the rows."""

from datetime import date
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.periods import week_of
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.problems import BadInput, Refused

WEEK = week_of(date(2026, 11, 23))


@pytest.fixture
def after_the_week(office: Office) -> Office:
    """Two items of a week that is over."""
    office.item_at(Status.CLOSED)
    office.item_at(Status.RECEIVED)
    office.pass_time(days=8)
    return office


@pytest.mark.article("第四条")
def test_an_issue_has_its_number_and_its_file_stays_as_issued(after_the_week: Office, tmp_path: Path) -> None:
    editions = after_the_week.core.editions
    done = editions.issue(after_the_week.clerk, WEEK, signer="陈静")
    assert done.result == "2026年第48周台账第1期（总第1期）已签发"
    (edition,) = editions.of(WEEK)
    before = editions.write(edition, tmp_path / "issued.xlsx").read_bytes()
    after_the_week.handle(after_the_week.core.registry.by_number("2"))
    assert editions.write(edition, tmp_path / "again.xlsx").read_bytes() == before


def test_a_week_is_issued_once_and_not_before_it_is_over(office: Office) -> None:
    with pytest.raises(Refused, match="还没有结束"):
        office.core.editions.issue(office.clerk, WEEK, signer="陈静")
    office.pass_time(days=8)
    office.core.editions.issue(office.clerk, WEEK, signer="陈静")
    with pytest.raises(Refused, match="已签发"):
        office.core.editions.issue(office.clerk, WEEK, signer="陈静")
    with pytest.raises(BadInput):
        office.core.editions.issue(office.clerk, WEEK.previous, signer=" ")


def test_a_correction_names_and_marks_the_rows_that_changed(after_the_week: Office, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    editions = after_the_week.core.editions
    editions.issue(after_the_week.clerk, WEEK, signer="陈静")
    with pytest.raises(Refused, match="一致"):
        editions.correct(after_the_week.clerk, WEEK)
    after_the_week.handle(after_the_week.core.registry.by_number("2"))
    editions.correct(after_the_week.clerk, WEEK)
    correction = editions.of(WEEK)[-1]
    assert (correction.mark, correction.changed, correction.serial) == ("更正第1次", "YQ-2026-0002", 1)
    book = load_workbook(editions.write(correction, tmp_path / "correction.xlsx"))
    text = [str(cell.value) for row in book["周台账"].iter_rows() for cell in row if cell.value]
    assert any("更正第1次" in words for words in text) and any(words.endswith("改") for words in text)


def test_the_next_issue_counts_on(after_the_week: Office) -> None:
    after_the_week.core.editions.issue(after_the_week.clerk, WEEK.previous, signer="陈静")
    after_the_week.core.editions.issue(after_the_week.clerk, WEEK, signer="陈静")
    assert [edition.number for edition in after_the_week.core.editions.all()] == [
        "第2期（总第2期）", "第1期（总第1期）",
    ]  # fmt: skip
