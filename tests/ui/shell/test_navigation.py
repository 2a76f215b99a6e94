"""The rail gives its room away in a narrow window."""

from pytestqt.qtbot import QtBot

from ui.shell.entry import Entry
from ui.shell.navigation import Navigation


def test_a_narrow_window_keeps_icons_and_says_the_rest_in_tool_tips(qtbot: QtBot) -> None:
    entries = [
        Entry("today", "今日", icon="today"),
        Entry("registry", "登记簿", icon="registry"),
        Entry("registry.all", "待评估", parent="registry"),
    ]
    rail = Navigation("政务舆情登记", entries)
    qtbot.addWidget(rail)
    rail.show_count("today", "5", "danger")
    rail.show()
    rail.follow(1200)
    wide = rail.width()
    rail.follow(880)
    assert rail.is_narrow and rail.width() < wide / 2
    assert rail.button("registry.all").isHidden() and rail.button("today").toolTip() == "今日 5"
    rail.follow(1200)
    assert not rail.is_narrow and rail.width() == wide and not rail.button("registry.all").isHidden()


def test_a_low_window_puts_the_lines_closer_and_leaves_the_brand_out(qtbot: QtBot) -> None:
    entries = [Entry(f"page{number}", "页面", icon="today") for number in range(8)]
    entries += [Entry(f"page0.{number}", "视图", parent="page0") for number in range(8)]
    rail = Navigation("政务舆情登记", entries)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 700)
    rail.show()
    high = rail.button("page0").sizeHint().height()
    rail.resize(rail.width(), 480)
    assert rail.button("page0").sizeHint().height() < high
    assert rail._brand.isHidden()
    rail.resize(rail.width(), 700)
    assert rail.button("page0").sizeHint().height() == high
    assert not rail._brand.isHidden()
