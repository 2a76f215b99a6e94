"""导入 (第七条): a file and its columns, every row judged by the validators that write, then taken in whole."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from ui.dialogs.import_long import LongDialog
from ui.dialogs.import_mapping import ImportMapping
from ui.dialogs.import_name_dialog import ImportNameDialog
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.import_report import ImportReport
from ui.dialogs.import_source import ImportSource
from ui.dialogs.scene import Scene
from ui.tasks.delivering import Delivery, deliver
from ui.widgets.drop_target import DropTarget
from yuqing_desktop.changes import Changes
from yuqing_desktop.problems import Problem
from yuqing_desktop.progress import Cancelled, Progress
from yuqing_desktop.services.import_alike import likely
from yuqing_desktop.services.importing import Outcome, Preview
from yuqing_desktop.services.refused_rows import write_refused

KINDS = "表格 (*.xlsx *.xlsm *.xls *.et *.ods *.csv *.tsv *.txt *.html *.htm *.xml *.json)"
SHEETS = "工作簿 (*.xlsx)"
_RECORD = "每件记下出自哪个文件第几行；全部收进或一件不收，没有办理过的可以整批撤销（第七条）"
_STEPS = ("文件与对应", "逐行核对", "结果")
FILE, CHECK, REPORT = range(3)
_AT_ONCE = 2_000


class ImportDialog(LongDialog):
    """Three steps: the file with its columns, the rows as judged, the report. `changes` is what was written last.

    Left with `wanted` the batch is to be shown in the registry, with `asked_for_earlier` the list of batches.
    """

    chapter = "import"

    def __init__(self, scene: Scene, path: Path | None = None) -> None:
        super().__init__(scene, title="导入", main="核对", record=_RECORD, width=1160)
        self.seen: Preview | None = None
        self.outcome: Outcome | None = None
        self.changes: Changes | None = None
        self.wanted: int | None = None
        self.asked_for_earlier = False
        self.step = FILE
        self._path = path
        self._op_id = uuid4().hex
        self._stale = False
        self.source = ImportSource()
        self.mapping = ImportMapping(scene.core.importing.fields())
        self.preview = ImportPreview()
        self.report = ImportReport()
        self.earlier = self.add_button("以前的导入…")
        self.compare = self.add_button("查找疑似重复")
        self.back = self.add_button("上一步")
        for card in (self.source, self.mapping, self.running, self.report, self.preview):
            self.add_card(card)
        self._connect_parts()
        DropTarget(self, lambda paths: self.read(paths[0]) if paths and self.step == FILE else None)
        self._show_step(FILE)
        if path is not None:
            self.read(path)

    def read(self, path: Path, **settings: Any) -> None:
        """Look at a file; nothing is written. `settings`: sheet, encoding, delimiter, heading_row."""
        self._path = path
        importing, actor = self._scene.core.importing, self._scene.actor
        self.run_long(
            f"正在读取 {path.name}",
            lambda progress: importing.preview(actor, path, progress=progress, **settings),
            self._show_file,
        )

    # What the buttons do -----------------------------------------------------------------------

    def go_on(self) -> None:
        """The main button: check, take, done."""
        if self.step == REPORT:
            self.accept()
        elif self.running.is_running or self.seen is None:
            return
        elif self.step == CHECK:
            self._take()
        elif self._stale:
            self._remap(columns=self.mapping.columns())
        else:
            self._check()

    def find_likely(self) -> None:
        """Compare the new rows with the registry by their text."""
        seen, store = self.seen, self._scene.core.store
        assert seen is not None
        self.run_long(
            "正在查找疑似重复",
            lambda progress: likely(store, seen.rows, progress=progress),
            lambda found: self.preview.show_preview(seen, found),
        )

    def _tick(self, numbers: list[int], wanted: bool) -> None:  # noqa: FBT001 (a signal's own argument)
        assert self.seen is not None
        left_out = {row.number for row in self.seen.rows if row.left_out}
        self.seen = self.seen.choosing(left_out.difference(numbers) if wanted else left_out.union(numbers))
        self.preview.choose(self.seen)
        self._show_main()

    def _look_at_earlier(self) -> None:
        self.asked_for_earlier = True
        self.reject()

    def _look_at_batch(self) -> None:
        assert self.outcome is not None
        self.wanted = self.outcome.batch.id
        self.accept()

    def _choose(self) -> None:
        for path in self._scene.prompts.open_files("选择要导入的表格", kinds=KINDS)[:1]:
            self.read(path)

    def _reread(self, settings: dict[str, Any]) -> None:
        if self._path is not None:
            self.read(self._path, **settings)

    def _remap(self, **choice: Any) -> None:
        assert self.seen is not None
        importing, actor, seen = self._scene.core.importing, self._scene.actor, self.seen
        self.run_long(
            "正在逐行核对",
            lambda progress: importing.remapped(actor, seen, progress=progress, **choice),
            self._show_checked if "columns" in choice else self._show_file,
        )

    def _mend(self) -> None:
        assert self.seen is not None
        importing, actor, seen = self._scene.core.importing, self._scene.actor, self.seen
        self.run_long(
            "正在还原乱码",
            lambda progress: importing.mended(actor, seen, progress=progress),
            self._show_file,
        )

    def _keep_mapping(self) -> None:
        if self.seen is None:
            return
        dialog = ImportNameDialog(self._scene, self.seen, self.mapping.columns())
        if self._prompts.show(dialog) and dialog.changes is not None:
            self.mapping.note.setText(f"{dialog.changes.result}，下次有同样的表头会自动使用")
        dialog.deleteLater()

    def _take(self) -> None:
        core, actor, seen, op_id = self._scene.core, self._scene.actor, self.seen, self._op_id
        assert seen is not None

        def backed_up_and_taken(progress: Progress) -> Outcome:
            core.backing.back_up_before("导入")
            return core.importing.take(actor, seen, op_id=op_id, progress=progress)

        self.run_long(
            f"正在导入 {len(seen.new):,} 件",
            backed_up_and_taken,
            self._show_report,
            writing=True,
        )

    def _undo(self) -> None:
        assert self.outcome is not None
        batch, batches, actor = self.outcome.batch, self._scene.core.batches, self._scene.actor
        question = f"撤销这一批，{batch.new:,} 件移入回收站？"
        if self._prompts.confirm(question, yes="撤销这一批", no="保留", danger=True):
            self.run_long(
                f"正在撤销 {batch.new:,} 件",
                lambda progress: batches.undo(actor, batch.id, progress=progress),
                self._undone,
                writing=True,
            )

    def _save_refused(self) -> None:
        seen = self.seen
        assert seen is not None
        suggested = self._scene.core.paths.exports / f"{Path(seen.file_name).stem}_未收的行.xlsx"
        wanted = Delivery(
            "另存未收的行", suggested, SHEETS, lambda out, _: write_refused(seen, out), done=self._saved
        )
        deliver(self._scene, wanted, self)

    # What came of it ---------------------------------------------------------------------------

    def _show_file(self, seen: Preview) -> None:
        self._take_in(seen)
        self.source.show_preview(seen)
        self.mapping.show_preview(seen, self._scene.core.importing.mappings.names())
        self._show_step(FILE)

    def _show_checked(self, seen: Preview) -> None:
        self._take_in(seen)
        self._check()

    def _check(self) -> None:
        """A short table is compared at once, a long one when asked."""
        self._show_step(CHECK)
        if self.seen is not None and 0 < len(self.seen.new) <= _AT_ONCE:
            self.find_likely()

    def _take_in(self, seen: Preview) -> None:
        self.seen, self._stale = seen, False
        self.preview.show_preview(seen)

    def _show_report(self, outcome: Outcome) -> None:
        self.outcome, self.changes = outcome, outcome.changes
        self._scene.hub.changed.emit(outcome.changes)
        self.report.show_outcome(outcome)
        self.preview.show_only("不收" if outcome.batch.refused else "")
        self._show_step(REPORT)

    def _undone(self, changes: Changes) -> None:
        self.changes = changes
        self._scene.hub.changed.emit(changes)
        self.report.show_undone(changes.result)

    def _saved(self, path: Path) -> str:
        self.report.show_saved(path)
        return f"未收的行已存到 {path.name}"

    def not_done(self, problem: Problem) -> None:
        """Stopped, or refused: what was there before stands."""
        if not isinstance(problem, Cancelled):
            self.show_problem(problem)
        elif self.seen is None:
            self.source.said.setText("已停止，没有写入任何内容。")
        self._show_step(self.step)

    # Inside ------------------------------------------------------------------------------------

    def _show_step(self, step: int) -> None:
        self.step = step
        self._number.setText(f"第 {step + 1} 步，共 {len(_STEPS)} 步：{_STEPS[step]}")
        self.source.setVisible(step == FILE)
        self.mapping.setVisible(step == FILE and self.seen is not None)
        self.preview.setVisible(step == CHECK or (step == REPORT and bool(self.seen and self.seen.refused)))
        self.report.setVisible(step == REPORT)
        self.preview.set_low(low=step == REPORT)
        self.earlier.setVisible(step == FILE)
        self.back.setVisible(step == CHECK)
        self.compare.setVisible(step == CHECK and bool(self.seen and self.seen.new))
        self.cancel.setVisible(step != REPORT)
        self.record.setVisible(step != REPORT)
        self._show_main()
        self.grow(shrinking=step == REPORT)

    def _show_main(self) -> None:
        seen = self.seen
        new, read = (len(seen.new), seen.readings) if seen else (0, 0)
        take = f"导入 {new:,} 件" if new or not read else f"补记 {read:,} 件的读数"
        words = ("逐行核对", take, "完成")[self.step]
        self.main.setText(f"{words}  Ctrl+Enter")
        self.main.setEnabled(bool(seen) and (self.step != CHECK or bool(new or read)))

    def _mark_stale(self) -> None:
        self._stale = True

    def _connect_parts(self) -> None:
        self.submitted.connect(self.go_on)
        self.resting = (
            self.source, self.mapping, self.main, self.back, self.earlier, self.compare, self.preview, self.report,
        )  # fmt: skip
        self.back.clicked.connect(lambda: self._show_step(FILE))
        self.compare.clicked.connect(self.find_likely)
        self.earlier.clicked.connect(self._look_at_earlier)
        self.preview.ticked.connect(self._tick)
        self.report.look.clicked.connect(self._look_at_batch)
        self.source.chosen.connect(self._choose)
        self.source.reread.connect(self._reread)
        self.source.mend_asked.connect(self._mend)
        self.mapping.changed.connect(self._mark_stale)
        self.mapping.named.connect(lambda name: self._remap(preset=name))
        self.mapping.keep_asked.connect(self._keep_mapping)
        self.report.save.clicked.connect(self._save_refused)
        self.report.undo.clicked.connect(self._undo)
        self.report.open_asked.connect(self._prompts.open_outside)
