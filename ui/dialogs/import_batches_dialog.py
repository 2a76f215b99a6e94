"""以前的导入 (第七条): every batch with its file, its counts and how it stands; shown, opened, taken back whole."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.dialogs.import_batches_columns import batch_columns
from ui.dialogs.import_long import LongDialog
from ui.dialogs.scene import Scene
from ui.tables.paged_table import PagedTable
from ui.tables.table_panel import TablePanel
from ui.widgets.empty_state import EmptyState
from yuqing_desktop.changes import Changes
from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Cancelled
from yuqing_desktop.services.import_batches import Standing

_RECORD = "撤销整批时，没有办理过的事项移入回收站，补记的读数作废，都记入留痕（第七条）"
_HEIGHT = 380


class ImportBatchesDialog(LongDialog):
    """Accepted with `wanted`, the number of the batch to show in the registry; `changes` is what was taken back last."""

    chapter = "import"

    def __init__(self, scene: Scene) -> None:
        super().__init__(
            scene, title="以前的导入", main="在登记簿中查看", record=_RECORD, danger="撤销这一批…", width=940
        )
        self._all: dict[int, Standing] = {}
        self.wanted: int | None = None
        self.changes: Changes | None = None
        self.table = PagedTable(batch_columns(scene.core.clock.now), self._rows)
        self.source: QPushButton = self.add_button("打开原文件")
        self.cancel.setText("关闭  Esc")
        self._arrange()
        self.submitted.connect(self._look)
        self.turned_down.connect(self._undo)
        self.source.clicked.connect(self._open_source)
        self.table.opened.connect(lambda _: self._look())
        self.table.picked.connect(lambda _: self._show_buttons())
        self._load()

    @property
    def current(self) -> Standing | None:
        """The batch under the cursor."""
        at = self.table.current_id()
        return None if at is None else self._all.get(at)

    def _load(self) -> None:
        self._all = {one.batch.id: one for one in self._scene.core.batches.all()}
        ids = array("q", self._all)
        self.panel.show_ids(ids)
        self.table.refresh_rows(ids)
        if self.current is None and len(ids):
            self.table.go_to(ids[0])
        self._show_buttons()

    def _rows(self, ids: Sequence[int]) -> list[Standing | None]:
        return [self._all.get(one) for one in ids]

    def _show_buttons(self) -> None:
        current = self.current
        self.main.setEnabled(current is not None and bool(current.batch.new))
        self.source.setEnabled(current is not None and current.has_source)
        self.danger.setEnabled(current is not None and current.can_be_undone)

    def _look(self) -> None:
        if self.current is not None and self.current.batch.new:
            self.wanted = self.current.batch.id
            self.accept()

    def _open_source(self) -> None:
        source = self.current.source if self.current is not None else None
        if source is None:
            return
        self._scene.runner.read(
            lambda: self._scene.core.attachments.open_copy(source),
            self._prompts.open_outside,
            self.show_problem,
            owner=self,
        )

    def _undo(self) -> None:
        current = self.current
        if current is None:
            return
        batch, batches, actor = current.batch, self._scene.core.batches, self._scene.actor
        question = f"撤销导入“{batch.file_name}”，{batch.new:,} 件移入回收站？"
        if self._prompts.confirm(question, yes="撤销这一批", no="保留", danger=True):
            self.run_long(
                f"正在撤销 {batch.new:,} 件",
                lambda progress: batches.undo(actor, batch.id, progress=progress),
                self._undone,
                writing=True,
            )

    def not_done(self, problem: Problem) -> None:
        """Stopped, or refused: the batch stands as it was."""
        self._show_buttons()
        if not isinstance(problem, Cancelled):
            self.show_problem(problem)

    def _undone(self, changes: Changes) -> None:
        self.changes = changes
        self._scene.hub.changed.emit(changes)
        self._load()

    def _arrange(self) -> None:
        self.table.setAccessibleName("以前的导入")
        empty = EmptyState(
            "还没有导入过表格", "导入的每个文件都列在这里：收了多少、没收多少，原文件可以打开。"
        )
        self.panel = TablePanel(self.table, empty)
        self.panel.setMinimumHeight(min(_HEIGHT, self.screen().availableGeometry().height() // 2 - 24))
        self.add_card(self.panel)
        self.add_card(self.running)
        self.resting = (self.table, self.main, self.source, self.danger)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
