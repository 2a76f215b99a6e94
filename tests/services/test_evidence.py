"""Evidence of items."""

from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.records import Evidence
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.problems import Refused

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 100


@pytest.mark.article("第七条")
def test_an_attachment_is_kept_with_who_when_and_from_where(office: Office, tmp_path: Path) -> None:
    item = office.register()
    file = tmp_path / "截图.png"
    file.write_bytes(PNG)
    office.core.attachments.attach(office.clerk, item.id, file, link="https://weibo.com/1")
    kept = office.core.store.find(Evidence, item_id=item.id)[0]
    assert (kept.name, kept.kind, kept.size, kept.added_by, kept.link) == (
        "截图.png", "图片", len(PNG), "张敏", "https://weibo.com/1",
    )  # fmt: skip
    assert office.core.attachments.open_copy(kept).read_bytes() == PNG
    assert office.core.registry.dossier(item.id, office.clerk).timeline[-1].act == "添加附件"


def test_evidence_can_be_added_after_closing_but_not_to_the_trash(office: Office) -> None:
    closed = office.item_at(Status.CLOSED)
    office.core.attachments.attach_bytes(office.clerk, closed.id, "回访.png", PNG)
    trashed = office.register()
    office.core.register.trash(office.clerk, trashed.id, "重复")
    with pytest.raises(Refused, match="回收站"):
        office.core.attachments.attach_bytes(office.clerk, trashed.id, "a.png", PNG)
