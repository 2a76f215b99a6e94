"""体检 (第十三条): green, or which row, which event, since when, what to do; a 留痕摘要 from paper is compared."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.pages.checkup.findings_text import summary, whole
from ui.pages.page_layout import named, page_column
from ui.pages.seat import Seat
from ui.shell.page import Page
from ui.tasks.delivering import Delivery, deliver
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_edit import LineEdit
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.styling import restyle
from ui.widgets.text_label import TextLabel
from ui.wording.moments import full_moment
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.findings import Finding, Report
from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Progress

_HINT = (
    "核对数据库、留痕、登记数据、审批与签名、附件、编号和检索，看日历、备份、模板和字体；"
    "可与纸面上印的留痕摘要比对（第十三条）。"
)


class CheckupPage(Page):
    """Runs when asked, beside the other work."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.report: Report | None = None
        self.head = LineEdit()
        self.run, self.copy, self.save = (
            QPushButton("开始体检"),
            QPushButton("复制结果"),
            QPushButton("另存结果…"),
        )
        self.explain = QPushButton("写明核查情况…")
        self.problem = ProblemStrip()
        self.state = Card()
        self.words = TextLabel(role="title", wrap=True, selectable=True)
        self.foot = TextLabel(role="muted", wrap=True, selectable=True)
        self.area = ScrollColumn("体检结果", spacing=10)
        self._lay_out()
        self._connect()
        self._show_none()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What this page does of the menu bar."""
        done: dict[str, Callable[[], object]] = {"refresh": self.check}
        return done | {"copy": self._copy, "export": self._save} if self.report else done

    def panes(self) -> Sequence[QWidget]:
        """F6."""
        return (self.run, self.area)

    def open_with(self, argument: str) -> None:
        """A 留痕摘要 from paper is compared at once."""
        if argument:
            self.head.setText(argument)
            self.check()

    def check(self) -> None:
        """Look at everything."""
        if not self.run.isEnabled():
            return
        self.problem.clear()
        self.run.setEnabled(False)
        self.run.setText("正在体检…")
        checkup, head, families = self._seat.core.checkup, self.head.text(), QFontDatabase.families()
        self._seat.runner.long(
            lambda progress: checkup.check(typed_head=head, families=families, progress=progress),
            self._show, self._failed, owner=self, words="正在体检…",
        )  # fmt: skip

    # Inside ------------------------------------------------------------------------------------

    def _show(self, report: Report) -> None:
        self.report = report
        self._rest()
        self.state.show()
        self.state.set_tone("ok" if report.ok else "danger")
        self.words.setText(summary(report))
        compared = "，与所填摘要相符" if self.head.text().strip() and report.ok else ""
        self.foot.setText(f"{full_moment(self._seat.now)}　留痕摘要 {report.head or '无'}{compared}")
        self.area.clear()
        for finding in report.findings:
            self.area.column.addWidget(_card(finding, "danger"))
        for hint in report.hints:
            self.area.column.addWidget(_card(hint, "warn"))
        self.area.column.addStretch(1)
        self._offer()
        self.counts_told.emit(f"问题 {len(report.findings)} · 提示 {len(report.hints)}")
        self.handlers_changed.emit()

    def _failed(self, problem: Problem) -> None:
        self._rest()
        self.problem.say(problem)

    def _rest(self) -> None:
        self.run.setEnabled(True)
        self.run.setText("开始体检" if self.report is None else "再次体检")

    def _offer(self) -> None:
        known = self.report is not None
        restyle(self.run, "kind", "main" if known else "")  # before, the empty page has the one filled button
        self.copy.setEnabled(known)
        self.save.setEnabled(known)
        amiss = self.report is not None and not self.report.ok
        self.explain.setVisible(amiss and not rights.refusal(self._seat.actor, rights.Deed.AUDIT))

    def _show_none(self) -> None:
        self.state.hide()
        self.area.clear()
        why = "体检只读不改；登记簿较大时需要几秒，其间可以继续办理。"
        self.area.column.addWidget(EmptyState("还没有体检", why, ("开始体检", self.check), icon="check"), 1)
        self._offer()

    def _copy(self) -> None:
        if self.report is not None:
            QGuiApplication.clipboard().setText(self._text(self.report))
            self.banner_asked.emit("体检结果已复制")

    def _save(self) -> None:
        if self.report is None:
            return
        seat, text = self._seat, self._text(self.report)

        def make(out: Path, _: Progress) -> Path:
            seat.core.checkup.save(seat.actor, text, out)
            return out

        suggested = seat.core.paths.exports / f"体检_{seat.now:%Y%m%d_%H%M}.txt"
        deliver(seat, Delivery("另存体检结果", suggested, "文本 (*.txt)", make), self)

    def _text(self, report: Report) -> str:
        return whole(report, self._seat.core.settings.office().bureau, self._seat.now)

    def _explain(self) -> None:
        from ui.pages.audit.audit_reason_dialog import AuditReasonDialog

        seat = self._seat
        dialog = AuditReasonDialog(
            seat, "写明核查情况", "记入留痕",
            "核查说明记入留痕；此后体检不再列出本机记下的差异，其他问题照列（第十三条）。",
            lambda reason: seat.core.checkup.acknowledge(seat.actor, reason), self,
        )  # fmt: skip
        if seat.prompts.show(dialog) and dialog.outcome is not None:
            self.banner_asked.emit(dialog.outcome.result)
            self.check()
        dialog.deleteLater()

    def _lay_out(self) -> None:
        self.head.setPlaceholderText("纸面上的留痕摘要，如 128-0a1b2c3d4e5f（可不填）")
        self.head.setAccessibleName("纸面上的留痕摘要")
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.head, 1)
        for button in (self.run, self.copy, self.save, self.explain):
            asked.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.state.body.addWidget(self.words)
        self.state.body.addWidget(self.foot)
        column = page_column(self)
        column.addLayout(named(TextLabel("体检", role="title"), TextLabel(_HINT, role="muted", wrap=True)))
        column.addLayout(asked)
        for part in (self.problem, self.state):
            column.addWidget(part)
        column.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.run.clicked.connect(self.check)
        self.head.returnPressed.connect(self.check)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.explain.clicked.connect(self._explain)


def _card(finding: Finding, tone: str) -> Card:
    since = f"自 {finding.since}" if finding.since else ""
    card = Card(finding.what, note=since, tone="warn" if tone == "warn" else "")
    card.body.addWidget(TextLabel(finding.where, wrap=True, selectable=True))
    if finding.advice:
        card.body.addWidget(TextLabel(finding.advice, role="muted", wrap=True, selectable=True))
    return card
