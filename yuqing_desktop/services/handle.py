"""处置情况 (第九条): what the section found and did, and the wording it proposes and answers for (第五条)."""

from dataclasses import dataclass, replace
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain.approval import fingerprint
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Consent, Draft, Handling
from yuqing_desktop.domain.text import clean
from yuqing_desktop.domain.vocabulary import Act, ReplyChannel
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.desk import Case, Desk


@dataclass(frozen=True, slots=True)
class Wording:
    """A reply as proposed: the text, where it is to appear, by which account."""

    text: str
    channel: ReplyChannel = ReplyChannel.PUBLIC
    account_id: int | None = None


@dataclass(frozen=True, slots=True)
class Handle:
    """The section's report and its proposed reply."""

    desk: Desk

    def report(
        self,
        actor: Actor,
        item_id: int,
        handling: Handling,
        wording: Wording,
        *,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Take in the handling result with its proposed reply. Raises BadInput, Refused, StaleEdit."""
        _check(handling, wording)

        def do(case: Case) -> str:
            case.work.add(_prepared(handling, case))
            draft = _add_draft(case, wording)
            case.advance(handled_at=case.now)
            return f"{case.item.number}处置情况已报送，拟回复第{draft.serial}稿待审批"

        return self.desk.perform(actor, Act.REPORT_HANDLING, item_id, do, version=version, op_id=op_id)

    def amend(
        self,
        actor: Actor,
        item_id: int,
        wording: Wording,
        *,
        reason: str,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Another wording voids every agreement given so far (第九条). Raises BadInput, Refused, StaleEdit."""
        if not clean(wording.text):
            raise BadInput({"text": "请填写拟回复内容"}, article="第九条")

        def do(case: Case) -> str:
            case.work.detail["reason"] = clean(reason)
            if fingerprint(wording.text) == case.draft.sha256:
                raise BadInput({"text": "与现在的拟回复相同"}, article="第九条")
            voided = void_consents(case, "拟回复已修改")
            draft = _add_draft(case, wording)
            case.advance(deputy_at=None, deputy_by="", head_at=None, head_by="")
            return f"拟回复第{draft.serial}稿" + ("，原审批作废，须重新审批" if voided else "")

        return self.desk.perform(actor, Act.AMEND_REPLY, item_id, do, version=version, op_id=op_id)


def void_consents(case: Case, reason: str) -> int:
    """Void every standing agreement of the item; returns how many."""
    standing = [
        consent for consent in case.work.find(Consent, item_id=case.item.id) if consent.voided_at is None
    ]
    for consent in standing:
        case.change(consent, voided_at=case.now, void_reason=reason)
    return len(standing)


def _check(handling: Handling, wording: Wording) -> None:
    wrong = {}
    if not clean(handling.findings):
        wrong["findings"] = "请填写调查核实情况"
    if not clean(handling.measures):
        wrong["measures"] = "请填写处置措施及结果"
    if not clean(handling.reported_by):
        wrong["reported_by"] = "请填写承办人"
    if not clean(wording.text):
        wrong["text"] = "请填写拟回复内容"
    if wrong:
        raise BadInput(wrong, article="第九条")


def _prepared(handling: Handling, case: Case) -> Handling:
    texts = {
        name: clean(getattr(handling, name))
        for name in ("findings", "measures", "result", "reported_by", "responsible")
    }
    values: dict[str, Any] = {**texts, "item_id": case.item.id, "section_id": case.item.section_id}
    return replace(handling, **values, reported_at=case.now, entered_by=case.actor.name)


def _add_draft(case: Case, wording: Wording) -> Draft:
    text = clean(wording.text)
    serial = len(case.work.find(Draft, item_id=case.item.id)) + 1
    return case.work.add(
        Draft(
            item_id=case.item.id,
            serial=serial,
            text=text,
            sha256=fingerprint(text),
            channel=wording.channel,
            account_id=wording.account_id,
            written_at=case.now,
            written_by=case.actor.name,
        )
    )
