"""A long import on the real threads: the window goes on, Esc stops it within a second, nothing of it is kept."""

import gc
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.dialogs.conftest import Stage, shown
from ui.dialogs.import_dialog import CHECK, ImportDialog
from ui.tasks.thread_runner import ThreadRunner
from yuqing_desktop.domain.item import Item

ROWS = 3000


@pytest.fixture
def runner(qapp: object) -> Iterator[ThreadRunner]:
    held = ThreadRunner()
    yield held
    held.shutdown()


@pytest.fixture
def dialog(stage: Stage, runner: ThreadRunner, tmp_path: Path) -> ImportDialog:
    path = tmp_path / "大表.csv"
    lines = [f"第{number}件事项,微博,2026-11-20 08:00,{number}" for number in range(ROWS)]
    path.write_text("\n".join(["标题,平台,发布时间,阅读数", *lines]), encoding="utf-8")
    held = ImportDialog(replace(stage.scene(), runner=runner), path)
    shown(stage.qtbot, held)
    return held


def stop(stage: Stage, dialog: ImportDialog) -> float:
    started = time.monotonic()
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    stage.qtbot.waitUntil(lambda: not dialog.running.is_running, timeout=5000)
    return time.monotonic() - started


def test_reading_is_stopped_by_esc_and_the_dialog_stays(stage: Stage, dialog: ImportDialog) -> None:
    assert dialog.running.is_running and not dialog.main.isEnabled()
    assert stop(stage, dialog) < 1
    assert dialog.isVisible() and dialog.seen is None
    assert "已停止" in dialog.source.said.text()


def test_taking_is_stopped_by_esc_and_nothing_is_kept(stage: Stage, dialog: ImportDialog) -> None:
    stage.qtbot.waitUntil(lambda: dialog.seen is not None, timeout=20_000)
    dialog.go_on()
    assert dialog.step == CHECK
    dialog.go_on()
    assert dialog.running.is_running
    assert stop(stage, dialog) < 1
    assert stage.office.core.store.find(Item) == []
    assert dialog.step == CHECK and dialog.main.isEnabled()


def test_memory_is_searched_again_once_the_dialog_is_left(stage: Stage, dialog: ImportDialog) -> None:
    stage.qtbot.waitUntil(lambda: dialog.seen is not None, timeout=20_000)
    assert gc.get_freeze_count() > 0
    dialog.reject()
    assert gc.isenabled() and gc.get_freeze_count() == 0
