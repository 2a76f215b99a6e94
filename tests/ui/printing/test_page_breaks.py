"""Pages begin where no row is torn and no heading is left alone at a page's end."""

import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument

from tests.documents.papers_samples import BATCH, HANDLING
from ui.printing.page_breaks import untorn
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.printing import printout
from yuqing_desktop.documents.word import load
from yuqing_desktop.paths import resources

HEADING = re.compile("　　[一二三四五六]、")

pytestmark = pytest.mark.usefixtures("qapp")


def pages(name: str, context: Any) -> list[str]:
    """The text of each page of a filled paper."""
    sheet = printout(load(resources() / "templates" / PAPERS[name].file_name, PAPERS[name]).fill(context))
    top, right, bottom, left = sheet.margins
    room = QSizeF(sheet.width - left - right, sheet.height - top - bottom) * 96 / 25.4

    def lay(html: str) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setHtml(html)
        made.setPageSize(room)
        return made

    document = untorn(sheet, lay)
    found: dict[int, str] = defaultdict(str)
    block = document.begin()
    while block.isValid():
        place = document.documentLayout().blockBoundingRect(block).top() + block.layout().lineAt(0).y()
        found[int((place + 0.5) // room.height())] += block.text() + "\n"
        block = block.next()
    return [found[number] for number in range(document.pageCount())]


def test_no_row_of_a_list_is_torn_and_its_headings_are_repeated() -> None:
    lines = tuple(replace(BATCH.lines[3], place=str(number)) for number in range(1, 12))
    made = pages("approval_batch", replace(BATCH, lines=lines))
    assert len(made) > 2
    for page in made:
        assert page.count("拟回复内容和方式") == 1
        assert page.count("YQ-2026-") == page.count("（公开回复）") == page.count("年　月　日") > 0


def test_a_heading_stands_with_its_text_and_the_signature_with_the_last_words() -> None:
    for lines in range(1, 24):
        made = pages("handling_report", replace(HANDLING, situation="\n".join(["经查属实。"] * lines)))
        for page in made[:-1]:
            last = [line for line in page.split("\n") if line.strip()][-1]
            assert not HEADING.match(last)
        signed = next(page for page in made if "负责人：" in page)
        assert HANDLING.day in signed
        assert "三是热线" in signed
