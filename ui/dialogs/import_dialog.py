"""导入: a file, its columns, its rows judged one by one; then taken in whole, and what was refused (第七条)."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton

from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.scene import Scene
from ui.widgets.act_dialog import ActDialog
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.inputs.choice_input import ChoiceInput
from ui.widgets.text_label import TextLabel
from yuqing_desktop.changes import Changes
from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Progress
from yuqing_desktop.services.importing import Outcome, Preview

KINDS = "表格 (*.xlsx *.xls *.ods *.csv *.txt *.html *.htm *.xml *.json)"
_RECORD = "每件记下出自哪个文件第几行；全部收进或一件不收，没有办理过的可以整批撤销（第七条）"
_ACROSS = 3


class ImportDialog(ActDialog):
    """`outcome` holds what came of it."""

    def __init__(self, scene: Scene, path: Path | None = None) -> None:
        super().__init__(scene.parent, scene.prompts, title="导入", main="导入", record=_RECORD, width=1120)
        self.outcome: Outcome | None = None
        self.changes: Changes | None = None
        self.seen: Preview | None = None
        self.mapping: Form | None = None
        self._scene = scene
        self._op_id = uuid4().hex
        self._file = TextLabel("还没有选择文件", wrap=True)
        self.choose = QPushButton("选择文件…")
        self.add_card(self._file_card())
        self.preview = ImportPreview()
        self.preview.hide()
        self.add_card(self.preview)
        self.copy = self.add_button("复制未收的行")
        self.copy.hide()
        self.copy.clicked.connect(self._copy_refused)
        self.main.setEnabled(False)
        self.submitted.connect(self._take)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Look at a file; nothing is written."""
        importing, actor = self._scene.core.importing, self._scene.actor
        self._file.setText(f"正在读取 {path.name}…")
        self.main.setEnabled(False)
        self._scene.runner.long(
            lambda progress: importing.preview(actor, path, progress=progress),
            self._show_file, self._failed, owner=self, words=f"正在读取 {path.name}…",
        )  # fmt: skip

    # Inside ------------------------------------------------------------------------------------

    def _file_card(self) -> Card:
        card = Card("文件", quiet=True)
        row = QHBoxLayout()
        row.addWidget(self._file, 1)
        row.addWidget(self.choose)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        card.body.addLayout(row)
        return card

    def _choose(self) -> None:
        for path in self._scene.prompts.open_files("选择要导入的表格", kinds=KINDS)[:1]:
            self.read(path)

    def _show_file(self, seen: Preview) -> None:
        self._show(seen)
        table = seen.table
        parts = (
            f"{seen.file_name} · {table.name}" if table.name else seen.file_name,
            table.kind,
            table.encoding,
        )
        said = " · ".join(part for part in parts if part)
        known = f"，认出“{seen.preset}”的表头" if seen.preset else ""
        self._file.setText(f"{said} · {len(seen.rows):,} 行{known}")
        self._show_mapping(seen)

    def _show(self, seen: Preview) -> None:
        self.seen = seen
        self.problem.clear()
        self.set_busy(busy=False)
        self.preview.show_preview(seen)
        self.preview.show()
        self.main.setText(f"导入 {len(seen.new):,} 件  Ctrl+Enter")
        self.main.setEnabled(bool(seen.new))
        self._grow()

    def _show_mapping(self, seen: Preview) -> None:
        if self.mapping is not None:
            self.forms.remove(self.mapping)
            card = self.mapping.parentWidget()
            self.cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        headings = list(enumerate(seen.table.headings))
        fields = [
            Field(name, label, "choice", choices=headings, beside=at % _ACROSS > 0)
            for at, (name, label) in enumerate(self._scene.core.importing.fields())
        ]
        self.mapping = self.add_form(fields, self._scene.around(), title="哪一列填哪一项（改动后重新核对）")
        for held in self.mapping.inputs.values():
            assert isinstance(held, ChoiceInput)
            held.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            held.combo.setMinimumContentsLength(10)
        self.mapping.set_values(dict(seen.columns))
        self.mapping.changed.connect(self._remap)
        self._grow()

    def _remap(self, _key: str) -> None:
        assert self.seen is not None
        assert self.mapping is not None
        columns = {name: at for name, at in self.mapping.values().items() if at is not None}
        importing, actor, seen = self._scene.core.importing, self._scene.actor, self.seen
        self.main.setEnabled(False)

        def judged(progress: Progress) -> Preview:
            return importing.remapped(actor, seen, columns, progress=progress)

        self._scene.runner.long(judged, self._show, self._failed, owner=self, words="正在重新核对…")

    def _take(self) -> None:
        if self.outcome is not None:
            self.accept()
            return
        if self.seen is None or not self.main.isEnabled():
            return
        self.set_busy(busy=True)
        importing, actor, seen, op_id = self._scene.core.importing, self._scene.actor, self.seen, self._op_id
        self._scene.runner.long(
            lambda progress: importing.take(actor, seen, op_id=op_id, progress=progress),
            self._taken, self._failed, owner=self, words=f"正在导入 {seen.file_name}…", writing=True,
        )  # fmt: skip

    def _taken(self, outcome: Outcome) -> None:
        self.outcome, self.changes = outcome, outcome.changes
        self._scene.hub.changed.emit(outcome.changes)
        if not outcome.batch.refused:
            self.accept()
            return
        self.set_busy(busy=False)
        self.main.setText("完成  Ctrl+Enter")
        self.cancel.hide()
        self.choose.hide()
        self.copy.show()
        if self.mapping is not None:
            self.mapping.set_values(self.mapping.values())
            self.mapping.parentWidget().hide()
        self.record.setText(f"{outcome.changes.result}。下面是没有收的行和原因，改正后可以再导入。")
        self.preview.show_only("不收")

    def _copy_refused(self) -> None:
        QGuiApplication.clipboard().setText(self.preview.model.lines())
        self.copy.setText("已复制")

    def _failed(self, problem: Problem) -> None:
        self.show_problem(problem)
        self.main.setEnabled(self.seen is not None and bool(self.seen.new))
        if self.seen is None:
            self._file.setText("还没有选择文件")

    def _grow(self) -> None:
        room: Any = self.screen().availableGeometry().size()
        wanted = self._wanted_height(self.width())
        self.resize(self.width(), min(max(wanted, self.height()), room.height() - 60))
