"""All checks of the evidence, on an open registry or on a copy, in one order."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from yuqing_desktop.domain.findings import Finding, Report
from yuqing_desktop.progress import Progress
from yuqing_desktop.storage.checks import (
    approvals,
    attachments,
    chain,
    derived,
    heads,
    numbers,
    signatures,
    structure,
    table_rows,
)
from yuqing_desktop.storage.evidence import Blobs
from yuqing_desktop.storage.heads import Head, Memory
from yuqing_desktop.storage.snapshot import Snapshot, at_rest

SHOWN = 50
"""How many findings of one kind of check are listed; the rest are counted."""

_RESTORES = "SELECT id, detail FROM event WHERE act = 'restore_backup' ORDER BY id"

_NO_TEXT = "Could not decode"
"""What SQLite's module says of text that is no UTF-8."""

Check = Callable[[], Iterable[Finding]]


def look(
    rows: Snapshot,
    *,
    blobs: Blobs,
    memory: Memory | None = None,
    paper: Head | None = None,
    backups: Iterable[Head] = (),
    is_sample: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Everything that can be said of the evidence. `paper` is a head typed from a printed paper, `backups` what they say."""
    report, found, hints = progress or Progress(), list[Finding](), list[Finding]()
    report.step(0, 8, "数据库文件")
    damaged = list(_safely(rows, lambda: structure.check(rows)))
    found += damaged
    walked = chain.Chain()
    report.step(1, 8, "留痕链")
    walked = _walked(rows) or walked
    (hints if is_sample else found).extend(walked.backward)
    found += _few(walked.findings)
    steps: tuple[tuple[str, Check], ...] = (
        ("标识", lambda: structure.identity(rows, walked)),
        ("登记数据", lambda: table_rows.compare(rows, walked)),
        ("审批", lambda: approvals.check(rows, walked)),
        ("签名", lambda: signatures.check(rows, walked)),
        ("附件", lambda: attachments.check(rows, walked, blobs)),
        ("编号", lambda: numbers.check(rows)),
        ("待办", lambda: derived.duties_of_items(rows)),
        ("检索", lambda: derived.search_index(rows)),
        ("留痕摘要", lambda: heads.check(walked, memory)),
        ("备份的留痕摘要", lambda: heads.against_backups(walked, backups)),
        ("纸面留痕摘要", lambda: heads.against(walked, paper or (0, ""), "纸面上的留痕摘要与登记簿不符")),
    )
    for number, (words, step) in enumerate(steps, start=2):
        report.step(number, len(steps) + 2, words)
        found += _few(_safely(rows, step))
    hints += _few(attachments.orphans(rows, blobs))
    return Report(tuple(found), tuple(hints), walked.head, walked.last)


def glance(rows: Snapshot, memory: Memory) -> Iterator[Finding]:
    """The chain's end alone, against what this computer remembers."""
    tail = chain.Chain()
    for number, digest, at in rows.rows("SELECT id, hash, at FROM event ORDER BY id"):
        tail.last, tail.hashes[number], tail.times[number] = number, digest, at
    tail.restores += rows.rows(_RESTORES)
    yield from heads.check(tail, memory)


def verify_copy(path: Path, blobs: Path) -> Report:
    """The same for a copy or a backup at rest. Raises Trouble when it cannot be opened."""
    with at_rest(path) as rows:
        return look(rows, blobs=Blobs(blobs), is_sample=sample(rows))


def sample(rows: Snapshot) -> bool:
    """Whether the registry is a sample: its events were made on a clock that was moved about."""
    try:
        return bool(rows.rows("SELECT 1 FROM setting WHERE name = 'sample' AND value = '1'"))
    except sqlite3.DatabaseError:
        return False


def _walked(rows: Snapshot) -> chain.Chain | None:
    try:
        return chain.walk(rows)
    except sqlite3.DatabaseError as error:
        return chain.walk(rows) if _NO_TEXT in str(error) and rows.be_lenient() else None


def _safely(rows: Snapshot, step: Check) -> list[Finding]:
    """A check that a damaged file stops ends with a finding of its own; text that is none is read as it is."""
    try:
        return list(step())
    except sqlite3.DatabaseError as error:
        if _NO_TEXT in str(error) and rows.be_lenient():
            return _safely(rows, step)
        return [Finding("数据库文件损坏", str(error), "", "请停止录入，从最近一份核验过的备份恢复。")]


def _few(found: Iterable[Finding]) -> Iterator[Finding]:
    iterator = iter(found)
    yield from islice(iterator, SHOWN)
    rest = sum(1 for _ in iterator)
    if rest:
        yield Finding("同类问题还有", f"{rest}处", "", "请先处理上面列出的。")
