"""Many files are written as one: none takes its name before all of them are on the disk."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from yuqing_desktop.documents.saving import save_all
from yuqing_desktop.problems import Trouble
from yuqing_desktop.progress import Cancelled

NAMES = ("一.docx", "二.docx", "三.docx")


def files(broken_off: BaseException | None = None) -> Iterator[tuple[str, bytes]]:
    for name in NAMES:
        yield name, name.encode()
    if broken_off is not None:
        raise broken_off


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NAMES[0]).write_bytes(b"old")
    return tmp_path


def standing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_stand_under_their_names_in_order_and_nothing_else(folder: Path) -> None:
    assert save_all(folder, files()) == [folder / name for name in NAMES]
    assert standing(folder) == {name: name.encode() for name in NAMES}
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o644}


@pytest.mark.parametrize("broken_off", [Cancelled(), RuntimeError()])
def test_broken_off_before_the_last_is_made_nothing_is_touched(
    folder: Path, broken_off: BaseException
) -> None:
    with pytest.raises(type(broken_off)):
        save_all(folder, files(broken_off))
    assert standing(folder) == {NAMES[0]: b"old"}


def test_a_full_disk_touches_nothing_and_is_told_in_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble, match="磁盘已满") as told:
        save_all(folder, files())
    assert told.value.kept == "原有文件没有改动。"
    assert standing(folder) == {NAMES[0]: b"old"}


def test_what_is_not_on_the_disk_as_it_was_written_takes_no_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", lambda path, content: write(path, content[:-1]))
    with pytest.raises(Trouble, match=r"一\.docx.*磁盘写入失败"):
        save_all(folder, files())
    assert standing(folder) == {NAMES[0]: b"old"}


def test_a_name_that_is_refused_says_how_many_stand_already(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = Path.replace

    def open_elsewhere(path: Path, target: Path) -> Path:
        if target.name == NAMES[2]:
            raise PermissionError(errno.EACCES, "", str(path), None, str(target))
        return named(path, target)

    monkeypatch.setattr(Path, "replace", open_elsewhere)
    with pytest.raises(Trouble, match=r"三\.docx.*正在别处打开") as told:
        save_all(folder, files())
    assert told.value.kept == "前2份已写好，其余没有改动。"
    assert sorted(standing(folder)) == sorted(NAMES[:2])
