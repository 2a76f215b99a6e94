"""Folders and files that may not be read or written: refused in words, nothing by halves, and well again once mended."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

import main
from tests.commands.conftest import NOW, Said
from yuqing_desktop.clock import SystemClock
from yuqing_desktop.core import open_core
from yuqing_desktop.paths import Paths
from yuqing_desktop.problems import Trouble
from yuqing_desktop.storage.heads import Heads

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of another kind")
NOBODY = 65534
CLERK = ("--as", "张敏")


class Place:
    """A sample registry of somebody who is no administrator of this computer."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.workstation, self.out = (folder / name for name in ("data", "workstation", "out"))
        self._capsys = capsys

    @property
    def registry(self) -> Path:
        return self.data / "registry.db"

    def run(self, *arguments: object) -> Said:
        """The program with these arguments, as a person at a terminal meets it."""
        self._capsys.readouterr()
        code = main.main([*map(str, arguments), "--data", str(self.data)])
        told = self._capsys.readouterr()
        assert "Traceback" not in told.err and "程序出错" not in told.err, told.err
        return Said(code, told.out, told.err)

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.data)) for path in self.data.rglob("*"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A sample registry with what this computer remembers of it, and a backup elsewhere."""
    folder = Path(mkdtemp(prefix="ordinary-"))  # a test's own folders are its user's alone
    (folder / "out").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YUQING_WORKSTATION", str(folder / "workstation"))
        # and what is imported late is here: nobody may read an administrator's own Python
        for late in (
            ("sample", "--items", "3", "--now", NOW), ("backup", "--to", folder / "out", *CLERK), ("list",),
            ("check",), ("papers", "YQ-2026-0001", "--out", tmp_path_factory.mktemp("papers"), *CLERK),
        ):  # fmt: skip
            assert main.main([*map(str, late), "--data", str(folder / "data")]) == 0
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def place(made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Place]:
    folder = made.with_name(f"{made.name}-one")
    shutil.copytree(made, folder)
    place = Place(folder, capsys)
    monkeypatch.setenv("YUQING_WORKSTATION", str(place.workstation))
    for memory in (place.workstation / "heads").iterdir():  # as if it had always lain here
        uid, _, _ = memory.name.partition("-")
        memory.rename(Heads(place.workstation, uid, place.data, guarded=False).path)
    is_root = os.geteuid() == 0
    if is_root:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    try:
        yield place
    finally:
        if is_root:
            os.seteuid(0)
            os.setegid(0)
        for path in (place.data, place.workstation, place.out):
            path.chmod(0o755)
        shutil.rmtree(folder)


LOCKED: dict[str, tuple[str, int, str]] = {
    "data folder read-only": ("data", 0o555, "只读"),
    "data folder closed": ("data", 0o000, "数据文件夹打不开"),
    "registry read-only": ("data/registry.db", 0o444, "登记簿文件不能读写"),
    "registry unreadable": ("data/registry.db", 0o000, "登记簿文件不能读写"),
    "lock read-only": ("data/registry.lock", 0o444, "数据文件夹无法写入"),
    "workstation's folder closed": ("workstation", 0o000, "本机的核对记录无法写入"),
}


@pytest.mark.parametrize("name", LOCKED)
def test_what_may_not_be_read_or_written_is_told_and_well_again_once_mended(place: Place, name: str) -> None:
    where, mode, words = LOCKED[name]
    path = place.data.parent / where
    files, before = place.files(), path.stat().st_mode & 0o777
    path.chmod(mode)
    listed, backed_up = place.run("list"), place.run("backup", *CLERK)
    with pytest.raises(Trouble, match="没有"):
        open_core(Paths(place.data), SystemClock())  # as the window opens it
    path.chmod(before)
    for said in (listed, backed_up):
        assert said.code == 1
        assert words in said.err and "没有" in said.err and "请" in said.err, said.err
    assert place.files() == files
    assert place.run("check").code == 0


def test_a_sample_into_a_folder_that_is_closed_is_refused_in_words(place: Place) -> None:
    place.data.chmod(0o000)
    said = place.run("sample", "--items", "1")
    assert said.code == 1 and "数据文件夹打不开" in said.err


def test_a_restore_over_a_registry_that_cannot_be_kept_aside_changes_nothing(place: Place) -> None:
    (backup,) = place.out.glob("*.zip")
    files = place.files()
    place.registry.chmod(0o000)
    said = place.run("restore", backup)
    place.registry.chmod(0o644)
    assert said.code == 1
    assert "不能另存" in said.err and "原有数据没有改动" in said.err
    assert place.files() == files
    assert place.run("restore", backup).code == 0


def test_a_backup_that_cannot_be_read_is_not_called_a_file_of_another_kind(place: Place) -> None:
    (backup,) = place.out.glob("*.zip")
    backup.chmod(0o000)
    for file in (backup, place.out / "gone.zip", place.out):
        said = place.run("restore", file)
        assert said.code == 1 and "打不开" in said.err and "数据没有改动" in said.err


def test_a_memory_that_cannot_be_read_is_told_and_keeps_nobody_out(place: Place) -> None:
    (memory,) = (place.workstation / "heads").iterdir()
    memory.chmod(0o000)
    said = place.run("check")
    assert said.code == 1
    assert "不是由本机程序写入" in said.out


def test_own_templates_that_may_not_be_read_are_told_and_stop_their_papers_alone(place: Place) -> None:
    (place.data / "templates").mkdir()
    (place.data / "templates").chmod(0o000)
    said = place.run("check")
    assert said.code == 0 and "模板不能使用" in said.out
    assert place.run("papers", "YQ-2026-0001", "--out", place.out, *CLERK).code == 1
    (place.data / "templates").chmod(0o755)
    assert place.run("papers", "YQ-2026-0001", "--out", place.out, *CLERK).code == 0


def test_attachments_that_may_not_be_read_are_named_by_the_check_up(place: Place) -> None:
    core = open_core(Paths(place.data), SystemClock())
    core.attachments.attach_bytes(core.entrance.actor_named("张敏"), 1, "一.png", b"\x89PNG\r\n\x1a\n")
    core.close()
    (folder,) = (place.data / "blobs").glob("??")
    folder.chmod(0o000)
    said = place.run("check")
    folder.chmod(0o755)
    assert said.code == 1 and "附件无法读取" in said.out
    assert place.run("check").code == 0


def test_papers_into_a_folder_that_may_not_be_written_name_the_folder(place: Place) -> None:
    place.out.chmod(0o555)
    said = place.run("papers", "YQ-2026-0001", "--out", place.out, *CLERK)
    place.out.chmod(0o755)
    assert said.code == 1
    assert "out，没有写入权限" in said.err
