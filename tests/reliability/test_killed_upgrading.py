"""A program killed while it brings an old registry up to date leaves a wholly old file or a wholly new one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from yuqing_desktop.storage.migrations import MIGRATIONS

SCRIPT = Path(__file__).with_name("upgrading.py")
KILLS = int(os.environ.get("YUQING_KILLS", "1000")) // 20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and kill -9")


def upgraded(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(folder), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.timeout(300)
def test_each_version_is_wholly_there_or_not_at_all(tmp_path: Path) -> None:
    done = upgraded(tmp_path, "--kills", KILLS)
    assert done.returncode == 0, done.stderr
    versions = [int(word) for word in done.stdout.split()]
    assert versions[0] == len(MIGRATIONS) and len(versions) > 1  # killed before and after


def test_a_migration_kept_by_halves_is_caught(tmp_path: Path) -> None:
    done = upgraded(tmp_path, "--kills", 200, "--plant")
    assert done.returncode == 1
    assert "AssertionError" in done.stderr
