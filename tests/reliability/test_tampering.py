"""Tampering is found, named and dated; what the program itself wrote is not taken for tampering (第十三条)."""

import contextlib
import os
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests import acts
from tests.bureau import Bureau
from tests.reliability.place import PNG, START, Place
from tests.reliability.tampering import BY_THE_PROGRAM_ALONE, FOREIGN, TAMPERINGS
from tests.reliability.tampering_deeper import DEEPER
from tests.walk import Office
from tools import verify
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain import workflow
from yuqing_desktop.domain.findings import Report
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import CommentKind, Level
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Problem
from yuqing_desktop.services.desk import facts_of
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.storage.checks import table_rows

EVERY = TAMPERINGS | DEEPER
HISTORIES = int(os.environ.get("YUQING_HISTORIES", "25"))


def test_an_untouched_registry_has_no_finding(place: Place) -> None:
    assert place.look().findings == ()
    assert verify.look(place.data / "registry.db", place.data / "blobs")["findings"] == []


@pytest.mark.article("第十三条")
@pytest.mark.parametrize("name", EVERY)
def test_tampering_is_found(place: Place, name: str) -> None:
    tamper, words = EVERY[name]
    tamper(place)
    place.database.close()
    report = place.look()
    assert any(words in finding.what for finding in report.findings), report.findings
    assert all(finding.advice for finding in report.findings)
    found = verify.look(place.data / "registry.db", place.data / "blobs")["findings"]
    assert {(one["what"], one["where"], one["since"]) for one in found} == evidence(report)


def evidence(report: Report) -> set[tuple[str, str, str]]:
    """What a verifier without the program and without the workstation's memory finds too."""
    return {
        (one.what, one.where, one.since)
        for one in report.findings
        if not f"{one.what}：{one.where}".startswith(BY_THE_PROGRAM_ALONE)
    }


def test_there_are_at_least_forty_tamperings() -> None:
    assert len(TAMPERINGS) >= 40


@pytest.mark.parametrize(
    ("name", "event"),
    [("event's person", 10), ("event hashed anew", 11), ("event deleted", 10), ("event's time", 10)],
)
def test_the_first_bad_event_is_named(place: Place, name: str, event: int) -> None:
    TAMPERINGS[name][0](place)
    place.database.close()
    first = place.look().first
    assert first is not None
    assert first.event == event
    assert first.since.startswith(f"第{event}号")


def test_a_changed_row_is_dated_by_the_last_event_that_wrote_it(place: Place) -> None:
    place.sql("UPDATE item SET title = '无事' WHERE id = 1")
    (event,) = place.database.execute(
        "SELECT max(id) FROM event WHERE item_id = 1 AND act = 'close'"
    ).fetchone()
    place.database.close()
    (finding,) = (one for one in place.look().findings if one.what == "记录被改动")
    assert finding.event == event
    assert finding.where == "事项（item 1）YQ-2026-0001"


@pytest.mark.article("第十三条")
def test_a_head_typed_from_paper_finds_an_older_copy_on_another_computer(
    place: Place, tmp_path: Path
) -> None:
    place.database.close()
    core = open_core(Paths(place.data, place.workstation), FixedClock(START + timedelta(days=1)))
    head = core.store.head()
    assert core.checkup.check(typed_head=head).ok
    core.close()
    other = open_core(Paths(place.older, tmp_path / "other"), FixedClock(START + timedelta(days=1)))
    assert other.checkup.check().ok
    assert not other.checkup.check(typed_head=head).ok
    other.close()
    assert not verify.look(place.older / "registry.db", place.older / "blobs", head)["ok"]


def test_a_clock_put_back_is_found(place: Place) -> None:
    place.database.close()
    core = open_core(Paths(place.data, place.workstation), FixedClock(START - timedelta(days=2)))
    office = Office(core, core.clock)  # type: ignore[arg-type]
    office.register(title="时钟拨回后登记", published_at=None)
    found = [one.what for one in core.checkup.check().findings]
    core.close()
    assert found == ["时间倒退"]


def test_why_a_clock_was_put_back_goes_on_the_record(place: Place) -> None:
    place.database.close()
    core = open_core(Paths(place.data, place.workstation), FixedClock(START - timedelta(days=2)))
    office = Office(core, core.clock)  # type: ignore[arg-type]
    office.register(title="时钟拨回后登记", published_at=None)
    core.checkup.acknowledge(office.actor("徐洁"), "主板电池没电，已更换")
    assert core.checkup.check().ok
    core.close()
    assert verify.look(place.data / "registry.db", place.data / "blobs")["ok"]


def test_what_was_found_stays_found_until_an_auditor_puts_it_on_the_record(place: Place) -> None:
    TAMPERINGS["role added, with an event"][0](place)
    place.database.close()
    assert not place.look().ok
    core = open_core(Paths(place.data, place.workstation), FixedClock(START + timedelta(days=1)))
    office = Office(core, core.clock)  # type: ignore[arg-type]
    office.register(title="之后登记的")
    assert [one.what for one in core.checkup.check().findings] == [FOREIGN]
    with pytest.raises(Problem, match="须由审计员"):
        core.checkup.acknowledge(office.clerk, "已查明")
    core.checkup.acknowledge(office.actor("徐洁"), "已查明：系统维护时误操作")
    assert core.checkup.check().ok
    core.close()


def test_the_verifier_knows_every_table_by_the_same_word() -> None:
    assert verify.WORDS == table_rows.WORDS
    assert verify.NOT_AUDITED == table_rows.NOT_AUDITED


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_clean_random_histories_have_no_finding(seed: int, tmp_path: Path) -> None:
    paths, clock = Paths(tmp_path / "data", tmp_path / "workstation"), FixedClock(START)
    core = open_core(paths, clock)
    core.store.database.connection.execute("PRAGMA synchronous = OFF")
    core.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1), sample=bool(seed % 2))
    bureau = Bureau(core, clock)
    if not seed % 2:
        bureau.certify("微博")
    live(bureau, random.Random(seed))
    assert core.checkup.check().findings == ()
    core.close()
    assert verify.look(paths.database, paths.evidence)["findings"] == []


def live(office: Bureau, chance: random.Random) -> None:
    """A few dozen acts by anyone on anything; what is refused is part of the history."""
    people = [person.name for person in office.core.people.people()]
    items = [office.register().id, office.register().id]
    for _ in range(chance.randrange(20, 60)):
        office.pass_time(minutes=chance.randrange(1, 600))
        if chance.random() < 0.1:
            items.append(office.register().id)
        item = office.core.registry.item(chance.choice(items))
        actor = office.actor(chance.choice(people))
        way = workflow.next_act(item) if chance.random() < 0.6 else None
        offers = workflow.offers(item, actor, facts_of(office.core.store, item))
        act = way or chance.choice([offer.act for offer in offers if offer.allowed] or [offers[0].act])
        doer = office.clerk if way else actor
        step(office, chance, item, act, doer)


def step(office: Bureau, chance: random.Random, item: Item, act: object, doer: object) -> None:
    into = office.core.registry.item(1).number
    try:
        acts.do(
            office, act, doer, item, level=chance.choice(list(Level)), kind=chance.choice(list(CommentKind)),
            text="", into=into,
        )  # type: ignore[arg-type]  # fmt: skip
    except Problem:
        return
    if chance.random() < 0.1:
        content = PNG + str(item.id).encode()
        with contextlib.suppress(Problem):  # it may lie in the trash by now
            office.core.attachments.attach_bytes(office.clerk, item.id, "图.png", content)
