"""A made-up year: believable, in every state, the same for the same seed, and in the order of time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Consent, Slip
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, Level, Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Refused

NOW = datetime(2026, 11, 24, 10, 40, tzinfo=SHANGHAI)


def made(folder: Path, items: int, seed: int = 1) -> Core:
    core = open_core(Paths(folder), FixedClock(NOW))
    core.sample.fill(items, seed=seed)
    return core


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    core = made(tmp_path_factory.mktemp("year"), 340)
    yield core
    core.close()


def test_every_state_is_there(year: Core) -> None:
    found = year.store.find(Item)
    assert len(found) == 340
    assert {item.status for item in found} == set(Status)
    assert {item.level for item in found if item.level} >= {Level.ORDINARY, Level.IMPORTANT}
    assert any(item.interim_at and not item.replied_at for item in found)
    assert all(year.registry.count(filter_) > 0 for filter_ in (
        Filter(overdue=True), Filter(due_today=True), Filter(interim_debt=True), Filter(trashed=True),
    ))  # fmt: skip


def test_the_side_ways_are_there(year: Core) -> None:
    consents, slips = year.store.find(Consent), year.store.find(Slip)
    assert any(consent.decision is Decision.RETURN for consent in consents)
    assert any(consent.kind is ConsentKind.PAPER for consent in consents)
    assert any(slip.refused_at for slip in slips) and any(slip.assisting for slip in slips)
    assert any(item.reported_up_at for item in year.store.find(Item))


def test_it_is_spread_over_a_year_in_office_hours(year: Core) -> None:
    moments = [item.registered_at for item in year.store.find(Item)]
    calendar = year.settings.rules().calendar
    assert all(moment and calendar.is_open(moment) for moment in moments)
    assert NOW - timedelta(days=366) < min(filter(None, moments)) < NOW - timedelta(days=330)
    assert max(filter(None, moments)) <= NOW


def test_numbers_and_events_follow_the_order_of_time(year: Core) -> None:
    found = year.store.find(Item)
    moments = [item.registered_at for item in found]
    assert moments == sorted(filter(None, moments))
    at = [row[0] for row in year.store.database.rows("SELECT at FROM event ORDER BY id")]
    assert at == sorted(at)
    this_year = [item.number for item in found if item.number.startswith("YQ-2026-")]
    assert this_year == [f"YQ-2026-{serial:04d}" for serial in range(1, len(this_year) + 1)]


def test_texts_differ(year: Core) -> None:
    summaries = {item.summary for item in year.store.find(Item)}
    assert len(summaries) >= 335


def test_it_is_marked_as_a_sample(year: Core) -> None:
    assert year.settings.is_sample()


def test_the_same_seed_gives_the_same_items(tmp_path: Path) -> None:
    first, second, other = (
        made(tmp_path / "a", 30),
        made(tmp_path / "b", 30),
        made(tmp_path / "c", 30, seed=2),
    )
    try:
        assert first.store.find(Item) == second.store.find(Item)
        assert first.store.find(Consent) == second.store.find(Consent)
        assert [item.title for item in first.store.find(Item)] != [
            item.title for item in other.store.find(Item)
        ]
    finally:
        for core in (first, second, other):
            core.close()


def test_a_registry_that_holds_anything_is_left_alone(year: Core) -> None:
    head = year.store.head()
    with pytest.raises(Refused, match="已有数据"):
        year.sample.fill(5, seed=1)
    assert year.store.head() == head
