"""代录 (第九条): what a leader signed on one paper sheet, entered for several items at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ui.dialogs.choices import words
from ui.dialogs.desk_dialog import DeskDialog
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from yuqing_desktop.domain.approval import short_fingerprint
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.vocabulary import ConsentKind, Decision, Role
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.approve import Opinion, Outcome

_SCANS = "扫描件 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


class SignSheetDialog(DeskDialog):
    """`outcomes` says for each item what came of it; the dialog stays open while something was refused."""

    chapter = "approve"

    def __init__(self, scene: Scene, role: Role, item_ids: Sequence[int]) -> None:
        super().__init__(
            scene, title=f"纸质签批代录：{role.label}", main="登记签批", width=760,
            record="将按纸上的日期记录审批，并写明由谁代录；签批单原件须留存备查（第九条）",
        )  # fmt: skip
        self._role = role
        self.outcomes: tuple[Outcome, ...] = ()
        self.dossiers = [scene.core.registry.dossier(one, scene.actor) for one in item_ids]
        self.listed = self.add_text(
            f"签批单所列 {len(self.dossiers)} 件", "\n".join(map(_line, self.dossiers))
        )
        self.form = self.add_form(self._fields(), scene.around(self._choose_scan))
        holders = scene.core.people.holders(role)
        self.form.set_values(
            {"decision": Decision.AGREE, "approver_id": holders[0].id if len(holders) == 1 else None}
        )

        self.keep_drafts(f"sign_sheet.{role}", "上次没有登记完的签批单")

    @property
    def summary(self) -> str:
        """已登记 3 件签批，1 件没有办成."""
        done = sum(one.changes is not None for one in self.outcomes)
        refused = len(self.outcomes) - done
        return f"已登记 {done} 件签批" + (f"，{refused} 件没有办成" if refused else "")

    def submit(self) -> None:
        """Record the decision for each item; what is refused holds nothing else up."""
        try:
            values = self.collected()
        except BadInput as problem:
            self.show_problem(problem)
            return
        self.set_busy(busy=True)
        self.scene.runner.write(lambda: self._decide(values), self._decided, self.failed, owner=self)

    def collected(self) -> dict[str, Any]:
        """A return says why. Raises BadInput."""
        values = super().collected()
        if values["decision"] is Decision.RETURN and not values["opinion"]:
            raise BadInput({"opinion": "退回须写明理由"}, article="第九条")
        return values

    def _decide(self, values: dict[str, Any]) -> tuple[Outcome, ...]:
        core = self.scene.core
        scans: tuple[Path, ...] = values.pop("scan")
        scan = core.attachments.keep_scan(scans[0]) if scans else ""
        given = Opinion(role=self._role, kind=ConsentKind.PAPER, scan_sha256=scan, **values)
        texts = {one.item.id: one.draft.sha256 if one.draft else "" for one in self.dossiers}
        return core.approve.decide_many(self.scene.actor, texts, given, op_id=self.op_id)

    def _decided(self, outcomes: tuple[Outcome, ...]) -> None:
        self.outcomes = outcomes
        for one in outcomes:
            if one.changes is not None:
                self.scene.hub.changed.emit(one.changes)
        refused = {one.item_id: one.problem for one in outcomes if one.problem is not None}
        if not refused:
            self.accept()
            return
        self.set_busy(busy=False)
        self.dossiers = [one for one in self.dossiers if one.item.id in refused]
        said = [f"{one.item.number}　{refused[one.item.id]}" for one in self.dossiers]
        self.problem.say(
            BadInput({"sheet_number": "；".join(said)}, what=f"{self.summary}：\n" + "\n".join(said))
        )

    def _fields(self) -> list[Field]:
        holders = [(one.id, one.name) for one in self.scene.core.people.holders(self._role)]
        return [
            Field("decision", "决定", "segmented", required=True, choices=words(Decision)),
            Field("approver_id", "签批人", "choice", required=True, choices=holders, help=self._role.label),
            Field("sheet_number", "签批单号", required=True, placeholder="例：舆审〔2026〕52号"),
            Field("decided_at", "签批时间", "moment", required=True, help="以纸上的日期为准", beside=True),
            Field("opinion", "意见", "line", placeholder="同意时可不填；退回须写明理由"),
            Field("scan", "扫描件", "files", help="与签批单原件一并留存备查"),
        ]

    def _choose_scan(self) -> list[Path]:
        return self.scene.prompts.open_files("选择签批单扫描件", kinds=_SCANS)


def _line(dossier: Dossier) -> str:
    draft = dossier.draft
    text = f"第 {draft.serial} 稿 {short_fingerprint(draft.sha256)}" if draft else "没有拟回复"
    return f"{dossier.item.number}　{dossier.item.title}（{text}）"
