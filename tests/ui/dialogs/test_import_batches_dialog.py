"""以前的导入 as a clerk does it: find a batch, look at it, open its file, take it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.dialogs.conftest import Stage, shown
from ui.dialogs.act_desk import ActDesk
from ui.dialogs.import_batches_dialog import ImportBatchesDialog
from ui.dialogs.import_dialog import ImportDialog
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.item import Item
from yuqing_desktop.services.importing import Outcome


def imported(stage: Stage, path: Path, *lines: str) -> Outcome:
    path.write_text("\n".join(("标题,平台", *lines)), encoding="utf-8")
    importing, clerk = stage.office.core.importing, stage.office.clerk
    return importing.take(clerk, importing.preview(clerk, path))


def opened(stage: Stage) -> ImportBatchesDialog:
    dialog = ImportBatchesDialog(stage.scene())
    shown(stage.qtbot, dialog)
    return dialog


def cells(dialog: ImportBatchesDialog, row: int) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_every_import_is_listed_the_newest_first_and_says_how_it_stands(stage: Stage, tmp_path: Path) -> None:
    imported(stage, tmp_path / "一.csv", "甲,微博", ",微博")
    imported(stage, tmp_path / "二.csv", "乙,微博")
    stage.office.assess(stage.office.core.store.find(Item)[1])
    dialog = opened(stage)
    newest, oldest = cells(dialog, 0), cells(dialog, 1)
    assert "二.csv" in newest[0] and "1 件已办理" in newest[-1]
    assert "一.csv" in oldest[0] and "可以撤销" in oldest[-1] and "未收 1" in oldest[3]
    assert not dialog.danger.isEnabled()


@pytest.mark.article("第七条")
def test_a_batch_is_found_afterwards_and_taken_back(stage: Stage, tmp_path: Path) -> None:
    imported(stage, tmp_path / "一.csv", "甲,微博")
    dialog = opened(stage)
    stage.prompts.will(True)
    stage.qtbot.mouseClick(dialog.danger, Qt.MouseButton.LeftButton)
    assert stage.office.core.registry.count(Filter()) == 0
    assert "已撤销" in cells(dialog, 0)[-1] and not dialog.danger.isEnabled()
    assert dialog.changes is not None and [one.act for one in stage.heard] == ["undo_import"]


def test_its_file_opens_as_a_copy(stage: Stage, tmp_path: Path) -> None:
    imported(stage, tmp_path / "一.csv", "甲,微博")
    dialog = opened(stage)
    stage.qtbot.mouseClick(dialog.source, Qt.MouseButton.LeftButton)
    (copy,) = stage.prompts.opened
    assert copy.name == "一.csv" and copy != tmp_path / "一.csv"


def test_its_items_are_shown_in_the_registry(stage: Stage, tmp_path: Path) -> None:
    batch = imported(stage, tmp_path / "一.csv", "甲,微博").batch
    scene = stage.scene()
    desk = ActDesk(scene.core, scene.runner, stage.prompts, stage.hub, scene.actor)
    asked: list[str] = []
    desk.list_asked.connect(asked.append)
    stage.prompts.will(lambda dialog: dialog.main.click())  # type: ignore[attr-defined]
    desk.earlier_imports()
    assert asked == [f"批次:{batch.id}"]


def test_from_the_import_to_the_earlier_ones(stage: Stage) -> None:
    scene = stage.scene()
    desk = ActDesk(scene.core, scene.runner, stage.prompts, stage.hub, scene.actor)
    shown_ones: list[str] = []

    def leave(dialog: ImportDialog) -> None:
        shown_ones.append(dialog.windowTitle())
        dialog.earlier.click()

    stage.prompts.will(leave)
    stage.prompts.will(lambda dialog: (shown_ones.append(dialog.windowTitle()), dialog.reject()))
    desk.import_file()
    assert shown_ones == ["导入", "以前的导入"]


def test_where_nothing_was_imported_it_says_so(stage: Stage) -> None:
    dialog = opened(stage)
    assert dialog.panel.empty.isVisible() and not dialog.main.isEnabled() and not dialog.source.isEnabled()
