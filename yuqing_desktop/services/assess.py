"""评估 (第七条): level, kind, topic and reply need, decided by a person on a proposal; and again later."""

from dataclasses import dataclass, replace
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import approval, assessment, house_rules
from yuqing_desktop.domain.assessment import Proposal
from yuqing_desktop.domain.house_rules import HouseRule
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.vocabulary import Act, CommentKind, Level, ReplyNeed, Status
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.desk import Case, Desk


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is decided about an item."""

    level: Level
    comment_kind: CommentKind
    reply_need: ReplyNeed = ReplyNeed.NEEDED
    topic: str = ""
    section_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Assess:
    """Assessing and reassessing."""

    desk: Desk

    def propose(self, item: Item) -> Proposal:
        """The level the figures and the office's own words speak for, with its reasons."""
        proposed = assessment.propose(item, self.desk.settings.office().thresholds)
        rules = self.desk.store.find(HouseRule, active=True)
        hits = house_rules.hits(rules, f"{item.title}\n{item.summary}\n{item.content}")
        return assessment.with_words(proposed, hits)

    def assess(
        self,
        actor: Actor,
        item_id: int,
        decided: Assessment,
        *,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Decide level, kind and need. Raises Refused, StaleEdit."""

        def do(case: Case) -> str:
            _apply(case, decided)
            return f"{case.item.number}已评估为{decided.level.label}"

        return self.desk.perform(actor, Act.ASSESS, item_id, do, version=version, op_id=op_id)

    def reassess(
        self,
        actor: Actor,
        item_id: int,
        decided: Assessment,
        *,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Decide again, with the reason; a higher level reopens the head's gate (第九条). Raises BadInput, Refused."""
        if not decided.reason.strip():
            raise BadInput({"reason": "请写明重新评估的理由"}, article="第七条")

        def do(case: Case) -> str:
            was = case.item
            _apply(case, decided)
            reopened = was.status is Status.APPROVED and case.item.status is Status.DEPUTY_AGREED
            return f"{case.item.number}已改评为{decided.level.label}" + (
                "，须再报组长审批" if reopened else ""
            )

        return self.desk.perform(actor, Act.REASSESS, item_id, do, version=version, op_id=op_id)


def _apply(case: Case, decided: Assessment) -> None:
    case.work.detail["reason"] = decided.reason
    outgrown = approval.outgrown(case.item, case.facts.consents, decided.level)
    for consent in outgrown:
        case.change(consent, voided_at=case.now, void_reason="等级提高")
    head: dict[str, Any] = {"head_at": None, "head_by": ""} if outgrown else {}
    section = decided.section_id if decided.section_id is not None else case.item.section_id
    values = replace(decided, section_id=section if case.item.slip_number == "" else case.item.section_id)
    case.advance(
        level=values.level,
        comment_kind=values.comment_kind,
        reply_need=values.reply_need,
        topic=values.topic or case.item.topic,
        section_id=values.section_id,
        **head,
    )
