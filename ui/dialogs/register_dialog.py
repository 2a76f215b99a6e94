"""登记 (第七条): the dialog used thirty times a day, from Ctrl+N to saved without the mouse."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from PySide6.QtGui import QKeySequence, QShortcut

from ui.dialogs.capture_alike import CaptureAlike
from ui.dialogs.capture_help import CaptureHelp
from ui.dialogs.capture_rules import CaptureRules
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.link_help import LinkHelp
from ui.dialogs.register_fields import REPEATING, new_item_fields
from ui.dialogs.scene import Scene
from ui.widgets.drop_target import DropTarget
from ui.widgets.pasted_picture import PastedPicture
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.vocabulary import ReplyNeed
from yuqing_desktop.problems import Problem

FORM = "register"
_RECORD = "将登记编号、登记人和登记时间；当时的阅读、转发、回复数登记后不能修改（第七条）"


class RegisterDialog(DeskDialog):
    """Ctrl+S and Ctrl+Enter save and close; Ctrl+Shift+N saves and begins the next, keeping what repeats."""

    chapter = "register"

    def __init__(self, scene: Scene, values: Mapping[str, Any] | None = None) -> None:
        super().__init__(scene, title="登记", main="保存", record=_RECORD, width=900)
        self._goes_on = False
        self.form = self.add_form(new_item_fields(scene.core), scene.around())
        self.form.set_values(
            {"found_at": scene.now, "figures_by": scene.actor.name, "reply_need": ReplyNeed.NEEDED}
        )
        self.links = LinkHelp(scene, self.form)
        self.capture = CaptureHelp(scene, self.form)
        self.rules = CaptureRules(scene, self.form)
        self.alike = CaptureAlike(scene, self.form)
        self.capture.filled.connect(self._look_around)
        PastedPicture(self, self.capture.take_picture)
        DropTarget(self, self.capture.take_files)
        self.cards.insertWidget(0, self.capture.strip)
        self.cards.insertWidget(1, self.alike)
        self.keep_drafts(FORM, "上次未保存的登记")
        self.cards.addWidget(self.rules.words)
        self.again = self.add_button("保存并新增  Ctrl+Shift+N")
        self.again.clicked.connect(self.submit_and_go_on)
        for keys, run in (("Ctrl+S", self.submit_and_close), ("Ctrl+Shift+N", self.submit_and_go_on)):
            QShortcut(QKeySequence(keys), self, run)
        self.rejected.connect(self.capture.forget)
        if values:
            self.form.fill(values)

    def submit_and_close(self) -> None:
        """保存."""
        self._goes_on = False
        self.submit()

    def submit_and_go_on(self) -> None:
        """保存并新增."""
        self._goes_on = True
        self.submit()

    def job(self, values: dict[str, Any]) -> Job:
        """Register these values, the link as pasted among the notes."""
        core, actor, op_id = self.scene.core, self.scene.actor, self.op_id
        filled = {key: value for key, value in values.items() if value not in (None, "")}
        if self.links.raw and self.links.raw != filled.get("link"):
            filled["notes"] = "\n".join(
                part for part in (filled.get("notes", ""), f"粘贴的链接：{self.links.raw}") if part
            )
        return lambda: core.register.register(actor, filled, op_id=op_id)

    def finished_with(self, changes: Changes) -> None:
        """Keep the evidence and the judgements; close, or begin the next."""
        if self.keeper is not None:
            self.keeper.forget()
        self.capture.attach(changes.item_ids[0])
        self.alike.judge(changes.item_ids[0])
        if not self._goes_on:
            super().finished_with(changes)
            return
        self._goes_on = False
        self.changes = changes
        self.op_id = uuid4().hex
        self.set_busy(busy=False)
        self.scene.hub.changed.emit(changes)
        self._begin_next()
        self.record.setText(f"已登记 {changes.result}。{_RECORD}")

    def failed(self, problem: Problem) -> None:
        """Say why; the next press decides anew whether to go on."""
        self._goes_on = False
        super().failed(problem)

    def _look_around(self) -> None:
        """Fields were read in: what is like them, what do the office's words say."""
        self.alike.look()
        self.rules.look()

    def _begin_next(self) -> None:
        kept = {key: value for key, value in self.form.values().items() if key in REPEATING}
        blank = dict.fromkeys(self.form.inputs)
        self.links.clear()
        self.capture.forget()
        self.rules.forget()
        self.problem.clear()
        self.form.set_values({**blank, **kept})
        self.form.focus("title")
