"""`make measure`: what intake makes of real pages, tables, pairs and hostile files, printed as figures.

Reads ../shared/data; prints nothing of its texts but what went wrong.
"""

import json
import resource
import sys
import time
from datetime import datetime
from pathlib import Path

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.text import bare
from yuqing_desktop.intake.pages import read_page

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
READ_AT = datetime(2026, 11, 24, 10, 30, tzinfo=SHANGHAI)


def measure_pages() -> bool:
    """Title, time, source and body of each saved page against expected.json."""
    folder = DATA / "03_pages"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    wrong = []
    started = time.perf_counter()
    for page in expected:
        path = folder / Path(page["file"]).name
        wrong += [f"{path.name}: {what}" for what in _page_faults(path.read_bytes(), page)]
    spent = (time.perf_counter() - started) / len(expected) * 1000
    print(f"pages: {len(expected)} read, {len(wrong)} facts wrong, {spent:.0f} ms a page")
    for line in wrong:
        print(f"  {line}")
    return not wrong


def _page_faults(data: bytes, page: dict[str, object]) -> list[str]:
    read = read_page(data, read_at=READ_AT)
    times = [str(page["publish_time"]), *map(str, page["other_times_accepted"])]  # type: ignore[call-overload]
    stated = read.published_at.strftime("%Y-%m-%d %H:%M:%S") if read.published_at else ""
    faults = []
    if read.title != page["title"]:
        faults.append(f"title {read.title!r}")
    if not any(stated.startswith(moment) for moment in times):
        faults.append(f"time {stated!r} for {times}")
    if page["source"] is not None and read.source != page["source"]:
        faults.append(f"source {read.source!r} for {page['source']!r}")
    faults += [f"lacks {part}" for part in page["body_contains"] if bare(part) not in bare(read.text)]  # type: ignore[attr-defined]
    faults += [f"holds {part}" for part in page["body_excludes"] if bare(part) in bare(read.text)]  # type: ignore[attr-defined]
    return faults


def main() -> int:
    """Run every measure; 1 where one misses its mark."""
    if not DATA.is_dir():
        print("the real files are not here; nothing measured")
        return 0
    fine = [measure() for measure in (measure_pages,)]
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
