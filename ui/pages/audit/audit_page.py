"""留痕 (第十三条): every act, refused act, sign-in, reveal, export and setting, for the auditor's eyes."""

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from ui.pages.audit.audit_columns import audit_columns
from ui.pages.audit.audit_days import AuditDays
from ui.pages.audit.audit_event_pane import AuditEventPane
from ui.pages.list_export import KIND, shown_list
from ui.pages.page_layout import fill_beside, headed, page_column
from ui.pages.seat import Seat
from ui.shell.page import Page
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.tasks.delivering import Delivery, deliver
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow_box import FlowBox
from ui.widgets.line_edit import LineEdit
from ui.widgets.text_label import TextLabel
from yuqing_desktop.domain.audit_words import AuditFilter, AuditLine
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.exports import ShownList

AT_ONCE = 2000
_NAME = "audit"
_KINDS = f"表格 (*.csv);;{KIND};;逐条原文 (*.jsonl)"
_HINT = "只能看，不能改；每一条都含上一条的校验码，少一条、改一字都能查出（第十三条）。"


class AuditPage(Page):
    """`item_asked(number)` fires on 打开事项."""

    item_asked = Signal(str)

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._lines: dict[int, AuditLine] = {}
        self._count = 0
        self.days = AuditDays(lambda: seat.now)
        self.people = FilterChip("人员", (), many=False)
        self.acts = FilterChip("操作", seat.core.audit.acts(), many=False)
        self.refused_only = FilterChip("结果", (("refused", "被拒绝"),), many=False)
        self.number, self.words = LineEdit(), LineEdit()
        self.export, self.older = QPushButton("导出…"), QPushButton("更早的")
        self.table = PagedTable(
            audit_columns(lambda: seat.now), lambda ids: [self._lines.get(one) for one in ids]
        )
        why = "换一个日期，或清除筛选。"
        self.panel = TablePanel(self.table, EmptyState("没有符合条件的留痕", why, ("清除筛选", self.clear)))
        self.event_pane = AuditEventPane()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.days.choose("7")
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> AuditFilter:
        """What the filters ask for."""
        return AuditFilter(
            first=self.days.first,
            last=self.days.last,
            person=_one(self.people),
            act=_one(self.acts),
            number=self.number.text().strip().upper(),
            words=self.words.text().strip(),
            refused_only=bool(self.refused_only.chosen),
        )

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        return {
            "refresh": self.load,
            "copy": self.table.copy,
            "export": self._export,
            "clear_filters": self.clear,
            "find": self.words.setFocus,
        }

    def open_with(self, argument: str) -> None:
        """Read anew; the argument is an item's number."""
        if argument:
            self.number.setText(argument)
            self.days.choose("")
        names = {one.name for one in self._seat.core.people.people(all_of_them=True)}
        self.people.set_choices([(name, name) for name in (*sorted(names), "本程序", "未知人员")])
        self.load()

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.table, self.event_pane.area)

    def save_state(self) -> None:
        """Keep the splitter."""
        self._seat.geometry.save_splitter(_NAME, self.splitter)

    def clear(self) -> None:
        """Everything."""
        self.days.choose("")
        for chip in (self.people, self.acts, self.refused_only):
            chip.set_chosen(())
        self.number.clear()
        self.words.clear()
        self.load()

    def load(self) -> None:
        """The newest events of the filter."""
        audit, actor, wanted = self._seat.core.audit, self._seat.actor, self.wanted
        self._seat.runner.read(
            lambda: (audit.count(actor, wanted), audit.lines(actor, wanted, limit=AT_ONCE)),
            self._show, owner=self, words="正在读取留痕…",
        )  # fmt: skip

    # Inside ------------------------------------------------------------------------------------

    def _show(self, found: tuple[int, list[AuditLine]]) -> None:
        self._count, lines = found
        self._lines = {}
        self._add(lines)

    def _go_on(self) -> None:
        audit, actor, wanted = self._seat.core.audit, self._seat.actor, self.wanted
        before = min(self._lines, default=None)
        self._seat.runner.read(
            lambda: audit.lines(actor, wanted, before=before, limit=AT_ONCE), self._add, owner=self
        )

    def _add(self, lines: list[AuditLine]) -> None:
        self._lines |= {line.event: line for line in lines}
        self.panel.show_ids(array("q", self._lines))
        self.table.rows.forget()
        self.older.setVisible(len(self._lines) < self._count)
        self.older.setText(f"更早的 {self._count - len(self._lines):,} 条")
        self.counts_told.emit(f"共 {self._count:,} · 显示 {len(self._lines):,}")
        self.filtered_told.emit(self.wanted != AuditFilter())
        if self.table.current_id() is None and self._lines:
            self.table.go_to(next(iter(self._lines)))
        self._pick()

    def _pick(self) -> None:
        line = self._lines.get(self.table.current_id() or 0)
        self.event_pane.setVisible(line is not None)
        if line is not None:
            self.event_pane.show_line(line)

    def _export(self) -> None:
        seat, wanted, stated = self._seat, self.wanted, f"筛选：{self._stated()}　排序：新的在前"

        def listed(lines: list[AuditLine]) -> ShownList:
            return shown_list(self.table, "留痕", lines, stated)

        def write(out: Path, progress: Progress) -> Path:
            if out.suffix.lower() == ".xlsx":
                lines = seat.core.audit.lines(seat.actor, wanted, limit=self._count)
                return seat.core.exports.write(seat.actor, listed(lines), out, progress=progress)
            seat.core.audit.export(seat.actor, wanted, out)
            return out

        deliver(
            seat,
            Delivery(
                f"导出留痕：将导出 {self._count:,} 条（Excel 新的在前，其余按序号）",
                seat.core.paths.exports / f"留痕_{seat.now:%Y%m%d_%H%M}.csv",
                _KINDS,
                write,
                words="正在导出留痕…",
                done=lambda path: f"留痕已导出：{path.name}",
            ),
            self,
        )

    def _stated(self) -> str:
        """The filters in words."""
        chips = [chip.text() for chip in (self.people, self.acts, self.refused_only) if chip.chosen]
        said = (self.days.said, *chips, self.number.text().strip(), self.words.text().strip())
        return "，".join(one for one in said if one) or "全部"

    def _lay_out(self) -> None:
        self.table.setAccessibleName("留痕")
        self.number.setPlaceholderText("事项编号")
        self.number.setAccessibleName("事项编号")
        self.words.setPlaceholderText("内容或原因中的字")
        self.words.setAccessibleName("内容或原因中的字")
        for edit, width in ((self.number, 140), (self.words, 170)):
            edit.setFixedWidth(width)
        self.panel.setMinimumWidth(300)
        self.event_pane.setMinimumWidth(300)
        fill_beside(self.splitter, self.panel, self.event_pane, (660, 440))
        self._seat.geometry.restore_splitter(_NAME, self.splitter)
        title, hint = TextLabel("留痕", role="title"), TextLabel(_HINT, role="muted", wrap=True)
        filters = (self.days, self.people, self.acts, self.refused_only, self.number, self.words)
        column = page_column(self)
        column.addLayout(headed(title, hint, self.older, self.export))
        column.addWidget(FlowBox(filters))
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.days.changed.connect(self.load)
        for chip in (self.people, self.acts, self.refused_only):
            chip.changed.connect(lambda _: self.load())
        for edit in (self.number, self.words):
            edit.editingFinished.connect(self.load)
        self.export.clicked.connect(self._export)
        self.older.clicked.connect(self._go_on)
        self.table.picked.connect(lambda _: self._pick())
        self.table.told.connect(self.banner_asked)
        self.event_pane.item_asked.connect(self.item_asked)


def _one(chip: FilterChip) -> str:
    return chip.chosen[0] if chip.chosen else ""
