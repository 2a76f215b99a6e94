"""Before the registry is opened."""

import contextlib
from pathlib import Path, PureWindowsPath

import pytest

from tests.bureau import Bureau
from tests.walk import Office
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.problems import Refused, Trouble
from yuqing_desktop.services import start, workstation
from yuqing_desktop.services.restore import Restore
from yuqing_desktop.storage import places

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/公共盘 cifs rw 0 0
server:/export /mnt/my\\040share nfs4 rw 0 0
/dev/sdb1 /mnt/usb vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/x/data", "ext4"),
        ("/mnt/公共盘/data", "cifs"),
        ("/mnt/my share/a", "nfs4"),
        ("/mnt/usb/a", "vfat"),
    ],
)
def test_the_deepest_mount_says_the_kind_of_file_system(folder: str, kind: str) -> None:
    assert places.file_system_of(Path(folder), MOUNTS) == kind


def test_a_share_is_refused_and_postgresql_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "is_network_share", lambda folder: True)
    with pytest.raises(Refused, match="PostgreSQL"):
        start.check_place(tmp_path)


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        (r"C:\Users\a\OneDrive - 某局\舆情", "OneDrive"),
        (r"D:\我的坚果云\x", "坚果云"),
        (r"D:\数据", ""),
        (r"D:\BaiduNetdiskWorkspace\舆情", "百度网盘"),
        (r"D:\百度网盘\x", "百度网盘"),
        (r"E:\WPS云盘\x", "WPS云盘"),
        (r"C:\Users\a\iCloudDrive", "iCloud"),
        (r"C:\Users\a\Nutstore\1", "坚果云"),
        (r"D:\云南\驱动", ""),
    ],
)
def test_a_cloud_folder_is_warned_of(folder: str, cloud: str) -> None:
    assert places.cloud_of(PureWindowsPath(folder)) == cloud


@pytest.mark.parametrize("how", ["missing", "empty"])
def test_a_registry_that_was_here_and_is_gone_is_no_first_run(bureau: Bureau, how: str) -> None:
    made = bureau.core.backing.back_up()
    bureau.core.close()
    paths = bureau.core.paths
    paths.database.unlink()
    if how == "empty":
        paths.database.touch()
    with pytest.raises(Trouble, match="从备份恢复"):
        open_core(paths, bureau.clock)
    assert not paths.database.is_file() or paths.database.stat().st_size == 0
    Restore(paths, bureau.clock).restore(SYSTEM, made.path)
    with contextlib.closing(open_core(paths, bureau.clock)) as core:
        assert core.checkup.check().ok


def test_a_sample_may_be_made_anew_in_the_same_folder(office: Office) -> None:
    office.core.close()
    office.core.paths.database.unlink()
    with contextlib.closing(open_core(office.core.paths, office.clock)) as core:
        assert core.founding.is_empty()


def test_what_a_killed_run_left_is_swept_away(office: Office) -> None:
    office.core.close()
    data = office.core.paths.data
    (data / ".~room").mkdir()
    (data / ".~room" / "registry.db").write_bytes(b"half")
    (data / "blobs" / ".~incoming").write_bytes(b"half")
    with contextlib.closing(open_core(office.core.paths, office.clock)):
        assert not list(data.rglob(".~*"))


def test_the_quick_look_at_a_start_finds_an_older_copy(bureau: Bureau) -> None:
    paths = bureau.core.paths
    bureau.core.close()
    older = paths.database.read_bytes()
    with contextlib.closing(open_core(paths, bureau.clock)) as core:
        assert workstation.amiss(core.store) == ()
        Bureau(core, bureau.clock).register()
    paths.database.write_bytes(older)
    with contextlib.closing(open_core(paths, bureau.clock)) as core:
        assert [one.what for one in workstation.amiss(core.store)] == ["本机记得的留痕已不在登记簿中"]


def test_half_filled_forms_are_offered_after_a_start(office: Office) -> None:
    office.core.forms.keep("register", office.clerk, {"title": "半"})
    office.core.close()
    with contextlib.closing(open_core(office.core.paths, office.clock)) as core:
        assert core.forms.waiting(core.people.actor_named("张敏")) == [("register", None)]
