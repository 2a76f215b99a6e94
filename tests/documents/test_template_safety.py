"""Whatever a template or a value holds, each paper runs no code, reads no file, and says just the words it was given."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.documents.golden import filled
from tests.documents.samples import says_its_names
from tests.documents.test_printing import letters, plain
from tests.documents.test_word import text_of
from yuqing_desktop.documents import package
from yuqing_desktop.documents.context import clean
from yuqing_desktop.documents.papers.registry import PAPERS
from yuqing_desktop.documents.printing import printout
from yuqing_desktop.documents.word import check_template, load, pack
from yuqing_desktop.paths import resources
from yuqing_desktop.problems import BadFile

every_paper = pytest.mark.parametrize("name", PAPERS)
MAIN = "word/document.xml"
CODE = (
    "{{ 编号.__class__.__mro__ }}",
    "{{ 编号.upper() }}",
    "{{ '%s' % 编号 }}",
    "{{ 编号 ~ 编号 }}",
    "{{ lipsum.__globals__ }}",
    "{{ [].__class__ }}",
    "{{ 编号|map('upper') }}",
    "{% include '/etc/passwd' %}",
    "{% extends '/etc/passwd' %}",
    "{% from 'os' import path %}",
    "{% set x = 编号 %}",
    "{% for x in 'abcdefgh' %}{{ x }}{% endfor %}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}{{ 编号 }}{% endfilter %}",
    "{{ _emitted }}",
    "{{ self }}",
    "{% if ''.__class__ %}{% endif %}",
    "{{r 编号 }}",
)
FIELDS = (
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "DDEAUTO",
    "LINK",
    "HYPERLINK",
    "MACROBUTTON",
    "DATABASE",
    "ASK",
    "",
)
OUTSIDE = (
    ("image", "file:///etc/passwd"),
    ("attachedTemplate", "http://example.com/a.dotm"),
    ("oleObject", "http://example.com/a"),
    ("hyperlink", "file:///etc/passwd"),
    ("hyperlink", "javascript:alert(1)"),
)
VALUES = (
    "AT&T <b>粗</b> &amp; &#10; ]]> --> </w:t></w:r></w:p><w:p>",
    "{{ 编号 }} {% for 行 in 事项 %} {%p endif %} {{ ''.__class__ }}",
    "一\u2028二\u2029三\x85四\x0b五\x0c六\r七\r\n八",
    "零\x00一\x1f二\ud800三\ufffe四😀👩‍👩‍👧",
    '"><img src="file:///etc/passwd"><style>',
    "=cmd|' /C calc'!A0",
)


def parts_of(name: str) -> dict[str, bytes]:
    return package.read(resources() / "templates" / PAPERS[name].file_name)


def saved(folder: Path, parts: dict[str, bytes]) -> Path:
    path = folder / "own.docx"
    path.write_bytes(pack(parts))
    return path


def with_xml(parts: dict[str, bytes], xml: str) -> dict[str, bytes]:
    """The template with a paragraph of this XML before its first."""
    return {**parts, MAIN: re.sub(rb"<w:p[ >]", lambda found: xml.encode() + found[0], parts[MAIN], count=1)}


def run(words: str) -> str:
    return f"<w:p><w:r><w:t>{words.replace('<', '&lt;')}</w:t></w:r></w:p>"


@every_paper
def test_no_template_runs_code(name: str, tmp_path: Path) -> None:
    for code in CODE:
        path = saved(tmp_path, with_xml(parts_of(name), run(code)))
        assert any(finding.fatal for finding in check_template(path, PAPERS[name])), code
        with pytest.raises(BadFile):
            load(path, PAPERS[name])


@every_paper
def test_no_template_reads_a_file(name: str, tmp_path: Path) -> None:
    for field in FIELDS:
        xml = f'<w:p><w:fldSimple w:instr=" {field} x "/></w:p>'
        with pytest.raises(BadFile, match="域"):
            load(saved(tmp_path, with_xml(parts_of(name), xml)), PAPERS[name])
    rels = "word/_rels/document.xml.rels"
    for kind, target in OUTSIDE:
        link = f'<Relationship Id="x" Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
        parts = parts_of(name)
        parts[rels] = parts[rels].replace(b"</Relationships>", link.encode())
        with pytest.raises(BadFile, match="引用了"):
            load(saved(tmp_path, parts), PAPERS[name])
    picture = '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="/etc/passwd"/></w:pict></w:r></w:p>'
    with pytest.raises(BadFile, match="文件以外"):
        load(saved(tmp_path, with_xml(parts_of(name), picture)), PAPERS[name])


@every_paper
def test_no_value_forges_a_paragraph_on_paper_or_printer(name: str, qapp: object) -> None:
    from PySide6.QtGui import QTextDocument

    def blocks(docx: bytes) -> int:
        document = QTextDocument()
        document.setHtml(printout(docx).body)
        return document.blockCount()

    context = PAPERS[name].context
    template = load(resources() / "templates" / PAPERS[name].file_name, PAPERS[name])
    plainly = template.fill(says_its_names(context, "甲"))
    for value in VALUES:
        hostile = template.fill(says_its_names(context, value))
        assert paragraphs(hostile) == paragraphs(plainly)
        assert blocks(hostile) == blocks(plainly)
        assert letters(clean(value)) in letters(text_of(hostile))
        assert letters(clean(value)) in letters(plain(printout(hostile)))


def paragraphs(docx: bytes) -> int:
    return len(re.findall(rb"<w:p[ >]", package_of(docx)[MAIN]))


@pytest.mark.parametrize("face", ['w:eastAsia="仿宋_GB2312"', 'w:ascii="Times New Roman"'])
def test_a_faces_name_never_becomes_html(face: str) -> None:
    attribute = face.split("=")[0]
    hostile = f'{attribute}="x\'&quot;>&lt;img src=&quot;file:///etc/passwd&quot;>"'
    assert "<img" not in printout(with_attribute(filled("transfer_slip"), face, hostile)).body


def test_a_colour_never_becomes_html() -> None:
    run = '<w:p><w:r><w:rPr><w:color w:val="&quot;>&lt;img src=&quot;x&quot;>"/></w:rPr><w:t>甲</w:t></w:r></w:p>'
    parts = with_xml(package_of(filled("transfer_slip")), run)
    assert "img" not in printout(pack(parts)).body


def test_a_layout_that_cannot_be_read_is_refused_in_words() -> None:
    docx = with_attribute(filled("transfer_slip"), '<w:sz w:val="24"/>', '<w:sz w:val="大"/>')
    with pytest.raises(BadFile, match="版面读不出"):
        printout(docx)


def package_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return {name: file.read(name) for name in file.namelist()}


def with_attribute(docx: bytes, old: str, new: str) -> bytes:
    parts = package_of(docx)
    assert old.encode() in parts[MAIN]
    return pack({**parts, MAIN: parts[MAIN].replace(old.encode(), new.encode())})
