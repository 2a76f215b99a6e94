from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.shell.appearance import Appearance
from ui.tables.cell import Cell
from ui.tables.column import Column
from ui.tables.page_cache import PAGE, PageCache
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.empty_state import EmptyState

COLUMNS = (
    Column("number", "编号", lambda row: Cell(f"YQ-{row[0]}"), 90),
    Column("title", "摘要 · 来源", lambda row: Cell(row[1], "微博"), 180, stretch=True),
    Column("reads", "阅读", lambda row: Cell(str(row[0] * 7)), 70, align="right"),
    Column("level", "等级", lambda row: Cell("重要", tone="danger", pill=True), 80, sortable=False),
)


class Source:
    def __init__(self) -> None:
        self.loads: list[list[int]] = []
        self.words = "事项"

    def __call__(self, ids: Sequence[int]) -> list[tuple[int, str] | None]:
        self.loads.append(list(ids))
        return [(row_id, f"{self.words}{row_id}\t第二段") for row_id in ids]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def table(qtbot: QtBot, source: Source) -> PagedTable:
    made = PagedTable(COLUMNS, source)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.set_ids(array("q", range(1, 1001)))
    made.show()
    return made


def test_only_the_pages_looked_at_are_read(table: PagedTable, source: Source) -> None:
    table.grab()
    assert len(source.loads) == 1
    assert source.loads[0] == list(range(1, PAGE + 1))
    table.rows.cells(999)
    assert source.loads[1] == list(range(801, 1001))


def test_few_pages_are_kept() -> None:
    read: list[int] = []
    cache = PageCache(lambda ids: read.append(ids[0]) or list(ids))  # type: ignore[func-returns-value]
    cache.set_ids(array("q", range(100 * PAGE)))
    for number in (*range(20), 0):
        assert cache.row(number * PAGE) == number * PAGE
    assert read.count(0) == 2


def test_selection_and_place_survive_a_refresh(table: PagedTable) -> None:
    table.go_to(500)
    at = table.verticalScrollBar().value()
    picked: list[object] = []
    table.picked.connect(picked.append)
    table.set_ids(array("q", [2000, 2001, *range(1, 1001)]))
    assert table.current_id() == 500
    assert list(table.chosen_ids()) == [500]
    assert table.verticalScrollBar().value() == at + 2 * table.painter.height
    assert picked == []


def test_a_current_row_that_is_gone_is_told(table: PagedTable) -> None:
    table.go_to(5)
    picked: list[object] = []
    table.picked.connect(picked.append)
    table.set_ids(array("q", range(100, 200)))
    assert picked == [None]
    assert table.chosen_count() == 0


def test_all_of_a_large_list_is_a_flag_and_any_click_takes_it_back(qtbot: QtBot, source: Source) -> None:
    table = PagedTable(COLUMNS, source)
    qtbot.addWidget(table)
    table.set_ids(array("q", range(100_000)))
    table.selectAll()
    assert table.all_chosen
    assert table.chosen_count() == 100_000
    assert len(table.chosen_ids()) == 100_000
    assert not table.selectionModel().hasSelection()
    table.selectRow(3)
    assert not table.all_chosen
    assert list(table.chosen_ids()) == [3]


def test_copying_gives_headings_and_tabs_in_the_columns_shown(table: PagedTable) -> None:
    table.head.show_column(2, on=False)
    table.go_to(7)
    table.copy()
    assert QGuiApplication.clipboard().text() == "编号\t摘要 · 来源\t等级\nYQ-7\t事项7 第二段 微博\t重要\n"


def test_a_click_sorts_again_reverses_and_ctrl_adds(table: PagedTable, qtbot: QtBot) -> None:
    asked: list[list[tuple[str, bool]]] = []
    table.sorted.connect(asked.append)
    head = table.head

    def click(section: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        at = QPoint(head.sectionViewportPosition(section) + 30, 10)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, keys, at)

    click(1)
    click(1)
    click(0, Qt.KeyboardModifier.ControlModifier)
    click(3)
    assert asked == [[("title", False)], [("title", True)], [("title", True), ("number", False)]]
    head.clear_sort()
    assert asked[-1] == []


def test_the_first_column_stays_and_the_others_can_be_chosen(table: PagedTable) -> None:
    actions = {action.text(): action for action in table.head.menu().actions()}
    assert not actions["编号"].isEnabled()
    actions["阅读"].setChecked(False)
    assert table.head.isSectionHidden(2)
    table.head.show_column(0, on=False)
    assert not table.head.isSectionHidden(0)
    table.head.restore_asked.emit()
    assert not table.head.isSectionHidden(2)


def test_columns_come_back_as_they_were_left(table: PagedTable, qtbot: QtBot, source: Source) -> None:
    table.head.show_column(2, on=False)
    table.head.moveSection(3, 1)
    table.head.resizeSection(3, 133)
    table.head.set_sort([("title", True)])
    text = table.columns_state()
    other = PagedTable(COLUMNS, source)
    qtbot.addWidget(other)
    other.restore_columns(text)
    assert other.columns_state().split('"sort"')[1] == text.split('"sort"')[1]
    assert other.head.isSectionHidden(2)
    assert other.head.visualIndex(3) == 1
    assert other.head.sectionSize(3) == 133


@pytest.mark.parametrize("text", ["", "{", "[]", '{"order": 3}', "null"])
def test_what_was_not_kept_by_us_changes_nothing(table: PagedTable, text: str) -> None:
    before = table.columns_state()
    table.restore_columns(text)
    assert table.columns_state() == before


def test_the_stretching_column_fills_the_window_but_never_starves(table: PagedTable) -> None:
    total = sum(table.head.sectionSize(at) for at in range(4))
    assert total == table.viewport().width()
    table.resize(300, 300)
    assert table.head.sectionSize(1) == 180


def test_enter_opens_the_current_row(table: PagedTable, qtbot: QtBot) -> None:
    table.go_to(9)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [9]


def test_touched_rows_are_read_anew_without_losing_anything(table: PagedTable, source: Source) -> None:
    table.go_to(3)
    source.loads.clear()
    source.words = "改过的"
    table.refresh_rows([3, 900])
    assert source.loads == [[3]]
    assert table.rows.cells(2)[1].text.startswith("改过的3")
    assert table.current_id() == 3


@pytest.fixture
def panel(qtbot: QtBot, source: Source) -> TablePanel:
    made = TablePanel(PagedTable(COLUMNS, source), EmptyState("没有符合条件的记录"))
    qtbot.addWidget(made)
    made.show_ids(array("q", [1, 2, 3]))
    made.show()
    return made


def test_newcomers_are_announced_and_rows_that_no_longer_fit_stay_greyed(panel: TablePanel) -> None:
    panel.take_changes([2], array("q", [7, 8, 1, 3]))
    assert panel.newcomers == "2 条新"
    assert list(panel.table.rows.ids) == [1, 2, 3]
    assert panel.table.rows.is_left_behind(1)
    assert not panel.table.rows.is_left_behind(0)
    panel.show_ids(array("q", [7, 8, 1, 3]))
    assert panel.newcomers == ""
    assert not panel.table.rows.is_left_behind(1)


def test_an_empty_list_says_so(panel: TablePanel) -> None:
    panel.show_ids(array("q"))
    assert panel.empty.isVisibleTo(panel)
    panel.take_changes([], array("q", [5]))
    assert panel.table.isVisibleTo(panel)


def test_a_greyed_row_says_why_in_words(panel: TablePanel) -> None:
    panel.take_changes([], array("q", [1]))
    model = panel.table.rows
    assert "不符合当前筛选" in str(model.data(model.index(1, 0), int(Qt.ItemDataRole.ToolTipRole)))


def test_painting_a_row_that_was_deleted_elsewhere_breaks_nothing(qtbot: QtBot) -> None:
    table = PagedTable(COLUMNS, lambda ids: [None for _ in ids])
    qtbot.addWidget(table)
    table.set_ids(array("q", [1, 2]))
    table.show()
    table.grab()
    assert table.rows.cells(0)[0].text == "已删除"


def test_columns_grow_with_the_text(qtbot: QtBot, appearance: Appearance) -> None:
    table = PagedTable((Column("a", "甲", lambda row: Cell(str(row)), 100),), list)
    qtbot.addWidget(table)
    appearance.apply(replace(appearance.look, size="huge"))
    assert table.head.sectionSize(0) == round(100 * 17 / 13)
    appearance.apply(replace(appearance.look, size="medium"))
    assert table.head.sectionSize(0) == 100
