"""How fast a table of 100,000 ids paints, scrolls and is refreshed: `python -m tools.bench_ui`."""

from array import array
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView

from ui.shell.application import make_application
from ui.shell.look import Look
from ui.tables.cell import Cell
from ui.tables.column import Column
from ui.tables.paged_table import PagedTable

IDS, ROWS = 100_000, 40
_TITLES = ("办事大厅网上预约系统打不开，排队两小时被告知改天再来", "咨询：电子证照在外地能不能用")


def run() -> list[tuple[str, float, float, str]]:
    """(what, measured, most allowed, unit); the bare Qt table of the same size is printed as its own floor."""
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else make_application(["bench"], Look(scheme="light"))
    table = _Watched()
    table.resize(900, ROWS * table.painter.height + table.head.height())
    table.set_ids(array("q", range(IDS)))
    _expose(app, table)
    floor = _bare_table()
    _expose(app, floor)
    results = [
        ("repaint of 40 rows", _repaint(table), 20.0, "ms"),
        ("the same rows in a bare Qt table (floor)", _repaint(floor), 20.0, "ms"),
        ("wheel step of 100,000 ids", _wheel(table), 5.0, "ms"),
        ("another list of 100,000 ids, one row chosen", _refresh(table), 60.0, "ms"),
    ]
    table.close()
    floor.close()
    return results


class _Watched(PagedTable):
    def __init__(self) -> None:
        super().__init__(_columns(), list)
        self.painted = QEventLoop()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.quit()


def _columns() -> Sequence[Column]:
    return (
        Column("number", "编号 · 发布", lambda row: Cell(f"YQ-2026-{row:05}", "11-24 08:12"), 112),
        Column(
            "title", "摘要 · 来源", lambda row: Cell(_TITLES[row % 2], "微博 · @城南小李"), 210, stretch=True
        ),
        Column("reads", "阅读", lambda row: Cell(f"{row % 9}.{row % 7}万"), 66, align="right"),
        Column("forwards", "转发", lambda row: Cell(str(row % 5000)), 60, align="right"),
        Column("level", "等级", lambda row: Cell("重要", tone="danger", pill=True), 86),
        Column("status", "状态", lambda row: Cell("待科室", tone="warn", pill=True), 78),
        Column(
            "due", "时限", lambda row: Cell("已超 1 天", "首次回复", "danger", "danger", icon="alert"), 136
        ),
    )


def _bare_table() -> QTableView:
    model = QStandardItemModel(ROWS, 7)
    for row in range(ROWS):
        for column in range(7):
            model.setItem(row, column, QStandardItem(_TITLES[row % 2][: 6 + column]))
    table = QTableView()
    model.setParent(table)
    table.setModel(model)
    table.verticalHeader().setDefaultSectionSize(52)
    table.resize(900, ROWS * 52 + 30)
    return table


def _expose(app: QApplication, table: QTableView) -> None:
    table.show()
    shown = QEventLoop(app)
    QTimer.singleShot(200, shown.quit)
    shown.exec()


def _repaint(table: QTableView) -> float:
    image = QImage(table.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    return _median(lambda: table.viewport().render(image))


def _wheel(table: "_Watched") -> float:
    # One notch, until Qt has painted what came into sight.
    def turn() -> None:
        middle, nowhere = QPointF(200, 200), QPoint()
        keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        notch = QWheelEvent(
            middle, middle, nowhere, QPoint(0, -120), buttons, keys, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(table.viewport(), notch)
        table.painted.exec()

    return _median(turn)


def _refresh(table: PagedTable) -> float:
    table.go_to(IDS // 2)
    return _median(lambda: table.set_ids(array("q", range(IDS))))


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(15):
        began = perf_counter()
        work()
        times.append((perf_counter() - began) * 1000)
    return median(times)


if __name__ == "__main__":
    for name, measured, most, unit in run():
        print(f"{name:<46}{measured:7.2f} {unit} (≤ {most:g} {unit})")
