"""自检: what of this computer the work depends on, and what 体检 says of calendar, backups and papers (E26)."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrinterInfo

from ui.shell.appearance import FAMILIES
from yuqing_desktop.core import Core


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at: `what`, whether it is `ok`, what was found, and what to do about it."""

    what: str
    ok: bool
    words: str
    advice: str = ""


def self_check(core: Core) -> Iterator[Line]:
    """Every line, in the order she would mend them."""
    yield input_method(os.environ, sys.platform)
    families = QFontDatabase.families()
    yield font(families)
    yield printer(QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName())
    hints = core.checkup.around(families)
    for hint in hints:
        yield Line(hint.what, False, hint.where, hint.advice)
    if not hints:
        yield Line("登记簿", True, "日历、备份、文书模板和字体都齐全")


def input_method(environ: Mapping[str, str], platform: str) -> Line:
    """Which input method Chinese is typed with."""
    if platform in ("win32", "darwin"):
        return Line("输入法", True, "使用系统输入法")
    module = environ.get("QT_IM_MODULE", "") or environ.get("QT_IM_MODULES", "")
    if module and module not in ("none", "compose", "simple"):
        return Line("输入法", True, f"经 {module} 使用系统输入法")
    return Line(
        "输入法", False, "没有设置输入法模块，可能打不出汉字",
        "请维护人员在登录环境中设置 QT_IM_MODULE=ibus，再重新登录。",
    )  # fmt: skip


def font(families: Iterable[str]) -> Line:
    """A Chinese font for the window."""
    held = set(families)
    found = next((one for one in FAMILIES if one in held), "")
    if found:
        return Line("窗口字体", True, found)
    return Line("窗口字体", False, "缺少窗口用的中文字体", "请安装微软雅黑，或 Noto Sans CJK 字体。")


def printer(names: Iterable[str], default: str) -> Line:
    """Where slips come out."""
    held = list(names)
    if not held:
        return Line("打印机", False, "没有找到打印机", "没有打印机时，文书可先存为 PDF 或 Word。")
    return Line("打印机", True, f"默认 {default}" if default else f"{len(held)} 台，没有设默认的")
