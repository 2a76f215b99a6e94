"""A process killed at any moment (kill -9), on any path that writes: nothing acknowledged is lost, nothing is by halves."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.reliability.deeds import DEEDS

SCRIPT = Path(__file__).with_name("killing.py")
KILLS = int(os.environ.get("YUQING_KILLS", "1000"))
KILLERS = 2
"""Side by side, each with registries of its own."""
CATCHES = {
    "half an act": (("register", "transfer"), "程序之外添加的记录|记录被改动"),
    "acknowledged too early": (("register",), "acknowledged, missing|已不在登记簿中"),
    "written in place": (("paper",), "BadZipFile"),
    "swapped in place": (
        ("restore",),
        "登记簿文件已损坏|打不开|不是登记簿|备份中的留痕摘要|本机用过的登记簿|缺少自己的标识|本机记得的留痕",
    ),
}  # fmt: skip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and kill -9")


def killer(folder: Path, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(SCRIPT), str(folder), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def outcome(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    said, complained = process.communicate()
    return process.returncode, said, complained


@pytest.mark.timeout(max(300, KILLS))
def test_whatever_is_killed_nothing_acknowledged_is_lost_and_nothing_is_by_halves(tmp_path: Path) -> None:
    each = KILLS // KILLERS
    killers = [killer(tmp_path / str(seed), "--kills", each, "--seed", seed) for seed in range(KILLERS)]
    told: list[dict[str, Any]] = []
    for code, said, complained in [outcome(one) for one in killers]:
        assert code == 0, complained
        told.append(json.loads(said))
    under_way = sum((Counter(one["under_way"]) for one in told), Counter[str]())
    assert sum(one["kills"] for one in told) == each * KILLERS
    assert set(DEEDS) == {deed for deed, kills in under_way.items() if kills}
    assert sum(one["acknowledged"] for one in told) > each * KILLERS // 20


@pytest.mark.parametrize("fault", CATCHES)
def test_a_planted_fault_is_caught(tmp_path: Path, fault: str) -> None:
    deeds, words = CATCHES[fault]
    code, _, complained = outcome(killer(tmp_path, "--kills", 400, "--plant", fault, "--deeds", *deeds))
    assert code == 1
    assert any(word in complained for word in words.split("|")), complained
