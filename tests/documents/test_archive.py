"""An archive package is checkable with sha256sum alone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from yuqing_desktop.documents.archive import LIST_NAME, changed, write_sums


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "证据").mkdir()
    files = [tmp_path / "转送单.docx", tmp_path / "证据" / "截图 1.png"]
    for number, path in enumerate(files):
        path.write_bytes(bytes([number]) * 3_000_000)
    write_sums(tmp_path, files)
    return tmp_path


def test_an_untouched_package_is_whole(package: Path) -> None:
    assert changed(package) == []


def test_a_changed_or_missing_file_is_named(package: Path) -> None:
    (package / "转送单.docx").write_bytes(b"x")
    (package / "证据" / "截图 1.png").unlink()
    assert sorted(changed(package)) == ["证据/截图 1.png", "转送单.docx"]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_sha256sum_agrees(package: Path) -> None:
    subprocess.run(["sha256sum", "--quiet", "-c", LIST_NAME], cwd=package, check=True)
    (package / "转送单.docx").write_bytes(b"x")
    assert subprocess.run(
        ["sha256sum", "--quiet", "-c", LIST_NAME], cwd=package, capture_output=True
    ).returncode
