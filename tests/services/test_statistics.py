"""The statistics page counts in the database what the ledger counts item by item."""

from datetime import date

import pytest

from tests.walk import Office
from yuqing_desktop.domain.overview import steps, tally
from yuqing_desktop.domain.periods import Period, month_of, week_of, year_of
from yuqing_desktop.domain.statistics import Share, median_hours
from yuqing_desktop.domain.vocabulary import Decision, DutyKind, Level, Role, Status
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.approve import Opinion


@pytest.fixture
def month(office: Office) -> Office:
    """Items of a month in many states, some late."""
    for at, status in enumerate(
        (Status.CLOSED, Status.RECEIVED, Status.HANDLED, Status.REGISTERED, Status.APPROVED)
    ):
        level = Level.IMPORTANT if at == 2 else Level.ORDINARY
        office.item_at(status, level)
        office.pass_time(days=3, hours=at % 3)
    return office


def _go_round_again(office: Office) -> None:
    """One item answered and reopened, one fed back late and sent back, one kept too long by two sections in turn."""
    core = office.core
    core.closing.reopen(office.clerk, office.item_at(Status.REPLIED).id, reason="网民说没有解决")
    back = office.item_at(Status.RECEIVED)
    office.pass_time(days=2)
    office.handle(back)
    returned = Opinion(Role.DEPUTY, Decision.RETURN, office.deputy.person_id, opinion="请写明原因")
    core.approve.decide(office.deputy, back.id, returned)
    office.handle(core.registry.item(back.id))
    moved = office.item_at(Status.RECEIVED)
    office.pass_time(days=2)
    office.handle(moved)
    core.approve.decide(office.deputy, moved.id, returned)
    core.transfer.refuse(office.section, moved.id, by="李强", reason="不属本科室")
    office.transfer(core.registry.item(moved.id), "数据安全科")
    office.pass_time(days=3)


@pytest.mark.article("第五条")
def test_what_went_round_again_is_counted_alike_and_stays_with_the_section_that_was_late(
    office: Office,
) -> None:
    _go_round_again(office)
    week = week_of(date(2026, 11, 24))
    counted, figures = office.core.statistics.overview(week), office.core.ledger.report(week).figures
    assert dict(counted.clocks)[DutyKind.FIRST_REPLY].share == figures.first_reply == Share(1, 4)
    late = {one.section: (one.sent, one.on_time, one.late) for one in figures.sections}
    assert late == {"政务服务科": (3, 2, 2), "数据安全科": (1, 0, 0)}
    assert {name: (one.on_time, one.late) for name, one in counted.sections} == {"政务服务科": (2, 2)}
    medians = {one.section: one.median_hours for one in figures.sections if one.on_time + one.late}
    assert {name: one.median_hours for name, one in counted.sections} == medians


@pytest.mark.article("第四条")
def test_both_ways_of_counting_agree(month: Office) -> None:
    for period in (week_of(date(2026, 11, 30)), month_of(date(2026, 12, 1)), year_of(date(2026, 12, 1))):
        counted = month.core.statistics.overview(period)
        report = month.core.ledger.report(period)
        figures = report.figures
        assert (counted.registered, counted.before) == (figures.registered, figures.before)
        assert counted.carried == len(report.carried)
        assert counted.by_need == figures.by_need
        assert counted.by_level == figures.by_level
        assert counted.by_kind == figures.by_kind
        assert dict(counted.by_platform) == dict(figures.by_platform)
        assert (counted.interim_debts, counted.overdue) == (len(figures.interim_debts), len(figures.overdue))
        assert dict(counted.clocks)[DutyKind.FIRST_REPLY].share == figures.first_reply
        sections = {
            one.section: (one.on_time, one.late) for one in figures.sections if one.on_time + one.late
        }
        assert {
            name: (one.on_time, one.late) for name, one in counted.sections if one.on_time + one.late
        } == sections


def test_the_trend_adds_up(month: Office) -> None:
    for period in (
        month_of(date(2026, 11, 1)),
        Period(date(2026, 9, 1), date(2026, 12, 31)),
        year_of(date(2026, 1, 1)),
    ):
        counted = month.core.statistics.overview(period)
        assert sum(number for _, number in counted.trend) == counted.registered
        assert steps(period)[0][1] == period.first and steps(period)[-1][2] == period.last


def test_a_tally_gives_median_and_ninetieth_percentile_in_hours() -> None:
    rows = [
        (True, False, False, 60, 8),
        (True, True, False, 600, 2),
        (False, True, True, None, 1),
        (False, False, True, None, 3),
    ]
    counted = tally(rows)
    assert (counted.on_time, counted.late, counted.waiting) == (8, 3, 3)
    assert (counted.median_hours, counted.p90_hours) == (1.0, 10.0)
    assert counted.share.share == 8 / 11


@pytest.mark.parametrize(
    ("counted", "hours"),
    [([], None), ([(12, 1)], 0.2), ([(0, 2), (840, 2)], 7.0), ([(6, 3), (600, 2)], 0.1), ([(6, 1), (18, 1)], 0.2)],
)  # fmt: skip
def test_the_median_lies_between_the_two_in_the_middle(
    counted: list[tuple[int, int]], hours: float | None
) -> None:
    assert median_hours(counted) == hours


def test_two_years_are_the_most(office: Office) -> None:
    with pytest.raises(BadInput):
        office.core.statistics.overview(Period(date(2020, 1, 1), date(2026, 1, 1)))
    assert office.core.statistics.overview(week_of(date(2026, 11, 23))).growth is None
    assert DutyKind.FEEDBACK.is_sections
