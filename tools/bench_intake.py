"""How long intake takes, each figure beside the floor measured in the same run.

Run from the repository's root: `python -m tools.bench_intake`. Makes its own files; no others are needed.
"""

import csv
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.intake.pages import read_page
from yuqing_desktop.intake.presets import propose_mapping
from yuqing_desktop.intake.rows import ParsedRow, parse_rows
from yuqing_desktop.intake.similar import rank
from yuqing_desktop.intake.spreadsheets import read_file
from yuqing_desktop.intake.worker import run_apart

READ_AT = datetime(2026, 11, 24, 10, 30, tzinfo=SHANGHAI)
ROWS, CANDIDATES = 10_200, 60
_WORDS = (
    *("路灯", "井盖", "停水", "公交", "小区", "物业", "噪音", "施工", "学校", "医院", "道路", "拥堵"),
    *("垃圾", "绿化", "车位", "电梯", "暖气", "网络", "申报", "数据", "公开", "平台"),
)


def sentence(chance: random.Random, words: int = 40) -> str:
    """A text of the length of a post, of words drawn by chance."""
    return "，".join("".join(chance.choices(_WORDS, k=4)) for _ in range(words // 4)) + "。"


def table(folder: Path) -> Path:
    """A file of the shape of a monitoring export."""
    chance = random.Random(1)
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["标题", "摘要", "发布时间", "链接", "阅读数", "转发数", "评论数"])
        for number in range(ROWS):
            moment = READ_AT - timedelta(minutes=chance.randint(1, 500_000))
            writer.writerow(
                [
                    *(sentence(chance, 8), sentence(chance)),
                    *(moment.strftime("%Y年%m月%d日 %H:%M"), f"https://weibo.com/1/{number:09d}?from=x"),
                    *(f"{chance.random() * 100:.1f}万", "10万+", f"评论[{chance.randint(0, 9999)}]"),
                ]
            )
    return path


def rows_of(path: Path) -> list[ParsedRow]:
    """The file read in a worker and its rows parsed here, as an import does."""
    sheet = run_apart(read_file, path)
    return parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), READ_AT)


def timed(act: Callable[[], object], times: int = 1) -> float:
    """The best of some runs, in seconds."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        spent.append(time.perf_counter() - started)
    return min(spent)


def main() -> int:
    """Print each figure beside its floor."""
    chance = random.Random(2)
    with tempfile.TemporaryDirectory() as folder:
        path = table(Path(folder))
        floor = timed(lambda: list(csv.reader(StringIO(path.read_text("utf-8-sig")))), 3)
        whole = timed(lambda: rows_of(path))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{ROWS} rows into fields: {whole:.2f} s, worker {memory} MB, own {own} MB (bare csv.reader {floor:.2f} s)"
    )
    mine = sentence(chance)
    stored = [(number, sentence(chance)) for number in range(CANDIDATES)]
    rank(mine, stored)
    print(f"{CANDIDATES} candidates ranked: {timed(lambda: rank(mine, stored), 20) * 1000:.2f} ms")
    page = (
        f"<h1>标题标题</h1><p class=time>2026-11-20 09:35 来源：城报</p>{'<p>' + sentence(chance) + '</p>'}"
        * 20
    )
    data = page.encode()
    import lxml.html

    parse = timed(lambda: lxml.html.document_fromstring(page), 20)
    print(
        f"a page: {timed(lambda: read_page(data, read_at=READ_AT), 20) * 1000:.1f} ms (bare lxml {parse * 1000:.2f} ms)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
