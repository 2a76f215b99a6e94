"""从备份恢复 (第十三条): which backup, what it holds and what would be given up; verified before anything is done."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.shell.prompts import Prompts
from ui.tasks.runner import Runner
from ui.widgets.act_dialog import ActDialog
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs.choice_input import ChoiceInput
from ui.widgets.inputs.surroundings import Surroundings
from ui.widgets.text_label import TextLabel
from ui.wording.moments import full_moment
from yuqing_desktop.domain import rights
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.problems import BadInput, Problem
from yuqing_desktop.services.restore import Preview, Restore

_RECORD = (
    "先核验备份，再换入；现有数据另存一份不删除，恢复的时间、人员、原因和放弃的操作都记入留痕（第十三条）"
)
_KINDS = "备份 (*.zip)"


@dataclass(frozen=True, slots=True)
class _Wanted:
    actor: Actor
    file: Path
    reason: str
    password: str


class RestoreDialog(ActDialog):
    """Accepted with `wanted` set: the caller closes the registry and carries it out. Raises Refused when made."""

    chapter = "backup"

    def __init__(
        self, restore: Restore, actor: Actor, runner: Runner, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        rights.require(actor, rights.Deed.RESTORE)
        super().__init__(parent, prompts, title="从备份恢复", main="恢复", record=_RECORD, width=680)
        self.wanted: _Wanted | None = None
        self.preview: Preview | None = None
        self._restore = restore
        self._actor = actor
        self._runner = runner
        self._files = {one.path: one for one in restore.backups()}
        self.form = self.add_form(self._fields(), Surroundings(now=restore.clock.now))
        self.card = Card("核验", quiet=True)
        self.words = TextLabel("请选择备份。", wrap=True, selectable=True)
        self.card.body.addWidget(self.words)
        self.add_card(self.card)
        self.other = self.add_button("另选备份文件…")
        self.other.clicked.connect(self._choose)
        self.form.changed.connect(self._changed)
        self.submitted.connect(self._take)
        typed = self.form.inputs["password"].target
        assert isinstance(typed, QLineEdit)
        typed.editingFinished.connect(self.look)
        self.main.setEnabled(False)
        if self._files:
            self.form.set_values({"file": next(iter(self._files))})
            self.look()

    def look(self) -> None:
        """Verify the chosen backup, changing nothing."""
        self.preview = None
        self.main.setEnabled(False)
        values = self.form.values()
        if values["file"] is None:
            return
        self.words.setText("正在核验…")
        restore, file, password = self._restore, values["file"], values["password"]
        self._runner.read(
            lambda: (file, restore.preview(file, password=password)),
            self._show, self._failed, owner=self, words="正在核验备份…",
        )  # fmt: skip

    def show_problem(self, problem: Problem) -> None:
        """A dialog without a verified backup cannot go on."""
        super().show_problem(problem)
        self.main.setEnabled(self.preview is not None)

    def _show(self, found: tuple[Path, Preview]) -> None:
        file, preview = found
        if file != self.form.values()["file"]:
            return
        self.preview = preview
        backup, first = preview.backup, preview.grave or preview.report.first
        state = "核验通过"
        if first is not None:
            fits = "核验不通过" if preview.grave else "可以恢复，但须留意"
            state = f"{fits}：{first.what}（{first.where}）"
        present = f"现在的留痕摘要 {preview.present}" if preview.present else "现在的登记簿读不出来"
        lines = [
            f"{state}。备份于 {full_moment(backup.made_at)}，事项 {preview.items:,} 件，留痕到第 {backup.event:,} 条。",
            f"{present}，恢复后回到 {backup.head or '空登记簿'}；其后的操作不再有效。",
        ]
        self.words.setText("\n".join(lines))
        self.card.set_tone("ok" if first is None else "danger" if preview.grave else "warn")
        self.fit()
        self.main.setEnabled(preview.grave is None)

    def _failed(self, problem: Problem) -> None:
        self.card.set_tone("danger")
        self.words.setText(str(problem))
        self.fit()

    def _take(self) -> None:
        try:
            values: dict[str, Any] = self.form.require()
        except BadInput as problem:
            self.show_problem(problem)
            return
        if self.preview is None:
            return
        when = full_moment(self.preview.backup.made_at)
        question = f"用 {when} 的备份替换现在的登记簿？"
        if not self._prompts.confirm(
            question,
            yes="恢复",
            no="不恢复",
            detail="程序会关闭登记簿，恢复后重新登录。现有数据另存。",
            danger=True,
        ):
            return
        self.wanted = _Wanted(self._actor, values["file"], values["reason"], values["password"])
        self.accept()

    def _changed(self, key: str) -> None:
        if key == "file":
            self.look()

    def _choose(self) -> None:
        for path in self._prompts.open_files("选择备份文件", kinds=_KINDS)[:1]:
            choice = self.form.inputs["file"]
            assert isinstance(choice, ChoiceInput)
            choice.set_choices([*self._choices(), (path, path.name)])
            self.form.set_values({"file": path})
            self.look()

    def _choices(self) -> list[tuple[Path, str]]:
        return [
            (
                one.path,
                f"{full_moment(one.made_at)}　{'自动' if one.automatic else '手工'}　留痕 {one.event:,} 条",
            )
            for one in self._files.values()
        ]

    def _fields(self) -> list[Field]:
        return [
            Field("file", "备份", "choice", required=True, choices=self._choices()),
            Field("password", "备份密码", "password", placeholder="没有设密码的不填"),
            Field("reason", "原因", required=True, placeholder="为什么恢复，记入留痕"),
        ]
