"""文书模板: opened in the office suite, checked, tried on the screen, taken over, given back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ui.pages.seat import Seat
from ui.pages.settings.templates_preview import TemplatesPreview
from ui.shell.appearance import Appearance
from ui.widgets.card import Card
from ui.widgets.problem_strip import ProblemStrip
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.vocabulary import PaperKind
from yuqing_desktop.problems import Problem
from yuqing_desktop.services.papers import Printout
from yuqing_desktop.services.templates import Finding, TemplateInUse

_HINT = "用 Word 或 WPS 修改，占位符写作 {{ 编号 }}；改好存盘后点“检查”。占位符只放字，不能运行程序。"
_KIND = Qt.ItemDataRole.UserRole
_SUITE = "Word 文档 (*.docx)"


class TemplatesPanel(QWidget):
    """The papers at the left; the chosen one's findings and a trial fill at the right."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.papers = QListWidget()
        self.title, self.state = TextLabel(role="title"), TextLabel(role="muted", wrap=True)
        self.edit, self.check = QPushButton("用 Word 打开"), QPushButton("检查")
        self.adopt, self.restore = QPushButton("采用文件…"), QPushButton("恢复原模板")
        self.findings = TextLabel(wrap=True, selectable=True)
        self.problem = ProblemStrip()
        self.preview = TemplatesPreview()
        self._lay_out()
        self._connect()
        self._fill()

    @property
    def kind(self) -> PaperKind:
        """The paper chosen."""
        return PaperKind(self.papers.currentItem().data(_KIND))

    def refresh(self) -> None:
        """Read which templates are in use, and try the chosen one."""
        self._fill()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Templates are checked when they are looked at, not when the settings are opened."""
        super().showEvent(event)
        self.refresh()

    def _fill(self) -> None:
        at = max(0, self.papers.currentRow())
        self.papers.blockSignals(True)
        self.papers.clear()
        for one in self._seat.core.templates.all():
            self.papers.addItem(_entry(one))
        self.papers.setCurrentRow(at)
        self.papers.blockSignals(False)

    def _show(self) -> None:
        one = self._seat.core.templates.of(self.kind)
        self.title.setText(f"{one.kind.label}（{one.kind.article}）")
        self.state.setText(f"本单位的模板：{one.path}" if one.own else "用的是原模板，没有改动过。")
        self.restore.setEnabled(one.own)
        self._check()

    def _check(self) -> None:
        kind, templates = self.kind, self._seat.core.templates
        self.problem.clear()
        self._seat.runner.read(lambda: templates.check(kind), self._say, self._cannot, owner=self)

    def _say(self, found: Sequence[Finding]) -> None:
        fatal = [one.words for one in found if one.fatal]
        rest = [one.words for one in found if not one.fatal]
        self.findings.set_role("danger" if fatal else "ok" if not rest else "warn")
        words = [f"不能使用：{'；'.join(fatal)}。"] if fatal else []
        words += [f"提醒：{'；'.join(rest)}。"] if rest else []
        self.findings.setText("\n".join(words) or "检查通过，占位符都认识，也都用到了。")
        self.preview.clear()
        if not fatal:
            kind, templates = self.kind, self._seat.core.templates
            self._seat.runner.read(lambda: templates.trial(kind), self._try_on, self._cannot, owner=self)

    def _try_on(self, sheet: Printout) -> None:
        self.preview.show_sheet(sheet)

    def _cannot(self, problem: Problem) -> None:
        self.findings.setText("")
        self.preview.clear()
        self.problem.say(problem)

    def _edit(self) -> None:
        seat, kind = self._seat, self.kind
        seat.runner.write(
            lambda: seat.core.templates.own_copy(seat.actor, kind), self._opened, self.problem.say, owner=self
        )

    def _opened(self, path: Path) -> None:
        self.refresh()
        if not self._seat.prompts.open_outside(path):
            self.state.setText(f"没有能打开它的程序，请自行用 Word 或 WPS 打开：{path}")

    def _adopt(self) -> None:
        seat, kind = self._seat, self.kind
        chosen = seat.prompts.open_files(f"选择《{kind.label}》的模板", kinds=_SUITE)
        if chosen:
            path = chosen[0]
            seat.runner.write(
                lambda: seat.core.templates.adopt(seat.actor, kind, path),
                self._done,
                self.problem.say,
                owner=self,
            )

    def _restore(self) -> None:
        seat, kind = self._seat, self.kind
        question = f"《{kind.label}》恢复原模板？"
        if seat.prompts.confirm(
            question, yes="恢复原模板", detail="本单位的模板另存为 .bak 文件，不会丢失。", danger=True
        ):
            seat.runner.write(
                lambda: seat.core.templates.restore(seat.actor, kind),
                self._done,
                self.problem.say,
                owner=self,
            )

    def _done(self, changes: Changes) -> None:
        self._seat.hub.changed.emit(changes)
        self.refresh()

    def _lay_out(self) -> None:
        self.papers.setAccessibleName("文书")
        self.papers.setFixedWidth(round(176 * Appearance.present().look.base / 13))
        self.findings.setAccessibleName("检查结果")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.edit, self.check, self.adopt, self.restore):
            button.setAccessibleName(f"{button.text()}（模板）")
            buttons.addWidget(button)
        buttons.addStretch(1)
        card = Card()
        card.body.addWidget(self.title)
        card.body.addWidget(self.state)
        card.body.addLayout(buttons)
        card.body.addWidget(self.findings)
        card.body.addWidget(self.problem)
        card.body.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.papers)
        row.addWidget(card, 1)
        head = QHBoxLayout()
        head.addWidget(TextLabel("文书模板", role="title"))
        head.addWidget(TextLabel(_HINT, role="muted", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.papers.currentRowChanged.connect(lambda _: self._show())
        self.edit.clicked.connect(self._edit)
        self.check.clicked.connect(self._check)
        self.adopt.clicked.connect(self._adopt)
        self.restore.clicked.connect(self._restore)


def _entry(one: TemplateInUse) -> QListWidgetItem:
    item = QListWidgetItem(f"{one.kind.label}（本单位）" if one.own else one.kind.label)
    item.setData(_KIND, one.kind.value)
    return item
