"""Files made to harm or made by accident: a backup that points elsewhere, a registry stripped of what it lives by."""

import contextlib
import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.reliability.place import START, Place
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import BadFile, Trouble, Unusable
from yuqing_desktop.services.restore import Restore
from yuqing_desktop.storage.backups import Backups

Manifest = dict[str, Any]


def remade(backup: Path, change: Callable[[Manifest], object], *files: tuple[str, bytes]) -> Path:
    """The same backup with another manifest and more files."""
    other = backup.with_name("other.zip")
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(other, "w") as target:
        manifest = json.loads(source.read("manifest.json"))
        changed = change(manifest)
        target.writestr("manifest.json", json.dumps(manifest if changed is None else changed))
        target.writestr("registry.db", source.read("registry.db"))
        for name, content in files:
            target.writestr(name, content)
        target.comment = source.comment
    return other


@pytest.fixture
def backup(place: Place) -> Path:
    made: list[Path] = []
    place.act(lambda core: made.append(core.backing.back_up().path))
    return made[0]


def test_a_backup_that_names_files_elsewhere_writes_nothing_there(place: Place, backup: Path) -> None:
    name = "../../../elsewhere"
    evil = remade(backup, lambda manifest: manifest.update(attachments=[name]), (f"blobs/{name}", b"x"))
    with pytest.raises(BadFile, match="清单不完整"):
        Restore(Paths(place.data, place.workstation), FixedClock(START)).preview(evil)
    assert not [path for path in place.data.parent.rglob("*") if path.name == "elsewhere"]


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: [],
        lambda manifest: manifest.pop("database_sha256"),
        lambda manifest: manifest.update(attachments=5),
        lambda manifest: manifest.update(counts=None),
        lambda manifest: manifest.clear(),
    ],
)
def test_a_backup_whose_list_is_not_whole_is_refused_in_words(
    place: Place, backup: Path, change: Callable[[Manifest], object]
) -> None:
    other = remade(backup, lambda manifest: [] if change(manifest) == [] else None)
    with pytest.raises(BadFile, match="清单不完整"):
        Restore(Paths(place.data, place.workstation), FixedClock(START)).preview(other)


@pytest.mark.parametrize(
    "stripped", ["DELETE FROM registry", "PRAGMA user_version = 0", "PRAGMA user_version = 9"]
)
def test_a_registry_stripped_of_name_or_version_is_refused_in_words(place: Place, stripped: str) -> None:
    place.sql(stripped)
    with pytest.raises(Unusable, match=r"标识|不是本程序的登记簿|升级没有完成"):
        place.opened()


def test_a_clock_behind_the_last_act_is_told_at_the_start(place: Place) -> None:
    place.database.close()
    paths = Paths(place.data, place.workstation)
    early = open_core(paths, FixedClock(START - timedelta(days=2)))
    assert early.warning.startswith("电脑时钟比登记簿里最后一次操作（2026-11-23 ")
    early.close()
    later = open_core(paths, FixedClock(START + timedelta(days=1)))
    assert later.warning == ""
    later.close()


def test_a_stick_pulled_while_it_is_written_is_told_and_nothing_is_lost(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    keep = Backups._keep_attachments

    def pulled(self: Backups, *rest: Any) -> None:
        shutil.rmtree(stick)
        keep(self, *rest)

    core = place.opened()
    core.settings.change(core.entrance.actor_named("张敏"), {"second_place": str(stick)})
    monkeypatch.setattr(Backups, "_keep_attachments", pulled)
    with pytest.raises(Trouble, match=r"U盘 写入失败.*移动硬盘是否接好"):
        core.backing.back_up_second_if_due()
    monkeypatch.undo()
    assert core.checkup.check().ok
    assert core.backing.second_reminder().startswith("第二处备份还没有")
    core.close()


@pytest.mark.parametrize("damage", [b"", b"\xff\x00" * 200, b"= 9999 " + b"a" * 64])
def test_a_damaged_memory_of_this_computer_keeps_nobody_out_and_is_told(place: Place, damage: bytes) -> None:
    place.database.close()
    for memory in (place.workstation / "heads").iterdir():
        memory.write_bytes(damage)
    found = [one.what for one in place.look().findings]
    assert found and set(found) <= {"留痕不是由本机程序写入", "本机记得的留痕已不在登记簿中"}


def test_a_power_cut_before_the_folder_was_synced_leaves_no_row_without_its_file(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row is written only after the folder's entry is surely on the disk."""
    from yuqing_desktop import durable

    def cut(folder: Path) -> None:
        raise OSError(5, "power")

    core = place.opened()
    before = core.store.head()
    monkeypatch.setattr(durable, "sync_folder", cut)
    with pytest.raises(Trouble, match="没有保存"):
        core.attachments.attach_bytes(
            core.entrance.actor_named("张敏"), 4, "图.png", b"\x89PNG\r\n\x1a\n" + b"new"
        )
    monkeypatch.undo()
    assert core.store.head() == before
    assert core.checkup.check().ok
    core.close()


@pytest.mark.parametrize("name", ["office", "notices", "hours", "profiles"])
@pytest.mark.parametrize("value", ["{", "[]", "7", '"字"', "[[1]]", '{"lock_minutes": "十"}'])
def test_a_setting_made_unreadable_is_told_and_keeps_no_check_up_from_its_findings(
    place: Place, name: str, value: str
) -> None:
    place.sql("DELETE FROM setting WHERE name = ?", name)
    place.sql("INSERT INTO setting (name, value) VALUES (?, ?)", name, value)
    core = place.opened()
    for read in (core.settings.office, core.settings.rules):
        with contextlib.suppress(Unusable):
            read()
    report = core.checkup.check()
    assert {one.what for one in report.findings} <= {"记录被改动", "程序之外添加的记录"} and report.findings
    core.close()


def test_where_a_setting_cannot_be_read_a_backup_is_offered(place: Place) -> None:
    place.sql("UPDATE setting SET value = '{' WHERE name = 'office'")
    core = place.opened()
    with pytest.raises(Unusable, match=r"设置（单位设置）读不出来.*从备份恢复"):
        core.settings.office()
    assert "没有看完" in {one.what for one in core.checkup.check().hints}
    core.close()
