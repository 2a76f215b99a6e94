"""selftest: whether this copy of the program is whole and does its main job, in a folder that is thrown away."""

import argparse
import contextlib
import importlib
import importlib.util
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from yuqing_desktop.clock import FixedClock
from yuqing_desktop.commands.selftest_walk import Walk
from yuqing_desktop.commands.session import Session
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.intake.notices import factory_notices
from yuqing_desktop.paths import Paths, resources
from yuqing_desktop.problems import Problem, Trouble

_LIBRARIES = (
    "openpyxl", "docx", "docxtpl", "lxml.etree", "python_calamine", "rapidfuzz", "pypinyin", "segno",
    "cryptography.hazmat.primitives.asymmetric.ed25519", "peewee",
)  # fmt: skip
_FONT_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "C:/Windows/Fonts",
    "/System/Library/Fonts", "/Library/Fonts",
)  # fmt: skip
_CHINESE_FONTS = (
    "cjk", "simsun", "simfang", "simhei", "simkai", "msyh", "sourcehan", "wqy", "uming", "ukai", "lxgw", "pingfang",
    "stsong", "fandol",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the self-test; `grave` ones decide the exit code."""

    what: str
    ok: bool
    words: str
    grave: bool = True


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The command of this file."""
    command = commands.add_parser(
        "selftest", help="自检", description="检查程序是否完整，并在临时登记簿上走一遍主要流程。"
    )
    command.set_defaults(run=_selftest)
    yield command


def _selftest(session: Session) -> int:
    checks = []
    for check in _checks():
        checks.append(check)
        mark = "正常" if check.ok else "有误" if check.grave else "提示"
        session.speaker.line(f"[{mark}] {check.what}：{check.words}")
    ok = all(check.ok for check in checks if check.grave)
    told = [{"what": check.what, "ok": check.ok, "words": check.words} for check in checks]
    session.speaker.document({"ok": ok, "checks": told})
    session.speaker.line("自检通过。" if ok else "自检未通过。")
    return 0 if ok else 1


def _checks() -> Iterator[Check]:
    yield _tried("资源文件", _resources)
    yield _tried("时区", _time_zone)
    yield _tried("节假日", _holidays)
    yield _tried("程序库", _libraries)
    yield _tried("窗口组件与中文翻译", _translations)
    yield _fonts()
    with tempfile.TemporaryDirectory(prefix="yuqing-", ignore_cleanup_errors=True) as folder:
        yield from _walked(Path(folder))


def _tried(what: str, check: Callable[[], str]) -> Check:
    try:
        return Check(what, True, check())
    except (Problem, OSError, ImportError) as error:
        return Check(what, False, str(error))


def _walked(folder: Path) -> Iterator[Check]:
    clock = FixedClock(datetime(2026, 11, 23, 9, 30))  # noqa: DTZ001 - FixedClock takes it as local
    try:
        opened = contextlib.closing(open_core(Paths(folder / "data"), clock))
    except Problem as problem:
        yield Check("登记簿", False, str(problem))
        return
    with opened as core:
        core.sample.fill(0, seed=0)
        walk = Walk(core, clock, folder)
        yield _tried("主要流程", lambda: _closed(walk))
        yield _tried("查找", lambda: f"找到{len(core.registry.search('预约系统'))}件")
        yield _tried("转送单", lambda: _written(walk.slip()))
        yield _tried("周台账", lambda: _written(walk.ledger()))
        yield _tried("导入", lambda: _imported(walk))


def _closed(walk: Walk) -> str:
    item = walk.whole_way()
    if item.status is not Status.CLOSED:
        raise Trouble(f"{item.number}停在{item.status.label}")
    return f"{item.number}由登记到办结"


def _written(path: Path) -> str:
    return f"{path.name}，{path.stat().st_size}字节"


def _imported(walk: Walk) -> str:
    taken = walk.imported()
    if taken != 2:
        raise Trouble(f"应导入2行，实际{taken}行")
    return "2行"


def _resources() -> str:
    root = resources()
    wanted = {
        "templates": "*.docx",
        "style": "*.qss",
        "icons": "*.svg",
        "holidays": "*.json",
        "help": "*.html",
    }
    missing = [name for name, pattern in wanted.items() if not any((root / name).glob(pattern))]
    if missing:
        raise Trouble(f"{root} 缺少{'、'.join(missing)}")
    return str(root)


def _time_zone() -> str:
    try:
        zone = ZoneInfo("Asia/Shanghai")
    except ZoneInfoNotFoundError as error:
        raise Trouble("没有 Asia/Shanghai 时区数据") from error
    if datetime(2026, 1, 1, tzinfo=zone).utcoffset() != timedelta(hours=8):
        raise Trouble("Asia/Shanghai 时区数据不对")
    return "Asia/Shanghai"


def _holidays() -> str:
    return "、".join(str(notice.year) for notice in factory_notices())


def _libraries() -> str:
    for name in _LIBRARIES:
        importlib.import_module(name)
    return f"{len(_LIBRARIES)}个"


def _translations() -> str:
    """Looked for as a file: the command line does not load Qt."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise Trouble("没有安装 PySide6")
    folder = Path(next(iter(spec.submodule_search_locations)))
    found = next(folder.glob("**/qtbase_zh_CN.qm"), None)
    if found is None:
        raise Trouble("缺少 Qt 的中文翻译 qtbase_zh_CN.qm")
    return f"PySide6，{found.name}"


def _fonts() -> Check:
    folders = [Path(name).expanduser() for name in _FONT_FOLDERS]
    names = (file.name for folder in folders if folder.is_dir() for file in folder.rglob("*.[to]t[fc]"))
    found = next((name for name in names if any(word in name.lower() for word in _CHINESE_FONTS)), "")
    words = found or "没有找到中文字体，文书显示和打印前请安装，如 Noto CJK"
    return Check("中文字体", bool(found), words, grave=sys.platform == "win32")
