"""导入 as a clerk does it: the file and its columns, every row judged, taken whole, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog

from tests.ui.dialogs.conftest import Stage, shown
from ui.dialogs import import_dialog
from ui.dialogs.import_dialog import CHECK, FILE, REPORT, ImportDialog
from ui.dialogs.import_rows_model import LIKELY, SOURCE, verdict, why
from yuqing_desktop.domain.filters import Filter
from yuqing_desktop.domain.item import Item
from yuqing_desktop.intake.spreadsheets import read_file
from yuqing_desktop.problems import FileBusy
from yuqing_desktop.services.importing import Preview

LINES = (
    "标题,平台,发布时间,看过",
    "第一件,微博,2026-11-20 08:00,1.2万",
    ",微博,2026-11-20 08:00,5",
    "第一件,微博,2026-11-20 08:00,1.2万",
    "第二件,论坛,2026-11-21 08:00,=1+1",
)
LINK = "https://weibo.com/1/Nabcdefgh"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return written(tmp_path / "台账.csv", LINES)


def written(path: Path, lines: tuple[str, ...]) -> Path:
    path.write_text("\n".join(lines), encoding="gb18030")
    return path


def opened(stage: Stage, path: Path | None = None) -> ImportDialog:
    dialog = ImportDialog(stage.scene(), path)
    shown(stage.qtbot, dialog)
    return dialog


def go_on(stage: Stage, dialog: ImportDialog, times: int = 1) -> None:
    for _ in range(times):
        stage.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def verdicts(dialog: ImportDialog) -> list[str]:
    assert dialog.seen is not None
    return [verdict(row) for row in dialog.seen.rows]


def test_what_was_found_in_the_file_is_shown_and_can_be_changed(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    assert "台账.csv · 文本表格 · 4 行 4 列" in dialog.source.said.text()
    assert dialog.source.settings() == {"encoding": "gb18030", "delimiter": ",", "heading_row": 1}
    dialog.source.heading_row.edit.setFocus()
    dialog.source.heading_row.edit.selectAll()
    stage.type(dialog.source.heading_row.edit, "2")
    stage.qtbot.keyClick(dialog.source.heading_row.edit, Qt.Key.Key_Tab)
    assert dialog.seen is not None and len(dialog.seen.rows) == 3


def test_every_row_is_judged_before_anything_is_written(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    assert dialog.step == FILE
    go_on(stage, dialog)
    assert dialog.step == CHECK
    assert verdicts(dialog) == ["新增", "不收", "重复", "新增"]
    assert dialog.main.text() == "导入 2 件  Ctrl+Enter"
    assert stage.office.core.registry.count(Filter()) == 0


def test_another_column_is_judged_anew_before_the_rows_are_shown(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    dialog.mapping.choices["title"].set_value(1)
    dialog.mapping.choices["title"].changed.emit()
    go_on(stage, dialog)
    assert dialog.step == CHECK and dialog.seen is not None
    assert [row.item.title for row in dialog.seen.new] == ["微博", "论坛"]
    dialog.back.click()
    assert dialog.step == FILE and dialog.mapping.columns()["title"] == 1


def test_the_rows_are_filtered_by_verdict(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    go_on(stage, dialog)
    dialog.preview.show_only("不收")
    assert dialog.preview.model.rowCount() == 1
    index = dialog.preview.model.index(0, 1)
    assert index.data() == "不收"


def test_what_was_refused_comes_back_as_a_file(stage: Stage, table: Path, tmp_path: Path) -> None:
    dialog = opened(stage, table)
    go_on(stage, dialog, 2)
    assert dialog.step == REPORT and dialog.isVisible()
    assert "新增2件，重复1行，未收1行" in dialog.report.words.text()
    out = tmp_path / "未收.xlsx"
    stage.prompts.will(out)
    dialog.report.save.click()
    assert read_file(out).headings[-1] == "未收原因"
    assert str(out) in dialog.report.more.text()
    dialog.report.open.click()
    dialog.report.folder.click()
    assert stage.prompts.opened == [out, tmp_path]
    go_on(stage, dialog)
    assert not dialog.isVisible()
    assert [changes.act for changes in stage.heard] == ["import"]


def test_refused_rows_whose_file_is_open_elsewhere_go_to_another(
    stage: Stage, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(stage, table)
    go_on(stage, dialog, 2)
    assert dialog.report.open.isHidden()
    busy, other = tmp_path / "打开着.xlsx", tmp_path / "另一个.xlsx"
    write = import_dialog.write_refused

    def refuse(seen: Preview, out: Path) -> Path:
        if out == busy:
            raise FileBusy("存不了。", advice="请先关闭该文件。")
        return write(seen, out)

    monkeypatch.setattr(import_dialog, "write_refused", refuse)
    stage.prompts.will(busy, 1, other)
    dialog.report.save.click()
    assert dialog.report.saved == other and other.exists()


def test_the_reason_is_told_in_full_and_the_source_goes_where_there_is_little_room(
    stage: Stage, table: Path
) -> None:
    dialog = opened(stage, table)
    go_on(stage, dialog)
    rows = dialog.preview.table
    for width, is_hidden in ((1100, False), (900, True)):
        rows.resize(width, 300)
        assert rows.isColumnHidden(SOURCE) == is_hidden
    refused = verdicts(dialog).index("不收")
    rows.selectRow(refused)
    assert dialog.seen is not None
    assert dialog.preview.reason.text().endswith(dialog.seen.rows[refused].refused)


def test_a_batch_is_taken_back_from_the_report(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    go_on(stage, dialog, 2)
    stage.prompts.will(True)
    dialog.report.undo.click()
    assert "已撤销" in dialog.report.words.text() and dialog.report.undo.isHidden()
    assert stage.office.core.registry.count(Filter()) == 0
    go_on(stage, dialog)
    assert dialog.changes is not None and dialog.changes.act == "undo_import"


def test_the_same_file_again_has_nothing_to_take(stage: Stage, table: Path) -> None:
    first = opened(stage, table)
    go_on(stage, first, 3)
    again = opened(stage, table)
    go_on(stage, again)
    assert set(verdicts(again)) == {"重复", "不收"}
    assert not again.main.isEnabled()


def test_new_figures_of_a_known_post_are_told_and_taken(stage: Stage, tmp_path: Path) -> None:
    item = stage.office.register(link=LINK)
    path = written(tmp_path / "读数.csv", ("标题,链接,阅读数,转发数", f"别名,{LINK},8000,400"))
    dialog = opened(stage, path)
    go_on(stage, dialog)
    assert dialog.seen is not None and verdicts(dialog) == ["补读数"]
    assert item.number in why(dialog.seen.rows[0]) and "8000" in why(dialog.seen.rows[0])
    assert dialog.main.text().startswith("补记 1 件的读数")
    go_on(stage, dialog)
    assert len(stage.office.core.readings.series(item.id).points) == 2


def test_a_new_row_that_is_like_an_item_is_told(stage: Stage, tmp_path: Path) -> None:
    text = "昨天上午去大厅办居住证，网上预约系统一直显示繁忙，叫号机也停了，前面排了六十多人。"
    item = stage.office.register(title="居住证预约系统繁忙", summary=text, link="")
    lines = ("标题,内容", f"预约系统繁忙,{text.replace('六十', '七十')}", "公园长椅坏了,没人修了两周")
    dialog = opened(stage, written(tmp_path / "新的.csv", lines))
    go_on(stage, dialog)
    dialog.preview.show_only(LIKELY)
    model = dialog.preview.model
    assert model.rowCount() == 1 and item.number in model.index(0, model.columnCount() - 1).data()
    assert dialog.main.text().startswith("导入 2 件")


COPIES = (
    "标题,内容",
    "门禁坏了没人修,小区北门的门禁坏了两周，白天夜里都敞着，物业电话没人接，外卖和收废品的随便进出，老人很不放心。",
    "公园长椅坏了,城东公园的长椅坏了没人修",
    "又说门禁,网友：小区北门的门禁坏了三周，白天夜里都敞着，物业电话没人接，外卖和收废品的随便进出，老人很不放心！",
)


def at(dialog: ImportDialog, row: int) -> QModelIndex:
    return dialog.preview.model.index(row, 1)


def is_ticked(dialog: ImportDialog, row: int) -> bool:
    return at(dialog, row).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_a_copy_within_the_table_is_told_and_can_be_left_out_by_its_tick(
    stage: Stage, tmp_path: Path
) -> None:
    dialog = opened(stage, written(tmp_path / "抄的.csv", COPIES))
    go_on(stage, dialog)
    dialog.preview.show_only(LIKELY)
    model = dialog.preview.model
    assert model.rowCount() == 1 and "像 第 2 行" in model.index(0, model.columnCount() - 1).data()
    assert is_ticked(dialog, 0) and dialog.main.text().startswith("导入 3 件")
    model.setData(at(dialog, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not is_ticked(dialog, 0) and dialog.main.text().startswith("导入 2 件")
    assert model.rowCount() == 1
    dialog.compare.click()
    dialog.preview.show_only(LIKELY)
    assert model.rowCount() == 1 and not is_ticked(dialog, 0)
    go_on(stage, dialog)
    assert "选择不导入1行" in dialog.report.words.text()
    assert [item.title for item in stage.office.core.store.find(Item)] == ["门禁坏了没人修", "公园长椅坏了"]
    assert at(dialog, 0).data(Qt.ItemDataRole.CheckStateRole) is None


def test_all_suspected_rows_are_left_out_and_taken_again_at_once(stage: Stage, tmp_path: Path) -> None:
    dialog = opened(stage, written(tmp_path / "抄的.csv", COPIES))
    go_on(stage, dialog)
    stage.qtbot.mouseClick(dialog.preview.without, Qt.MouseButton.LeftButton)
    assert dialog.main.text().startswith("导入 2 件")
    stage.qtbot.mouseClick(dialog.preview.with_all, Qt.MouseButton.LeftButton)
    assert dialog.main.text().startswith("导入 3 件")


def test_space_turns_the_ticks_of_the_chosen_rows(stage: Stage, tmp_path: Path) -> None:
    dialog = opened(stage, written(tmp_path / "抄的.csv", COPIES))
    go_on(stage, dialog)
    dialog.preview.table.selectAll()
    stage.qtbot.keyClick(dialog.preview.table, Qt.Key.Key_Space)
    assert dialog.seen is not None and dialog.seen.new == () and not dialog.main.isEnabled()
    stage.qtbot.keyClick(dialog.preview.table, Qt.Key.Key_Space)
    assert len(dialog.seen.new) == 3


def test_the_batch_just_taken_is_asked_for_in_the_registry(stage: Stage, table: Path) -> None:
    dialog = opened(stage, table)
    go_on(stage, dialog, 2)
    stage.qtbot.mouseClick(dialog.report.look, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible() and dialog.outcome is not None
    assert dialog.wanted == dialog.outcome.batch.id


def test_earlier_imports_are_a_click_away_before_a_file_is_chosen(stage: Stage) -> None:
    dialog = opened(stage)
    stage.qtbot.mouseClick(dialog.earlier, Qt.MouseButton.LeftButton)
    assert dialog.asked_for_earlier and not dialog.isVisible()


def test_columns_are_kept_under_a_name(stage: Stage, tmp_path: Path) -> None:
    path = written(tmp_path / "怪表.csv", ("怪名,甲乙", "门禁坏了,300"))
    dialog = opened(stage, path)
    dialog.mapping.choices["title"].set_value(0)

    def name_it(asked: QDialog) -> None:
        stage.type(asked.form.inputs["name"].target, "物业群周报")  # type: ignore[attr-defined]
        asked.main.click()  # type: ignore[attr-defined]

    stage.prompts.will(name_it)
    dialog.mapping.keep.click()
    assert "物业群周报" in dialog.mapping.note.text()
    again = opened(stage, path)
    assert again.seen is not None and again.seen.preset == "物业群周报"


def test_mojibake_is_offered_mended(stage: Stage, tmp_path: Path) -> None:
    lines = "标题,阅读数\n小区门禁坏了没有人修,12"
    path = tmp_path / "乱.csv"
    path.write_text(lines.encode("gb18030").decode("latin-1"), encoding="utf-8")
    dialog = opened(stage, path)
    assert dialog.source.mend.isVisible()
    dialog.source.mend.click()
    assert not dialog.source.mend.isVisible()
    assert dialog.seen is not None and dialog.seen.new[0].item.title == "小区门禁坏了没有人修"


def test_a_file_that_is_no_table_is_said_to_be_none(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")
    dialog = opened(stage, path)
    assert dialog.problem.words
    assert not dialog.main.isEnabled() and not dialog.running.is_running


def test_a_file_is_chosen_and_the_dialog_left_with_nothing_written(stage: Stage, table: Path) -> None:
    dialog = opened(stage)
    assert not dialog.main.isEnabled()
    stage.prompts.will([table])
    dialog.source.choose.click()
    assert dialog.main.isEnabled()
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and dialog.changes is None
    assert stage.office.core.store.find(Item) == []


def test_the_real_letters_go_in_whole(stage: Stage, shared: Path) -> None:
    folder = shared / "data" / "02_petition"
    for name in ("问政_留言_30_datetime.xlsx", "问政_留言与答复_202_gb18030.csv"):
        dialog = opened(stage, folder / name)
        go_on(stage, dialog, 3)
        assert not dialog.isVisible()
    assert stage.office.core.registry.count(Filter()) == 232
