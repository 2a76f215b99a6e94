"""体检 looks at what papers need of this computer: the office's own templates, the faces."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.services.test_templates import changed
from tests.walk import Office
from yuqing_desktop.documents.fonts import BODY, FACES, unmet
from yuqing_desktop.domain.vocabulary import PaperKind

STANDING_IN = ("Noto Serif CJK SC", "noto sans cjk sc", "LXGW WenKai", "Liberation Serif")


def hints(office: Office, families: Sequence[str] | None = None) -> list[str]:
    found = office.core.checkup.check(families=families).hints
    return [f"{hint.what}：{hint.where}　{hint.advice}" for hint in found]


def test_a_face_is_met_by_any_of_its_stand_ins() -> None:
    assert unmet(STANDING_IN) == ()
    assert unmet(()) == FACES
    assert BODY in unmet([one for one in STANDING_IN if "Serif" not in one])


@pytest.mark.article("第十三条")
def test_faces_that_are_missing_are_named_with_what_may_stand_in(office: Office) -> None:
    (missing,) = [hint for hint in hints(office, ("Noto Serif CJK SC", "SimHei", "KaiTi")) if "字体" in hint]
    assert "Times New Roman" in missing and "Liberation Serif" in missing and "请安装" in missing
    for known in (STANDING_IN, None):
        assert not [hint for hint in hints(office, known) if "字体" in hint]
    assert office.core.checkup.check(families=()).ok


@pytest.mark.article("第十三条")
def test_an_own_template_that_cannot_be_used_is_named_with_what_to_do(office: Office, tmp_path: Path) -> None:
    assert not [hint for hint in hints(office) if "模板" in hint]
    path = office.core.templates.own_copy(office.clerk, PaperKind.TRANSFER_SLIP)
    assert not [hint for hint in hints(office) if "模板" in hint]
    shutil.copy(changed(tmp_path / "wrong.docx", "舆情标题 }}", "舆情标提 }}"), path)
    (told,) = [hint for hint in hints(office) if "模板" in hint]
    assert "《转送单》模板不能使用" in told and "舆情标提" in told and "恢复原模板" in told
    path.write_bytes(b"not a document")
    assert "不能使用" in next(hint for hint in hints(office) if "模板" in hint)


def test_an_own_template_that_leaves_something_out_is_told_so(office: Office, tmp_path: Path) -> None:
    own = changed(tmp_path / "own.docx", "{{ 领域 }}", "")
    office.core.templates.adopt(office.clerk, PaperKind.TRANSFER_SLIP, own)
    (told,) = [hint for hint in hints(office) if "模板" in hint]
    assert "模板不全" in told and "领域" in told
