"""自检: what of this computer the work depends on — input method, fonts, printer, calendar, backups (E26)."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrinterInfo

from ui.shell.appearance import FAMILIES
from ui.wording.moments import moment
from yuqing_desktop.core import Core

_LATE = timedelta(days=1)
_NEXT_YEAR_FROM = 11
_SCREEN = "窗口"
_PAPER_FONTS = (
    "SimSun",
    "FangSong",
    "宋体",
    "仿宋",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "STSong",
    "FangSong_GB2312",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at: `what`, whether it is `ok`, what was found, and what to do about it."""

    what: str
    ok: bool
    words: str
    advice: str = ""


def self_check(core: Core) -> Iterator[Line]:
    """Every line, in the order she would mend them."""
    now = core.clock.now()
    yield input_method(os.environ, sys.platform)
    yield fonts(QFontDatabase.families())
    yield printer(QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName())
    published = (notice.year for notice in core.settings.rules().calendar.notices)
    yield calendar_year(published, now.date())
    age = core.backing.age()
    words = f"最近一份 {moment(now - age, now)}，已核验" if age is not None else "还没有备份"
    late = age is None or age > _LATE
    if core.settings.is_sample():
        yield Line("备份", True, "样例登记簿不自动备份")
    else:
        yield Line("备份", not late, words, "用“文件”菜单的“立即备份”做一份。" if late else "")


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


def fonts(families: Iterable[str]) -> Line:
    """Chinese fonts for the window and for papers."""
    held = set(families)
    screen = next((one for one in FAMILIES if one in held), "")
    paper = next((one for one in _PAPER_FONTS if one in held), "")
    if screen and paper:
        return Line("字体", True, f"窗口用 {screen}，文书用 {paper}")
    missing = "、".join(words for words, found in ((_SCREEN, screen), ("文书", paper)) if not found)
    return Line("字体", False, f"缺少{missing}用的中文字体", "请安装宋体、仿宋，或 Noto CJK 字体。")


def printer(names: Iterable[str], default: str) -> Line:
    """Where slips come out."""
    held = list(names)
    if not held:
        return Line("打印机", False, "没有找到打印机", "没有打印机时，文书可先存为 PDF 或 Word。")
    return Line("打印机", True, f"默认 {default}" if default else f"{len(held)} 台，没有设默认的")


def calendar_year(published: Iterable[int], today: date) -> Line:
    """Whether this year's days off are known, and towards its end next year's."""
    known = set(published)
    wanted = [today.year] + ([today.year + 1] if today.month >= _NEXT_YEAR_FROM else [])
    missing = [str(year) for year in wanted if year not in known]
    if not missing:
        return Line("日历", True, f"放假安排至 {max(known)} 年")
    advice = "公布后在“设置”的“日历”里导入放假通知。"
    return Line("日历", False, f"{'、'.join(missing)} 年的放假安排还没有导入，暂按周一至周五推算", advice)
