"""What intake makes of real pages, tables, labelled pairs and hostile files, printed as figures.

Run from the repository's root: `python -m tools.measure_intake`. Reads ../shared/data; prints none of its
sentences but what went wrong. Ends with 1 where a mark is missed.
"""

import csv
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.reading import says_nothing
from yuqing_desktop.domain.similarity import Verdict
from yuqing_desktop.domain.text import bare
from yuqing_desktop.intake.capturing import capture_file
from yuqing_desktop.intake.pages import read_page
from yuqing_desktop.intake.presets import propose_mapping
from yuqing_desktop.intake.rows import parse_rows
from yuqing_desktop.intake.similar import compare
from yuqing_desktop.intake.spreadsheets import read_file
from yuqing_desktop.intake.synonyms import FIGURES, TIMES
from yuqing_desktop.intake.worker import run_apart
from yuqing_desktop.problems import BadFile

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
READ_AT = datetime(2026, 11, 24, 10, 30, tzinfo=SHANGHAI)
MOST_SECONDS, MOST_MEGABYTES = 10.0, 512


def measure_pages() -> bool:
    """Title, time, source and body of each saved page against expected.json."""
    folder = DATA / "03_pages"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    started = time.perf_counter()
    wrong = []
    for page in expected:
        path = folder / Path(page["file"]).name
        wrong += [f"{path.name}: {fault}" for fault in _page_faults(path.read_bytes(), page)]
    spent = (time.perf_counter() - started) / len(expected) * 1000
    print(f"pages: {len(expected)} read, {len(wrong)} facts wrong, {spent:.1f} ms a page")
    _show(wrong)
    return not wrong


def _page_faults(data: bytes, page: dict[str, list[str] | str | None]) -> list[str]:
    read = read_page(data, read_at=READ_AT)
    times = [page["publish_time"], *(page["other_times_accepted"] or [])]
    stated = read.published_at.strftime("%Y-%m-%d %H:%M:%S") if read.published_at else ""
    faults = []
    if read.title != page["title"]:
        faults.append(f"title {read.title!r}")
    if not any(stated.startswith(str(moment)) for moment in times):
        faults.append(f"time {stated!r} for {times}")
    if page["source"] not in (None, read.source):
        faults.append(f"source {read.source!r} for {page['source']!r}")
    faults += [f"lacks {part}" for part in page["body_contains"] or [] if bare(part) not in bare(read.text)]
    faults += [f"holds {part}" for part in page["body_excludes"] or [] if bare(part) in bare(read.text)]
    return faults


def measure_tables() -> bool:
    """Figures and times of every table of posts and petitions: of those that state a value, how many are read."""
    wrong, stated = [], Counter[str]()
    for path in sorted([*(DATA / "01_posts").iterdir(), *(DATA / "02_petition").iterdir()]):
        started = time.perf_counter()
        sheet = run_apart(read_file, path)
        mapping = propose_mapping(sheet.headings, sheet.rows)
        rows = parse_rows(sheet, mapping, READ_AT)
        spent = time.perf_counter() - started
        for row, cells in zip(rows, sheet.rows, strict=True):
            for name in (*FIGURES, *TIMES):
                column = mapping.columns.get(name)
                if column is not None and column < len(cells) and not says_nothing(cells[column]):
                    stated[name] += 1
                    if name not in row.fields:
                        wrong.append(f"{path.name} row {row.row_number}: {name} {cells[column]!r}")
        refused = sum(row.refused is not None for row in rows)
        print(f"  {path.name}: {len(rows)} rows, {refused} refused, {spent:.2f} s")
    print(f"tables: {sum(stated.values())} figures and times stated, {len(wrong)} not read")
    _show(wrong)
    return not wrong


def measure_pairs() -> bool:
    """Precision and recall of 同一条, and of 同一条 with 疑似, over the labelled pairs."""
    with (DATA / "06_neardup" / "PAWS-X_zh_200.tsv").open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    called = Counter((compare(pair["sentence1"], pair["sentence2"]).verdict, pair["label"]) for pair in pairs)
    positive = sum(pair["label"] == "1" for pair in pairs)
    for words, verdicts in (("同一条", [Verdict.SAME]), ("同一条或疑似", [Verdict.SAME, Verdict.LIKELY])):
        right = sum(called[verdict, "1"] for verdict in verdicts)
        false = sum(called[verdict, "0"] for verdict in verdicts)
        print(f"pairs: {words}: precision {right / max(1, right + false):.2f}, recall {right / positive:.2f}")
    print(f"pairs: labelled different and called 同一条: {called[Verdict.SAME, '0']}")
    return called[Verdict.SAME, "0"] == 0


def measure_hostile() -> bool:
    """Every hostile file is read or refused in words, in time and memory."""
    slowest, outcomes, bugs = 0.0, Counter[str](), []
    for path in sorted(path for path in (DATA / "08_hostile").rglob("*") if path.is_file()):
        for take in (_as_table, _as_page):
            started = time.perf_counter()
            try:
                take(path)
                outcomes["read"] += 1
            except BadFile as refusal:
                outcomes["refused"] += 1
                if not str(refusal).endswith("。"):
                    bugs.append(f"{path.name}: {refusal}")
            slowest = max(slowest, time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"hostile: {dict(outcomes)}, slowest {slowest:.2f} s, most memory of a worker {memory} MB")
    _show(bugs)
    return not bugs and slowest <= MOST_SECONDS and memory <= MOST_MEGABYTES


def _as_table(path: Path) -> object:
    sheet = run_apart(read_file, path)
    return parse_rows(sheet, propose_mapping(sheet.headings, sheet.rows), READ_AT)


def _as_page(path: Path) -> object:
    return capture_file(path, READ_AT)


def _show(lines: list[str]) -> None:
    for line in lines[:20]:
        print(f"  {line}")


MEASURES: tuple[Callable[[], bool], ...] = (measure_pages, measure_tables, measure_pairs, measure_hostile)


def main() -> int:
    """Run every measure; 1 where one misses its mark."""
    if not DATA.is_dir():
        print("the real files are not here; nothing measured")
        return 0
    outcomes = [measure() for measure in MEASURES]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
