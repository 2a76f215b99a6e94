"""deadline."""

from pathlib import Path

import pytest

from tests.commands.conftest import Program


@pytest.mark.article("第十二条")
def test_the_due_time_comes_with_its_arithmetic_and_without_a_registry(
    program: Program, tmp_path: Path
) -> None:
    said = program("deadline", "--from", "2026-02-13T16:30", "--json", "--data", tmp_path / "none")
    assert said.code == 0 and not (tmp_path / "none").exists()
    (found,) = said.json
    assert set(found) == {"from", "due", "rule", "assumed_year", "steps"}
    assert found["from"] == "2026-02-13T16:30:00+08:00"
    assert found["due"] == "2026-02-14T17:30:00+08:00"  # a worked Saturday
    assert found["rule"] == "first_reply" and found["assumed_year"] is False and len(found["steps"]) == 2


def test_many_moments_may_follow_one_flag_or_each_have_its_own(program: Program) -> None:
    moments = ("2026-11-20T17:00", "2026-11-21T09:00", "2026-12-31T09:00+08:00")
    one = program("deadline", "--from", *moments, "--json").json
    each = program("deadline", *(part for moment in moments for part in ("--from", moment)), "--json").json
    assert one == each and len(one) == 3
    assert [found["assumed_year"] for found in one] == [False, False, True]


def test_another_zone_is_brought_to_shanghai(program: Program) -> None:
    (found,) = program("deadline", "--from", "2026-11-24T02:00:00Z", "--json").json
    assert found["from"] == "2026-11-24T10:00:00+08:00"


def test_a_rule_by_its_name_in_either_tongue(program: Program) -> None:
    english = program("deadline", "--from", "2026-11-24T10:00", "--rule", "report_up", "--json").json
    chinese = program("deadline", "--from", "2026-11-24T10:00", "--rule", "报告市委宣传部", "--json").json
    assert english == chinese and english[0]["due"] == "2026-11-24T10:30:00+08:00"


def test_a_registry_is_asked_for_its_own_rules(program: Program, data: Path) -> None:
    here = program("deadline", "--from", "2026-11-24T10:00", "--data", data, "--json")
    assert here.code == 0 and here.json[0]["due"] == "2026-11-25T17:30:00+08:00"


def test_a_day_no_calendar_reaches_is_refused(program: Program) -> None:
    said = program("deadline", "--from", "1900-01-01", "--json")
    assert said.code == 1 and "超出可推算的范围" in said.json["refused"]
