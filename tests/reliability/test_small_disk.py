"""A disk that is really full: refused in words, nothing acknowledged is lost, and work goes on once there is room."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("filling.py")
MOUNTED = 'mount -t tmpfs -o size=8m small "$1" && exec "$2" "$3" "$1"'
"""In a mount namespace of its own: no right of an administrator is needed, and the disk goes with the process."""


def on_a_small_disk(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    own = ["unshare", "--map-root-user", "--mount", "sh", "-c", MOUNTED, "sh", str(folder), *command]
    return subprocess.run(own, capture_output=True, text=True, check=False)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    if shutil.which("unshare") is None or on_a_small_disk(tmp_path, "true", "").returncode != 0:
        pytest.skip("this system mounts no disk for a test")
    return tmp_path


def test_a_full_disk_refuses_in_words_and_loses_nothing(small: Path) -> None:
    done = on_a_small_disk(small, sys.executable, str(SCRIPT))
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert len(said["numbers"]) > 20
    for refusal in ("act", "attachment", "backup"):
        assert "磁盘" in said[refusal] and "没有" in said[refusal], said[refusal]
    assert said["after"] == said["there"][-1]
    assert said["findings"] == [] and said["left"] == []
    assert said["there"][: len(said["numbers"])] == said["numbers"]
    assert len(said["there"]) == len(said["numbers"]) + 1
