"""Templates changed as offices change them: they print, or the wrong placeholder is named with the line it stands in."""

import copy
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from yuqing_desktop.documents import package
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.printing import printout
from yuqing_desktop.documents.qr import png
from yuqing_desktop.documents.word import Finding, check_template, load, pack, trial_words
from yuqing_desktop.paths import resources

Edit = Callable[[Any], object]


def changed(folder: Path, name: str, edit: Edit) -> Path:
    """A factory's template, changed by this."""
    made = Document(str(resources() / "templates" / f"{name}.docx"))
    edit(made)
    made.save(str(folder / "office.docx"))
    return folder / "office.docx"


def fatal(folder: Path, name: str, edit: Edit) -> list[str]:
    findings: list[Finding] = check_template(changed(folder, name, edit), PAPERS[name])
    return [found.words for found in findings if found.fatal]


def typed(old: str, new: str) -> Edit:
    """The first of these words typed otherwise."""

    def edit(made: Any) -> None:
        place = next(text for text in made.element.body.iter(qn("w:t")) if old in (text.text or ""))
        place.text = place.text.replace(old, new, 1)

    return edit


def split(made: Any) -> None:
    """Every placeholder in runs of three letters with the marks Word's checkers leave between them."""
    for run in list(made.element.body.iter(qn("w:r"))):
        held = run.find(qn("w:t"))
        if held is None or not set("{}") & set(held.text or ""):
            continue
        for start in range(0, len(held.text), 3):
            piece, mark = copy.deepcopy(run), OxmlElement("w:proofErr")
            piece.find(qn("w:t")).text = held.text[start : start + 3]
            piece.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            mark.set(qn("w:type"), "spellStart")
            run.addprevious(piece)
            run.addprevious(mark)
        run.getparent().remove(run)


def tracked_deletion(made: Any) -> None:
    """The first placeholder deleted while changes are tracked."""
    held = next(text for text in made.element.body.iter(qn("w:t")) if "{{" in (text.text or ""))
    deletion = OxmlElement("w:del")
    deletion.set(qn("w:id"), "1")
    held.getparent().addprevious(deletion)
    deletion.append(held.getparent())
    held.tag = qn("w:delText")


def row_deleted(table: int, row: int) -> Edit:
    def edit(made: Any) -> None:
        gone = made.tables[table].rows[row]._tr
        gone.getparent().remove(gone)

    return edit


SOUND: dict[str, Edit] = {
    "a paragraph more": lambda made: made.add_paragraph("本单一式两份。"),
    "a picture": lambda made: made.add_picture(io.BytesIO(png("YQT-2026-1-1"))),
    "words in the head": lambda made: made.sections[0].header.add_paragraph("内部资料"),
    "a row less": row_deleted(0, 0),
    "placeholders in pieces": split,
}


@pytest.mark.parametrize("name", ["transfer_slip", "period_report", "approval_batch"])
@pytest.mark.parametrize("change", SOUND)
def test_a_sound_change_prints(tmp_path: Path, name: str, change: str) -> None:
    path = changed(tmp_path, name, SOUND[change])
    assert not [found.words for found in check_template(path, PAPERS[name]) if found.fatal]
    template = load(path, PAPERS[name])
    made = pack(template.fill_words(trial_words(PAPERS[name])), onto=template.still)
    body = package.text_of(package.parse(package.read(written(tmp_path, made))["word/document.xml"]))
    assert "{{" not in body and "{%" not in body and printout(made).body


def written(folder: Path, made: bytes) -> Path:
    (folder / "made.docx").write_bytes(made)
    return folder / "made.docx"


@pytest.mark.parametrize(
    ("new", "line"),
    [
        ("{ 单位 }}", "{ 单位 }}政务舆情转送单"),
        ("{{ 单位 }", "{{ 单位 }政务舆情转送单"),
        ("｛｛ 单位 }}", "｛｛ 单位 }}政务舆情转送单"),
        ("｛｛ 单位 ｝｝", "｛｛ 单位 ｝｝政务舆情转送单"),
        ("{ { 单位 } }", "{ { 单位 } }政务舆情转送单"),
    ],
)
def test_braces_typed_wrong_are_never_printed_as_they_are(tmp_path: Path, new: str, line: str) -> None:
    (words,) = fatal(tmp_path, "transfer_slip", typed("{{ 单位 }}", new))
    assert "〔单位〕" in words and line in words and "{{ 单位 }}" in words


def test_braces_typed_wrong_in_a_row_of_a_list_are_told_too(tmp_path: Path) -> None:
    (words,) = fatal(tmp_path, "approval_batch", typed("{{ 行.舆情标题", "{行.舆情标题"))
    assert "〔舆情标题〕" in words


def test_an_unknown_placeholder_is_told_with_its_line(tmp_path: Path) -> None:
    (words,) = fatal(tmp_path, "transfer_slip", typed("{{ 单位 }}", "{{ 单住 }}"))
    assert words == "不认识的占位符〔单住〕（“{{ 单住 }}政务舆情转送单”一行）"


@pytest.mark.parametrize(("row", "told"), [(1, "多了一个 endfor"), (3, "缺少结束标签 endfor")])
def test_half_a_list_deleted_is_told_by_its_tag(tmp_path: Path, row: int, told: str) -> None:
    (words,) = fatal(tmp_path, "approval_batch", row_deleted(0, row))
    assert told in words


def test_a_placeholder_deleted_with_changes_tracked_is_told_so(tmp_path: Path) -> None:
    (words,) = fatal(tmp_path, "transfer_slip", tracked_deletion)
    assert "修订" in words
