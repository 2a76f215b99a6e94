"""Figures over time: growth an hour, and from which reading on they spoke for another level (第七条)."""

from datetime import timedelta

import pytest

from tests.walk import Office
from yuqing_desktop.core import Core
from yuqing_desktop.domain.figures import HIDDEN, at_least, number
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import FigureReading
from yuqing_desktop.domain.vocabulary import Level


def read(core: Core, office: Office, item: Item, **figures: object) -> None:
    core.register.read_figures(office.clerk, item.id, FigureReading(**figures))  # type: ignore[arg-type]


@pytest.mark.article("第七条")
def test_growth_is_counted_from_the_reading_before_and_an_hour(office: Office) -> None:
    item = office.register(reads=number(1000), forwards=number(10), replies=HIDDEN)
    office.pass_time(hours=2)
    read(office.core, office, item, reads=number(5000), forwards=HIDDEN, replies=number(7))
    office.pass_time(minutes=30)
    read(office.core, office, item, reads=at_least(100_000), forwards=number(35), replies=number(9))
    first, second, third = office.core.readings.series(item.id).points
    assert first.first and not second.first and first.growth == ()
    (grown,) = second.growth
    assert (grown.count, grown.gained, grown.per_hour) == ("reads", 4000, 2000.0)
    assert {one.count: (one.gained, one.per_hour) for one in third.growth} == {
        "forwards": (25, 10.0),
        "replies": (2, 4.0),
    }


def test_the_proposal_follows_the_latest_figures_and_says_since_when(office: Office) -> None:
    item = office.assess(office.register(reads=number(1000)), Level.ORDINARY)
    office.pass_time(hours=1)
    read(office.core, office, item, reads=number(60_000))
    risen = office.clock.now()
    office.pass_time(hours=1)
    read(office.core, office, item, forwards=number(20))
    series = office.core.readings.series(item.id)
    assert series.proposal.level is Level.IMPORTANT and series.outgrown
    assert "阅读数60000" in series.proposal.reasons[0]
    assert [(rise.at, rise.level) for rise in series.rises] == [(risen, Level.IMPORTANT)]


def test_readings_stand_in_the_order_of_their_time(office: Office) -> None:
    item = office.register(reads=number(1))
    now = office.pass_time(hours=5)
    read(office.core, office, item, reads=number(9))
    read(office.core, office, item, reads=number(4), read_at=now - timedelta(hours=2))
    assert [point.reads.value for point in office.core.readings.series(item.id).points] == [1, 4, 9]
