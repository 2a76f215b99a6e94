"""Every paper the office signs: whole, to the standard, the same on the printer, proof against what is put in it."""

import io
import zipfile
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import pytest
from docx import Document

from tests.documents.golden import FOLDER, filled, structure
from tests.documents.papers_samples import REPORT, SAMPLES
from tests.documents.qt_paint import paint_pdf
from tests.documents.samples import HOSTILE, SLIP, says_its_names
from tests.documents.test_printing import letters, plain
from tests.documents.test_word import text_of
from tools.make_templates import main as build
from tools.measure_papers import measures
from yuqing_desktop.documents.context import WITHHELD, clean, names, without_personal
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.papers.report_up import phone_script, sms
from yuqing_desktop.documents.printing import printout
from yuqing_desktop.documents.word import Template, check_template, load
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.paths import resources

FACTORY = resources() / "templates"
ONE_SHEET = (
    "transfer_slip",
    "approval_form",
    "urge_note",
    "supervision_note",
    "report_up",
    "rounds_month",
    "archive_cover",
    "key_form",
)
LISTS = ("approval_batch", "accountability", "archive_contents")
"""A second page of these repeats the headings."""
every_paper = pytest.mark.parametrize("name", PAPERS)


def template(name: str) -> Template:
    return load(FACTORY / PAPERS[name].file_name, PAPERS[name])


def test_every_kind_of_paper_that_is_numbered_has_its_template() -> None:
    written = {kind.value for kind in PaperKind} - {PaperKind.WEEKLY_LEDGER}
    assert written <= set(PAPERS)
    assert sorted(path.stem for path in FACTORY.glob("*.docx")) == sorted(PAPERS)


@every_paper
def test_the_factory_template_has_nothing_to_be_said_against(name: str) -> None:
    assert check_template(FACTORY / PAPERS[name].file_name, PAPERS[name]) == []


@every_paper
def test_text_and_structure_are_the_kept_ones(name: str) -> None:
    assert structure(filled(name)) == (FOLDER / f"{name}.txt").read_text("utf-8")


@every_paper
def test_every_word_stands_in_the_paper(name: str) -> None:
    text = text_of(template(name).fill(says_its_names(PAPERS[name].context)))
    for field in names(PAPERS[name].context):
        for label in [row.label for row in field.rows or ()] or [field.label]:
            assert f"〔{label}〕" in text or field.code


@every_paper
def test_no_value_forges_a_paragraph_or_loses_its_end(name: str) -> None:
    context = PAPERS[name].context
    plain_one, hostile = (template(name).fill(says_its_names(context, text)) for text in ("甲", HOSTILE))
    counts = [len(Document(io.BytesIO(made)).element.xpath("//w:p")) for made in (plain_one, hostile)]
    assert counts[0] == counts[1]
    assert text_of(hostile).replace("\n　　", "\n").count(clean(HOSTILE)) >= sum(
        not one.code for one in names(context)
    )


@every_paper
def test_the_printer_says_what_the_file_says(name: str, qapp: object, tmp_path: Path) -> None:
    docx = filled(name)
    written = letters(_default_parts(docx))
    printed, file = Counter(letters(plain(printout(docx)))), Counter(written)
    assert not file - printed
    repeated = letters("".join(structure(docx).split("表：", 1)[1].splitlines()[0])) if name in LISTS else ""
    assert set(printed - file) <= set(repeated)
    pages = paint_pdf(printout(docx), tmp_path / "p.pdf")
    assert pages == 1 if name in ONE_SHEET else pages <= 2


def _default_parts(docx: bytes) -> str:
    """Body, head and foot of odd pages: what a sheet shows."""
    from docx.oxml.ns import qn

    document = Document(io.BytesIO(docx))
    section = document.sections[0]
    roots = (document.element.body, section.header._element, section.footer._element)
    return "".join(text.text or "" for root in roots for text in root.iter(qn("w:t")))


@every_paper
def test_every_number_is_the_standards(name: str) -> None:
    wrong = [measure for measure in measures(FACTORY / PAPERS[name].file_name) if not measure.holds]
    assert wrong == []


def test_every_number_of_a_filled_letter_is_the_standards(tmp_path: Path) -> None:
    for name in ("handling_report", "period_report"):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(filled(name))
        found = list(measures(path))
        assert [measure for measure in found if not measure.holds] == []
        assert {"单页页码位置", "双页页码位置", "成文日期右空", "不合规的日期"} <= {one.what for one in found}


def test_a_measure_that_does_not_hold_is_seen(tmp_path: Path) -> None:
    document = Document(str(FACTORY / "urge_note.docx"))
    document.sections[0].top_margin = 900_000
    document.save(str(tmp_path / "urge_note.docx"))
    wrong = [measure.what for measure in measures(tmp_path / "urge_note.docx") if not measure.holds]
    assert wrong == ["上边距", "版心"]


def test_the_committed_templates_are_the_built_ones(tmp_path: Path) -> None:
    build(tmp_path)
    for path in sorted(FACTORY.glob("*.docx")):
        with zipfile.ZipFile(path) as kept, zipfile.ZipFile(tmp_path / path.name) as made:
            for part in kept.namelist():
                if part != "docProps/core.xml":
                    assert kept.read(part) == made.read(part), f"{path.name}: {part}"


@every_paper
def test_the_variant_without_personal_data_holds_none(name: str) -> None:
    personal = [field for field in names(PAPERS[name].context) if field.personal]
    context = replace(SAMPLES[name], **{field.field: f"秘密{place}" for place, field in enumerate(personal)})
    text = text_of(template(name).fill(without_personal(context)))
    assert "秘密" not in text
    assert WITHHELD in text or not personal


def test_the_variant_for_outside_masks_numbers_in_running_texts() -> None:
    said = "联系13800135678，身份证11010119900307123X；链接id=4876543210987654，工单20261124001"
    text = text_of(template("transfer_slip").fill(without_personal(replace(SLIP, summary=said))))
    assert "联系138****5678，身份证110101********123X；链接id=4876543210987654，工单20261124001" in text


@pytest.mark.article("第七条")
def test_the_phone_script_and_the_message_say_everything_asked_for() -> None:
    for text in (phone_script(REPORT), sms(REPORT)):
        for field in fields(REPORT):
            if field.name in (
                "event_at",
                "source",
                "account",
                "cause",
                "figures",
                "measures",
                "next_steps",
                "phone",
            ):
                assert getattr(REPORT, field.name) in text
        assert "初报" in text
        assert "。。" not in text
