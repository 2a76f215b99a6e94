"""Attachments by content."""

import os
from pathlib import Path

import pytest

from yuqing_desktop.problems import BadFile, NotFound, Trouble
from yuqing_desktop.storage.evidence import Blobs

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 100


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


def test_a_content_is_kept_once_under_its_own_hash(blobs: Blobs) -> None:
    first, size, kind = blobs.keep_bytes("截图.png", PNG)
    second, _, _ = blobs.keep_bytes("another.PNG", PNG)
    assert (first, size, kind) == (second, len(PNG), "图片")
    assert [path.name for path in blobs.all()] == [first]
    assert blobs.read(first) == PNG


@pytest.mark.parametrize(
    "name", ["run.exe", "run.bat", "page.js", "macro.docm", "sheet.xlsm", "link.lnk", "none", "photo.jpg.scr"]
)
def test_what_a_computer_runs_is_refused_by_its_name(blobs: Blobs, name: str) -> None:
    with pytest.raises(BadFile, match="不接收"):
        blobs.keep_bytes(name, PNG)


@pytest.mark.parametrize("beginning", [b"MZ\x90\x00", b"\x7fELF\x02", b"#!/bin/sh\n"])
def test_a_program_under_another_name_is_refused_by_its_first_bytes(blobs: Blobs, beginning: bytes) -> None:
    with pytest.raises(BadFile, match="可执行"):
        blobs.keep_bytes("照片.jpg", beginning + b"x" * 100)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_is_refused_and_does_not_hold_the_writer_up(blobs: Blobs, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "截图.png")
    with pytest.raises(BadFile, match="打不开"):
        blobs.keep_file(tmp_path / "截图.png")


def test_an_empty_file_and_one_too_large_are_refused_in_words(blobs: Blobs, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="空文件"):
        blobs.keep_bytes("a.png", b"")
    large = tmp_path / "large.mp4"
    with large.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(BadFile, match="超过200MB"):
        blobs.keep_file(large)
    assert not list(blobs.all())


def test_a_copy_for_opening_is_read_only_and_has_the_given_name(blobs: Blobs) -> None:
    digest, _, _ = blobs.keep_bytes("a.png", PNG)
    copy = blobs.copy_for_opening(digest, "截图/1.png")
    assert copy.name == "截图_1.png"
    assert copy.read_bytes() == PNG
    assert not copy.stat().st_mode & 0o222


def test_a_changed_or_missing_content_is_never_handed_out(blobs: Blobs) -> None:
    digest, _, _ = blobs.keep_bytes("a.png", PNG)
    path = blobs.path_of(digest)
    path.chmod(0o644)
    path.write_bytes(PNG + b"x")
    with pytest.raises(Trouble, match="改动"):
        blobs.read(digest)
    path.unlink()
    with pytest.raises(NotFound):
        blobs.copy_for_opening(digest, "a.png")


def test_a_damaged_content_is_mended_when_the_same_file_is_brought_again(blobs: Blobs) -> None:
    digest, _, _ = blobs.keep_bytes("a.png", PNG)
    path = blobs.path_of(digest)
    path.chmod(0o644)
    path.write_bytes(b"damaged")
    blobs.keep_bytes("a.png", PNG)
    assert blobs.read(digest) == PNG


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_nothing_half_written(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    with pytest.raises(Trouble, match="没有保存"):
        blobs.keep_bytes("a.png", PNG)
    assert [path for path in blobs.folder.rglob("*") if path.is_file()] == []
