"""备份 from the window (第十三条): by itself, on demand, to the second place; a restore in a few clicks."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.bureau import Bureau, password_of
from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.dialogs.restore_dialog import RestoreDialog
from ui.pages.seat import Seat
from ui.pages.settings.backup_panel import BackupPanel
from ui.shell.backing_up import BackingUp
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.run_window import leave, put_back
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.shell.window import MainWindow
from ui.tasks.inline_runner import InlineRunner
from yuqing_desktop.core import open_core
from yuqing_desktop.domain.item import Item
from yuqing_desktop.problems import Refused
from yuqing_desktop.services.restore import Restore

pytestmark = pytest.mark.article("第十三条")


class Desk:
    def __init__(self, bureau: Bureau, geometry: Geometry, qtbot: QtBot, who: str = "张敏") -> None:
        self.bureau = bureau
        self.prompts = ScriptedPrompts()
        self.window = MainWindow((), prompts=self.prompts, geometry=geometry)
        qtbot.addWidget(self.window)
        self.window.show()
        self.seat = Seat(
            bureau.core, InlineRunner(), self.prompts, Hub(), bureau.actor(who), RecordingActs(), geometry
        )
        self.backing = BackingUp(self.seat, self.window)

    @property
    def said(self) -> str:
        return self.window.status.backup_words

    def restoring(self) -> RestoreDialog:
        core = self.bureau.core
        return RestoreDialog(Restore(core.paths, core.clock), self.seat.actor, self.seat.runner, self.prompts)


@pytest.fixture
def desk(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> Desk:
    return Desk(bureau, geometry, qtbot)


def test_the_status_bar_says_how_old_the_last_one_is(desk: Desk) -> None:
    assert desk.said == "还没有备份"
    desk.backing.back_up()
    assert desk.said == "备份 今天 09:30 已验证"
    assert "已备份并核验" in desk.window.banner.words
    desk.bureau.pass_time(hours=25)
    desk.backing.show_age()
    assert desk.said == "备份 昨天 09:30 已验证"
    assert desk.window.status._backup.property("tone") == "warn"


def test_a_backup_with_a_clock_once_put_back_can_be_restored_and_says_so(desk: Desk) -> None:
    desk.bureau.register()
    desk.bureau.pass_time(days=-1)
    desk.bureau.register(title="时钟拨回之后登记的")
    desk.seat.core.backing.back_up(desk.seat.actor)
    desk.seat = replace(desk.seat, actor=desk.bureau.actor("黄磊"))
    dialog = desk.restoring()
    assert dialog.words.text().startswith("可以恢复，但须留意：时间倒退")
    assert dialog.card.property("tone") == "warn" and dialog.main.isEnabled()


def test_it_copies_by_itself_after_half_an_hour_of_change(desk: Desk) -> None:
    desk.backing.look()
    assert len(desk.seat.core.backing.all()) == 1
    desk.bureau.register(title="新的")
    desk.backing.look()
    assert len(desk.seat.core.backing.all()) == 1
    desk.bureau.pass_time(minutes=31)
    desk.backing.look()
    assert len(desk.seat.core.backing.all()) == 2


def test_a_copy_goes_to_the_second_place_once_a_day(desk: Desk, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    desk.seat.core.settings.change(desk.bureau.clerk, {"second_place": str(usb)})
    desk.backing.look()
    assert "请接好" in desk.window.banner.words
    usb.mkdir()
    desk.backing.look()
    desk.backing.look()
    assert len(list(usb.glob("*.zip"))) == 1
    assert desk.seat.core.backing.second_reminder() == ""
    desk.bureau.pass_time(days=8)
    assert "已有8天" in desk.seat.core.backing.second_reminder()


def test_whoever_may_not_back_up_is_told(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
    desk = Desk(bureau, geometry, qtbot, "李强")
    desk.backing.back_up()
    assert "须由" in desk.window.banner.words
    assert desk.seat.core.backing.all() == []


def test_a_sample_is_not_copied_by_itself(office: Office, geometry: Geometry, qtbot: QtBot) -> None:
    desk = Desk(office, geometry, qtbot)  # type: ignore[arg-type]
    desk.backing.look()
    assert (desk.said, office.core.backing.all()) == ("", [])


def test_leaving_makes_a_copy_of_what_changed(desk: Desk) -> None:
    desk.prompts.will(lambda dialog: None)
    leave(desk.seat.core, desk.prompts, InlineRunner(), desk.window)
    assert len(desk.seat.core.backing.all()) == 1
    leave(desk.seat.core, desk.prompts, InlineRunner(), desk.window)
    assert desk.prompts.is_done


def test_a_restore_verifies_first_and_brings_the_old_state_back(
    bureau: Bureau, geometry: Geometry, qtbot: QtBot
) -> None:
    desk = Desk(bureau, geometry, qtbot, "陈静")
    bureau.open_accounts("陈静")
    bureau.register(title="备份之前")
    bureau.core.backing.back_up()
    bureau.pass_time(minutes=5)
    bureau.register(title="备份之后")
    dialog = desk.restoring()
    qtbot.addWidget(dialog)
    assert "核验通过" in dialog.words.text()
    dialog.main.click()
    assert "请填写原因" in dialog.problem.words
    dialog.form.fill({"reason": "误操作"})
    desk.prompts.will(True)
    dialog.main.click()
    assert "替换现在的登记簿" in desk.prompts.asked[-1]
    wanted = dialog.wanted
    assert wanted is not None
    bureau.core.close()
    prompts = ScriptedPrompts(read_and_go_on)
    put_back(bureau.core.paths, bureau.clock, prompts, InlineRunner(), wanted)
    core = open_core(bureau.core.paths, bureau.clock)
    assert [one.title for one in core.store.find(Item)] == ["备份之前"]
    assert core.accounts.sign_in("陈静", password_of("陈静"))
    assert core.checkup.check().ok
    core.close()


def read_and_go_on(dialog: Any) -> None:
    assert "已恢复到" in dialog.words.text()
    dialog.go_on.click()


def test_a_damaged_backup_cannot_be_chosen(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
    desk = Desk(bureau, geometry, qtbot, "陈静")
    made = bureau.core.backing.back_up()
    raw = bytearray(made.path.read_bytes())
    raw[200] ^= 0xFF
    made.path.write_bytes(raw)
    dialog = desk.restoring()
    qtbot.addWidget(dialog)
    assert "不是完好的备份" in dialog.words.text()
    assert not dialog.main.isEnabled()


def test_a_sealed_backup_is_opened_by_its_password(bureau: Bureau, geometry: Geometry, qtbot: QtBot) -> None:
    desk = Desk(bureau, geometry, qtbot, "陈静")
    bureau.core.backing.back_up(password="合六 十二")
    dialog = desk.restoring()
    qtbot.addWidget(dialog)
    assert "设有密码" in dialog.words.text()
    dialog.form.fill({"password": "合六 十二"})
    dialog.look()
    assert "核验通过" in dialog.words.text()


def test_the_clerk_may_not_restore(desk: Desk) -> None:
    with pytest.raises(Refused, match="办公室主任或管理员"):
        desk.restoring()


def test_the_settings_keep_the_second_place_and_the_minutes(desk: Desk, qtbot: QtBot) -> None:
    desk.backing.back_up()
    panel = BackupPanel(desk.seat)
    qtbot.addWidget(panel)
    assert len(panel.table.rows.ids) == 1
    panel.forms[0].fill({"second_place": "/mnt/usb", "lock_minutes": "五"})
    panel.keep()
    assert "请填写整数" in panel.problem.words
    panel.forms[0].fill({"lock_minutes": "5"})
    panel.keep()
    office = desk.seat.core.settings.office()
    assert (office.second_place, office.lock_minutes) == ("/mnt/usb", 5)


def test_a_copy_for_elsewhere_may_be_sealed(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    panel = BackupPanel(desk.seat)
    qtbot.addWidget(panel)

    def work(dialog: Any) -> None:
        dialog.form.fill({"password": "合六 十二", "again": "合六"})
        dialog.main.click()
        assert "两次输入的密码不同" in dialog.problem.words
        dialog.form.fill({"again": "合六 十二"})
        dialog.main.click()

    desk.prompts.will(tmp_path, work)
    panel.elsewhere.click()
    assert len(list(tmp_path.glob("*.zip"))) == 1
    assert desk.seat.core.backing.age() is None or desk.seat.core.backing.age() == timedelta(0)
