"""How long intake takes, each figure beside the floor measured in the same run.

Run from the repository's root: `python -m tools.bench_intake`. Makes its own files; no others are needed.
"""

import csv
import gc
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO
from itertools import pairwise
from pathlib import Path

from tools.bench_alike import Writer
from yuqing_desktop.clock import SHANGHAI, FixedClock
from yuqing_desktop.core import open_core
from yuqing_desktop.intake.pages import read_page
from yuqing_desktop.intake.similar import rank
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.import_alike import likely

READ_AT = datetime(2026, 11, 24, 10, 30, tzinfo=SHANGHAI)
ROWS, STORED, CANDIDATES = 10_200, 20, 60


def table(folder: Path) -> Path:
    """A file of the shape of a monitoring export."""
    words = Writer(1)
    chance = words.chance
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["标题", "摘要", "发布时间", "链接", "阅读数", "转发数", "评论数"])
        for number in range(ROWS):
            moment = READ_AT - timedelta(minutes=chance.randint(1, 500_000))
            writer.writerow(
                [
                    *(words.text(12, 24), words.text(60, 160)),
                    *(moment.strftime("%Y年%m月%d日 %H:%M"), f"https://weibo.com/1/{number:09d}?from=x"),
                    *(f"{chance.random() * 100:.1f}万", "10万+", f"评论[{chance.randint(0, 9999)}]"),
                ]
            )
    return path


def imported(folder: Path, path: Path) -> tuple[float, float, float]:
    """Seconds of the preview, the search for duplicates and the taking, into a registry that holds items."""
    core = open_core(Paths(folder / "data", folder / "workstation"), FixedClock(READ_AT))
    core.sample.fill(STORED, seed=7)
    clerk = core.people.actor_named("张敏")
    gc.disable()  # as the window does meanwhile
    marks = [time.perf_counter()]
    seen = core.importing.preview(clerk, path)
    marks.append(time.perf_counter())
    likely(core.store, seen.rows)
    marks.append(time.perf_counter())
    core.importing.take(clerk, seen)
    marks.append(time.perf_counter())
    gc.enable()
    core.close()
    first, second, third = (after - before for before, after in pairwise(marks))
    return first, second, third


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
    writer = Writer(2)
    with tempfile.TemporaryDirectory() as folder:
        path = table(Path(folder))
        floor = timed(lambda: list(csv.reader(StringIO(path.read_text("utf-8-sig")))), 3)
        preview, search, taking = imported(Path(folder), path)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{ROWS} rows imported: {preview + search + taking:.2f} s (≤ 6.00): preview {preview:.2f},"
        f" duplicates {search:.2f}, taking {taking:.2f}; worker {memory} MB, own {own} MB (≤ 250)"
        f" (bare csv.reader {floor:.2f} s)"
    )
    mine = writer.text()
    stored = [(number, writer.text()) for number in range(CANDIDATES)]
    rank(mine, stored)
    print(f"{CANDIDATES} candidates ranked: {timed(lambda: rank(mine, stored), 20) * 1000:.2f} ms")
    page = (
        f"<h1>标题标题</h1><p class=time>2026-11-20 09:35 来源：城报</p>{'<p>' + writer.text() + '</p>'}" * 20
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
