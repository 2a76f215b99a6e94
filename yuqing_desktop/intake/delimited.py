"""Tables in text files: comma, tab, semicolon or bar between cells, lines inside quoted cells."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from yuqing_desktop.intake.sheet import CellCount, Grid, Limits, is_empty
from yuqing_desktop.problems import BadFile
from yuqing_desktop.progress import Progress

_DELIMITERS = (",", "\t", ";", "|")
_WIDE = "，"
"""A comma of a Chinese keyboard: taken where none of the others divides anything."""
_SAMPLE_RECORDS = 40
_REPORT_EVERY = 2_000
_END = "\x03end\x03"


def read_delimited(text: str, limits: Limits, progress: Progress, *, delimiter: str = "") -> Grid:
    """The records of a text table, numbered from 1, heading and empty ones counted. Raises BadFile."""
    if not text.strip():
        raise BadFile("文件是空的，没有可以导入的行。")
    lead = text[:6].lower()
    skipped = 1 if lead.startswith("sep=") and lead[4:5] in _DELIMITERS else 0
    chosen = delimiter or (lead[4] if skipped else found_delimiter(text))
    count = CellCount(limits)
    rows = []
    for number, record in enumerate(_records(text, chosen), start=1):
        if number > skipped and not all(map(is_empty, record)):
            count.take(number, len(record))
            rows.append((number, tuple(map(_unwrapped, record))))
        if number % _REPORT_EVERY == 0:
            progress.step(number, 0, f"已读{number}行")
    return Grid("", tuple(rows), "csv", delimiter=chosen)


def _unwrapped(cell: str) -> str:
    """="481262…" is how an export keeps a spreadsheet from rounding a long number."""
    is_kept = cell.startswith('="') and cell.endswith('"') and len(cell) > 2
    return cell[2:-1] if is_kept else cell


def found_delimiter(text: str) -> str:
    """The delimiter under which the first records are most alike in width, and widest."""
    sample = text[:200_000]
    scores = {delimiter: _score(sample, delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: scores[delimiter])
    if scores[best] > 0:
        return best
    return _WIDE if _divides_all(sample, _WIDE) else ","


def _divides_all(sample: str, delimiter: str) -> bool:
    """Whether it divides every one of some records into as many cells: no sign of prose does."""
    reader = csv.reader(StringIO(sample, newline=""), delimiter=delimiter)
    try:
        widths = [len(record) for record in islice(reader, _SAMPLE_RECORDS) if record]
    except csv.Error:
        return False
    return len(widths) > 1 and widths[0] > 2 and len(set(widths)) == 1


def _score(sample: str, delimiter: str) -> float:
    reader = csv.reader(StringIO(sample, newline=""), delimiter=delimiter)
    widths: Counter[int] = Counter()
    try:
        widths.update(len(record) for record in islice(reader, _SAMPLE_RECORDS) if record)
    except csv.Error:
        return 0.0
    wide = {width: times for width, times in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, times = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
    return float((times / sum(widths.values())) ** 2 * min(width, 20) ** 0.5)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The records, a closing mark of our own behind them: a quote that never closes swallows it."""
    number, record = 0, [""]
    reader = csv.reader(StringIO(f"{text}\n{_END}", newline=""), delimiter=delimiter)
    try:
        for following in reader:
            if number:
                yield record
            number, record = number + 1, following
    except csv.Error as error:
        raise BadFile(f"第{number + 1}行有一个单元格过长或含有异常字符，未读取。") from error
    if record != [_END]:
        raise BadFile(f"从第{number}行起有一个引号没有配对，后面的内容分不清列，未读取。")
