"""A ledger once issued is kept as issued; what changes later is a correction that names the rows."""

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.domain.periods import month_of, quarter_of, week_of, year_of
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.restore import Restore
from yuqing_desktop.storage.evidence import Blobs

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


PERIODS = {"月": month_of, "季度": quarter_of, "年": year_of}
NAMED = {
    "月": ("2027年2月", "政务舆情月台账"),
    "季度": ("2027年第1季度", "政务舆情季度台账"),
    "年": ("2027年", "政务舆情年度台账"),
}


def words(path: Path, sheet: str) -> list[str]:
    from openpyxl import load_workbook

    return [str(cell.value) for row in load_workbook(path)[sheet].iter_rows() for cell in row if cell.value]


@pytest.mark.parametrize("word", PERIODS)
def test_months_quarters_and_years_are_issued_and_corrected_alike(
    office: Office, tmp_path: Path, word: str
) -> None:
    """One item left from before the period, one registered in it."""
    period, (name, title) = PERIODS[word](date(2027, 2, 10)), NAMED[word]
    office.item_at(Status.RECEIVED)
    office.clock.move_to(datetime(2027, 2, 10, 9, 30, tzinfo=SHANGHAI))
    office.item_at(Status.RECEIVED)
    office.clock.move_to(datetime(2028, 1, 4, 9, 30, tzinfo=SHANGHAI))
    editions = office.core.editions
    done = editions.issue(office.clerk, period, signer="陈静")
    assert done.result == f"{name}台账第1期（总第1期）已签发"
    office.handle(office.core.registry.by_number("YQ-2026-0001"))
    editions.correct(office.clerk, period)
    issued, correction = editions.of(period)
    assert (issued.mark, correction.mark, correction.changed) == ("", "更正第1次", "YQ-2026-0001")
    said = words(editions.write(correction, tmp_path / "l.xlsx"), f"{word}台账")
    assert any(title in one for one in said)
    new, old = said.index(f"一、本{word}登记：1件"), said.index("二、以前结转未办结：1件")
    assert new < said.index("YQ-2027-0001") < old < said.index("2改") < said.index("YQ-2026-0001")


def test_a_period_with_nothing_is_issued_as_zero(office: Office, tmp_path: Path) -> None:
    office.pass_time(days=8)
    editions = office.core.editions
    editions.issue(office.clerk, WEEK, signer="陈静")
    said = words(editions.write(editions.of(WEEK)[0], tmp_path / "l.xlsx"), "周台账")
    assert "一、本周登记：0件" in said and "二、以前结转未办结：0件" in said


def test_the_next_issue_counts_on(after_the_week: Office) -> None:
    after_the_week.core.editions.issue(after_the_week.clerk, WEEK.previous, signer="陈静")
    after_the_week.core.editions.issue(after_the_week.clerk, WEEK, signer="陈静")
    assert [edition.number for edition in after_the_week.core.editions.all()] == [
        "第2期（总第2期）", "第1期（总第1期）",
    ]  # fmt: skip


@pytest.mark.article("第四条")
def test_the_file_as_issued_is_in_every_backup_and_looked_at_by_the_check_up(after_the_week: Office) -> None:
    core = after_the_week.core
    core.editions.issue(after_the_week.clerk, WEEK, signer="陈静")
    (edition,) = core.editions.of(WEEK)
    assert not any("多余文件" in hint.what for hint in core.checkup.check().hints)
    made = core.backing.back_up()
    core.blobs.path_of(edition.sha256).unlink()
    (finding,) = core.checkup.check().findings
    assert finding.what == "附件缺失" and finding.where.startswith("签发的台账“")
    paths, clock = core.paths, after_the_week.clock
    core.close()
    Restore(paths, clock).restore(SYSTEM, made.path, reason="找回台账")
    assert Blobs(paths.evidence).read(edition.sha256)
