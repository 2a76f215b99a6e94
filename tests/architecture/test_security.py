"""Each promise of SECURITY.md has a test, and the test is there."""

import re
from pathlib import Path

from tests.architecture.sources import ROOT

PROMISED = re.compile(r"`(test_\w+)`")
DEFINED = re.compile(r"^def (test_\w+)\(", re.MULTILINE)


def test_every_promise_of_security_md_names_a_test_that_exists() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    promises = [
        line for line in section(text, "Promises and their tests").splitlines() if line.startswith("- ")
    ]
    there = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in DEFINED.findall(path.read_text("utf-8"))
    }
    assert len(promises) > 20
    assert not [line for line in promises if not PROMISED.search(line)]
    assert set(PROMISED.findall(text)) - there == set()


def section(text: str, title: str) -> str:
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_the_file_is_where_people_look_for_it() -> None:
    assert Path(ROOT, "SECURITY.md").is_file()
