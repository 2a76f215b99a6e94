"""自检 says what is amiss on this computer, and what to do."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.conftest import acts as acts
from tests.ui.pages.conftest import prompts as prompts
from tests.ui.pages.conftest import seat as seat
from tests.walk import Office
from ui.help.about_dialog import AboutDialog
from ui.help.licences import licences
from ui.help.self_check import Line, font, input_method, printer, self_check
from ui.help.self_check_dialog import SelfCheckDialog
from ui.pages.seat import Seat
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.widgets.text_label import TextLabel


@pytest.mark.parametrize(
    ("environ", "platform", "ok"),
    [
        ({}, "win32", True),
        ({"QT_IM_MODULE": "ibus"}, "linux", True),
        ({"QT_IM_MODULES": "wayland;ibus"}, "linux", True),
        ({}, "linux", False),
        ({"QT_IM_MODULE": "none"}, "linux", False),
    ],
)
def test_an_input_method_is_there_or_it_says_how_to_get_one(
    environ: dict[str, str], platform: str, ok: bool
) -> None:
    line = input_method(environ, platform)
    assert line.ok is ok
    assert ok or "ibus" in line.advice


def test_a_chinese_font_is_wanted_for_the_window() -> None:
    assert font(["Microsoft YaHei UI", "Arial"]) == Line("窗口字体", True, "Microsoft YaHei UI")
    missing = font(["Arial"])
    assert not missing.ok and missing.advice


def test_a_printer_is_named_or_another_way_is_offered() -> None:
    assert printer(["甲"], "甲") == Line("打印机", True, "默认 甲")
    assert not printer([], "").ok


def test_what_the_check_up_hints_at_is_said_here_too(office: Office) -> None:
    lines = {line.what: line for line in self_check(office.core)}
    assert {"输入法", "窗口字体", "打印机"} <= lines.keys()
    assert lines["工作日历不全"].words.startswith("2027年")
    assert all(line.advice for line in lines.values() if not line.ok)


def test_the_dialog_shows_every_line_and_counts_what_is_amiss(seat: Seat, qtbot: QtBot) -> None:
    dialog = SelfCheckDialog(seat, None)
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(TextLabel)}
    assert {line.words for line in dialog.lines} <= shown
    amiss = sum(not line.ok for line in dialog.lines)
    assert (f"{amiss} 项要留意" if amiss else "都正常") in shown


def test_about_names_the_data_folder_and_opens_it_and_lists_the_licences(
    seat: Seat, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = AboutDialog(seat, None)
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(TextLabel)}
    assert str(seat.core.paths.data) in shown
    assert dict(licences())["peewee"] == "MIT" and "peewee" in shown
    dialog.data.click()
    assert prompts.opened == [seat.core.paths.data]
    prompts.will(lambda checks: checks.accept())
    dialog.check.click()
    assert prompts.asked == ["自检"]
