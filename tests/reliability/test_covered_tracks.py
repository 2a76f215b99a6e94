"""Whoever changes a row and has the program write over it, or puts it back after use, is found (第十三条)."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.bureau import CHEAP, password_of
from tests.reliability.place import PNG, START, Place, forge, insert, rewrite
from tests.reliability.tampering import FOREIGN, GONE, LOST, ROW
from tests.walk import Office
from tools import verify
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core, open_core
from yuqing_desktop.domain.approval import fingerprint
from yuqing_desktop.domain.findings import Report
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.reply import Published
from yuqing_desktop.storage import passwords
from yuqing_desktop.storage.checks import everything

pytestmark = pytest.mark.article("第十三条")


OPEN = 4
"""The item that is registered and no more: it can be edited."""


def edit_notes(core: Core) -> None:
    office = Office(core, core.clock)  # type: ignore[arg-type]
    core.register.edit(office.clerk, OPEN, {"notes": "补记"})


def whats(report: Report) -> set[str]:
    return {one.what for one in report.findings}


def verified(place: Place) -> set[str]:
    return {one["what"] for one in verify.look(place.data / "registry.db", place.data / "blobs")["findings"]}


def test_a_changed_row_is_found_after_the_program_wrote_over_it(place: Place) -> None:
    (written,) = place.database.execute("SELECT max(id) FROM event WHERE item_id = ?", (OPEN,)).fetchone()
    place.sql("UPDATE item SET replies = 1 WHERE id = ?", OPEN)
    place.act(edit_notes)
    number = place.last()
    (finding,) = place.look().findings
    assert (finding.what, finding.event) == (ROW, written)
    assert finding.where == f"事项（item {OPEN}），第{number}号操作之前"
    assert verified(place) == {ROW}


def test_a_row_put_there_is_found_after_the_program_wrote_over_it(place: Place) -> None:
    place.sql("INSERT INTO setting (name, value) VALUES ('hours', '{}')")
    place.act(
        lambda core: core.store.perform(SYSTEM, "settings", lambda work: work.put_setting("hours", "[]"))
    )
    assert whats(place.look()) == verified(place) == {"程序之外添加的记录"}


def test_a_deleted_row_is_found_after_its_number_was_given_again(place: Place) -> None:
    place.sql("DELETE FROM evidence WHERE id = (SELECT max(id) FROM evidence)")
    place.act(lambda core: core.attachments.attach_bytes(core.entrance.actor_named("张敏"), 1, "图.png", PNG))
    assert whats(place.look()) == verified(place) == {GONE}


def test_a_password_put_there_for_one_sign_in_and_back_again_is_found(place: Place) -> None:
    old = place.one("SELECT secret FROM credential WHERE id = 2")
    name = place.one(
        "SELECT name FROM person JOIN credential ON person_id = person.id WHERE credential.id = 2"
    )
    place.sql("UPDATE credential SET secret = ? WHERE id = 2", passwords.hashed("attackers-word", CHEAP))
    place.act(lambda core: core.accounts.sign_in(name, "attackers-word"))
    place.sql("UPDATE credential SET secret = ? WHERE id = 2", old)
    assert any(one.where.startswith("登录凭据（credential 2），第") for one in place.look().findings)
    assert verified(place) == {ROW}


def test_a_role_put_there_for_one_sign_in_and_away_again_is_found(place: Place) -> None:
    person = place.one("SELECT id FROM person WHERE name = '陈静'")
    post = insert(place, "post", {**place.row("post", 1), "person_id": person, "role": "auditor"})
    place.act(lambda core: core.accounts.sign_in("陈静", password_of("陈静")))
    place.sql("DELETE FROM post WHERE id = ?", post["id"])
    assert whats(place.look()) == verified(place) == {"程序之外添加的记录"}


@pytest.mark.parametrize("which", ["office", "profiles"])
def test_a_setting_changed_for_one_session_and_back_again_is_found(place: Place, which: str) -> None:
    """Limits put off, or an approval no longer asked for: an existing setting, and one that was the factory's."""
    old = place.row("setting", 1)
    if which == "office":
        place.sql("UPDATE setting SET value = '{\"interim_needs_nod\": false}' WHERE id = 1")
    else:
        place.sql("INSERT INTO setting (name, value) VALUES ('profiles', '[]')")
    place.act(lambda core: core.accounts.sign_in("陈静", password_of("陈静")))
    place.sql("UPDATE setting SET value = ? WHERE id = 1", old["value"])
    place.sql("DELETE FROM setting WHERE name = 'profiles'")
    words = ROW if which == "office" else "程序之外添加的记录"
    assert whats(place.look()) == verified(place) == {words}


def test_what_was_done_while_the_accounts_were_hidden_is_found(place: Place) -> None:
    place.sql("CREATE TABLE aside AS SELECT * FROM credential")
    place.sql("DELETE FROM credential")
    place.act(edit_notes)
    place.sql("INSERT INTO credential SELECT * FROM aside")
    place.sql("DROP TABLE aside")
    assert whats(place.look()) == {FOREIGN}


def test_what_was_done_while_the_registry_passed_for_a_sample_is_found(place: Place) -> None:
    place.sql("INSERT INTO setting (name, value) VALUES ('sample', '1')")
    place.act(edit_notes)
    place.sql("DELETE FROM setting WHERE name = 'sample'")
    assert whats(place.look()) == {FOREIGN}


def test_an_older_copy_with_a_forged_restore_is_found(place: Place) -> None:
    lost = place.last()
    place.put_back_the_older_copy()
    detail = f'{{"kept_event":{place.last()},"lost_event":{lost + 100}}}'
    at = place.one("SELECT max(at) FROM event")
    forge(place, "settings", act="restore_backup", at=at, detail=detail)
    (finding,) = place.look().findings
    assert (finding.what, finding.event) == (FOREIGN, int(finding.where.strip("第号")))


def test_an_older_copy_behind_a_link_is_found(place: Place) -> None:
    place.database.close()
    shutil.rmtree(place.data)
    place.data.symlink_to(place.older, target_is_directory=True)
    assert LOST in whats(place.look())


def test_the_whole_history_under_another_name_is_found(place: Place) -> None:
    uid = place.one("SELECT uid FROM registry")
    place.sql("UPDATE registry SET uid = ?", "0" * 32)
    rewrite(place, 1, lambda event: event.update(detail=event["detail"].replace(uid, "0" * 32)))
    assert LOST in whats(place.look())


def test_an_older_copy_without_this_computers_memory_is_found_by_its_backups(place: Place) -> None:
    place.act(lambda core: core.backing.back_up())
    place.put_back_the_older_copy()
    shutil.rmtree(place.workstation)
    assert whats(place.look()) == {"备份中的留痕摘要与登记簿不符"}


def test_an_older_copy_with_nothing_left_beside_it_is_found_by_the_second_place(
    place: Place, tmp_path: Path
) -> None:
    place.act(
        lambda core: core.settings.change(core.entrance.actor_named("张敏"), {"second_place": str(tmp_path)})
    )
    shutil.copyfile(place.data / "registry.db", place.older / "registry.db")
    place.act(edit_notes)
    place.act(lambda core: core.backing.back_up_second_if_due())
    place.put_back_the_older_copy()
    shutil.rmtree(place.workstation)
    assert whats(place.look()) == {"备份中的留痕摘要与登记簿不符"}


def test_what_was_found_under_later_acts_is_put_on_the_record_by_the_auditor(place: Place) -> None:
    place.sql("UPDATE item SET replies = 1 WHERE id = ?", OPEN)
    place.act(edit_notes)
    place.act(lambda core: core.checkup.acknowledge(core.entrance.actor_named("徐洁"), "维护时误操作"))
    assert place.look().ok
    assert verified(place) == set()


def approved(place: Place) -> tuple[int, str]:
    """An item that waits for its reply, and the words agreed to."""
    item_id = place.one("SELECT id FROM item WHERE status = 'approved'")
    return item_id, place.one(f"SELECT text FROM draft WHERE item_id = {item_id} ORDER BY serial DESC")


def reply(place: Place, item_id: int, text: str) -> None:
    def do(core: Core) -> None:
        (account, *_) = core.replying.accounts_for(core.registry.item(item_id))
        core.replying.reply(core.entrance.actor_named("张敏"), item_id, Published(account.id, text))

    place.act(do)


def test_words_put_into_an_approval_for_one_reply_and_back_again_are_found(place: Place) -> None:
    item_id, agreed = approved(place)
    for text in ("另一段话。", agreed):
        sha256 = fingerprint(text)
        place.sql("UPDATE draft SET text = ?, sha256 = ? WHERE item_id = ?", text, sha256, item_id)
        place.sql("UPDATE consent SET text_sha256 = ? WHERE item_id = ?", sha256, item_id)
        if text != agreed:
            reply(place, item_id, text)
    assert whats(place.look()) == verified(place) == {ROW}


def test_an_account_certified_for_one_reply_and_back_again_is_found(place: Place) -> None:
    item_id, agreed = approved(place)
    until = place.one("SELECT valid_until FROM account WHERE id = 1")
    place.sql("UPDATE account SET valid_until = '2099-01-01' WHERE id = 1")
    reply(place, item_id, agreed)
    place.sql("UPDATE account SET valid_until = ? WHERE id = 1", until)
    assert whats(place.look()) == verified(place) == {ROW}


def test_a_change_that_lies_in_the_journal_beside_a_copy_is_found(place: Place, tmp_path: Path) -> None:
    place.sql("PRAGMA journal_mode = WAL")
    place.sql("PRAGMA wal_autocheckpoint = 0")
    place.sql("UPDATE item SET title = '改过的标题' WHERE id = 1")
    shutil.copytree(place.data, tmp_path / "copy")
    copy = tmp_path / "copy" / "registry.db"
    assert [one["what"] for one in verify.look(copy, copy.parent / "blobs")["findings"]] == [ROW]
    assert whats(everything.verify_copy(copy, copy.parent / "blobs")) >= {ROW}


def test_one_registry_under_two_names_is_found(place: Place, tmp_path: Path) -> None:
    place.database.close()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "registry.db").hardlink_to(place.data / "registry.db")
    core = open_core(Paths(tmp_path / "other", place.workstation), FixedClock(START + timedelta(days=1)))
    edit_notes(core)
    core.close()
    assert whats(place.look()) == {FOREIGN}


def test_an_item_reopened_in_the_minute_of_its_reply_has_no_finding(place: Place) -> None:
    item_id, agreed = approved(place)
    reply(place, item_id, agreed)
    place.act(
        lambda core: core.closing.reopen(core.entrance.actor_named("张敏"), item_id, reason="又有新情况")
    )
    assert whats(place.look()) == verified(place) == set()
