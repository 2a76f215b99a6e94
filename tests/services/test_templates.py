"""The office changes a template; what is wrong with it is said by name; the factory's is always there to go back to."""

import shutil
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.vocabulary import PaperKind, Status
from yuqing_desktop.paths import resources
from yuqing_desktop.problems import BadFile, Refused

FACTORY = resources() / "templates" / "transfer_slip.docx"


def changed(path: Path, old: str, new: str) -> Path:
    """A copy of the factory's template with one text replaced in its body."""
    import zipfile

    with zipfile.ZipFile(FACTORY) as source, zipfile.ZipFile(path, "w") as made:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            made.writestr(name, content)
    return path


def test_every_paper_has_a_template_that_passes_and_prints(office: Office) -> None:
    for one in office.core.templates.all():
        assert not one.own
        assert not [found for found in office.core.templates.check(one.kind) if found.fatal]
        assert office.core.templates.trial(one.kind).body


def test_an_own_template_prints_and_is_given_back(office: Office, tmp_path: Path) -> None:
    item = office.item_at(Status.TRANSFERRED)
    (paper,) = office.core.papers.slips_of([item.id])
    own = changed(tmp_path / "own.docx", ">反馈时限<", ">答复期限<")
    office.core.templates.adopt(office.clerk, PaperKind.TRANSFER_SLIP, own)
    assert "答复期限" in office.core.papers.printout(paper).body
    office.core.templates.restore(office.clerk, PaperKind.TRANSFER_SLIP)
    assert "答复期限" not in office.core.papers.printout(paper).body


def test_an_unknown_placeholder_is_named_and_the_old_template_stays(office: Office, tmp_path: Path) -> None:
    wrong = changed(tmp_path / "wrong.docx", "舆情标题 }}", "舆情标提 }}")
    with pytest.raises(BadFile, match="舆情标提"):
        office.core.templates.adopt(office.clerk, PaperKind.TRANSFER_SLIP, wrong)
    assert not office.core.templates.of(PaperKind.TRANSFER_SLIP).own


def test_a_template_spoilt_in_place_is_told_by_the_check(office: Office, tmp_path: Path) -> None:
    path = office.core.templates.own_copy(office.clerk, PaperKind.TRANSFER_SLIP)
    assert path.read_bytes() == FACTORY.read_bytes()
    shutil.copy(changed(tmp_path / "wrong.docx", "舆情标题 }}", "舆情标提 }}"), path)
    words = [found.words for found in office.core.templates.check(PaperKind.TRANSFER_SLIP) if found.fatal]
    assert any("舆情标提" in one for one in words)


def test_only_the_office_changes_templates(office: Office) -> None:
    with pytest.raises(Refused):
        office.core.templates.restore(office.section, PaperKind.TRANSFER_SLIP)
