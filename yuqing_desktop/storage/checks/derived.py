"""What is derived from the items: their open duties and the search index."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from yuqing_desktop.domain import duties
from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.storage.checks.records import every
from yuqing_desktop.storage.migrations import MIGRATIONS
from yuqing_desktop.storage.search import SEARCHED, words_of
from yuqing_desktop.storage.snapshot import Rows, Snapshot

_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'item_search', 'row')"


def duties_of_items(rows: Rows) -> Iterator[Finding]:
    """Open duties against what each item owes."""
    standing: dict[int, list[DutyKind]] = defaultdict(list)
    for duty in every(rows, Duty, "WHERE closed_at IS NULL"):
        standing[duty.item_id].append(duty.kind)
    for item in every(rows, Item):
        if sorted(standing[item.id]) != sorted(duties.owed(item)):
            yield Finding("待办与事项状态不符", item.number, "", "请打开该事项核对待办。")


def search_index(rows: Snapshot) -> Iterator[Finding]:
    """The index against the texts: which items it holds with how many words, which words stand in how many."""
    sizes: dict[int, int] = {}
    terms: Counter[str] = Counter()
    for item_id, words in _words(rows):
        terms.update(words)
        sizes[item_id] = len(words)
    if _sums(rows) == (sizes, terms):
        return
    # characters newer than SQLite's tables split words differently: only a real second index can tell
    wanted, found = _rebuilt(rows), _sums(rows)
    advice = "请在设置中重建检索索引。"
    for item_id in sorted(wanted[0].keys() | found[0].keys()):
        if wanted[0].get(item_id) != found[0].get(item_id):
            yield Finding("检索索引与事项不符", f"事项（item {item_id}）", "", advice)
            return
    for word in sorted(wanted[1].keys() | found[1].keys()):
        if wanted[1].get(word) != found[1].get(word):
            yield Finding("检索索引与事项不符", f"词“{word}”", "", advice)
            return


def _words(rows: Rows) -> Iterator[tuple[int, Sequence[str]]]:
    """The tokens of every item, by columns: making the items would take longer than the look."""
    for item_id, *texts in rows.cursor(f"SELECT id, {', '.join(SEARCHED)} FROM item"):
        yield item_id, list(words_of(map(str, texts)))


def _sums(rows: Rows) -> tuple[dict[int, int], dict[str, int]]:
    rows.rows(_VOCABULARY)
    sizes = {row[0]: _number(row[1]) for row in rows.cursor("SELECT id, sz FROM item_search_docsize")}
    return sizes, dict(rows.rows("SELECT term, doc FROM temp.words"))


def _rebuilt(rows: Rows) -> tuple[dict[int, int], dict[str, int]]:
    with Snapshot(sqlite3.connect(":memory:")) as second:
        for statement in MIGRATIONS[0].statements:
            if "item_search" in statement:
                second.rows(statement)
        for item_id, words in _words(rows):
            second.rows("INSERT INTO item_search (rowid, body) VALUES (?, ?)", (item_id, " ".join(words)))
        return _sums(second)


def _number(blob: bytes) -> int:
    """SQLite's variable-length number, as FTS5 keeps the size of a text."""
    value = 0
    for byte in blob:
        value = value << 7 | byte & 0x7F
    return value
