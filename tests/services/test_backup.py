"""Backups that count, and restores that lose nothing."""

import json
import os
import shutil
import subprocess
import time
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.bureau import Bureau
from tests.walk import Office
from tools import verify
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.domain.records import Evidence
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import BadFile, Refused, Trouble
from yuqing_desktop.services.backup import copied
from yuqing_desktop.services.founding import SAMPLE_MEMBERS
from yuqing_desktop.services.restore import Restore
from yuqing_desktop.storage.backups import Backups

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 1000


@pytest.fixture
def filled(office: Office) -> Office:
    item = office.item_at(Status.CLOSED)
    office.core.attachments.attach_bytes(office.clerk, item.id, "截图.png", PNG)
    return office


def restorer(office: Office) -> Restore:
    return Restore(office.core.paths, office.clock)


def test_a_backup_holds_the_registry_its_attachments_and_a_manifest(filled: Office) -> None:
    made = filled.core.backing.back_up(filled.clerk)
    with zipfile.ZipFile(made.path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        (digest,) = manifest["attachments"]
        assert archive.read(f"blobs/{digest}") == PNG
    assert manifest["counts"]["item"] == 1
    assert (manifest["event"], manifest["sound"]) == (made.event, True)
    assert filled.core.store.head() == made.head


def test_a_restore_brings_back_the_state_of_the_backup_and_keeps_the_present_aside(filled: Office) -> None:
    made = filled.core.backing.back_up(filled.clerk)
    before = filled.core.store.find(Item)
    filled.register(title="备份之后登记的")
    lost = filled.core.store.head()
    filled.core.close()
    done = restorer(filled).restore(SYSTEM, made.path, reason="误操作")
    assert done.aside is not None
    assert (done.aside / "registry.db").is_file()
    core = open_core(filled.core.paths, filled.clock)
    assert core.store.find(Item) == before
    assert core.checkup.check().ok
    assert core.checkup.check(typed_head=lost).ok  # given up on the record, so no tampering
    assert core.attachments.open_copy(core.store.find(Evidence)[0]).read_bytes() == PNG
    core.close()


def test_a_clock_once_put_back_loses_no_later_backup(bureau: Bureau) -> None:
    bureau.register()
    bureau.pass_time(days=-1)
    bureau.register(title="时钟拨回之后登记的")
    made = bureau.core.backing.back_up(bureau.clerk)
    before = bureau.core.store.find(Item)
    bureau.core.close()
    seen = restorer(bureau).preview(made.path)
    assert seen.grave is None
    assert seen.report.first is not None and seen.report.first.what == "时间倒退"
    restorer(bureau).restore(SYSTEM, made.path, reason="误操作")
    core = open_core(bureau.core.paths, bureau.clock)
    assert core.store.find(Item) == before
    core.close()


def test_a_restore_into_an_empty_folder_on_another_computer(filled: Office, tmp_path: Path) -> None:
    made = filled.core.backing.back_up(filled.clerk, to=tmp_path / "usb")
    from yuqing_desktop.paths import Paths

    elsewhere = Paths(tmp_path / "elsewhere", tmp_path / "other")
    assert Restore(elsewhere, filled.clock).restore(SYSTEM, made.path).aside is None
    core = open_core(elsewhere, filled.clock)
    assert core.checkup.check().ok
    assert core.store.find(Item) == filled.core.store.find(Item)
    core.close()


def test_a_sealed_backup_opens_with_its_password_only(filled: Office) -> None:
    made = filled.core.backing.back_up(filled.clerk, password="合六 十二")
    filled.core.close()
    with pytest.raises(BadFile, match="设有密码"):
        restorer(filled).preview(made.path)
    with pytest.raises(BadFile, match="密码不对"):
        restorer(filled).preview(made.path, password="wrong")
    preview = restorer(filled).preview(made.path, password="合六 十二")
    assert (preview.items, preview.report.ok, preview.backup.head) == (1, True, made.head)


def test_automatic_backups_wait_for_a_change_and_half_an_hour(filled: Office) -> None:
    backing = filled.core.backing
    assert backing.back_up_if_due() is not None
    assert backing.back_up_if_due(now=True) is None
    filled.register(title="新的")
    assert backing.back_up_if_due() is None
    filled.pass_time(minutes=31)
    assert backing.back_up_if_due() is not None
    assert backing.age() == timedelta(0)


def test_automatic_backups_keep_an_attachment_once(filled: Office) -> None:
    filled.core.backing.back_up_if_due(now=True)
    filled.register(title="新的")
    made = filled.core.backing.back_up_if_due(now=True)
    assert made is not None
    with zipfile.ZipFile(made.path) as archive:
        assert not [name for name in archive.namelist() if name.startswith("blobs/")]
    shared = [path for path in (made.path.parent / "blobs").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in shared] == [PNG]
    filled.core.close()
    assert restorer(filled).preview(made.path).report.ok


def test_old_automatic_backups_are_thinned_out_and_others_stay(filled: Office) -> None:
    manual = filled.core.backing.back_up(filled.clerk)
    for day in range(40):
        filled.pass_time(days=1)
        filled.register(title=f"第{day}天")
        filled.core.backing.back_up_if_due(now=True)
    left = filled.core.backing.all()
    assert manual.path in [one.path for one in left]
    assert 14 <= len([one for one in left if one.automatic]) <= 12 + 10 + 9


@pytest.mark.parametrize("where", ["database", "attachment", "end"])
def test_a_damaged_backup_is_refused_and_nothing_changes(filled: Office, where: str) -> None:
    made = filled.core.backing.back_up(filled.clerk)
    raw = bytearray(made.path.read_bytes())
    with zipfile.ZipFile(made.path) as archive:
        name = "registry.db" if where == "database" else next(n for n in archive.namelist() if "blobs" in n)
        place = archive.getinfo(name).header_offset + 80
    if where == "end":
        raw = raw[:-200]
    else:
        raw[place] ^= 0xFF
    made.path.write_bytes(raw)
    filled.core.close()
    before = filled.core.paths.database.read_bytes()
    with pytest.raises(BadFile):
        restorer(filled).restore(SYSTEM, made.path)
    assert filled.core.paths.database.read_bytes() == before


def test_a_backup_of_another_registry_is_refused(filled: Office, tmp_path: Path) -> None:
    made = filled.core.backing.back_up(filled.clerk, to=tmp_path / "usb")
    from yuqing_desktop.paths import Paths

    other = open_core(Paths(tmp_path / "other", tmp_path / "ws"), filled.clock)
    other.store.perform(SYSTEM, "settings", lambda work: work.put_setting("office", "{}") or "")
    other.close()
    with pytest.raises(Refused, match="另一个登记簿"):
        Restore(other.paths, filled.clock).restore(SYSTEM, made.path)


def test_a_restore_while_the_program_is_open_is_refused(filled: Office) -> None:
    made = filled.core.backing.back_up(filled.clerk)
    with pytest.raises(Trouble, match="另一个窗口"):
        restorer(filled).restore(SYSTEM, made.path)


def test_a_section_member_may_not_restore(filled: Office) -> None:
    made = filled.core.backing.back_up(filled.clerk)
    with pytest.raises(Refused, match="办公室主任或管理员"):
        restorer(filled).restore(filled.section, made.path)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_no_half_a_backup(
    filled: Office, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(os if call == "fsync" else Path, call, fail)
        with pytest.raises(Trouble, match="没有完成"):
            filled.core.backing.back_up_if_due(now=True)
    assert list(filled.core.paths.backups.iterdir()) == [] or filled.core.backing.all() == []


@pytest.mark.article("第十三条")
def test_a_copy_that_failed_is_on_the_record_as_that(filled: Office, tmp_path: Path) -> None:
    nowhere = tmp_path / "file" / "usb"
    nowhere.parent.write_bytes(b"")
    with pytest.raises(Trouble):
        filled.core.backing.back_up(filled.clerk, to=nowhere)
    said = filled.core.store.database.rows("SELECT act, result FROM event ORDER BY id DESC LIMIT 2")
    assert said == [("backup", f"备份到{nowhere}没有做成"), ("backup", f"备份到{nowhere}")]
    assert filled.core.checkup.check().findings == ()


@pytest.mark.skipif(shutil.which("7z") is None, reason="7-Zip is not installed")
def test_seven_zip_opens_a_sealed_backup(filled: Office, tmp_path: Path) -> None:
    made = filled.core.backing.back_up(filled.clerk, password="合六 十二")

    def seven_zip(password: str) -> subprocess.CompletedProcess[str]:
        command = ["7z", "x", f"-p{password}", f"-o{tmp_path / 'out'}", "-y", str(made.path)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert seven_zip("wrong").returncode != 0
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    assert "Everything is Ok" in seven_zip("合六 十二").stdout
    assert verify.look(tmp_path / "out" / "registry.db", None)["head"] == made.head
    assert [path.read_bytes() for path in (tmp_path / "out" / "blobs").iterdir()] == [PNG]


def test_before_a_restore_the_present_is_backed_up_once(filled: Office) -> None:
    made = filled.core.backing.back_up(filled.clerk)
    filled.register(title="备份之后登记的")
    head = filled.core.store.head()
    filled.core.close()
    restorer(filled).restore(SYSTEM, made.path)
    heads = [one.head for one in Backups(filled.core.paths.backups).all()]
    assert sorted(heads) == sorted([made.head, head])
    again = [one for one in Backups(filled.core.paths.backups).all() if one.head == head]
    assert again[0].automatic and restorer(filled).preview(again[0].path).report.ok
    restorer(filled).restore(SYSTEM, again[0].path)
    assert len(list(filled.core.paths.backups.glob("*.zip"))) == 3  # and the one of the restored state


def test_what_a_restore_gave_up_stays_given_up_when_the_restore_is_given_up_too(filled: Office) -> None:
    """A backup of the longer chain of before is still there: it tells of no tampering."""
    made = filled.core.backing.back_up(filled.clerk)
    for number in range(9):
        filled.register(title=f"备份之后登记的第{number}件", link=f"https://weibo.com/1/Nbcdefgh{number}")
    longest = filled.core.store.head()
    filled.core.close()
    for _ in range(3):
        restorer(filled).restore(SYSTEM, made.path)
    core = open_core(filled.core.paths, filled.clock)
    assert longest in [one.head for one in Backups(core.paths.backups).all()]
    assert core.checkup.check().findings == ()
    assert core.checkup.check(typed_head=longest).ok
    core.close()


def test_a_damaged_registry_is_put_aside_when_no_copy_of_it_can_be_made(filled: Office) -> None:
    made = filled.core.backing.back_up(filled.clerk)
    filled.core.close()
    path = filled.core.paths.database
    damaged = path.read_bytes()[:50_000]
    path.write_bytes(damaged)
    done = restorer(filled).restore(SYSTEM, made.path)
    assert done.aside is not None and (done.aside / "registry.db").read_bytes() == damaged


def test_what_a_killed_program_left_on_a_stick_goes_with_the_next_copy(
    filled: Office, tmp_path: Path
) -> None:
    usb, now = tmp_path / "usb", time.time()
    for name, age in ((".~left", 7200), (".~another-computer-at-work", 60)):
        (usb / name).mkdir(parents=True)
        os.utime(usb / name, (now - age, now - age))
    filled.core.backing.back_up(filled.clerk, to=usb)
    assert [path.name for path in usb.glob(".~*")] == [".~another-computer-at-work"]


def test_a_copy_from_a_clock_put_forward_stops_no_later_ones(filled: Office) -> None:
    filled.pass_time(hours=24 * 3650)
    filled.register(title="时钟拨快时登记", published_at=None)
    ahead = filled.core.backing.back_up_if_due(now=True)
    filled.pass_time(hours=-24 * 3650)
    filled.register(title="时钟拨回后登记", published_at=None)
    filled.pass_time(hours=1)
    made = filled.core.backing.back_up_if_due()
    assert made is not None and ahead is not None
    assert filled.core.backing.age() == timedelta(0)
    assert ahead.path.is_file()


def test_the_copies_of_another_registry_count_for_nothing(filled: Office, tmp_path: Path) -> None:
    other = open_core(Paths(tmp_path / "another", tmp_path / "elsewhere"), filled.core.clock)
    other.founding.found(SAMPLE_MEMBERS, since=date(2026, 1, 1))
    other.backing.back_up(to=filled.core.paths.backups)
    other.close()
    assert filled.core.backing.age() is None
    assert filled.core.backing.is_due()


def test_a_copy_that_the_disk_kept_otherwise_than_it_was_written_does_not_count(
    filled: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    fsync = os.fsync

    def wrong_bytes(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:  # the first is the registry's own copy, the second the archive
            os.lseek(handle, 200, os.SEEK_SET)
            os.write(handle, b"otherwise")
        fsync(handle)

    filled.core.backing.back_up_if_due()
    filled.register(title="新的")
    monkeypatch.setattr(os, "fsync", wrong_bytes)
    folder = filled.core.paths.backups
    before = sorted(folder.iterdir())
    with pytest.raises(BadFile, match="完好"):
        copied(filled.core.paths, filled.clock.now(), to=folder)
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("automatic", [True, False])
def test_a_damaged_attachment_stops_no_backup_and_is_in_none(filled: Office, *, automatic: bool) -> None:
    (evidence,) = filled.core.store.find(Evidence)
    path = filled.core.blobs.path_of(evidence.sha256)
    path.chmod(0o644)
    path.write_bytes(PNG[:-1])
    backing = filled.core.backing
    made = backing.back_up_if_due() if automatic else backing.back_up()
    assert made is not None and made.sound
    path.write_bytes(PNG)
    filled.core.close()
    (finding,) = restorer(filled).preview(made.path).report.findings
    assert finding.what == "附件缺失"
