"""Habits that the linters cannot see: whose clock, whose colours, no waiting, nothing about one machine."""

import re
from collections.abc import Iterable
from pathlib import Path

from tests.architecture.sources import PROGRAM, name, python_files, repository_files

CLOCKS = re.compile(
    r"\b(datetime\.now|datetime\.utcnow|datetime\.today|date\.today|currentDateTime|currentDateTimeUtc"
    r"|QDate\.currentDate|QTime\.currentTime|currentSecsSinceEpoch|currentMSecsSinceEpoch|time\.time"
    r"|time\.localtime|time\.gmtime)\(|CURRENT_TIMESTAMP|\bstrftime\(\s*'[^']*',\s*'now'|\bdatetime\('now'"
)
COLOURS = re.compile(
    r"[\"'\s:]#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|\bQColor\(\s*\d|GlobalColor\.(?!transparent)\w"
)
WAITING = re.compile(r"\b(?:processEvents|sleep|msleep|qtbot\.wait|qWait)\(")
MACHINE = re.compile(
    r"(?<![\w.~/:])/(?:wor" r"k|tm" r"p|roo" r"t|hom" r"e|op" r"t|Use" r"rs)/\w"
    r"|pypi\.or" r"g|pythonhos" r"ted|npmjs\.or" r"g|deb\.debi" r"an|index-ur" r"l="
)  # fmt: skip
TEXT = {".py", ".toml", ".txt", ".md", ".spec", ".json", ".qss", ".html", ".cfg", ".sql", ".csv", ".svg", ""}


def test_the_time_is_read_from_the_clock_alone() -> None:
    sources = [path for path in python_files(*PROGRAM) if name(path) != "yuqing_desktop/clock.py"]
    assert not _lines_with(CLOCKS, sources)


def test_colours_live_in_the_theme() -> None:
    window = [path for path in python_files("ui") if not name(path).startswith("ui/shell/theme")]
    assert not _lines_with(COLOURS, window)


def test_nothing_waits_or_spins() -> None:
    files = [path for path in python_files(*PROGRAM, "tests", "tools") if path != Path(__file__)]
    assert not _lines_with(WAITING, files)


def test_nothing_speaks_of_a_machine_or_of_a_download_host() -> None:
    texts = [path for path in repository_files() if path.suffix in TEXT]
    assert not _lines_with(MACHINE, texts)


def _lines_with(pattern: re.Pattern[str], paths: Iterable[Path]) -> list[str]:
    return [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
