from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs, settle
from tests.walk import REPLY, Office
from ui.pages.registry.detail_pane import DetailPane
from ui.pages.registry.item_steps import refusals
from ui.pages.registry.limit_dialog import LimitDialog
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.widgets.evidence_picture import EvidencePicture
from ui.widgets.text_label import TextLabel
from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import (
    Act,
    CommentKind,
    ConsentKind,
    Decision,
    Level,
    PaperKind,
    Role,
    Status,
)
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.approve import Opinion
from yuqing_desktop.services.handle import Wording


@pytest.fixture
def pane(seat: Seat, qtbot: QtBot) -> DetailPane:
    pane = DetailPane(seat)
    qtbot.addWidget(pane)
    pane.resize(350, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def words(pane: DetailPane, tab: int) -> str:
    pane.tabs.setCurrentIndex(tab)
    settle()
    inside = pane.tabs.widget(tab)
    return "\n".join(label.text() for label in inside.findChildren(TextLabel) if not label.isHidden())


def seen_by(pane: DetailPane, actor: Actor) -> None:
    from dataclasses import replace

    pane._seat = replace(pane._seat, actor=actor)


def test_nothing_chosen_says_so(pane: DetailPane) -> None:
    assert pane.dossier is None
    assert not pane.tabs.isVisible()


def test_the_head_says_what_it_is(office: Office, pane: DetailPane) -> None:
    item = office.assess(office.register(title="打不开"), Level.IMPORTANT, CommentKind.COMPLAINT)
    pane.show_item(item.id)
    said = (pane.number.text(), pane.level.text(), pane.status.text(), pane.kind.text(), pane.title.text())
    assert said == (item.number, "重要", "待转送", "投诉举报", "打不开")
    assert pane.overview.facts.words["领域"] == "网上办事"


@pytest.mark.parametrize(
    ("status", "act"),
    [
        (Status.REGISTERED, Act.ASSESS),
        (Status.ASSESSED, Act.TRANSFER),
        (Status.TRANSFERRED, Act.RECEIVE),
        (Status.RECEIVED, Act.REPORT_HANDLING),
        (Status.HANDLED, Act.APPROVE_DEPUTY),
        (Status.APPROVED, Act.REPLY),
        (Status.REPLIED, Act.CLOSE),
    ],
)
def test_the_next_step_is_the_one_filled_button(
    office: Office, pane: DetailPane, acts: RecordingActs, status: Status, act: Act
) -> None:
    item = office.item_at(status)
    pane.show_item(item.id)
    button = pane.bar.button(act.value)
    assert button is not None
    assert button.property("kind") == "main"
    button.click()
    assert acts.asked == [("start", act, item.id)]


def test_a_step_of_somebody_else_is_refused_in_words(office: Office, pane: DetailPane) -> None:
    item = office.item_at(Status.REGISTERED)
    seen_by(pane, office.section)
    pane.show_item(item.id)
    button = pane.bar.button(Act.ASSESS.value)
    assert button is not None
    assert not button.isEnabled()
    said = [label.text() for label in pane.bar.findChildren(TextLabel) if label.isVisible()]
    assert any("须由专人或办公室主任办理" in text for text in said)


def test_every_act_stands_in_the_menu_with_its_reason(office: Office, pane: DetailPane) -> None:
    item = office.item_at(Status.REGISTERED)
    pane.show_item(item.id)
    menus = (pane.bar.more, pane.bar.refused)
    actions = [action for menu in menus for action in menu.actions() if action.menu() is None]
    entries = {action.text(): action.isEnabled() for action in actions}
    assert entries["修改…"]
    refused = next(text for text in entries if text.startswith("组长审批…"))
    assert "“待评估”状态不能组长审批" in refused
    assert not entries[refused]
    assert pane.dossier is not None
    shown = len(entries) + sum(pane.bar.button(act.value) is not None for act in Act)
    assert shown == len(pane.dossier.offers)


def test_what_is_owed_stands_with_its_article_and_opens_its_arithmetic(
    office: Office, pane: DetailPane, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    item = office.item_at(Status.RECEIVED)
    pane.show_item(item.id)
    said = [label.text() for label in pane.owed.findChildren(TextLabel) if label.isVisible()]
    assert "科室反馈（第九条）" in said
    assert "首次回复（第十二条）" in said
    read: list[str] = []

    def close(dialog: LimitDialog) -> None:
        read.append(dialog.words)
        dialog.accept()

    prompts.will(close)
    pane.owed.asked.emit(0)
    assert "科室反馈" in read[0]
    assert len(read[0].splitlines()) > 2


def test_every_name_of_what_is_owed_is_whole_though_all_is_late_and_the_year_not_published(
    office: Office, pane: DetailPane
) -> None:
    office.clock.move_to(datetime(2026, 12, 31, 23, 59, tzinfo=SHANGHAI))
    item = office.transfer(office.assess(office.register(), Level.IMPORTANT, CommentKind.COMPLAINT))
    office.clock.move_to(datetime(2027, 1, 4, 9, 30, tzinfo=SHANGHAI))
    pane.show_item(item.id)
    said = [label for label in pane.owed.findChildren(TextLabel) if label.isVisible()]
    assert [label.text() for label in said if label.sizeHint().width() > label.width()] == []
    words = {label.text() for label in said}
    assert {"报告市委宣传部（第七条）", "首次回复（第十二条）", "01-01 09:00* · 已超 3 天"} <= words
    assert "* 日历未公布，暂按周一至周五" in words


def test_the_overview_keeps_the_first_figures(office: Office, pane: DetailPane) -> None:
    item = office.item_at(Status.RECEIVED)
    pane.show_item(item.id)
    facts = pane.overview.facts.words
    assert facts["来源"] == "微博 · @城南小李"
    assert facts["当时读数"] == "阅读 不可见 · 转发 326 · 回复 141（今天 09:30 张敏）"
    assert facts["跟进科室"] == "政务服务科"
    assert facts["转送单"].startswith("舆转〔2026〕1号 · 签收 今天 09:30 李强")


def test_the_original_post_is_opened_in_the_browser(
    office: Office, pane: DetailPane, prompts: ScriptedPrompts
) -> None:
    item = office.register(link="https://weibo.com/1/abc")
    pane.show_item(item.id)
    pane.overview.open_link.click()
    assert prompts.links == ["https://weibo.com/1/abc"]


def test_the_history_is_newest_first_and_keeps_refused_attempts(office: Office, pane: DetailPane) -> None:
    item = office.register()
    with pytest.raises(Refused):
        office.core.closing.close(office.clerk, item.id, outcome="办完")
    pane.show_item(item.id)
    pane.tabs.setCurrentIndex(1)
    settle()
    said = pane.history.timeline.words
    assert said[0].startswith("办结（未办成）")
    assert "“待评估”状态不能办结" in said[0]
    assert said[-1].startswith("登记")


def test_the_history_shows_one_kind_of_record_alone(office: Office, pane: DetailPane) -> None:
    item = office.register()
    office.core.register.edit(office.clerk, item.id, {"summary": "改过的"})
    office.assess(office.core.registry.item(item.id))
    with pytest.raises(Refused):
        office.core.closing.close(office.clerk, item.id, outcome="办完")
    pane.show_item(item.id)
    pane.tabs.setCurrentIndex(1)
    settle()

    def only(kind: str) -> list[str]:
        pane.history.kind.set_chosen((kind,))
        pane.history.kind.changed.emit((kind,))
        return [said.split(" ")[0].split("（")[0] for said in pane.history.timeline.words]

    assert only("steps") == ["评估", "登记"]
    assert only("edits") == ["修改"]
    assert only("refused") == ["办结"]
    assert only("papers") == []
    assert pane.history.nothing.isVisible()


def test_printing_stands_in_the_history_in_chinese(office: Office, pane: DetailPane) -> None:
    item = office.item_at(Status.TRANSFERRED)
    (paper,) = office.core.papers.slips_of([item.id])
    office.core.papers.count_print(office.clerk, paper)
    pane.show_item(item.id)
    pane.tabs.setCurrentIndex(1)
    settle()
    assert pane.history.timeline.words[0].startswith("打印文书")


def test_consents_on_screen_and_on_paper_are_told_apart_and_void_ones_struck(
    office: Office, pane: DetailPane
) -> None:
    item = office.item_at(Status.DEPUTY_AGREED, Level.IMPORTANT)
    pane.show_item(item.id)
    assert "同意 · 副组长 王建国" in words(pane, 2)
    assert "本人在此审批" in words(pane, 2)
    office.core.handle.amend(office.clerk, item.id, Wording(REPLY + "补一句。"), reason="补充")
    paper = Opinion(
        Role.DEPUTY, Decision.AGREE, office.deputy.person_id, kind=ConsentKind.PAPER, sheet_number="舆审1",
        decided_at=office.clock.now(),
    )  # fmt: skip
    office.core.approve.decide(office.clerk, item.id, paper)
    pane.show_item(item.id)
    said = words(pane, 2)
    assert "第 2 稿" in said
    assert "纸质签批代录（张敏录入，未签名，舆审1，无扫描件）" in said
    assert "已作废" in said
    struck = [label for label in pane.replies.findChildren(TextLabel) if "line-through" in label.styleSheet()]
    assert next(label.text() for label in struck) == "同意 · 副组长 王建国"


def test_an_empty_reply_tab_says_what_comes_and_offers_it(
    office: Office, pane: DetailPane, acts: RecordingActs
) -> None:
    item = office.item_at(Status.RECEIVED)
    pane.show_item(item.id)
    assert "还没有拟回复" in words(pane, 2)
    (button,) = [b for b in pane.replies.findChildren(QPushButton) if b.text() == "报送处置情况…"]
    button.click()
    assert acts.asked == [("start", Act.REPORT_HANDLING, item.id)]


def test_papers_show_numbers_copies_and_buttons(
    office: Office, pane: DetailPane, acts: RecordingActs
) -> None:
    item = office.item_at(Status.TRANSFERRED)
    pane.show_item(item.id)
    said = words(pane, 5)
    assert "舆转〔2026〕1号" in said
    assert "尚未打印" in said
    buttons = {b.text(): b for b in pane.papers.findChildren(QPushButton)}
    buttons["预览打印"].click()
    buttons["存为…"].click()
    slip = PaperKind.TRANSFER_SLIP
    assert acts.asked == [("print papers", [slip]), ("save papers", [slip])]


def test_a_void_slip_keeps_its_number_without_buttons(office: Office, pane: DetailPane) -> None:
    item = office.item_at(Status.TRANSFERRED)
    office.core.transfer.refuse(office.section, item.id, by="李强", reason="不属本科室职责")
    pane.show_item(item.id)
    said = words(pane, 5)
    assert "舆转〔2026〕1号" in said
    assert "已作废" in said
    assert not [b for b in pane.papers.findChildren(QPushButton) if b.text() == "预览打印"]


def test_outside_text_is_text_and_long_runs_can_wrap(office: Office, pane: DetailPane) -> None:
    hostile = "<img src=file:///etc/passwd><b>粗</b> " + "x" * 400
    item = office.register(title="<b>标题</b>", summary=hostile)
    pane.show_item(item.id)
    settle()
    assert pane.title.text() == "<b>标题</b>"
    assert "<img" in pane.overview.facts.words["摘要"]
    assert pane.overview.widget().width() <= pane.overview.viewport().width()
    assert pane.width() == 350


def test_all_tabs_fit_in_350_pixels(office: Office, pane: DetailPane) -> None:
    item = office.item_at(Status.CLOSED)
    pane.show_item(item.id)
    bar = pane.tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() <= bar.width()
    assert bar.sizeHint().width() <= 330


def test_a_deleted_item_leaves_the_pane_empty(pane: DetailPane) -> None:
    pane.show_item(999_999)
    assert pane.dossier is None


def test_evidence_is_listed_and_opened_as_a_copy(
    office: Office, pane: DetailPane, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    item = office.register()
    shot = tmp_path / "截图.png"
    shot.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    office.core.attachments.attach(office.clerk, item.id, shot)
    pane.show_item(item.id)
    assert pane.tabs.tabText(4) == "附件 1"
    assert "截图.png" in words(pane, 4)
    (button,) = [b for b in pane.evidence.findChildren(QPushButton) if b.text() == "打开"]
    button.click()
    assert prompts.opened[0].read_bytes() == shot.read_bytes()


def test_an_item_in_the_trash_can_be_taken_out(office: Office, pane: DetailPane) -> None:
    item = office.register()
    office.core.register.trash(office.clerk, item.id, "录重了")
    pane.show_item(item.id)
    assert pane.status.text() == "回收站"
    assert "录重了" in pane.trashed.text()
    assert "还可恢复30天" in pane.trashed.text()
    button = pane.bar.button(Act.RESTORE.value)
    assert button is not None
    button.click()
    assert office.core.registry.item(item.id).trashed_at is None


def test_after_thirty_days_an_item_stays_in_the_trash_and_says_why(office: Office, pane: DetailPane) -> None:
    item = office.register()
    office.core.register.trash(office.clerk, item.id, "录重了")
    office.pass_time(days=31)
    pane.show_item(item.id)
    button = pane.bar.button(Act.RESTORE.value)
    assert button is not None
    assert not button.isEnabled()
    assert "已作废" in pane.bar.reason(Act.RESTORE.value)
    with pytest.raises(Refused, match="作废"):
        office.core.register.restore(office.clerk, item.id)


def test_files_dropped_on_the_pane_become_evidence(
    office: Office, pane: DetailPane, acts: RecordingActs, tmp_path: Path
) -> None:
    item = office.register()
    pane.show_item(item.id)
    file = tmp_path / "说明.docx"
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file))])
    place, left = QPointF(20, 20), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(
        place.toPoint(), Qt.DropAction.CopyAction, content, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(pane, enter)
    assert enter.isAccepted()
    assert pane.property("target") is True
    QApplication.sendEvent(
        pane, QDropEvent(place, Qt.DropAction.CopyAction, content, left, Qt.KeyboardModifier.NoModifier)
    )
    assert acts.asked == [("attach", item.id, [file])]
    assert pane.property("target") is False


def test_an_attachment_is_dragged_out_as_a_copy(
    office: Office, pane: DetailPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = office.register()
    shot = tmp_path / "说明.txt"
    shot.write_text("原件", encoding="utf-8")
    office.core.attachments.attach(office.clerk, item.id, shot)
    pane.show_item(item.id)
    words(pane, 4)
    (picture,) = pane.evidence.findChildren(EvidencePicture)
    carried: list[tuple[Path, Qt.DropAction]] = []

    def carry(drag: QDrag, action: Qt.DropAction) -> None:
        carried.append((Path(drag.mimeData().urls()[0].toLocalFile()), action))

    monkeypatch.setattr(QDrag, "exec", carry)
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseMove(picture, QPoint(7, 5))
    assert carried == []
    qtbot.mouseMove(picture, QPoint(60, 50))
    ((path, action),) = carried
    assert path.name == "说明.txt"
    assert path.read_text(encoding="utf-8") == "原件"
    assert action is Qt.DropAction.CopyAction


def test_a_title_as_long_as_a_post_leaves_room_for_the_record(
    office: Office, seat: Seat, qtbot: QtBot
) -> None:
    title = "数据共享平台登录不上" * 19
    done = office.core.register.register(office.clerk, {"title": title, "platform": "微博"})
    pane = DetailPane(seat)
    qtbot.addWidget(pane)
    pane.show_item(done.item_ids[0])
    assert pane.title.text() == f"{title[:79]}…"
    assert pane.title.toolTip() == title


def test_the_next_step_is_what_is_owed_before_the_main_one_and_never_the_way_back(
    office: Office, pane: DetailPane, acts: RecordingActs
) -> None:
    item = office.item_at(Status.REPLIED, Level.IMPORTANT)
    pane.show_item(item.id)
    pane.take_main()
    assert acts.asked == [("start", Act.REPORT_UP, item.id)]
    approved = office.item_at(Status.APPROVED)
    seen_by(pane, office.actor("陈静"))
    pane.show_item(approved.id)
    assert pane.bar.button(Act.SEND_BACK.value) is not None
    pane.take_main()
    assert len(acts.asked) == 1
    assert refusals(pane.dossier, office.clock.now())["next_step"] == "正式回复须由专人办理"


def test_tab_goes_from_the_next_step_over_those_beside_it_to_the_record(
    office: Office, pane: DetailPane, qtbot: QtBot
) -> None:
    for item in (office.register(), office.item_at(Status.RECEIVED)):
        pane.show_item(item.id)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    assert pane.steps.main is not None
    button = pane.bar.button(pane.steps.main.key)
    assert button is not None
    button.setFocus()
    found = []
    for _ in range(4):
        focused = pane.focusWidget()
        found.append(focused.text() if isinstance(focused, QPushButton) else focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert found == ["报送处置情况…", "先行回复…", "更多", "事项内容"]
