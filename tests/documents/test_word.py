"""A template is filled with exactly the words handed in, and can do nothing else."""

import errno
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.samples import HOSTILE, LONG_SLIP, SLIP, says_its_names
from yuqing_desktop.documents import package, saving, word
from yuqing_desktop.documents.context import clean, names, without_personal
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP, TransferSlip
from yuqing_desktop.documents.word import Template, check_template, load
from yuqing_desktop.paths import resources
from yuqing_desktop.problems import BadFile, NotFound, Trouble

FACTORY = resources() / "templates" / "transfer_slip.docx"
SPACE = re.compile(r"\s+")


@pytest.fixture(scope="module")
def template() -> Template:
    return load(FACTORY, TRANSFER_SLIP)


def text_of(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        parts = [name for name in file.namelist() if package.TEXT_PARTS.fullmatch(name)]
        return "\n".join(package.text_of(package.parse(file.read(name))) for name in parts)


def edited(
    folder: Path, old: str, new: str, part: str = "word/document.xml", *, factory: Path = FACTORY
) -> Path:
    """A factory template (the slip) with one string changed."""
    made = folder / "office.docx"
    with zipfile.ZipFile(factory) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            target.writestr(name, content)
    return made


def test_every_word_of_the_slip_stands_in_the_file(template: Template) -> None:
    text = text_of(template.fill(says_its_names(TransferSlip)))
    missing = [
        name.label for name in names(TransferSlip) if name.field != "code" and f"〔{name.label}〕" not in text
    ]
    assert missing == []


def test_the_factory_slip_uses_every_placeholder(template: Template) -> None:
    assert template.missing == ()
    assert check_template(FACTORY, TRANSFER_SLIP) == []


def test_python_docx_opens_the_slip_and_reads_its_table(template: Template) -> None:
    document = Document(io.BytesIO(template.fill(SLIP)))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert cells[:4] == ["转送科室", "政务服务科", "协办科室", "数据资源科"]
    assert document.tables[1].rows[0].cells[1].text == SLIP.number


def test_hostile_text_stays_text(template: Template) -> None:
    plain, hostile = template.fill(SLIP), template.fill(says_its_names(TransferSlip, HOSTILE))
    assert text_of(hostile).count(clean(HOSTILE)) >= len(names(TransferSlip)) - 1
    paragraphs = [len(Document(io.BytesIO(made)).element.xpath("//w:p")) for made in (plain, hostile)]
    assert paragraphs[0] == paragraphs[1]


@given(st.text(max_size=60))
def test_any_text_comes_back_as_it_went_in(text: str) -> None:
    assert clean(text) in text_of(_compiled().fill(replace(SLIP, summary=text)))


@cache
def _compiled() -> Template:
    return load(FACTORY, TRANSFER_SLIP)


def test_the_qr_code_says_the_papers_code(template: Template) -> None:
    zxingcpp = pytest.importorskip("zxingcpp")
    pytest.importorskip("PySide6")
    from PySide6.QtGui import QImage

    with zipfile.ZipFile(io.BytesIO(template.fill(SLIP))) as file:
        image = QImage.fromData(file.read("word/media/image1.png")).convertToFormat(
            QImage.Format.Format_Grayscale8
        )
    rows = [[image.pixelColor(x, y).value() for x in range(image.width())] for y in range(image.height())]
    pixels = memoryview(bytes(value for row in rows for value in row)).cast("B", (len(rows), len(rows[0])))
    assert zxingcpp.read_barcodes(pixels)[0].text == SLIP.code


def test_the_same_words_give_the_same_bytes(template: Template) -> None:
    assert template.fill(LONG_SLIP) == template.fill(LONG_SLIP)


def test_a_placeholder_split_over_runs_is_healed(tmp_path: Path) -> None:
    split = "{{ 转送</w:t></w:r><w:r><w:t>科室 }}"
    made = load(edited(tmp_path, "{{ 转送科室 }}", split), TRANSFER_SLIP)
    assert SLIP.lead in text_of(made.fill(SLIP))


def test_an_unknown_placeholder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"转送单.*office\.docx.*不认识的占位符〔密码〕"):
        load(edited(tmp_path, "{{ 转送科室 }}", "{{ 密码 }}"), TRANSFER_SLIP)


def test_a_dropped_placeholder_is_named_but_does_not_stop_the_office(tmp_path: Path) -> None:
    findings = check_template(edited(tmp_path, "{{ 电话 }}", ""), TRANSFER_SLIP)
    assert [(finding.words, finding.fatal) for finding in findings] == [("没有用到〔电话〕", False)]


@pytest.mark.parametrize(
    "code",
    [
        "{{ 编号.__class__ }}",
        "{{ 编号.format(1) }}",
        "{{ 编号 * 1000000 }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{% for x in range(9) %}{{ x }}{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% set x = 1 %}",
        "{% macro x() %}{% endmacro %}",
        "{{ 编号|safe }}",
        "{{ 编号|attr('upper') }}",
        "{{ _emitted }}",
        "{{ 编号[0] }}",
        "{{ 编号 is defined }}",
        "{% raw %}{{ x }}{% endraw %}{{ 编号.x }}",
        "{{ 编号 ",
        "{% if 编号 %}",
    ],
)
def test_a_template_runs_no_code_and_calls_nothing(tmp_path: Path, code: str) -> None:
    with pytest.raises(BadFile):
        load(edited(tmp_path, "{{ 转送科室 }}", code), TRANSFER_SLIP)


@pytest.mark.parametrize(
    "xml",
    [
        '<w:altChunk xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/><w:p>',
        '<w:p><w:fldSimple w:instr="INCLUDEPICTURE x"/></w:p><w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCL</w:instrText></w:r><w:r>'
        '<w:instrText>UDETEXT x</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p>',
        "<w:p><w:r><w:object/></w:r></w:p><w:p>",
    ],
)
def test_a_template_reads_no_file(tmp_path: Path, xml: str) -> None:
    with pytest.raises(BadFile):
        load(edited(tmp_path, "<w:p>", xml), TRANSFER_SLIP)


def test_a_template_refers_to_nothing_outside(tmp_path: Path) -> None:
    link = (
        '<Relationship Id="x" Type="http://x/image" Target="http://example.com/a.png" TargetMode="External"/>'
    )
    rels = "word/_rels/document.xml.rels"
    with pytest.raises(BadFile, match="文件以外"):
        load(edited(tmp_path, "</Relationships>", link + "</Relationships>", rels), TRANSFER_SLIP)


def test_a_template_declares_no_entities(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="XML"):
        load(edited(tmp_path, "<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document'), TRANSFER_SLIP)


def test_a_placeholder_in_an_attribute_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="位置"):
        load(edited(tmp_path, 'w:val="center"', 'w:val="{{ 编号 }}"'), TRANSFER_SLIP)


def test_a_file_that_is_no_word_file_is_refused_in_words(tmp_path: Path) -> None:
    no_word = tmp_path / "x.docx"
    no_word.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(BadFile, match="打不开"):
        load(no_word, TRANSFER_SLIP)
    with pytest.raises(NotFound):
        load(tmp_path / "none.docx", TRANSFER_SLIP)


def test_words_that_are_lost_are_noticed(template: Template) -> None:
    with pytest.raises(BadFile, match="核对不一致"):
        template._compare("一二三", ["一", "三", "二"])


def test_the_variant_without_personal_data_says_so() -> None:
    variant = without_personal(replace(SLIP, instructions="请速办"))
    assert (variant.contact, variant.phone, variant.instructions) == ("（略）", "（略）", "（略）")
    assert variant.number == SLIP.number


def test_a_saved_slip_replaces_the_old_one_whole(tmp_path: Path, template: Template) -> None:
    path = tmp_path / "slip.docx"
    path.write_bytes(b"old")
    word.write(path, template, SLIP)
    assert Document(str(path)).tables
    assert [entry.name for entry in tmp_path.iterdir()] == ["slip.docx"]


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "磁盘已满"), (errno.EACCES, "请先关闭该文件"), (errno.EROFS, "只读")]
)
def test_a_disk_that_refuses_is_told_in_words_and_the_old_file_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    path = tmp_path / "slip.docx"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Trouble, match=words):
        saving.save(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_held_open_elsewhere_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(Trouble, match="请先关闭该文件"):
        saving.save(tmp_path / "slip.docx", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="文件夹不存在"):
        saving.save(tmp_path / "none" / "slip.docx", b"new")


def test_rows_cannot_be_multiplied_by_rows(tmp_path: Path) -> None:
    batch = PAPERS["approval_batch"]
    nested = "{% for a in 事项 %}{% for b in 事项 %}{{ b.序号 }}{% endfor %}{% endfor %}"
    path = edited(tmp_path, "{{ 单位 }}", nested, factory=FACTORY.with_name(batch.file_name))
    with pytest.raises(BadFile, match="〔事项〕"):
        load(path, batch)


def test_a_program_that_dies_while_saving_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "slip.docx"
    path.write_bytes(b"old")
    dies = (
        "import os, pathlib, sys; from yuqing_desktop.documents import saving; os.fsync = lambda _: os._exit(9); "
        "saving.save(pathlib.Path(sys.argv[1]), b'new' * 100000)"
    )
    assert subprocess.run([sys.executable, "-c", dies, str(path)], cwd=resources().parent).returncode == 9
    assert path.read_bytes() == b"old"


def test_a_line_end_is_a_break_in_the_same_paragraph(template: Template) -> None:
    document = Document(io.BytesIO(template.fill(replace(SLIP, summary="甲\n乙\r\n丙"))))
    paragraph = document.tables[0].rows[8].cells[1].paragraphs[0]
    assert paragraph.text == "甲\n乙\n丙"
    assert len(paragraph._p.xpath(".//w:br")) == 2


def test_every_fill_is_read_back(template: Template, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "text_of", lambda root: "")
    with pytest.raises(BadFile, match="核对不一致"):
        template.fill(SLIP)
