"""Every act has a dialog that says what it records, names its article, and can be worked by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from tests.ui.dialogs.conftest import Stage
from tests.walk import REPLY, Office
from ui.dialogs.amend_dialog import AmendDialog
from ui.dialogs.assess_dialog import AssessDialog
from ui.dialogs.desk_dialog import DeskDialog
from ui.dialogs.reply_dialog import ReplyDialog
from ui.dialogs.transfer_dialog import TransferDialog
from yuqing_desktop.domain.figures import number
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import Note
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, ReplyNeed, Role, Status, Urgency
from yuqing_desktop.services.assess import Assessment
from yuqing_desktop.services.reply import Published

NO_DIALOG = {Act.REGISTER, Act.ATTACH}


def complaint(office: Office) -> Item:
    item = office.register()
    decided = Assessment(level=Level.ORDINARY, comment_kind=CommentKind.COMPLAINT)
    return office.item(office.core.assess.assess(office.clerk, item.id, decided))


def malicious(office: Office) -> Item:
    return office.assess(office.register(), kind=CommentKind.MALICIOUS)


def interim_sent(office: Office) -> Item:
    item = office.item_at(Status.RECEIVED)
    wording = office.core.settings.office().interim_wordings[0]
    return office.item(
        office.core.replying.interim(office.clerk, item.id, Published(office.account_id(), wording))
    )


def trashed(office: Office) -> Item:
    return office.item(office.core.register.trash(office.clerk, office.register().id, "重复"))


READY: dict[Act, Callable[[Office], Item]] = {
    Act.EDIT: lambda office: office.register(),
    Act.ASSESS: lambda office: office.register(),
    Act.REASSESS: lambda office: office.item_at(Status.ASSESSED),
    Act.TRANSFER: lambda office: office.item_at(Status.ASSESSED),
    Act.RECEIVE: lambda office: office.item_at(Status.TRANSFERRED),
    Act.REFUSE_SLIP: lambda office: office.item_at(Status.TRANSFERRED),
    Act.REASSIGN: lambda office: office.item_at(Status.TRANSFERRED),
    Act.REPORT_HANDLING: lambda office: office.item_at(Status.RECEIVED),
    Act.AMEND_REPLY: lambda office: office.item_at(Status.HANDLED),
    Act.APPROVE_DEPUTY: lambda office: office.item_at(Status.HANDLED),
    Act.APPROVE_HEAD: lambda office: office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT),
    Act.SEND_BACK: lambda office: office.item_at(Status.HANDLED),
    Act.INTERIM_REPLY: lambda office: office.item_at(Status.RECEIVED),
    Act.REPLY: lambda office: office.item_at(Status.APPROVED),
    Act.NO_REPLY: lambda office: office.item_at(Status.ASSESSED),
    Act.SUSPEND_REPLY: lambda office: office.item_at(Status.ASSESSED),
    Act.MERGE: lambda office: office.item_at(Status.ASSESSED),
    Act.DISMISS: lambda office: office.register(),
    Act.HAND_OVER: lambda office: office.register(),
    Act.CLOSE: lambda office: office.item_at(Status.REPLIED),
    Act.REOPEN: lambda office: office.item_at(Status.CLOSED),
    Act.REPORT_UP: lambda office: office.item_at(Status.ASSESSED, Level.IMPORTANT),
    Act.PRIVATE_MESSAGE: complaint,
    Act.PROGRESS_FEEDBACK: complaint,
    Act.CALL: lambda office: office.item_at(Status.TRANSFERRED),
    Act.GIVE_REASON: lambda office: office.item_at(Status.RECEIVED),
    Act.URGE: lambda office: office.item_at(Status.TRANSFERRED),
    Act.SUPERVISE: lambda office: office.item_at(Status.TRANSFERRED),
    Act.EXTEND: interim_sent,
    Act.FOLLOW_UP: lambda office: office.item_at(Status.REPLIED),
    Act.READ_FIGURES: lambda office: office.register(),
    Act.TRASH: lambda office: office.register(),
    Act.RESTORE: trashed,
}


def test_every_act_has_a_dialog() -> None:
    assert set(READY) | NO_DIALOG == set(Act)


@pytest.mark.parametrize("act", READY, ids=str)
def test_a_dialog_says_what_it_records_and_has_names_for_everything(stage: Stage, act: Act) -> None:
    dialog = stage.open(act, READY[act](stage.office))
    assert act.article in dialog.record.text() or "第" in dialog.record.text()
    assert not _without_name(dialog)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
    for form in dialog.forms:
        buddies = {label.buddy() for label in form.findChildren(QLabel) if label.buddy()}
        assert {held.target for held in form.inputs.values()} <= buddies
    assert dialog.main.text().endswith("Ctrl+Enter")
    assert dialog.width() <= 1366
    dialog.hide()


def test_words_of_refusal_take_no_room_from_the_fields(stage: Stage) -> None:
    dialog = stage.open(Act.RECEIVE, stage.office.item_at(Status.TRANSFERRED))
    before = dialog.height()
    dialog.main.click()
    stage.qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.problem.isVisible()
    assert not _bar(dialog).isVisible()


def test_the_field_to_be_put_right_stays_in_sight_on_a_low_screen(stage: Stage) -> None:
    dialog = stage.open(Act.REPORT_HANDLING, stage.office.item_at(Status.RECEIVED))
    form = dialog.forms[0]
    form.fill({"findings": "证书到期", "measures": "已更换", "text": REPLY, "reported_by": ""})
    dialog.fit = lambda: None  # type: ignore[method-assign]
    dialog.resize(dialog.width(), 430)
    stage.qtbot.waitUntil(lambda: dialog.height() == 430)
    dialog.main.click()
    field = form.inputs["reported_by"]
    stage.qtbot.waitUntil(dialog.problem.isVisible)
    stage.qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    assert dialog.focusWidget() is field.target


def test_a_dialog_on_a_screen_with_room_has_no_bar_that_makes_itself_needed(stage: Stage) -> None:
    dialog = stage.open(Act.REPORT_UP, READY[Act.REPORT_UP](stage.office))
    room = dialog.height()
    dialog.resize(dialog.width(), room - 60)
    stage.qtbot.waitUntil(_bar(dialog).isVisible)
    dialog.resize(dialog.width(), room)
    stage.qtbot.waitUntil(lambda: not _bar(dialog).isVisible())


def _bar(dialog: DeskDialog) -> QScrollBar:
    (area,) = (one for one in dialog.findChildren(QScrollArea) if one.accessibleName() == "内容")
    return area.verticalScrollBar()


def _without_name(dialog: DeskDialog) -> list[QWidget]:
    inputs = (QLineEdit, QPlainTextEdit, QComboBox)
    found = [one for kind in inputs for one in dialog.findChildren(kind) if not one.accessibleName()]
    shown = [one for one in dialog.findChildren(QAbstractButton) if not one.isHidden()]
    buttons = [one for one in shown if not (one.text() or one.accessibleName())]
    lists = [one for one in dialog.findChildren(QListView) if one.isVisible() and not one.accessibleName()]
    return [*found, *buttons, *lists]


SIMPLE = {
    Act.RECEIVE: ({"received_by": "李强"}, Status.RECEIVED),
    Act.REFUSE_SLIP: ({"by": "李强", "reason": "不属本科室职责"}, Status.ASSESSED),
    Act.NO_REPLY: ({"reason": "已另行答复"}, Status.NO_REPLY),
    Act.SUSPEND_REPLY: ({"reason": "没有认证账号"}, Status.REPLY_SUSPENDED),
    Act.DISMISS: ({"reason": "与本局无关"}, Status.DISMISSED),
    Act.HAND_OVER: ({"to": "市行政审批局", "reason": "属其职责"}, Status.HANDED_OVER),
    Act.CLOSE: ({"outcome": "已解决"}, Status.CLOSED),
    Act.REOPEN: ({"reason": "群众又反映"}, Status.ASSESSED),
    Act.REPORT_UP: ({"to": "值班室", "number": "0000"}, Status.ASSESSED),
    Act.PRIVATE_MESSAGE: ({"words": "了解到具体窗口"}, Status.ASSESSED),
    Act.PROGRESS_FEEDBACK: ({"to": "李强", "words": "正在核查"}, Status.ASSESSED),
    Act.CALL: ({"to": "李强"}, Status.TRANSFERRED),
    Act.GIVE_REASON: ({"words": "等待厂商回复"}, Status.RECEIVED),
    Act.URGE: ({"channel": "电话"}, Status.TRANSFERRED),
    Act.SUPERVISE: ({"words": "今日内报送"}, Status.TRANSFERRED),
    Act.FOLLOW_UP: ({"words": "网民表示满意"}, Status.REPLIED),
    Act.READ_FIGURES: ({"reads": number(5000)}, Status.REGISTERED),
    Act.TRASH: ({"reason": "重复登记"}, Status.REGISTERED),
    Act.RESTORE: ({}, Status.REGISTERED),
    Act.EXTEND: ({"days": 3, "reason": "需要现场核查", "sheet_number": "舆审〔2026〕1号"}, Status.RECEIVED),
}


@pytest.mark.parametrize("act", SIMPLE, ids=str)
def test_a_simple_act_is_done_with_ctrl_enter(stage: Stage, act: Act) -> None:
    item = READY[act](stage.office)
    dialog = stage.open(act, item)
    values, status = SIMPLE[act]
    if dialog.forms:
        dialog.forms[0].fill(values)
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.problem.words == ""
    assert not dialog.isVisible()
    assert [changes.act for changes in stage.heard] == [act]
    assert stage.item(item).status is status


@pytest.mark.parametrize("act", [Act.CLOSE, Act.REFUSE_SLIP, Act.DISMISS, Act.REOPEN, Act.TRASH], ids=str)
def test_what_is_missing_stays_in_the_dialog(stage: Stage, act: Act) -> None:
    dialog = stage.open(act, READY[act](stage.office))
    dialog.submit()
    assert "请填写" in dialog.problem.words
    assert dialog.isVisible()
    assert not stage.heard
    dialog.hide()


def test_merging_takes_the_item_chosen_from_the_list(stage: Stage) -> None:
    other = stage.office.register(title="同一件事", link="")
    item = stage.office.item_at(Status.ASSESSED)
    dialog = stage.open(Act.MERGE, item)
    dialog.forms[0].fill({"into": f"{other.number} 同一件事"})
    dialog.submit()
    assert stage.item(item).merged_into == other.id


@pytest.mark.article("第七条")
def test_the_level_is_proposed_with_its_arithmetic(stage: Stage) -> None:
    item = stage.office.register(forwards=number(800))
    dialog = stage.open(Act.ASSESS, item)
    assert isinstance(dialog, AssessDialog)
    assert dialog.form.values()["level"] is Level.IMPORTANT
    assert "转发数800，达到500" in dialog._reasons.text()
    dialog.form.fill({"comment_kind": CommentKind.COMPLAINT})
    assert "属投诉举报" in dialog._reasons.text()
    dialog.form.fill({"level": Level.ORDINARY, "reply_need": ReplyNeed.NEEDED})
    dialog.submit()
    assert stage.item(item).level is Level.ORDINARY


@pytest.mark.article("第八条")
def test_the_promised_time_stands_there_before_sending_and_is_kept(stage: Stage) -> None:
    item = stage.office.item_at(Status.ASSESSED)
    dialog = stage.open(Act.TRANSFER, item)
    assert isinstance(dialog, TransferDialog)
    dialog.form.fill({"section_id": stage.office.section_id(), "urgency": Urgency.URGENT})
    dialog.submit()
    slip = stage.office.core.registry.dossier(item.id, stage.office.clerk).slips[-1]
    assert (slip.feedback_due, slip.urgency) == (dialog.promised, Urgency.URGENT)


def told(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.article("第八条")
def test_what_came_back_says_why_and_is_not_proposed_to_the_section_it_came_from(stage: Stage) -> None:
    office = stage.office
    item = office.item_at(Status.RECEIVED)
    office.core.transfer.refuse(office.section, item.id, by="李强", reason="不属本科室")
    dialog = stage.open(Act.TRANSFER, item)
    assert "政务服务科　今天 09:30　李强：不属本科室" in told(dialog)
    assert dialog.forms[0].values()["section_id"] is None
    dialog.hide()
    plain = stage.open(Act.TRANSFER, office.item_at(Status.ASSESSED))
    assert "此前的退单" not in told(plain)
    plain.hide()


def test_a_section_cannot_assist_itself(stage: Stage) -> None:
    item = stage.office.item_at(Status.ASSESSED)
    dialog = stage.open(Act.TRANSFER, item)
    one = stage.office.section_id()
    dialog.forms[0].fill({"section_id": one, "assisting": (one,)})
    dialog.submit()
    assert "协办科室不能与主办科室相同" in dialog.problem.words
    assert stage.item(item).status is Status.ASSESSED
    dialog.hide()


def test_a_stale_edit_keeps_what_was_typed_and_saves_when_pressed_again(stage: Stage) -> None:
    item = stage.office.register()
    dialog = stage.open(Act.EDIT, item)
    dialog.forms[0].fill({"summary": "我写的"})
    stage.office.core.register.edit(stage.office.clerk, item.id, {"title": "别人改的"})
    dialog.submit()
    assert "已被其他操作修改" in dialog.problem.words
    assert dialog.forms[0].values()["summary"] == "我写的"
    dialog.submit()
    saved = stage.item(item)
    assert (saved.title, saved.summary) == ("别人改的", "我写的")


def test_the_first_figures_are_only_read_in_an_edit(stage: Stage) -> None:
    item = stage.office.register()
    dialog = stage.open(Act.EDIT, item)
    assert "转发 326" in str(dialog.forms[0].values()["figures"])
    assert not {"reads", "forwards", "replies"} & set(dialog.forms[0].inputs)
    dialog.forms[0].fill({"notes": "加注", "topic": None})
    dialog.submit()
    assert (stage.item(item).notes, stage.item(item).forwards) == ("加注", number(326))


@pytest.mark.article("第九条")
def test_another_wording_is_compared_as_it_is_typed(stage: Stage) -> None:
    item = stage.office.agree(stage.office.item_at(Status.HANDLED), Role.DEPUTY)
    dialog = stage.open(Act.AMEND_REPLY, item, "李强")
    assert isinstance(dialog, AmendDialog)
    assert "此前的审批作废" in dialog.record.text()
    dialog.form.fill({"text": REPLY.replace("深表歉意", "十分抱歉"), "reason": "语气"})
    assert dialog._card.note.text() == "改 1 处"
    dialog.submit()
    assert stage.item(item).status is Status.HANDLED


@pytest.mark.article("第十三条")
def test_a_deviation_is_seen_at_once_and_asks_for_its_reason(stage: Stage) -> None:
    item = stage.office.item_at(Status.APPROVED)
    dialog = stage.open(Act.REPLY, item)
    assert isinstance(dialog, ReplyDialog)
    assert not dialog.why.isVisible()
    dialog.form.fill({"text": REPLY.replace("深表歉意", "十分抱歉")})
    assert dialog.why.isVisible()
    assert "1 处不一致" in dialog._card.note.text()
    dialog.submit()
    assert "不一致" in dialog.problem.words
    dialog.form.fill({"text": f"  {REPLY}\n"})
    assert not dialog.why.isVisible()
    dialog.submit()
    assert stage.item(item).status is Status.REPLIED


def test_the_approved_text_is_copied_exactly(stage: Stage) -> None:
    dialog = stage.open(Act.REPLY, stage.office.item_at(Status.APPROVED))
    assert isinstance(dialog, ReplyDialog)
    dialog.approved.copy.click()
    assert QGuiApplication.clipboard().text() == REPLY
    dialog.hide()


@pytest.mark.article("第十条")
def test_without_a_certified_account_the_dialog_says_so(stage: Stage) -> None:
    item = stage.office.assess(stage.office.register(platform="小红书", link=""))
    dialog = stage.open(Act.INTERIM_REPLY, item)
    assert "小红书没有有效的认证账号" in dialog.forms[1].fields["account_id"].help
    dialog.hide()


@pytest.mark.article("第十一条")
def test_leaving_malice_alone_asks_for_the_deputy_where_the_office_set_it_so(stage: Stage) -> None:
    core = stage.office.core
    core.settings.change(stage.office.clerk, {"malicious_needs_nod": True})
    item = malicious(stage.office)
    dialog = stage.open(Act.NO_REPLY, item)
    dialog.forms[0].fill({"reason": "恶意攻击", "sheet_number": "舆审〔2026〕9号"})
    dialog.submit()
    assert stage.item(item).status is Status.NO_REPLY
    assert any(isinstance(note, Note) for note in core.registry.dossier(item.id, stage.office.clerk).notes)


def test_the_report_follows_its_channel_until_it_is_changed(stage: Stage) -> None:
    item = stage.office.item_at(Status.ASSESSED, Level.IMPORTANT)
    dialog = stage.open(Act.REPORT_UP, item)
    form = dialog.forms[0]
    script = form.values()["words"]
    form.fill({"channel": "手机短信"})
    assert form.values()["words"] != script
    form.fill({"words": "自己写的"})
    form.fill({"channel": "电话"})
    assert form.values()["words"] == "自己写的"
    dialog.hide()


@pytest.mark.parametrize(("act", "field"), [(Act.RECEIVE, "received_by"), (Act.REFUSE_SLIP, "by")])
def test_who_signs_for_the_own_section_need_not_type_the_own_name(stage: Stage, act: Act, field: str) -> None:
    item = stage.office.item_at(Status.TRANSFERRED)
    for who, stands in (("李强", "李强"), ("张敏", "")):
        dialog = stage.open(act, item, who)
        assert dialog.forms[0].values()[field] == stands
        assert not dialog.is_dirty
        dialog.hide()
