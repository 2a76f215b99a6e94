"""审批 (第九条): findings and exact text in sight, on screen or entered from paper; agree or return."""

from pathlib import Path
from typing import Any

from ui.dialogs.approval_text import decided_before, text_card
from ui.dialogs.choices import words
from ui.dialogs.desk_dialog import DeskDialog, Job
from ui.dialogs.scene import Scene
from ui.widgets.field import Field
from ui.widgets.inputs.choice_input import ChoiceInput
from ui.wording.moments import moment
from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.approval import paper_rule
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Draft
from yuqing_desktop.domain.vocabulary import Act, ConsentKind, Decision, Level, Role
from yuqing_desktop.problems import Problem
from yuqing_desktop.services.approve import Opinion

_PAPER = ("approver_id", "decided_at", "sheet_number", "scan")
_SCANS = "扫描件 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


class ApprovalDialog(DeskDialog):
    """For the deputy or the head; `returning` leaves only the way back to the section."""

    def __init__(self, scene: Scene, dossier: Dossier, role: Role, *, returning: bool = False) -> None:
        super().__init__(
            scene, title=f"审批：{role.label}", main="退回科室" if returning else "同意", dossier=dossier,
            record=_record(role, dossier, returning=returning), danger="" if returning else "退回科室…", width=860,
        )  # fmt: skip
        self._role = role
        self._decision = Decision.RETURN if returning else Decision.AGREE
        self._given = self._decision
        self._draft = dossier.draft or Draft()
        self._day = scene.now.date()
        self._show_findings()
        self.add_card(text_card(scene.core, dossier))
        if before := decided_before(dossier, scene.now):
            self.add_text("此前的审批", before)
        self.form = self.add_form(self._fields(), scene.around(self._choose_scan))
        self._fill()
        self.form.changed.connect(self._changed)
        self.turned_down.connect(self.send_back)

    def submit(self) -> None:
        """The main button."""
        self._given = self._decision
        super().submit()

    def send_back(self) -> None:
        """Return to the section, with the opinion as the reason."""
        self._given = Decision.RETURN
        super().submit()

    def failed(self, problem: Problem) -> None:
        """Say why; a password is typed anew, never added to the wrong one."""
        super().failed(problem)
        if self.form.is_shown("password"):
            self.form.inputs["password"].set_value("")
            self.form.focus("password")

    def job(self, values: dict[str, Any]) -> Job:
        """Record the decision on exactly the text shown; a scan is kept first."""
        core, actor, item, op_id = self.scene.core, self.scene.actor, self.item, self.op_id
        paper = values["kind"] is ConsentKind.PAPER
        password = values["password"] or None
        scans: tuple[Path, ...] = values["scan"] if paper else ()
        chosen = values["approver_id"] if paper else self._holder()
        given: dict[str, Any] = {
            "role": self._role,
            "decision": self._given,
            "approver_id": chosen or 0,
            "kind": values["kind"],
            "opinion": values["opinion"],
            "decided_at": values["decided_at"] if paper else None,
            "sheet_number": values["sheet_number"] if paper else "",
            "text_sha256": self._draft.sha256,
        }

        def decide() -> Changes:
            scan = core.attachments.keep_scan(scans[0]) if scans else ""
            opinion = Opinion(**given, scan_sha256=scan)
            return core.approve.decide(
                actor, item.id, opinion, password=password, version=item.version, op_id=op_id
            )

        return decide

    # Inside ------------------------------------------------------------------------------------

    def _show_findings(self) -> None:
        if not self.case.handlings:
            return
        last = self.case.handlings[-1]
        who = " ".join(part for part in (self.case.section, last.reported_by) if part)
        when = moment(last.reported_at, self.scene.now)
        said = "\n".join(part for part in (last.findings, last.measures, last.result) if part)
        self.add_text(f"调查核实与处置（{who}，{when}）", said)

    def _fields(self) -> list[Field]:
        return [
            Field("kind", "方式", "segmented", required=True, choices=words(ConsentKind)),
            Field("approver", "审批人", "said"),
            Field("approver_id", "审批人", "choice", required=True, choices=self._holders()),
            Field("decided_at", "签批时间", "moment", required=True, help="以纸上的日期为准", beside=True),
            Field("sheet_number", "签批单号", required=True, placeholder="例：舆审〔2026〕52号"),
            Field("scan", "扫描件", "files", help="与签批单原件一并留存备查"),
            Field("password", "本人密码", "password", required=True),
            Field("opinion", "意见", "line", placeholder="同意时可不填；退回须写明理由"),
        ]

    def _fill(self) -> None:
        holder = self._holder()
        on_screen = holder is not None
        held = self._holders()
        self.form.set_values(
            {
                "kind": ConsentKind.SCREEN if on_screen else ConsentKind.PAPER,
                "approver": self._said(),
                "approver_id": held[0][0] if len(held) == 1 else None,
            }
        )
        self._show_kind()

    def _said(self) -> str:
        actor = self.scene.actor
        if self._holder() is None:
            return (
                f"现在使用本程序的是{actor.title}，不是{self._role.label}；请由本人登录，或改为纸质签批代录"
            )
        return f"{actor.name}（{self._role.label}，任期内）"

    def _holder(self) -> int | None:
        """Who sits here, if this person holds the post today."""
        actor = self.scene.actor
        return actor.person_id if self._role in actor.roles else None

    def _holders(self) -> list[tuple[object, str]]:
        return [(one.id, one.name) for one in self.scene.core.people.holders(self._role, self._day)]

    def _changed(self, key: str) -> None:
        if key == "kind":
            self._show_kind()
        signed = self.form.inputs["decided_at"].value()
        if key == "decided_at" and signed is not None and signed.date() != self._day:
            self._day = signed.date()
            choice = self.form.inputs["approver_id"]
            assert isinstance(choice, ChoiceInput)
            choice.set_choices(self._holders())
            self.form.say("approver_id", f"{self._day}在任的{self._role.label}")

    def _show_kind(self) -> None:
        paper = self.form.inputs["kind"].value() is ConsentKind.PAPER
        for key in _PAPER:
            self.form.show_field(key, shown=paper)
        suffices = self.scene.core.settings.office().paper_suffices
        rule = paper_rule(self.item.level_or_ordinary, paper_suffices=suffices)
        self.form.say("kind", rule if paper else "")
        self.form.show_field("approver", shown=not paper)
        asks = not paper and self.scene.core.approve.asks_password(self.scene.actor)
        self.form.show_field("password", shown=asks)

    def _choose_scan(self) -> list[Path]:
        return self.scene.prompts.open_files("选择签批单扫描件", kinds=_SCANS)


def role_for(dossier: Dossier, roles: frozenset[Role]) -> Role:
    """Who sends a reply back: the leader who sits here, else the one whose turn it is."""
    for role in (Role.DEPUTY, Role.HEAD):
        if role in roles:
            return role
    return Role.HEAD if dossier.item.status.value == "deputy_agreed" else Role.DEPUTY


ROLE_OF = {Act.APPROVE_DEPUTY: Role.DEPUTY, Act.APPROVE_HEAD: Role.HEAD}


def _record(role: Role, dossier: Dossier, *, returning: bool) -> str:
    if returning:
        return "将记录退回的理由，此前的同意作废，事项回到科室重办（第九条）"
    goes_on = role is Role.DEPUTY and dossier.item.level_or_ordinary is not Level.ORDINARY
    after = "同意后报组长审批" if goes_on else "同意后可以正式回复"
    return f"{after}（第九条）；回复文本此后如有改动，本次同意作废。"
