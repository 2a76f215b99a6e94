from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from ui.widgets.bar_chart import BarChart
from ui.widgets.deadline_badge import DeadlineBadge
from ui.widgets.duty_list import DutyList
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.filter_chip import FilterChip
from ui.widgets.stat_card import StatCard
from ui.widgets.step import Step
from ui.widgets.step_bar import StepBar
from ui.widgets.text_diff import TextDiff
from ui.widgets.text_label import TextLabel
from ui.widgets.timeline import SHOWN_FIRST, Timeline
from ui.widgets.timeline_entry import TimelineEntry

EVIL = '<img src="file:///etc/passwd"><b>粗</b>'


def test_outside_text_is_never_html_in_a_label(qtbot: QtBot) -> None:
    timeline, facts = Timeline(), Facts()
    for widget in (timeline, facts):
        qtbot.addWidget(widget)
    timeline.show_entries([TimelineEntry("今天", "张敏", EVIL, EVIL)])
    facts.show_facts([("标题", EVIL)])
    labels = [*timeline.findChildren(QLabel), *facts.findChildren(QLabel), TextLabel(EVIL), ElidedLabel(EVIL)]
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert EVIL in timeline.words[0]


def test_an_old_record_shows_its_newest_entries_first_and_the_rest_on_demand(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.show_entries([TimelineEntry("今天", "", f"第 {number} 步") for number in range(100)])
    assert len(timeline.words) == SHOWN_FIRST
    timeline._older.click()
    assert len(timeline.words) == 100
    timeline.show_entries([])
    assert timeline.words == []


def test_the_next_step_is_filled_and_a_refused_one_says_why(qtbot: QtBot) -> None:
    bar = StepBar()
    qtbot.addWidget(bar)
    bar.resize(600, 80)
    bar.show_steps(
        Step("reply", "正式回复…", "还缺组长同意"),
        [Step("urge", "催办…")],
        [Step("close", "办结…", "还欠：首次回复"), Step("merge", "并案…")],
    )
    bar.show()
    main = bar.button("reply")
    assert main is not None
    assert not main.isEnabled()
    assert main.toolTip() == "还缺组长同意"
    assert any(label.text() == "暂不能正式回复：还缺组长同意" for label in bar.findChildren(QLabel))
    assert [action.text() for action in bar.more.actions()] == ["并案…", "办结…（还欠：首次回复）"]
    with qtbot.waitSignal(bar.taken) as told:
        bar.more.actions()[0].trigger()
    assert told.args == ["merge"]


def test_steps_that_do_not_fit_move_into_the_menu(qtbot: QtBot) -> None:
    bar = StepBar()
    qtbot.addWidget(bar)
    bar.show_steps(Step("a", "登记处置情况…"), [Step("b", "先行回复…"), Step("c", "催办…")])
    bar.resize(600, 40)
    bar.show()
    assert bar.button("c") is not None
    bar.resize(280, 40)
    assert bar.button("a") is not None
    assert bar.button("c") is None
    assert "催办…" in [action.text() for action in bar.more.actions()]


def test_a_chip_says_what_is_chosen(qtbot: QtBot) -> None:
    chip = FilterChip("状态", [("a", "待评估"), ("b", "待转送"), ("c", "待审批")])
    qtbot.addWidget(chip)
    told: list[tuple[str, ...]] = []
    chip.changed.connect(told.append)
    actions = {action.text(): action for action in chip.menu().actions()}
    actions["待转送"].trigger()
    actions["待评估"].trigger()
    assert told == [("b",), ("a", "b")]
    assert chip.text() == "状态：待评估、待转送"
    actions["全部"].trigger()
    assert chip.text() == "状态"
    assert told[-1] == ()


def test_the_two_wordings_are_told_apart_without_colour(qtbot: QtBot) -> None:
    diff = TextDiff()
    qtbot.addWidget(diff)
    assert diff.show_wordings("请改天再来办理。", "请凭截图优先办理。") == 1
    cursor = diff.textCursor()
    cursor.setPosition(3)
    assert cursor.charFormat().fontStrikeOut()
    assert diff.show_wordings("一样", "一样") == 0


def test_an_empty_state_says_what_why_and_how(qtbot: QtBot) -> None:
    pressed: list[str] = []
    state = EmptyState(
        "没有符合条件的记录", "有 340 条被筛选隐藏", ("清除筛选", lambda: pressed.append("clear"))
    )
    qtbot.addWidget(state)
    state.resize(400, 300)
    state.show()
    state.findChildren(QPushButton)[0].click()
    assert pressed == ["clear"]
    state.say("还是空的", "很长的原因，" * 20)
    assert state._why.height() >= state._why.heightForWidth(state._why.width())


def test_a_count_opens_its_list_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    card = StatCard("已逾期", "danger")
    qtbot.addWidget(card)
    card.show_count(2, "最久 1 天")
    assert card.accessibleName() == "已逾期 2 最久 1 天"
    opened: list[None] = []
    card.opened.connect(lambda: opened.append(None))
    card.show()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert len(opened) == 2


def test_a_limit_is_an_icon_and_words(qtbot: QtBot) -> None:
    badge = DeadlineBadge()
    qtbot.addWidget(badge)
    assert badge.isHidden()
    badge.show_due(NOW - timedelta(hours=2), NOW)
    assert badge.words == "已超 2 小时"
    assert not badge._picture.pixmap().isNull()


def test_the_card_of_duties_takes_the_gravest_tone(qtbot: QtBot) -> None:
    duties = DutyList()
    qtbot.addWidget(duties)
    duties.show_duties([("首次回复", "剩 1 小时", "warn"), ("科室反馈", "已超 1 小时", "danger")])
    assert duties.property("tone") == "danger"
    duties.show_duties([("首次回复", "按时", "ok")])
    assert duties.property("tone") == "ok"
    duties.show_duties([])
    assert duties.isHidden()


@pytest.mark.parametrize("bars", [[], [("24", 0, 0)], [(str(day), day, 1) for day in range(60)]])
def test_a_chart_paints_any_number_of_days(qtbot: QtBot, bars: list[tuple[str, int, int]]) -> None:
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.show_bars(bars)
    chart.resize(300, 150)
    assert not chart.grab().isNull()
    assert chart.accessibleName().startswith("柱图：")
