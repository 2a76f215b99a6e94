"""Counters against the numbers given: none twice, no gap, none behind (文书编号、登记编号)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count

from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.domain.numbering import ITEM_COUNTER, edition_counter
from yuqing_desktop.storage.snapshot import Rows

_ITEM = re.compile(r"YQ-(\d{4})-(\d{1,9})")
_PAPER = re.compile(r"(.+)〔(\d{4})〕(\d{1,9})号")
_ADVICE = "请与备份核对，查明由谁改动。"
_WHOLE = "typeof(name) = 'text' AND typeof(year) = 'integer' AND typeof(last) = 'integer'"
_EDITIONS = (
    "SELECT word, CAST(substr(last, 1, 4) AS INTEGER), serial, total FROM edition WHERE date(last) = last"
    " AND typeof(word) = 'text' AND typeof(serial) = 'integer' AND typeof(total) = 'integer'"
)


def check(rows: Rows) -> Iterator[Finding]:
    """Every series of numbers by counter and year."""
    for (row_id,) in rows.rows(f"SELECT id FROM counter WHERE NOT ({_WHOLE})"):
        yield Finding("编号计数不符", f"计数（counter {row_id}）读不出来", "", _ADVICE)
    counters = {
        (name, year): last
        for name, year, last in rows.rows(f"SELECT name, year, last FROM counter WHERE {_WHOLE}")
    }
    given = _given(rows)
    for key in sorted(given.keys() | counters.keys()):
        last, highest = counters.get(key, 0), max(given[key], default=0)
        where = f"{'登记编号' if key[0] == ITEM_COUNTER else key[0]} {key[1]}年"
        if last != highest:
            yield Finding("编号计数不符", f"{where}：计数{last}，实际已用到{highest}", "", _ADVICE)
        if gap := _first_gap(given[key]):
            missing = highest - sum(number > 0 for number in given[key])
            yield Finding("编号缺号", f"{where}：第{gap}号等{missing}个", "", "请与备份核对缺失的编号。")


def _given(rows: Rows) -> dict[tuple[str, int], set[int]]:
    """The numbers that stand in the registry, by counter and year."""
    given: dict[tuple[str, int], set[int]] = defaultdict(set)
    for (number,) in rows.cursor("SELECT number FROM item WHERE typeof(number) = 'text'"):
        if match := _ITEM.fullmatch(number):
            given[ITEM_COUNTER, int(match[1])].add(int(match[2]))
    for (number,) in rows.cursor("SELECT number FROM paper WHERE typeof(number) = 'text'"):
        if match := _PAPER.fullmatch(number):
            given[match[1], int(match[2])].add(int(match[3]))
    for word, year, serial, total in rows.cursor(_EDITIONS):
        given[edition_counter(word), year].add(serial)
        given[edition_counter(word), 0].add(total)
    return given


def _first_gap(given: set[int]) -> int:
    """The lowest number that was passed over, 0 for none: a number of any size makes the search no longer."""
    number = next(number for number in count(1) if number not in given)
    return number if number < max(given, default=0) else 0
