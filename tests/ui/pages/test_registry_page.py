from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.pages.recording import RecordingActs, settle
from tests.walk import Office
from ui.pages.registry.registry_page import RegistryPage
from ui.pages.registry.row_menu import row_menu
from ui.pages.seat import Seat
from ui.shell.menu_plan import act_key
from ui.tasks.thread_runner import ThreadRunner
from ui.widgets.empty_state import EmptyState
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.filters import Filter, parse
from yuqing_desktop.domain.vocabulary import Act, Level, Status

Open = Callable[[], RegistryPage]


@pytest.fixture
def open_page(seat: Seat, qtbot: QtBot) -> Open:
    def make() -> RegistryPage:
        page = RegistryPage(seat, first_steps=(("导入表格", lambda: None),))
        qtbot.addWidget(page)
        page.resize(1150, 660)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


def titles(page: RegistryPage) -> list[str]:
    return [page.table.rows.row(at).title for at in range(len(page.table.rows.ids))]


def said(empty: EmptyState) -> str:
    return "\n".join(label.text() for label in empty.findChildren(TextLabel))


def press(empty: EmptyState, verb: str) -> None:
    next(one for one in empty.findChildren(QPushButton) if one.text() == verb and one.isVisible()).click()


# The list -------------------------------------------------------------------------------------------


def test_a_new_database_says_how_to_begin(open_page: Open, acts: RecordingActs) -> None:
    page = open_page()
    assert page.empty.isVisible()
    assert "登记簿还是空的" in said(page.empty)
    press(page.empty, "新登记")
    assert acts.asked == [("register", None)]
    press(page.empty, "导入表格")


def test_the_newest_stands_first_and_is_shown(office: Office, open_page: Open) -> None:
    office.register(title="第一件")
    office.register(title="第二件")
    page = open_page()
    assert titles(page) == ["第二件", "第一件"]
    assert page.detail.title.text() == "第二件"


def test_a_registered_item_is_shown_at_once(office: Office, open_page: Open, seat: Seat) -> None:
    page = open_page()
    done = office.core.register.register(office.clerk, {"title": "新来的", "platform": "微博"})
    seat.hub.changed.emit(done)
    assert page.detail.title.text() == "新来的"
    assert page.table.current_id() == done.item_ids[0]


def test_what_another_act_brings_is_announced_and_what_left_the_filter_stays_grey(
    office: Office, open_page: Open, seat: Seat
) -> None:
    first = office.register(title="先")
    page = open_page()
    page.bar.ask(parse("状态:待评估"))
    office.register(title="后")
    changes = office.core.assess.assess(office.clerk, first.id, _assessment())
    seat.hub.changed.emit(changes)
    assert page.panel.newcomers == "1 条新"
    assert page.table.rows.is_left_behind(0)
    assert page.detail.status.text() == "待转送"
    page.handlers()["refresh"]()
    assert titles(page) == ["后"]


def test_sorting_asks_the_registry(office: Office, open_page: Open) -> None:
    for level in (Level.ORDINARY, Level.EMERGENCY, Level.IMPORTANT):
        office.assess(office.register(title=level.label), level)
    page = open_page()
    page.table.head.sort_by("level")
    assert titles(page) == ["一般", "重要", "重大突发"]
    page.table.head.sort_by("level")
    assert titles(page) == ["重大突发", "重要", "一般"]


def test_columns_and_splitter_come_back(office: Office, open_page: Open) -> None:
    office.register()
    page = open_page()
    keys = [column.key for column in page.table.rows.columns]
    page.table.head.show_column(keys.index("section"), on=True)
    page.table.head.sort_by("due")
    page.splitter.setSizes([600, 500])
    sizes = page.splitter.sizes()
    page.save_state()
    again = open_page()
    assert not again.table.head.isSectionHidden(keys.index("section"))
    assert again.table.head.sort == [("due", False)]
    assert again.splitter.sizes() == sizes


def test_a_narrow_table_gives_the_title_its_room(office: Office, open_page: Open) -> None:
    office.register()
    page = open_page()
    keys = [column.key for column in page.table.rows.columns]

    def shown(key: str) -> bool:
        return not page.table.head.isSectionHidden(keys.index(key))

    page.resize(760, 500)
    settle()
    assert not shown("spread")
    assert not shown("level")
    assert page.table.horizontalScrollBar().maximum() == 0
    page.resize(1400, 660)
    settle()
    assert shown("spread")
    assert shown("level")


# Filters --------------------------------------------------------------------------------------------


def test_search_waits_for_a_pause_and_not_for_half_composed_pinyin(
    office: Office, open_page: Open, qtbot: QtBot
) -> None:
    office.register(title="预约系统打不开")
    office.register(title="停车收费")
    page = open_page()
    page.handlers()["find"]()
    QApplication.sendEvent(page.bar.search, QInputMethodEvent("tingche", []))
    asked: list[str] = []
    page.bar.search.asked.connect(asked.append)
    page.bar.search.setText("ting")
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Return)
    assert asked == []
    page.bar.search.clear()
    committed = QInputMethodEvent("", [])
    committed.setCommitString("停车")
    with qtbot.waitSignal(page.bar.search.asked, timeout=1000):
        QApplication.sendEvent(page.bar.search, committed)
    assert titles(page) == ["停车收费"]
    assert page.bar.shown.text() == "已筛选 1 / 2"


def test_escape_clears_then_leaves_and_down_goes_into_the_table(
    office: Office, open_page: Open, qtbot: QtBot
) -> None:
    office.register(title="停车收费")
    page = open_page()
    page.bar.ask(Filter(words=("没有",)))
    assert titles(page) == []
    page.bar.search.setFocus()
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Escape)
    assert page.bar.search.text() == ""
    assert titles(page) == ["停车收费"]
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.table
    page.bar.search.setFocus()
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Down)
    assert page.focusWidget() is page.table


def test_a_typed_filter_that_cannot_be_read_is_said_and_changes_nothing(
    office: Office, open_page: Open, qtbot: QtBot
) -> None:
    office.register(title="停车收费")
    page = open_page()
    page.bar.search.setText("状态:没这个")
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Return)
    assert page.bar.error.isVisible()
    assert "待评估" in page.bar.error.text()
    assert titles(page) == ["停车收费"]


def test_an_item_just_registered_that_the_filter_hides_is_told_of_and_one_key_away(
    office: Office, open_page: Open, seat: Seat
) -> None:
    office.item_at(Status.TRANSFERRED)
    page = open_page()
    page.bar.ask(parse("状态:待签收"))
    settle()
    done = office.core.register.register(office.clerk, {"title": "刚来的", "platform": "微博"})
    seat.hub.changed.emit(done)
    settle()
    assert "刚来的" not in titles(page)
    assert page.panel.newcomers == "YQ-2026-0002已登记，不在当前筛选内"
    page.handlers()["refresh"]()
    settle()
    assert page.bar.filter.is_empty and page.panel.newcomers == ""
    assert page.detail.dossier is not None and page.detail.dossier.item.title == "刚来的"


def test_no_hits_say_how_many_are_hidden_and_the_way_back(office: Office, open_page: Open) -> None:
    office.register()
    office.register()
    page = open_page()
    page.bar.ask(Filter(words=("查无此事",)))
    assert "没有符合条件的记录" in said(page.empty)
    assert "隐藏了 2 条" in said(page.empty)
    press(page.empty, "清除筛选")
    assert len(titles(page)) == 2


@pytest.mark.parametrize("typed", ["YQ-2026-0001", "2026-1", "1"])
def test_a_number_in_the_trash_says_so_and_leads_there(office: Office, open_page: Open, typed: str) -> None:
    item = office.register(title="误录的")
    office.register(title="还在的")
    office.core.register.trash(office.clerk, item.id, "录重了")
    page = open_page()
    page.bar.ask(Filter(words=(typed,), platforms=("微博",)))
    if titles(page):  # a bare 1 is in other texts too
        page.bar.ask(Filter(words=(typed,), levels=(Level.IMPORTANT,)))
    assert f"{item.number}在回收站中" in said(page.empty)
    press(page.empty, "打开回收站")
    assert titles(page) == ["误录的"]
    assert page.detail.status.text() == "回收站"
    page.handlers()["restore"]()
    assert office.core.registry.item(item.id).trashed_at is None


def test_chips_and_typed_words_make_one_filter(office: Office, open_page: Open) -> None:
    office.register(title="甲", platform="论坛")
    office.assess(office.register(title="乙", platform="论坛"))
    office.register(title="丙")
    page = open_page()
    page.open_with("状态:待评估 平台:论坛")
    assert titles(page) == ["甲"]
    assert page.bar.statuses.text() == "状态：待评估"
    assert page.bar.search.text() == "平台:论坛"
    page.bar.days.changed.emit(())
    page.bar.clear_button.click()
    assert titles(page) == ["丙", "乙", "甲"]
    assert not page.bar.clear_button.isVisible()


def test_only_overdue(office: Office, open_page: Open) -> None:
    office.register(title="早的")
    office.pass_time(days=2)
    office.register(title="新的")
    page = open_page()
    page.bar.overdue.click()
    assert titles(page) == ["早的"]
    assert page.bar.filter == Filter(overdue=True)


def test_a_cell_filters_and_excludes(office: Office, open_page: Open) -> None:
    office.register(title="甲", platform="论坛")
    office.register(title="乙", platform="抖音")
    page = open_page()
    page.cells.key = "platform"
    page.table.go_to(page.table.rows.ids[0])
    page.handlers()["filter_value"]()
    assert titles(page) == ["乙"]
    page.bar.clear()
    page.handlers()["exclude_value"]()
    assert titles(page) == ["甲"]
    assert page.bar.search.text() == "-平台:抖音"


def test_a_cell_that_means_no_filter_says_so(office: Office, open_page: Open, qtbot: QtBot) -> None:
    office.register()
    page = open_page()
    page.cells.key = "spread"
    with qtbot.waitSignal(page.banner_asked) as told:
        page.handlers()["filter_value"]()
    assert "不能用来筛选" in told.args[0]
    assert page.bar.filter == Filter()


# Copying, selecting, papers -------------------------------------------------------------------------


def test_copying_a_row_a_cell_and_a_number(office: Office, open_page: Open) -> None:
    item = office.register(title="甲")
    page = open_page()
    page.handlers()["copy_number"]()
    assert QGuiApplication.clipboard().text() == item.number
    page.handlers()["copy_cell"]()
    assert QGuiApplication.clipboard().text() == item.number
    page.handlers()["copy"]()
    head, line = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:2] == ["编号 · 发布", "标题 · 来源"]
    assert line.split("\t")[:2] == [item.number, "甲"]


def test_the_chosen_rows_slips_are_printed_together(
    office: Office, open_page: Open, acts: RecordingActs
) -> None:
    ids = [office.item_at(Status.TRANSFERRED).id for _ in range(3)]
    page = open_page()
    page.handlers()["select_all"]()
    page.handlers()["slip_print"]()
    assert acts.asked == [("print", ids[::-1])]


def test_the_row_menu_offers_what_the_table_of_steps_allows(office: Office, open_page: Open) -> None:
    office.register()
    page = open_page()
    steps = [*filter(None, [page.detail.steps.main]), *page.detail.steps.beside, *page.detail.steps.rest]
    menu = row_menu(page.handlers(), steps, page.detail.take, page)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:2] == ["复制单元格", "复制编号"]
    assert "评估…" in words
    assert "组长审批…" not in words


# What the window hears ------------------------------------------------------------------------------


def test_every_refused_act_says_why_in_the_menu_bar(office: Office, open_page: Open, qtbot: QtBot) -> None:
    office.register()
    page = open_page()
    with qtbot.waitSignal(page.refused) as told:
        page.open_with("")
    reasons = told.args[0]
    assert reasons[act_key(Act.ASSESS)] == ""
    assert "待评估" in reasons[act_key(Act.TRANSFER)]


def test_acts_are_there_only_for_a_chosen_item(office: Office, open_page: Open, acts: RecordingActs) -> None:
    page = open_page()
    assert act_key(Act.ASSESS) not in page.handlers()
    item = office.register()
    page.handlers()["refresh"]()
    page.handlers()[act_key(Act.ASSESS)]()
    page.handlers()["next_step"]()
    assert acts.asked == [("start", Act.ASSESS, item.id)] * 2


def test_an_act_is_offered_for_every_row_chosen(office: Office, open_page: Open, acts: RecordingActs) -> None:
    ids = [office.register().id for _ in range(3)]
    page = open_page()
    page.handlers()["select_all"]()
    page.handlers()[act_key(Act.ASSESS)]()
    front = page.table.current_id()
    assert acts.asked == [("start", Act.ASSESS, front, [one for one in reversed(ids) if one != front])]


def test_enter_edits_and_a_copy_keeps_what_repeats(
    office: Office, open_page: Open, acts: RecordingActs, qtbot: QtBot
) -> None:
    item = office.register(title="甲")
    page = open_page()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page.handlers()["duplicate"]()
    assert acts.asked[0] == ("start", Act.EDIT, item.id)
    assert acts.asked[1][1]["title"] == "甲"
    assert "link" not in acts.asked[1][1]


def test_the_detail_pane_can_be_hidden(office: Office, open_page: Open) -> None:
    office.register()
    page = open_page()
    page.handlers()["show_detail"]()
    assert page.detail.isHidden()
    page.save_state()
    assert open_page().detail.isHidden()
    page.handlers()["show_detail"]()
    assert page.detail.isVisible()


def test_the_real_runner_brings_the_same_list(office: Office, seat: Seat, qtbot: QtBot) -> None:
    for at in range(5):
        office.register(title=f"第{at}件")
    runner = ThreadRunner()
    page = RegistryPage(replace(seat, runner=runner))
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 5)
    qtbot.waitUntil(lambda: page.detail.title.text() == "第4件")
    page.bar.ask(Filter(words=("第2件",)))
    qtbot.waitUntil(lambda: titles(page) == ["第2件"])
    runner.shutdown()


def _assessment() -> object:
    from yuqing_desktop.domain.vocabulary import CommentKind
    from yuqing_desktop.services.assess import Assessment

    return Assessment(level=Level.ORDINARY, comment_kind=CommentKind.QUESTION, topic="网上办事")


# A batch ------------------------------------------------------------------------------------------


def test_the_items_of_an_import_are_shown_with_a_chip_that_says_which(
    office: Office, open_page: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    office.register(title="停车收费")
    path = tmp_path / "周报.csv"
    path.write_text("标题,平台\n门禁坏了,微博", encoding="utf-8")
    importing = office.core.importing
    batch = importing.take(office.clerk, importing.preview(office.clerk, path)).batch
    page = open_page()
    assert page.bar.batch.isHidden()
    page.open_with(f"批次:{batch.id}")
    assert titles(page) == ["门禁坏了"]
    assert page.bar.batch.isVisible() and page.bar.batch.text().startswith("批次：周报.csv · ")
    assert page.bar.search.text() == ""
    qtbot.mouseClick(page.bar.batch, Qt.MouseButton.LeftButton)
    assert len(titles(page)) == 2 and page.bar.batch.isHidden()
    page.bar.search.setText("批次:77")
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Return)
    assert "没有第 77 批" in page.bar.batch.text() and titles(page) == []
