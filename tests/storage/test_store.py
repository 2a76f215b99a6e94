"""One door for writing: one transaction, one event, one outcome an act, and nothing by halves."""

import contextlib
import json
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage import chain
from tests.storage.chain import check_chain
from tests.walk import REPLY, Office
from yuqing_desktop.clock import Clock
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Section
from yuqing_desktop.domain.records import Draft
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import NotFound, Problem, Refused, StaleEdit, Trouble
from yuqing_desktop.services.assess import Assessment
from yuqing_desktop.services.handle import Wording
from yuqing_desktop.storage.audit import Event
from yuqing_desktop.storage.work import UnitOfWork


def events(office: Office) -> list[Event]:
    return chain.events(office.core.store.database)


def everything(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the events, and the search index's size."""
    database = office.core.store.database
    names = [
        name
        for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith(("item_search", "item_vocabulary", "event", "sqlite_"))
    ]
    return {name: database.rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in names}


def test_every_event_is_numbered_without_a_gap_and_chained_to_the_one_before(office: Office) -> None:
    office.item_at(Status.CLOSED)
    with pytest.raises(Refused):
        office.close(office.register())
    check_chain(office.core.store.database)
    assert events(office)[-1].outcome == "refused"


def test_an_event_lists_every_row_the_act_wrote_with_old_and_new(office: Office) -> None:
    item = office.register()
    changes = office.core.assess.assess(
        office.clerk, item.id, Assessment(Level.IMPORTANT, CommentKind.COMPLAINT)
    )
    event = events(office)[-1]
    rows = json.loads(event.rows)
    assert [(row["t"], row["id"]) for row in rows] == [(row.table, row.row_id) for row in changes.rows]
    written = next(row for row in rows if row["t"] == "item")
    assert written["d"]["status"] == ["registered", "assessed"]
    assert written["d"]["level"] == [None, "important"]
    assert (event.person, event.act, event.item_id, event.outcome) == ("张敏", "assess", item.id, "done")


def test_a_refusal_is_an_event_of_its_own_and_changes_nothing_else(office: Office) -> None:
    item = office.item_at(Status.HANDLED)
    before, count = everything(office), len(events(office))
    with pytest.raises(Refused):
        office.reply(item)
    assert everything(office) == before
    refused = events(office)[count:]
    assert [(event.act, event.outcome, event.item_id, event.rows) for event in refused] == [
        ("reply", "refused", item.id, "[]")
    ]
    assert json.loads(refused[0].detail)["article"] == "第十条"


def test_an_edit_of_what_somebody_else_changed_meanwhile_is_stale(office: Office) -> None:
    seen = office.register()
    office.core.register.edit(office.clerk, seen.id, {"notes": "先改"}, version=seen.version)
    with pytest.raises(StaleEdit) as stale:
        office.core.register.edit(office.clerk, seen.id, {"notes": "后改"}, version=seen.version)
    assert "填写的内容还在" in str(stale.value)
    assert office.core.registry.item(seen.id).notes == "先改"


def test_a_versioned_row_is_saved_only_over_the_version_it_was_made_from(office: Office) -> None:
    section = office.core.people.sections()[0]
    renamed = replace(section, name="综合科")
    office.core.people.save(office.clerk, renamed)
    with pytest.raises(StaleEdit):
        office.core.people.save(office.clerk, replace(section, name="秘书科"))


def test_the_same_operation_twice_gives_the_first_outcome_once(office: Office) -> None:
    values = {"title": "预约系统打不开", "platform": "微博"}
    first = office.core.register.register(office.clerk, values, op_id="op-1")
    before, count = everything(office), len(events(office))
    assert office.core.register.register(office.clerk, values, op_id="op-1") == first
    assert office.core.register.register(office.clerk, {"title": "另一件"}, op_id="op-1") == first
    assert everything(office) == before and len(events(office)) == count


@pytest.mark.parametrize("act", ["assess", "edit", "trash"])
def test_the_outcome_is_the_same_again_whatever_the_act_touched(office: Office, act: str) -> None:
    item = office.item_at(Status.REGISTERED)
    core, clerk = office.core, office.clerk

    def go() -> object:
        if act == "assess":
            return core.assess.assess(
                clerk, item.id, Assessment(Level.ORDINARY, CommentKind.GENERAL), op_id="op"
            )
        if act == "edit":
            return core.register.edit(clerk, item.id, {"notes": "记"}, op_id="op")
        return core.register.trash(clerk, item.id, "误录", op_id="op")

    assert go() == go()


def test_an_operation_that_was_refused_may_be_tried_again_under_its_name(office: Office) -> None:
    item = office.item_at(Status.REPLIED, Level.IMPORTANT)
    close = office.core.closing.close
    with pytest.raises(Refused):
        close(office.clerk, item.id, outcome="已回复", op_id="op-close")
    office.report_up(item)
    assert (
        office.item(close(office.clerk, item.id, outcome="已回复", op_id="op-close")).status is Status.CLOSED
    )


def test_an_act_that_breaks_half_way_leaves_nothing(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    before, told = everything(office), events(office)

    def breaks(work: UnitOfWork) -> None:
        work.next_number("item", 2026)
        work.save(item, replace(item, title="改了一半的标题"))
        work.add(Draft(item_id=item.id, text=REPLY))
        work.put_setting("office", "{}")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        office.core.store.perform(office.clerk, Act.EDIT, breaks)
    assert everything(office) == before and events(office) == told
    assert len(office.core.registry.search("改了一半")) == 0
    assert office.register().number == "YQ-2026-0002"


def test_a_failed_act_among_many_leaves_the_others(office: Office) -> None:
    with office.core.store.many():
        first = office.register()
        with pytest.raises(Refused):
            office.close(first)
        second = office.register()
    assert [first.number, second.number] == ["YQ-2026-0001", "YQ-2026-0002"]
    assert [event.outcome for event in events(office)[-3:]] == ["done", "refused", "done"]


def test_many_acts_are_kept_together_or_not_at_all(office: Office) -> None:
    before, told = everything(office), events(office)
    with contextlib.suppress(ZeroDivisionError), office.core.store.many():
        office.register()
        raise ZeroDivisionError
    assert everything(office) == before and events(office) == told


def test_what_is_not_yet_kept_is_seen_by_nobody_else(office: Office) -> None:
    seen: list[int] = []
    with office.core.store.many():
        office.register()
        other = threading.Thread(target=lambda: seen.append(office.core.registry.count(Filter())))
        other.start()
        other.join()
        assert office.core.registry.count(Filter()) == 1
    assert seen == [0]


def test_a_reader_cannot_write(office: Office) -> None:
    with pytest.raises(Problem):
        office.core.store.database.rows("DELETE FROM item")
    with pytest.raises(Trouble, match="写入中断"):
        office.core.store.database.execute("DELETE FROM item")


@contextlib.contextmanager
def full_disk(office: Office) -> Iterator[None]:
    """The file may not grow any more, as on a full disk."""
    connection = office.core.store.database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    yield
    connection.execute("PRAGMA max_page_count = 1073741823")


def test_a_full_disk_is_said_in_words_and_loses_nothing(office: Office) -> None:
    kept = office.item_at(Status.RECEIVED)
    office.core.store.database.connection.execute("VACUUM")
    before, told = everything(office), events(office)
    with full_disk(office):
        with pytest.raises(Trouble) as trouble:
            office.register(content="很长的原文。" * 4000)
        assert "磁盘已满" in trouble.value.what
        assert "没有丢失" in trouble.value.kept and trouble.value.advice
        assert everything(office) == before and events(office) == told
    assert office.register().number == "YQ-2026-0002"
    assert office.handle(kept).status is Status.HANDLED


def test_after_a_full_disk_ended_the_transaction_no_statement_slips_through(office: Office) -> None:
    office.core.store.database.connection.execute("VACUUM")
    before = everything(office)

    def hides_the_failure(work: UnitOfWork) -> None:
        with contextlib.suppress(Exception):
            work.add(Item(number="YQ-2026-9999", content="很长的原文。" * 5000))
        work.add(Section(name="不该存在的科室"))

    with full_disk(office), pytest.raises(Trouble):
        office.core.store.perform(office.clerk, Act.EDIT, hides_the_failure)
    assert everything(office) == before


def test_another_process_holding_the_file_is_said_in_words(office: Office) -> None:
    office.core.store.database.connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(office.core.paths.database)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Trouble, match="正被另一操作占用"):
        office.register()
    other.rollback()
    other.close()
    assert office.register().number == "YQ-2026-0001"


def test_a_second_process_is_refused_while_the_first_has_the_registry(office: Office) -> None:
    with pytest.raises(Trouble, match="另一个窗口或程序"):
        open_core(office.core.paths, office.clock)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="permissions are tried as another user, in a fork")
def test_a_read_only_folder_is_said_in_words(clock: Clock) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        folder.chmod(0o555)
        told = said_as_nobody(folder / "data", clock)
        folder.chmod(0o755)
    assert "无法写入" in told and "权限" in told


def said_as_nobody(data: Path, clock: Clock) -> str:
    """What opening says to a user who may not write there (root may write anywhere)."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setuid(65534)
        try:
            open_core(Paths(data, data), clock)
            words = "opened"
        except Problem as problem:
            words = str(problem)
        os.write(writing, words.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        told = answer.read().decode()
    os.waitpid(child, 0)
    return told


def test_what_is_not_there_is_said_in_words(office: Office) -> None:
    with pytest.raises(NotFound, match="没有编号为"):
        office.core.registry.by_number("999")
    with pytest.raises(NotFound, match="没有找到这条事项"):
        office.core.registry.item(999)


def test_a_form_being_typed_is_kept_without_an_event_and_forgotten_when_saved(office: Office) -> None:
    count = len(events(office))
    forms = office.core.forms
    forms.keep("register", office.clerk, {"title": "写到一半"})
    forms.keep("register", office.clerk, {"title": "写到一半多"})
    forms.keep("assess", office.clerk, {"reason": "x"}, item_id=7)
    assert forms.kept("register", office.clerk) == {"title": "写到一半多"}
    assert forms.kept("register", office.deputy) == {}
    forms.forget("register", office.clerk)
    assert forms.kept("register", office.clerk) == {}
    assert forms.kept("assess", office.clerk, item_id=7) == {"reason": "x"}
    for senseless in ("{", "[1]"):
        office.core.store.save_form("assess", office.clerk.person_id, 7, senseless)
        assert forms.kept("assess", office.clerk, item_id=7) == {}
    assert len(events(office)) == count


def test_amending_to_the_same_text_is_no_change(office: Office) -> None:
    item = office.item_at(Status.HANDLED)
    with pytest.raises(Problem, match="相同"):
        office.core.handle.amend(office.section, item.id, Wording(REPLY), reason="无")
