"""经过: what happened to an item, with the words people gave for it."""

import pytest

from tests.walk import Office
from yuqing_desktop.domain.records import Note
from yuqing_desktop.domain.replying import DEFAULT_INTERIM_WORDINGS
from yuqing_desktop.domain.vocabulary import Act, Decision, Role, Status
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.nods import Nod
from yuqing_desktop.services.reply import Published
from yuqing_desktop.services.transfer import Sending


def reasons(office: Office, item_id: int, act: Act) -> list[str]:
    dossier = office.core.registry.dossier(item_id, office.clerk)
    return [entry.reason for entry in dossier.timeline if entry.act == act.label]


@pytest.mark.article("第十三条")
def test_a_slip_sent_back_or_on_says_by_whom_and_why(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    office.core.transfer.refuse(office.clerk, item.id, by="李强", reason="不属本科室")
    office.transfer(office.core.registry.item(item.id), "数据安全科")
    sending = Sending(office.section_id("数据资源科"))
    office.core.transfer.reassign(office.clerk, item.id, sending, reason="业务已调整")
    assert reasons(office, item.id, Act.REFUSE_SLIP) == ["李强：不属本科室"]
    assert reasons(office, item.id, Act.REASSIGN) == ["张敏：业务已调整"]
    assert reasons(office, item.id, Act.TRANSFER) == ["", ""]


@pytest.mark.article("第三条")
def test_calls_notes_and_decisions_say_what_was_said(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    call = Note(to="李强", channel="电话", words="正在核实")
    office.core.duty_acts.note(office.clerk, Act.CALL, item.id, call)
    office.core.supervise.issue(
        office.deputy, Act.SUPERVISE, item.id, Note(to="政务服务科", words="今日报送")
    )
    office.handle(item)
    back = Opinion(Role.DEPUTY, Decision.RETURN, office.deputy.person_id, opinion="请写明原因")
    office.core.approve.decide(office.deputy, item.id, back)
    assert reasons(office, item.id, Act.CALL) == ["李强 · 电话：正在核实"]
    assert reasons(office, item.id, Act.SUPERVISE) == ["政务服务科：今日报送"]
    assert reasons(office, item.id, Act.SEND_BACK) == ["请写明原因"]


@pytest.mark.article("第十二条")
def test_an_extension_says_who_agreed_on_which_sheet_and_why(office: Office) -> None:
    item = office.item_at(Status.RECEIVED)
    published = Published(office.account_id(), DEFAULT_INTERIM_WORDINGS[0])
    office.core.replying.interim(office.clerk, item.id, published)
    nod = Nod(office.deputy.person_id, sheet_number="签批17")
    office.core.extend.extend(office.clerk, item.id, days=3, reason="需会商", nod=nod)
    said = "王建国 · 纸质签批代录 · 签批17：同意\n经王建国同意延期3个工作日：需会商"
    assert reasons(office, item.id, Act.EXTEND) == [said]
    assert reasons(office, item.id, Act.INTERIM_REPLY) == [""]
