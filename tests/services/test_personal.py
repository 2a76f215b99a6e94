"""Personal data: apart, masked, revealed for a reason, purged."""

import pytest

from tests.walk import Office
from yuqing_desktop.domain.audit_words import AuditFilter
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.personal import masked
from yuqing_desktop.domain.trust import PersonalData
from yuqing_desktop.domain.vocabulary import Status
from yuqing_desktop.problems import BadInput, NotFound, Refused

VALUES = {
    "name": "李建设",
    "phone": "13800135678",
    "id_number": "110101199003071234",
    "address": "某市某区某路18号3单元",
}
SECRETS = tuple(VALUES.values())


def everything_written(office: Office) -> bytes:
    data = office.core.paths.data
    return b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())


@pytest.mark.article("第十一条")
def test_they_are_shown_masked(office: Office) -> None:
    item = office.register()
    office.core.personal.enter(office.clerk, item.id, VALUES)
    shown = office.core.personal.masked(item.id)
    assert shown == {
        "name": "李**", "phone": "138****5678", "id_number": "110101********1234", "address": "某市某区某路****",
    }  # fmt: skip
    assert masked("phone", "12345") == "****"


@pytest.mark.article("第十一条")
def test_a_reveal_needs_a_reason_and_stands_on_the_record(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    office.core.personal.enter(office.clerk, item.id, VALUES)
    with pytest.raises(BadInput, match="事由"):
        office.core.personal.reveal(office.section, item.id, " ")
    assert office.core.personal.reveal(office.section, item.id, "电话回访").phone == VALUES["phone"]
    last = office.core.registry.dossier(item.id, office.clerk).timeline[-1]
    assert (last.person, last.reason) == ("李强", "电话回访")


@pytest.mark.parametrize("name", ["周婷", "黄磊", "徐洁"])
def test_another_section_administrator_and_auditor_see_nothing(office: Office, name: str) -> None:
    item = office.item_at(Status.RECEIVED)
    office.core.personal.enter(office.clerk, item.id, VALUES)
    with pytest.raises(Refused):
        office.core.personal.reveal(office.actor(name), item.id, "想看看")


def test_none_of_it_stands_in_the_record_or_the_search_index(office: Office) -> None:
    item = office.register()
    office.core.personal.enter(office.clerk, item.id, VALUES)
    office.core.personal.enter(office.clerk, item.id, {**VALUES, "phone": "13900001111"})
    record = "".join(str(row) for row in office.core.store.database.rows("SELECT * FROM event"))
    assert not [secret for secret in (*SECRETS, "13900001111") if secret in record]
    assert not len(office.core.registry.search("李建设"))


@pytest.mark.article("第十一条")
def test_a_year_after_closing_they_are_gone_from_the_disk_and_the_check_up_finds_nothing(
    office: Office,
) -> None:
    item = office.item_at(Status.CLOSED)
    office.core.personal.enter(office.clerk, item.id, VALUES)
    office.pass_time(days=365)
    assert office.core.personal.due() == []
    office.pass_time(days=1)
    (due,) = office.core.personal.due()
    assert (due.number, due.whose) == (item.number, "李**　138****5678")
    office.core.personal.purge(office.actor("陈静"), [item.id], "清除1件")
    assert office.core.personal.masked(item.id) == {}
    with pytest.raises(NotFound):
        office.core.personal.reveal(office.clerk, item.id, "回访")
    assert office.core.store.find(PersonalData)[0].purged_at is not None
    assert office.core.checkup.check().ok
    office.core.close()
    written = everything_written(office)
    assert not [secret for secret in SECRETS if secret.encode() in written]


@pytest.mark.parametrize("values", [{}, {"phone": "abc"}, {"id_number": "123"}])
def test_what_is_no_number_is_refused(office: Office, values: dict[str, str]) -> None:
    item = office.register()
    with pytest.raises(BadInput):
        office.core.personal.enter(office.clerk, item.id, values)


def ended(office: Office) -> Item:
    item = office.item_at(Status.CLOSED)
    office.core.personal.enter(office.clerk, item.id, VALUES)
    return item


@pytest.mark.article("第十一条")
def test_the_office_sets_the_term_and_what_ended_otherwise_is_due_as_well(office: Office) -> None:
    closed, dismissed, standing = (
        ended(office),
        office.register(title="误报的"),
        office.register(title="在办的"),
    )
    for item in (dismissed, standing):
        office.core.personal.enter(office.clerk, item.id, VALUES)
    office.core.closing.dismiss(office.clerk, dismissed.id, reason="不属本局")
    office.core.settings.change(office.clerk, {"personal_days": 30})
    office.pass_time(days=31)
    assert [one.item_id for one in office.core.personal.due()] == [closed.id, dismissed.id]
    assert "2件事项" in next(
        hint.where for hint in office.core.checkup.check().hints if "个人信息" in hint.what
    )
    with pytest.raises(BadInput, match="天数"):
        office.core.settings.change(office.clerk, {"personal_days": 0})


def test_a_purge_takes_the_right_words_the_right_person_and_what_was_looked_at_only(office: Office) -> None:
    first, second = ended(office), ended(office)
    office.pass_time(days=400)
    personal, office_head = office.core.personal, office.actor("陈静")
    for words in ("", "清除", "清除2件"):
        with pytest.raises(BadInput, match="清除1件"):
            personal.purge(office_head, [first.id], words)
    with pytest.raises(Refused, match="办公室主任或管理员"):
        personal.purge(office.clerk, [first.id], "清除1件")
    result = personal.purge(office_head, [first.id], " 清除1件 ").result
    assert first.number in result and second.number not in result
    assert personal.masked(first.id) == {} and personal.masked(second.id)
    events = office.core.audit.lines(office.actor("徐洁"), AuditFilter(act="purge_personal"))
    assert [line.refused for line in events] == [False, True]
    assert "李建设" not in str(events)
