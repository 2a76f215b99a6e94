"""Personal data that comes with tables: numbers kept apart, and the kept file taken away when its term is over (第十一条)."""

from pathlib import Path

import pytest

from tests.walk import Office
from tools import verify
from yuqing_desktop.domain.audit_words import AuditFilter
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Batch, Evidence
from yuqing_desktop.problems import BadInput, NotFound, Refused

pytestmark = pytest.mark.article("第十一条")
PHONE = "13800135678"
HEAD = "标题,发布时间,平台,联系电话"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "信箱.csv"
    path.write_text(
        f"{HEAD}\n路灯不亮,2026-11-20 09:30,论坛,{PHONE}\n停水,2026-11-20 09:40,论坛,见附件\n",
        encoding="utf-8",
    )
    return path


def take(office: Office, path: Path) -> list[Item]:
    batch = office.core.importing.take(office.clerk, office.core.importing.preview(office.clerk, path)).batch
    return office.core.store.find(Item, batch_id=batch.id)


def put_aside(office: Office, items: list[Item]) -> None:
    for item in items:
        office.core.register.trash(office.clerk, item.id, "误登")


def test_a_number_in_a_table_is_kept_apart_masked_and_not_in_the_notes(office: Office, table: Path) -> None:
    with_number, without = take(office, table)
    assert office.core.personal.masked(with_number.id)["phone"] == "138****5678"
    assert office.core.personal.masked(without.id) == {}
    assert PHONE not in with_number.notes and "见附件" in without.notes
    assert PHONE not in str(office.core.audit.lines(office.actor("徐洁"), AuditFilter()))
    assert office.core.checkup.check().ok


def test_a_file_goes_a_term_after_the_last_of_its_items_ended_and_its_hash_stays(
    office: Office, table: Path
) -> None:
    first, second = take(office, table)
    put_aside(office, [first])
    office.pass_time(days=400)
    assert office.core.personal.due_files() == []
    put_aside(office, [second])
    office.pass_time(days=366)
    (file,) = office.core.personal.due_files()
    assert (file.title, file.number) == ("信箱.csv", "导入批次 1")
    assert "导入的原文件" in str(office.core.checkup.check().hints)

    head = office.actor("陈静")
    with pytest.raises(BadInput, match="清除1件和1个文件"):
        office.core.personal.purge(head, [first.id], "清除1件", files=[file.sha256])
    with pytest.raises(Refused):
        office.core.personal.purge(office.clerk, [first.id], "清除1件和1个文件", files=[file.sha256])
    told = office.core.personal.purge(head, [first.id], "清除1件和1个文件", files=[file.sha256]).result
    assert "信箱.csv" in told and first.number in told

    (record,) = office.core.store.find(Evidence)
    assert record.purged_at is not None and record.sha256 == office.core.store.get(Batch, 1).sha256
    with pytest.raises(NotFound):
        office.core.attachments.open_copy(record)
    assert not office.core.batches.all()[0].has_source and office.core.personal.due_files() == []
    report = office.core.checkup.check()
    assert report.ok and not [one for one in report.hints if "文件" in one.what]
    office.core.close()
    written = b"".join(path.read_bytes() for path in office.core.paths.data.rglob("*") if path.is_file())
    assert PHONE.encode() not in written
    assert verify.look(office.core.paths.database, office.core.paths.evidence)["findings"] == []


def test_a_file_taken_twice_goes_when_both_imports_are_over(office: Office, table: Path) -> None:
    put_aside(office, take(office, table))
    office.pass_time(days=300)
    put_aside(office, take(office, table))
    office.pass_time(days=100)
    assert office.core.personal.due_files() == []
    office.pass_time(days=300)
    assert [one.number for one in office.core.personal.due_files()] == ["导入批次 1、2"]


def test_a_file_that_is_an_items_attachment_as_well_stays(office: Office, table: Path) -> None:
    put_aside(office, take(office, table))
    other = office.register()
    office.core.attachments.attach(office.clerk, other.id, table)
    office.pass_time(days=400)
    assert office.core.personal.due_files() == []


def test_a_backup_made_afterwards_is_whole_without_it(office: Office, table: Path) -> None:
    put_aside(office, take(office, table))
    office.pass_time(days=400)
    files = [one.sha256 for one in office.core.personal.due_files()]
    office.core.personal.purge(office.actor("陈静"), [], "清除1个文件", files=files)
    assert office.core.backing.back_up_before("试").sound
