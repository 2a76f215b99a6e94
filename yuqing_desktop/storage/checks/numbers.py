"""Counters against the numbers given: none twice, no gap, none behind (文书编号、登记编号)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from yuqing_desktop.domain.editions import Edition
from yuqing_desktop.domain.findings import Finding
from yuqing_desktop.domain.numbering import ITEM_COUNTER, edition_counter
from yuqing_desktop.storage.checks.records import every
from yuqing_desktop.storage.snapshot import Rows

_ITEM = re.compile(r"YQ-(\d{4})-(\d+)")
_PAPER = re.compile(r"(.+)〔(\d{4})〕(\d+)号")


def check(rows: Rows) -> Iterator[Finding]:
    """Every series of numbers by counter and year."""
    given: dict[tuple[str, int], set[int]] = defaultdict(set)
    for (number,) in rows.cursor("SELECT number FROM item WHERE typeof(number) = 'text'"):
        if match := _ITEM.fullmatch(number):
            given[ITEM_COUNTER, int(match[1])].add(int(match[2]))
    for (number,) in rows.cursor("SELECT number FROM paper WHERE typeof(number) = 'text'"):
        if match := _PAPER.fullmatch(number):
            given[match[1], int(match[2])].add(int(match[3]))
    for edition in every(rows, Edition):
        counter = edition_counter(edition.word)
        given[counter, edition.last.year].add(edition.serial)
        given[counter, 0].add(edition.total)
    counters = {(name, year): last for name, year, last in rows.rows("SELECT name, year, last FROM counter")}
    for key in sorted(given.keys() | counters.keys()):
        last, highest = counters.get(key, 0), max(given[key], default=0)
        where = f"{'登记编号' if key[0] == ITEM_COUNTER else key[0]} {key[1]}年"
        if last != highest:
            words = f"{where}：计数{last}，实际已用到{highest}"
            yield Finding("编号计数不符", words, "", "请与备份核对，查明由谁改动。")
        gaps = sorted(set(range(1, highest)) - given[key])
        if gaps:
            yield Finding(
                "编号缺号", f"{where}：第{gaps[0]}号等{len(gaps)}个", "", "请与备份核对缺失的编号。"
            )
