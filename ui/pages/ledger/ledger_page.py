"""台账: the figures of a period, the list its workbook will hold, the workbook itself."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QTabWidget, QWidget

from ui.pages.ledger.editions_layout_menu import EditionsLayoutMenu
from ui.pages.ledger.editions_panel import EditionsPanel
from ui.pages.ledger.entry_columns import LedgerLine, entry_columns
from ui.pages.ledger.figure_card import FigureCard
from ui.pages.ledger.period_bar import PeriodBar
from ui.pages.list_export import export_list
from ui.pages.page_layout import headed, page_column
from ui.pages.seat import Seat
from ui.shell.page import Page
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.tasks.delivering import Delivery, deliver
from ui.widgets.barred import bar
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.stat_card import StatCard
from ui.widgets.text_label import TextLabel
from ui.wording.moments import full_moment
from yuqing_desktop.domain.records import Paper
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.statistics import Figures, SectionFigures, Share
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.services.ledger import Report


class LedgerPage(Page):
    """Counts while it is opened; the workbook is made of the same count."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._lines: dict[int, LedgerLine] = {}
        self.report: Report | None = None
        self.bar = PeriodBar(lambda: seat.now)
        self.title, self.counted = TextLabel(role="title"), TextLabel(role="muted")
        self.export = QPushButton("导出草稿…")
        self.layouts = EditionsLayoutMenu(seat)
        self.period_report = QPushButton("处置情况报告")
        self.editions = EditionsPanel(seat)
        self.registered = StatCard("本期登记", "accent")
        self.replied = StatCard("按时首次回复", "ok")
        self.debts = StatCard("先行回复未补", "warn")
        self.late = StatCard("逾期未办", "danger")
        self.needs, self.levels = FigureCard("回复情况"), FigureCard("等级")
        self.kinds, self.platforms = FigureCard("类别"), FigureCard("平台")
        self.sections = FigureCard("科室办理", ("科室", "转送", "按时", "逾期", "反馈时长中位数"))
        self.table = PagedTable(entry_columns(lambda: seat.now), self._rows)
        self.panel = TablePanel(
            self.table, EmptyState("本期 0 件", "这段时间没有登记，也没有往期未结的事项。")
        )
        self._lay_out()
        self._connect()
        self._load()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        return {"export": self._export_shown, "refresh": self._load, "copy": self.table.copy}

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.bar, self.tabs)

    # Inside ------------------------------------------------------------------------------------

    def _load(self) -> None:
        ledger, period = self._seat.core.ledger, self.bar.period
        self._seat.runner.read(lambda: ledger.report(period), self._show, owner=self)

    def _show(self, report: Report) -> None:
        if report.period != self.bar.period:
            return
        self.report = report
        self.title.setText(report.period.name)
        self.counted.setText(f"{report.period.label}　截至 {full_moment(report.counted_at)}")
        self._show_figures(report.figures)
        lines = [LedgerLine(entry, carried=False) for entry in report.registered]
        lines += [LedgerLine(entry, carried=True) for entry in report.carried]
        self._lines = {line.entry.item.id: line for line in lines}
        self.panel.show_ids(array("q", self._lines))
        new, old = len(report.registered), len(report.carried)
        self.tabs.setTabText(1, f"事项清单 {new + old}")
        self.editions.show_period(report.period)
        self.counts_told.emit(f"本期登记 {new:,} · 往期未结 {old:,}")

    def _show_figures(self, figures: Figures) -> None:
        self.registered.show_count(figures.registered, f"上期 {figures.before:,}")
        self.replied.show_count(figures.first_reply.part, _share(figures.first_reply))
        self.debts.show_count(len(figures.interim_debts))
        self.late.show_count(len(figures.overdue))
        self.needs.show_counts(figures.by_need)
        self.levels.show_counts(figures.by_level)
        self.kinds.show_counts(figures.by_kind)
        self.platforms.show_counts(figures.by_platform or [("本期没有", 0)])
        self.sections.show_lines([_section(one) for one in figures.sections])

    def _rows(self, ids: Sequence[int]) -> list[LedgerLine | None]:
        return [self._lines.get(one) for one in ids]

    def _export_shown(self) -> None:
        """The list in front; the draft where the figures stand."""
        before, seat = self.tabs.currentWidget(), self._seat
        if before is self.panel:
            export_list(self, seat, self.table, "台账事项清单", self.bar.period.label)
        elif before is self.editions:
            export_list(self, seat, self.editions.table, "已签发的台账")
        else:
            self._export()

    def _export(self) -> None:
        seat, period = self._seat, self.bar.period
        deliver(
            seat,
            Delivery(
                "导出台账",
                seat.core.paths.exports / f"政务舆情台账_{period.name}.xlsx",
                "Excel 工作簿 (*.xlsx)",
                lambda out, progress: seat.core.ledger.export(seat.actor, period, out, progress=progress),
                words="正在导出台账…",
                done=lambda path: f"台账已导出：{path.name}",
            ),
            self,
        )

    def _reported(self) -> list[Paper]:
        seat, period = self._seat, self.bar.period
        return [seat.core.papers.of_period(seat.actor, PaperKind.PERIOD_REPORT, period)]

    def _offer_report(self) -> None:
        """处置情况报告 of the period (第四条)."""
        menu, acts = QMenu(self.period_report), self._seat.acts
        menu.addAction("打印…").triggered.connect(lambda: acts.print_papers(self._reported))
        menu.addAction("存为 Word…").triggered.connect(lambda: acts.save_papers(self._reported))
        self.period_report.setMenu(menu)
        self.period_report.setProperty("menu", True)
        self.period_report.setToolTip("本期的处置情况报告（第四条）")

    def _lay_out(self) -> None:
        self._offer_report()
        bar(self._seat.refusal(Deed.EXPORT), self.export, self.period_report)
        self.export.setProperty("kind", "main")
        self.export.setAccessibleName("导出草稿")
        self.table.setAccessibleName("台账清单")
        self.tabs = QTabWidget()
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName("台账内容")
        self.tabs.addTab(self._figures(), "统计汇总")
        self.tabs.addTab(self.panel, "事项清单")
        self.tabs.addTab(self.editions, "签发与更正")
        column = page_column(self)
        column.addLayout(headed(self.title, self.counted, self.period_report, self.layouts, self.export))
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)

    def _figures(self) -> ScrollColumn:
        area = ScrollColumn("统计汇总")
        grid = QGridLayout()
        area.column.addLayout(grid)
        area.column.addStretch(1)
        grid.setContentsMargins(0, 12, 4, 4)
        grid.setSpacing(12)
        for at, card in enumerate((self.registered, self.replied, self.debts, self.late)):
            grid.addWidget(card, 0, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self.needs, 1, 0)
        grid.addWidget(self.levels, 2, 0)
        grid.addWidget(self.kinds, 1, 1, 2, 1)
        grid.addWidget(self.platforms, 1, 2, 2, 2)
        grid.addWidget(self.sections, 3, 0, 1, 4)
        return area

    def _connect(self) -> None:
        self.bar.changed.connect(self._load)
        self.export.clicked.connect(self._export)
        for card in (self.registered, self.replied, self.debts, self.late):
            card.opened.connect(lambda: self.tabs.setCurrentIndex(1))
        self.table.told.connect(self.banner_asked)
        self.editions.said.connect(self.banner_asked)
        self._seat.hub.changed.connect(lambda _: self._load() if self.isVisible() else None)


def _share(share: Share) -> str:
    return f"{share.whole:,} 件中，占 {share.share:.0%}" if share.share is not None else "本期没有应回复的"


def _section(one: SectionFigures) -> tuple[str, ...]:
    hours = f"{one.median_hours:g} 工作小时" if one.median_hours is not None else "—"
    return one.section, f"{one.sent}", f"{one.on_time}", f"{one.late}", hours
