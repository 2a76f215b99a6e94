"""Personal data: apart, masked, revealed for a reason, purged."""

import pytest

from tests.walk import Office
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
    office.core.personal.purge(office.actor("陈静"))
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
