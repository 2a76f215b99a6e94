"""One signed sheet for several items; situations entered and decided by a person; channels and turns of the round."""

from datetime import date, timedelta

import pytest

from tests.ui.dialogs.conftest import Stage
from ui.dialogs.decide_case_dialog import DecideCaseDialog
from ui.dialogs.enter_case_dialog import EnterCaseDialog
from ui.dialogs.list_entry_dialog import ListEntryDialog
from ui.dialogs.list_kinds import LIST_KINDS
from ui.dialogs.sign_sheet_dialog import SignSheetDialog
from yuqing_desktop.domain.accountability import CaseStatus, Clause
from yuqing_desktop.domain.rounds import RoundOutcome
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, Role, Status
from yuqing_desktop.services.accountability import entered
from yuqing_desktop.services.handle import Wording


def sheet(stage: Stage, *item_ids: int) -> SignSheetDialog:
    dialog = SignSheetDialog(stage.scene(), Role.DEPUTY, item_ids)
    stage.show(lambda: dialog)
    return dialog


@pytest.mark.article("第九条")
def test_one_sheet_is_entered_for_several_items(stage: Stage) -> None:
    office = stage.office
    items = [office.item_at(Status.HANDLED) for _ in range(2)]
    dialog = sheet(stage, *(item.id for item in items))
    assert dialog.form.inputs["approver_id"].value() == office.deputy.person_id
    dialog.form.fill(
        {"sheet_number": "舆审〔2026〕9号", "decided_at": office.clock.now() - timedelta(minutes=5)}
    )
    dialog.submit()
    assert dialog.summary == "已登记 2 件签批"
    assert [office.core.registry.item(item.id).status for item in items] == [Status.APPROVED] * 2
    (consent,) = office.core.registry.dossier(items[0].id, office.clerk).consents
    assert (consent.kind, consent.sheet_number, consent.entered_by) == (
        ConsentKind.PAPER,
        "舆审〔2026〕9号",
        "张敏",
    )
    assert len(stage.heard) == 2


def test_what_was_refused_stays_in_the_dialog_by_number(stage: Stage) -> None:
    office = stage.office
    one, two = office.item_at(Status.HANDLED), office.item_at(Status.HANDLED)
    dialog = sheet(stage, one.id, two.id)
    office.core.handle.amend(office.section, two.id, Wording("另一份文本"), reason="改")
    dialog.form.fill({"sheet_number": "9", "decided_at": office.clock.now()})
    dialog.submit()
    assert dialog.isVisible()
    assert "已登记 1 件签批，1 件没有办成" in dialog.problem.words
    assert two.number in dialog.problem.words
    assert one.number not in dialog.problem.words


def test_a_sheet_without_number_or_a_return_without_reason_is_not_entered(stage: Stage) -> None:
    item = stage.office.item_at(Status.HANDLED)
    dialog = sheet(stage, item.id)
    dialog.submit()
    assert "签批单号" in dialog.problem.words
    dialog.form.fill(
        {"sheet_number": "9", "decided_at": stage.office.clock.now(), "decision": Decision.RETURN}
    )
    dialog.submit()
    assert "退回须写明理由" in dialog.problem.words
    assert dialog.outcomes == ()


@pytest.mark.article("第十三条")
def test_a_situation_is_entered_against_an_item_as_facts(stage: Stage) -> None:
    item = stage.office.register()
    dialog = EnterCaseDialog(stage.scene())
    stage.show(lambda: dialog)
    dialog.form.fill({"item": f"{item.number} {item.title}", "clause": Clause.SHIRKING, "words": "两次退单"})
    dialog.submit()
    (case,) = stage.office.core.accountability.cases(item_id=item.id)
    assert (case.clause, case.supporting, case.status) == (Clause.SHIRKING, "两次退单", CaseStatus.PROPOSED)


@pytest.mark.article("第十三条")
def test_a_person_confirms_with_words_and_only_once(stage: Stage) -> None:
    office = stage.office
    item = office.register()
    office.core.accountability.take_up(office.clerk, entered(Clause.CONTENT, item, "未核实"))
    (case,) = office.core.accountability.cases()
    for status in (CaseStatus.CONFIRMED, CaseStatus.WITHDRAWN):
        dialog = DecideCaseDialog(stage.scene("赵志远"), case, status)
        stage.show(lambda dialog=dialog: dialog)
        dialog.submit()
        assert "意见" in dialog.problem.words
        dialog.form.fill({"comment": "事实清楚"})
        dialog.submit()
    assert "已经核过" in dialog.problem.words
    (case,) = office.core.accountability.cases()
    assert (case.status, case.decided_by, case.comment) == (CaseStatus.CONFIRMED, "赵志远", "事实清楚")


@pytest.mark.article("第七条")
def test_a_channel_is_added_and_changed(stage: Stage) -> None:
    rounds = stage.office.core.rounds
    dialog = ListEntryDialog(stage.scene(), LIST_KINDS["channels"])
    stage.show(lambda: dialog)
    dialog.form.fill({"name": "本地贴吧", "link": "https://tieba.example.cn/f?kw={words}", "words": "数据局"})
    dialog.submit()
    channel = rounds.channels()[-1]
    assert channel.name == "本地贴吧"
    rounds.record(stage.office.clerk, channel.id, RoundOutcome.NOTHING)
    again = ListEntryDialog(stage.scene(), LIST_KINDS["channels"], channel)
    stage.show(lambda: again)
    again.form.fill({"active": False})
    again.submit()
    assert "本地贴吧" not in [one.name for one in rounds.channels()]


def test_who_is_on_is_named(stage: Stage) -> None:
    dialog = ListEntryDialog(stage.scene(), LIST_KINDS["turns"])
    stage.show(lambda: dialog)
    dialog.form.fill({"person_id": stage.office.actor("陈静").person_id, "until": date(2026, 11, 20)})
    dialog.submit()
    assert "结束早于开始" in dialog.problem.words
    dialog.form.fill({"until": date(2026, 11, 27)})
    dialog.submit()
    assert stage.office.core.rounds.on_duty() == "陈静"
