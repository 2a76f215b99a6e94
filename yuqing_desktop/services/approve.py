"""审批 (第九条): the deputy's and the head's decision on exactly one text, on screen or entered from paper."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import approval
from yuqing_desktop.domain.people import Actor, Person, Post
from yuqing_desktop.domain.records import Consent, Slip
from yuqing_desktop.domain.text import clean, one_line
from yuqing_desktop.domain.vocabulary import Act, ConsentKind, Decision, Role
from yuqing_desktop.problems import BadInput, Problem, Refused
from yuqing_desktop.services.desk import Case, Desk
from yuqing_desktop.services.handle import void_consents
from yuqing_desktop.services.signing import Signing, Unlocked

ACT_OF = {Role.DEPUTY: Act.APPROVE_DEPUTY, Role.HEAD: Act.APPROVE_HEAD}


@dataclass(frozen=True, slots=True)
class Opinion:
    """A decision as given: by whom, on screen or on paper (sheet, date, scan), in which words, on which text."""

    role: Role
    decision: Decision
    approver_id: int
    kind: ConsentKind = ConsentKind.SCREEN
    opinion: str = ""
    decided_at: datetime | None = None
    sheet_number: str = ""
    scan_sha256: str = ""
    text_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one item in a decision on several: the changes, or why it was refused."""

    item_id: int
    changes: Changes | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Approve:
    """Decisions of leaders."""

    desk: Desk
    signing: Signing | None = None

    def decide(
        self,
        actor: Actor,
        item_id: int,
        given: Opinion,
        *,
        password: str | None = None,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Record a leader's decision: agreement goes on, a return sends the item back to the section.

        `text_sha256` is the fingerprint of the text the leader saw: another one is refused. `password` is the
        approver's own, asked on screen once the approver has an account; with it the decision is signed.
        Raises BadInput, Refused, StaleEdit.
        """
        unlocked = self._unlocked(actor, given, password)
        return self._decide(actor, item_id, given, unlocked, version=version, op_id=op_id)

    def _unlocked(self, actor: Actor, given: Opinion, password: str | None) -> Unlocked:
        """The approver's key, for as many items as are decided now."""
        if self.signing is None:
            return Unlocked()
        return self.signing.open_for(actor, given.approver_id, given.kind, password)

    def _decide(
        self,
        actor: Actor,
        item_id: int,
        given: Opinion,
        unlocked: Unlocked,
        *,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        if given.decision is Decision.AGREE and given.role not in ACT_OF:
            raise BadInput({"role": f"{given.role.label}不是审批人"}, article="第九条")
        act = ACT_OF[given.role] if given.decision is Decision.AGREE else Act.SEND_BACK

        def do(case: Case) -> str:
            consent = self._consent(case, given)
            approval.check_consent(
                consent, actor, case.work.find(Post), earliest=_earliest(case, given.role),
                paper_suffices=case.facts.paper_suffices,
            )  # fmt: skip
            agreed = given.decision is Decision.AGREE
            if not agreed:
                consent = replace(consent, voided_at=case.now, void_reason="退回重办")
            consent = case.work.add(consent)
            if self.signing is not None:
                self.signing.sign(case, consent, unlocked)
            return _agree(case, consent) if agreed else _send_back(case)

        return self.desk.perform(actor, act, item_id, do, version=version, op_id=op_id)

    def asks_password(self, actor: Actor) -> bool:
        """Whether a decision on screen asks for this person's own password: in no sample, and not before an account."""
        if self.signing is None or self.signing.settings.is_sample():
            return False
        return self.signing.passwords.credential(actor.person_id) is not None

    def decide_many(
        self,
        actor: Actor,
        texts: Mapping[int, str],
        given: Opinion,
        *,
        password: str | None = None,
        op_id: str | None = None,
    ) -> tuple[Outcome, ...]:
        """The same decision on several items, each on its own record; what is refused holds nothing else up.

        `texts` gives for each item the fingerprint of the text the leader saw. The password is tried once.
        """
        try:
            unlocked = self._unlocked(actor, given, password)
        except Refused as problem:
            return tuple(Outcome(item_id, problem=problem) for item_id in texts)
        found = []
        for item_id, seen in texts.items():
            one, own_id = replace(given, text_sha256=seen), f"{op_id}-{item_id}" if op_id else None
            try:
                done = self._decide(actor, item_id, one, unlocked, op_id=own_id)
            except Problem as problem:
                found.append(Outcome(item_id, problem=problem))
            else:
                found.append(Outcome(item_id, changes=done))
        return tuple(found)

    def _consent(self, case: Case, given: Opinion) -> Consent:
        draft = case.draft
        if given.text_sha256 and given.text_sha256 != draft.sha256:
            raise Refused(
                f"拟回复已有第{draft.serial}稿，审批时看到的不是现在的文本。",
                kept="事项没有改动。",
                advice="请看过现在的文本再审批。",
                article="第九条",
            )
        approver = case.work.get(Person, given.approver_id)
        return Consent(
            item_id=case.item.id,
            draft_id=draft.id,
            text_sha256=draft.sha256,
            role=given.role,
            decision=given.decision,
            kind=given.kind,
            level=case.item.level_or_ordinary,
            approver_id=approver.id,
            approver=approver.name,
            decided_at=given.decided_at if given.kind is ConsentKind.PAPER else case.now,
            opinion=clean(given.opinion),
            sheet_number=one_line(given.sheet_number),
            scan_sha256=given.scan_sha256,
            entered_by=case.actor.name,
            entered_at=case.now,
        )


def _earliest(case: Case, role: Role) -> date | None:
    """The day of the present text; for the head, of the deputy's agreement if that is later."""
    before = case.item.deputy_at if role is Role.HEAD else None
    return max((moment.date() for moment in (case.draft.written_at, before) if moment), default=None)


def _agree(case: Case, consent: Consent) -> str:
    if consent.role is Role.DEPUTY:
        item = case.advance(deputy_at=consent.decided_at, deputy_by=consent.approver)
    else:
        item = case.advance(head_at=consent.decided_at, head_by=consent.approver)
    return f"{consent.role.label}{consent.approver}已同意，{item.number}现{item.status.label}"


def _send_back(case: Case) -> str:
    void_consents(case, "退回重办")
    slips = case.work.find(Slip, item_id=case.item.id, order="id DESC", limit=1)
    if slips:
        case.change(slips[0], ended_at=None)
    case.advance(deputy_at=None, deputy_by="", head_at=None, head_by="")
    return f"{case.item.number}已退回科室重办"
