"""The record, read and handed over."""

import csv
import json
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.audit_words import AuditFilter, act_word, field_word, part_word
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.settings import Office as Office_
from yuqing_desktop.services.transfer import Sending
from yuqing_desktop.storage.codec import columns as columns_of
from yuqing_desktop.storage.mapping import records

ALL = AuditFilter()


@pytest.fixture
def auditor(office: Office) -> Actor:
    item = office.item_at(Status.APPROVED)
    with pytest.raises(Refused):
        office.reply(item, "另一段话")
    office.core.register.edit(office.clerk, item.id, {"title": "=1+1"})
    return office.actor("徐洁")


@pytest.mark.article("第十三条")
def test_only_the_auditor_reads_the_record(office: Office, auditor: Actor) -> None:
    assert office.core.audit.lines(auditor, ALL)
    for name in ("张敏", "黄磊", "赵志远"):
        with pytest.raises(Refused, match="须由审计员"):
            office.core.audit.lines(office.actor(name), ALL)


def test_the_newest_comes_first_and_pages_follow_without_a_gap(office: Office, auditor: Actor) -> None:
    first = office.core.audit.lines(auditor, ALL, limit=4)
    second = office.core.audit.lines(auditor, ALL, before=first[-1].event, limit=4)
    numbers = [line.event for line in (*first, *second)]
    assert numbers == list(range(numbers[0], numbers[0] - 8, -1))
    assert numbers[0] == office.core.audit.count(auditor, ALL)


def test_a_change_is_told_with_old_and_new_value(office: Office, auditor: Actor) -> None:
    line = office.core.audit.lines(auditor, ALL)[0]
    assert (line.act, line.person, line.number) == ("修改", "张敏", "YQ-2026-0001")
    assert ("事项·标题", "办事大厅网上预约系统打不开", "=1+1") in [
        (one.field, one.old, one.new) for one in line.changes
    ]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (AuditFilter(refused_only=True), 1),
        (AuditFilter(person="王建国"), 1),
        (AuditFilter(act="register"), 1),
        (AuditFilter(number="YQ-2026-0001", act="transfer"), 1),
        (AuditFilter(words="不一致"), 1),
        (AuditFilter(last=date(2026, 11, 22)), 0),
    ],
)
def test_a_filter_narrows(office: Office, auditor: Actor, wanted: AuditFilter, count: int) -> None:
    assert office.core.audit.count(auditor, wanted) == count
    assert len(office.core.audit.lines(auditor, wanted)) == count


def test_an_export_is_on_the_record_and_runs_no_formula(
    office: Office, auditor: Actor, tmp_path: Path
) -> None:
    office.core.audit.export(auditor, ALL, tmp_path / "审计.csv")
    text = (tmp_path / "审计.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert rows[0][0] == "序号"
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert office.core.audit.lines(auditor, ALL)[0].act == "导出"


def test_an_exact_export_keeps_every_column_and_hash(office: Office, auditor: Actor, tmp_path: Path) -> None:
    office.core.audit.export(auditor, ALL, tmp_path / "audit.jsonl")
    events = [json.loads(line) for line in (tmp_path / "audit.jsonl").read_text("utf-8").splitlines()]
    assert [event["id"] for event in events] == list(range(1, len(events) + 1))
    assert events[1]["previous"] == events[0]["hash"]


def test_every_act_on_the_record_has_a_chinese_word(office: Office, auditor: Actor) -> None:
    assert all(not word.isascii() for _, word in office.core.audit.acts())
    assert act_word("restore_backup") == "从备份恢复"


def changes_of(office: Office, auditor: Actor, act: str) -> dict[str, tuple[str, str]]:
    line = office.core.audit.lines(auditor, AuditFilter(act=act))[0]
    return {one.field: (one.old, one.new) for one in line.changes}


def test_what_changed_is_told_in_names_and_words(office: Office, auditor: Actor) -> None:
    item = office.item_at(Status.TRANSFERRED)
    sending = Sending(office.section_id("数据安全科"))
    office.core.transfer.reassign(office.clerk, item.id, sending, reason="属数据安全")
    told = changes_of(office, auditor, "reassign")
    assert told["事项·科室"] == ("政务服务科", "数据安全科")
    assert told["转送单·终止时间"] == ("（空）", "2026-11-23 09:30")
    office.core.settings.change(office.clerk, {"paper_suffices": False, "fetch_hosts": ("内网.例",)})
    assert changes_of(office, auditor, "settings") == {
        "设置·纸质签批足以发布重要事项": ("是", "否"), "设置·内网网站": ("（空）", "内网.例"),
    }  # fmt: skip


def test_nothing_on_the_record_is_called_by_its_english_name() -> None:
    columns = {column for record in records() for column in columns_of(record)}
    assert {column for column in columns if field_word(column) == column} == set()
    parts = {field.name for field in fields(Office_)}
    assert {part for part in parts if part_word(part) == part} == set()
