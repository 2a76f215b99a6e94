"""What is typed in any act's dialog outlives another person at the seat: its own person finds it again (E34)."""

from typing import Any

import pytest

from tests.bureau import Bureau
from tests.ui.dialogs.conftest import Stage, shown
from tests.ui.dialogs.test_act_dialogs import READY
from tests.ui.pages.recording import RecordingActs
from ui.dialogs.approval_dialog import ApprovalDialog
from ui.dialogs.decide_case_dialog import DecideCaseDialog
from ui.dialogs.desk_dialog import DeskDialog
from ui.dialogs.enter_case_dialog import EnterCaseDialog
from ui.dialogs.form_keeper import FormKeeper
from ui.dialogs.list_entry_dialog import ListEntryDialog
from ui.dialogs.list_kinds import LIST_KINDS
from ui.dialogs.reply_dialog import ReplyDialog
from ui.dialogs.scene import Scene
from ui.dialogs.sign_sheet_dialog import SignSheetDialog
from ui.pages.registry.personal_card import PersonalCard
from ui.pages.seat import Seat
from ui.shell.hub import Hub
from ui.shell.locking import _close, _keep_drafts
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.domain.accountability import CaseStatus, Clause
from yuqing_desktop.domain.vocabulary import Act, Level, Role, Status
from yuqing_desktop.services.accountability import entered

WORDS = "写了一半的话"


def type_in(dialog: DeskDialog) -> dict[str, Any]:
    """Words in every field for words; what then stands there."""
    typed: dict[str, Any] = {}
    for form in dialog.forms:
        for key, field in form.fields.items():
            if field.kind in ("line", "text") and key != "link":
                form.fill({key: WORDS})
                typed[key] = form.inputs[key].value()
    return typed


def taken_away(dialog: DeskDialog) -> None:
    """As when the window is locked and another person signs in."""
    _keep_drafts([dialog])
    _close([dialog])
    assert not dialog.isVisible()


def standing(dialog: DeskDialog, keys: Any) -> dict[str, Any]:
    values = {key: value for form in dialog.forms for key, value in form.values().items()}
    return {key: values[key] for key in keys}


def offered(dialog: DeskDialog) -> FormKeeper:
    assert dialog.keeper is not None
    assert not dialog.keeper.strip.isHidden()
    return dialog.keeper


@pytest.mark.parametrize("act", READY, ids=str)
def test_what_was_typed_in_an_acts_dialog_is_offered_to_its_person_again(stage: Stage, act: Act) -> None:
    item = READY[act](stage.office)
    first = stage.open(act, item)
    if not first.forms:
        first.hide()
        return
    typed = type_in(first)
    taken_away(first)
    again = stage.open(act, item)
    if typed:
        offered(again).take_up.click()
        assert standing(again, typed) == typed
    _close([again])


def test_nobody_else_is_offered_it_nor_for_another_item(stage: Stage) -> None:
    item, other = stage.office.register(), stage.office.register(title="另一件")
    first = stage.open(Act.DISMISS, item)
    type_in(first)
    taken_away(first)
    for who, about in (("陈静", item), ("张敏", other)):
        dialog = stage.open(Act.DISMISS, about, who)
        assert dialog.keeper is not None and dialog.keeper.strip.isHidden()
        _close([dialog])


def test_what_was_done_or_given_up_is_not_offered_again(stage: Stage) -> None:
    item = stage.office.register()
    dialog = stage.open(Act.DISMISS, item)
    type_in(dialog)
    dialog.keeper.keep()  # type: ignore[union-attr]
    stage.prompts.will(True)
    dialog.reject()
    assert stage.office.core.forms.waiting(stage.office.clerk) == []
    dialog = stage.open(Act.DISMISS, item)
    type_in(dialog)
    dialog.keeper.keep()  # type: ignore[union-attr]
    dialog.main.click()
    assert dialog.changes is not None
    assert stage.office.core.forms.waiting(stage.office.clerk) == []


def test_both_forms_of_a_reply_come_back(stage: Stage) -> None:
    item = stage.office.item_at(Status.APPROVED)
    dialog = stage.open(Act.REPLY, item)
    assert isinstance(dialog, ReplyDialog)
    dialog.form.fill({"text": "页面上少了一句"})
    dialog.why.fill({"deviation": "平台限字数"})
    taken_away(dialog)
    again = stage.open(Act.REPLY, item)
    offered(again).take_up.click()
    assert standing(again, ("text", "deviation")) == {"text": "页面上少了一句", "deviation": "平台限字数"}
    _close([again])


def test_a_password_is_never_kept(bureau: Bureau, qtbot: Any) -> None:
    bureau.open_accounts("陈静", "王建国")
    item = bureau.item_at(Status.HANDLED, Level.IMPORTANT)
    scene = Scene(bureau.core, InlineRunner(), ScriptedPrompts(), Hub(), bureau.deputy)
    dossier = bureau.core.registry.dossier(item.id, bureau.deputy)
    dialog = ApprovalDialog(scene, dossier, Role.DEPUTY)
    dialog.keep_drafts("approve_deputy", "上次没有办完的审批")
    shown(qtbot, dialog)
    dialog.form.fill({"password": "my-secret-word", "opinion": WORDS})
    taken_away(dialog)
    rows = bureau.core.store.database.rows("SELECT content FROM form_draft")
    assert WORDS in str(rows) and "my-secret-word" not in str(rows)
    assert "screen" not in str(offered_words(bureau, scene, dossier, qtbot))


@pytest.mark.article("第十一条")
def test_what_is_typed_of_a_complainant_is_kept_in_no_draft(stage: Stage) -> None:
    item, seat = stage.office.register(), stage.scene()
    card = PersonalCard(
        Seat(seat.core, seat.runner, stage.prompts, stage.hub, seat.actor, RecordingActs(), None)  # type: ignore[arg-type]
    )
    stage.qtbot.addWidget(card)
    card.show_item(item)

    def work(dialog: Any) -> None:
        dialog.form.fill({"name": "李建设", "phone": "13800135678"})
        taken_away(dialog)

    stage.prompts.will(work)
    card.enter.click()
    assert stage.office.core.store.database.rows("SELECT * FROM form_draft") == []


def offered_words(bureau: Bureau, scene: Scene, dossier: Any, qtbot: Any) -> str:
    dialog = ApprovalDialog(scene, dossier, Role.DEPUTY)
    dialog.keep_drafts("approve_deputy", "上次没有办完的审批")
    shown(qtbot, dialog)
    words = offered(dialog)._said.text()
    _close([dialog])
    return str(words)


def test_sheets_cases_and_lists_keep_theirs(stage: Stage) -> None:
    office = stage.office
    item = office.item_at(Status.HANDLED)
    office.core.accountability.take_up(office.clerk, entered(Clause.CONTENT, item, "未核实"))
    (case,) = office.core.accountability.cases()
    scene = stage.scene()
    for make in (
        lambda: SignSheetDialog(scene, Role.DEPUTY, [item.id]),
        lambda: EnterCaseDialog(scene),
        lambda: DecideCaseDialog(scene, case, CaseStatus.CONFIRMED),
        lambda: ListEntryDialog(scene, LIST_KINDS["sections"]),
    ):
        first = stage.show(make)
        typed = type_in(first)
        taken_away(first)
        again = stage.show(make)
        offered(again).take_up.click()
        assert standing(again, typed) == typed
        _close([again])
