"""审批: the deputy and the head, on screen and from paper, agreeing and returning (第九条)."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau, password_of
from tests.ui.dialogs.conftest import Stage
from tests.walk import REPLY
from ui.dialogs.approval_dialog import ApprovalDialog
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.approval import fingerprint, short_fingerprint
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Consent
from yuqing_desktop.domain.vocabulary import Act, ConsentKind, Decision, Level, Role, Status
from yuqing_desktop.services.handle import Wording

pytestmark = pytest.mark.article("第九条")


def opened(stage: Stage, item: Item, who: str, act: Act = Act.APPROVE_DEPUTY) -> ApprovalDialog:
    dialog = stage.open(act, item, who)
    assert isinstance(dialog, ApprovalDialog)
    return dialog


def consents(stage: Stage, item: Item) -> tuple[Consent, ...]:
    return stage.office.core.registry.dossier(item.id, stage.office.clerk).consents


def test_the_deputy_agrees_on_screen_to_exactly_the_text_shown(stage: Stage) -> None:
    item = stage.office.item_at(Status.HANDLED)
    dialog = opened(stage, item, "王建国")
    assert "王建国（副组长，任期内）" in str(dialog.form.values()["approver"])
    dialog.submit()
    assert stage.item(item).status is Status.APPROVED
    given = consents(stage, item)[-1]
    assert (given.kind, given.approver, given.text_sha256) == (
        ConsentKind.SCREEN,
        "王建国",
        fingerprint(REPLY),
    )


def test_important_items_go_on_to_the_head(stage: Stage) -> None:
    item = stage.office.item_at(Status.HANDLED, Level.IMPORTANT)
    dialog = opened(stage, item, "王建国")
    assert "同意后报组长审批" in dialog.record.text()
    dialog.submit()
    assert stage.item(item).status is Status.DEPUTY_AGREED
    dialog = opened(stage, item, "赵志远", Act.APPROVE_HEAD)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "副组长王建国　今天 09:30　同意" in told
    dialog.submit()
    assert stage.item(item).status is Status.APPROVED


def test_a_return_says_why_and_goes_back_to_the_section(stage: Stage) -> None:
    item = stage.office.item_at(Status.HANDLED)
    dialog = opened(stage, item, "王建国")
    dialog.danger.click()
    assert "退回须写明理由" in dialog.problem.words
    assert stage.item(item).status is Status.HANDLED
    dialog.form.fill({"opinion": "补充核实情况"})
    dialog.danger.click()
    assert stage.item(item).status is Status.RECEIVED
    assert consents(stage, item)[-1].decision is Decision.RETURN
    again = stage.open(Act.REPORT_HANDLING, stage.item(item), "李强")
    assert again.forms[0].values()["text"] == REPLY
    again.hide()


def test_the_way_back_alone(stage: Stage) -> None:
    item = stage.office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    dialog = opened(stage, item, "赵志远", Act.SEND_BACK)
    assert dialog.danger.isHidden()
    dialog.form.fill({"opinion": "重办"})
    dialog.submit()
    assert stage.item(item).status is Status.RECEIVED
    assert consents(stage, item)[-1].role is Role.HEAD


def test_the_clerk_enters_what_was_signed_on_paper(stage: Stage, tmp_path: Path) -> None:
    scan = tmp_path / "签批单.pdf"
    scan.write_bytes(b"%PDF-1.4 signed\n%%EOF\n")
    item = stage.office.item_at(Status.HANDLED)
    stage.office.pass_time(hours=1)
    dialog = opened(stage, item, "张敏")
    assert dialog.form.values()["kind"] is ConsentKind.PAPER
    assert dialog.form.values()["approver_id"] == stage.office.deputy.person_id
    dialog.submit()
    assert "请填写签批时间" in dialog.problem.words
    dialog.form.fill(
        {
            "decided_at": datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI),
            "sheet_number": "舆审〔2026〕1号",
            "scan": (scan,),
        }
    )
    dialog.submit()
    assert dialog.problem.words == ""
    given = consents(stage, item)[-1]
    assert (given.kind, given.sheet_number, given.entered_by) == (
        ConsentKind.PAPER,
        "舆审〔2026〕1号",
        "张敏",
    )
    assert len(given.scan_sha256) == 64


def test_only_who_held_the_post_on_that_day_is_offered(stage: Stage) -> None:
    dialog = opened(stage, stage.office.item_at(Status.HANDLED), "张敏")
    dialog.form.fill({"decided_at": datetime(2025, 12, 31, 10, 0, tzinfo=SHANGHAI)})
    assert dialog.form.values()["approver_id"] is None
    assert "2025-12-31" in dialog.form.fields["approver_id"].help
    dialog.hide()


def test_the_clerk_cannot_agree_on_screen(stage: Stage) -> None:
    item = stage.office.item_at(Status.HANDLED)
    dialog = opened(stage, item, "张敏")
    dialog.form.fill({"kind": ConsentKind.SCREEN})
    dialog.submit()
    assert dialog.isVisible()
    assert dialog.problem.words
    assert stage.item(item).status is Status.HANDLED
    dialog.hide()


def test_a_text_changed_meanwhile_is_not_agreed_to(stage: Stage) -> None:
    item = stage.office.item_at(Status.HANDLED)
    dialog = opened(stage, item, "王建国")
    stage.office.core.handle.amend(stage.office.section, item.id, Wording("另一稿正在核实"), reason="")
    dialog.submit()
    assert dialog.problem.words
    dialog.submit()
    assert "不是现在的文本" in dialog.problem.words
    assert stage.item(item).status is Status.HANDLED
    dialog.hide()


def test_the_fingerprint_and_the_draft_before_are_in_sight(stage: Stage) -> None:
    item = stage.office.item_at(Status.HANDLED)
    wording = Wording(REPLY.replace("深表歉意", "十分抱歉"), account_id=stage.office.account_id())
    stage.office.core.handle.amend(stage.office.section, item.id, wording, reason="")
    dialog = opened(stage, stage.item(item), "王建国")
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "第 2 稿" in said
    assert "与第 1 稿相比：改 1 处" in said
    assert short_fingerprint(fingerprint(wording.text)) in said
    dialog.hide()


def test_a_leader_with_an_account_is_asked_for_the_own_password(bureau: Bureau, qtbot: QtBot) -> None:
    bureau.open_accounts("王建国")
    bureau.certify("微博")
    item = bureau.item_at(Status.HANDLED)
    stage = Stage(bureau, qtbot)
    dialog = stage.open(Act.APPROVE_DEPUTY, item, "王建国")
    dialog.submit()
    assert "请填写本人密码" in dialog.problem.words
    dialog.form.fill({"password": "wrong-password"})
    dialog.main.setFocus()
    dialog.submit()
    assert "密码不对" in dialog.problem.words
    assert dialog.form.values()["password"] == ""
    assert dialog.focusWidget() is dialog.form.inputs["password"].target  # the next try is typed anew
    dialog.form.fill({"password": password_of("王建国")})
    dialog.submit()
    assert dialog.problem.words == ""
    assert bureau.core.registry.item(item.id).status is Status.APPROVED


def test_what_a_signature_on_paper_is_worth_stands_under_the_choice(stage: Stage) -> None:
    item = stage.office.item_at(Status.HANDLED, Level.IMPORTANT)
    dialog = opened(stage, item, "张敏")
    assert "代录" in dialog.form.fields["kind"].help
    dialog.hide()
    stage.office.core.settings.change(stage.office.clerk, {"paper_suffices": False})
    dialog = opened(stage, item, "张敏")
    assert "不足以发布" in dialog.form.fields["kind"].help
    held = {"sheet_number": "舆审〔2026〕1号", "decided_at": stage.office.clock.now()}
    dialog.form.fill({**held, "approver_id": stage.office.deputy.person_id})
    dialog.main.click()
    assert "须由副组长本人在程序中审批" in dialog.problem.words
    assert stage.item(item).status is Status.HANDLED
    dialog.form.fill({"kind": ConsentKind.SCREEN})
    assert dialog.form.fields["kind"].help == ""
    dialog.hide()
