"""转送、签收、退单、改派 (第八条): the numbered slip, who signed for it, who sent it back or on, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import deadlines, numbering
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.limits import profile_on
from yuqing_desktop.domain.people import Actor, Section
from yuqing_desktop.domain.records import Paper, Slip
from yuqing_desktop.domain.text import clean, one_line
from yuqing_desktop.domain.vocabulary import Act, DutyKind, PaperKind, Urgency
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.desk import Case, Desk
from yuqing_desktop.services.settings import Rules
from yuqing_desktop.storage.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Sending:
    """What a slip says: the leading section, those assisting, how urgent, what is asked.

    `shared_slip` is the number of a standing slip of the same event that serves this post too (同一事件).
    """

    section_id: int
    assisting: tuple[int, ...] = ()
    urgency: Urgency = Urgency.NORMAL
    requirements: str = ""
    shared_slip: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """Sending items to sections."""

    desk: Desk

    def transfer(
        self,
        actor: Actor,
        item_id: int,
        sending: Sending,
        *,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Make the slip and send the item; the result is its number. Raises BadInput, Refused, StaleEdit."""
        return self.desk.perform(
            actor, Act.TRANSFER, item_id, lambda case: self._send(case, sending), version=version, op_id=op_id
        )

    def together(self, actor: Actor, item_ids: Sequence[int], sending: Sending) -> list[Changes]:
        """Send posts of one event on one slip, all of them or none (同一事件). Raises as `transfer`."""
        with self.desk.store.many():
            done = [self.transfer(actor, item_ids[0], sending)]
            number = self.desk.store.get(Item, item_ids[0]).slip_number
            shared = replace(sending, shared_slip=number)
            return done + [self.transfer(actor, one, shared) for one in item_ids[1:]]

    def receive(
        self,
        actor: Actor,
        item_id: int,
        *,
        received_by: str,
        received_at: datetime | None = None,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """Record the receipt: who in the section signed, and when. Raises BadInput, Refused, StaleEdit."""

        def do(case: Case) -> str:
            slip = case.slip()
            at = _between(received_at or case.now, slip.sent_at, case.now, "received_at", "签收时间")
            name = one_line(received_by)
            if not name:
                raise BadInput({"received_by": "请填写签收人"}, article="第八条")
            case.change(slip, received_at=at, received_by=name, received_entered_by=actor.name)
            promised = {DutyKind.FEEDBACK: slip.feedback_due} if slip.feedback_due else {}
            case.advance(received_at=at, received_by=name, due=promised)
            return f"{slip.number}已签收"

        return self.desk.perform(actor, Act.RECEIVE, item_id, do, version=version, op_id=op_id)

    def refuse(
        self,
        actor: Actor,
        item_id: int,
        *,
        by: str,
        reason: str,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """退单: the section sends the slip back; reason and person (第十三条四). Raises BadInput, Refused."""

        def do(case: Case) -> str:
            slip = case.slip()
            self._end(
                case, slip, _named(by, "by", "请填写退单人"), _named(reason, "reason", "请写明退单理由")
            )
            case.advance(slip_number="", transferred_at=None, received_at=None, received_by="")
            return f"{slip.number}已退单，请另转科室"

        return self.desk.perform(actor, Act.REFUSE_SLIP, item_id, do, version=version, op_id=op_id)

    def reassign(
        self,
        actor: Actor,
        item_id: int,
        sending: Sending,
        *,
        reason: str,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """改派: another section, a new slip; the old one keeps its number, void. Raises BadInput, Refused."""

        def do(case: Case) -> str:
            self._end(case, case.slip(), actor.name, _named(reason, "reason", "请写明改派理由"))
            return self._send(case, sending)

        return self.desk.perform(actor, Act.REASSIGN, item_id, do, version=version, op_id=op_id)

    def _send(self, case: Case, sending: Sending) -> str:
        section = check_sending(case.work, sending)
        rules, office = self.desk.settings.rules(), self.desk.settings.office()
        number = sending.shared_slip or self._next_number(case.work)
        if sending.shared_slip:
            _require_same_event(case, sending)
        slip = case.work.add(
            Slip(
                item_id=case.item.id,
                number=number,
                section_id=sending.section_id,
                assisting=sending.assisting,
                urgency=sending.urgency,
                requirements=clean(sending.requirements) or office.requirements,
                sent_at=case.now,
                sent_by=case.actor.name,
                feedback_due=promised_feedback(case.item, case.now, rules),
            )
        )
        if not sending.shared_slip:
            case.work.add(
                Paper(item_id=case.item.id, kind=PaperKind.TRANSFER_SLIP, number=slip.number, made_at=case.now,
                      made_by=case.actor.name, subject_id=slip.id)
            )  # fmt: skip
        case.advance(
            section_id=sending.section_id,
            assisting=sending.assisting,
            slip_number=slip.number,
            transferred_at=case.now,
            received_at=None,
            received_by="",
        )
        return f"{slip.number}，转{section.name}"

    def _end(self, case: Case, slip: Slip, by: str, reason: str) -> None:
        case.change(slip, refused_at=case.now, refused_by=by, reason=reason, ended_at=case.now)
        if case.work.find(Slip, number=slip.number, ended_at=None):
            return  # another post of the event is still out on this slip
        for paper in case.work.find(Paper, kind=PaperKind.TRANSFER_SLIP, number=slip.number):
            case.change(paper, voided_at=case.now, void_reason=f"{case.step.act.label}：{reason}")

    def _next_number(self, work: UnitOfWork) -> str:
        prefix = self.desk.settings.office().prefix(PaperKind.TRANSFER_SLIP)
        return numbering.paper_number(prefix, work.now.year, work.next_number(prefix, work.now.year))


def _require_same_event(case: Case, sending: Sending) -> None:
    """One slip serves posts of one event, at one section. Raises Refused."""
    standing = case.work.find(Slip, number=sending.shared_slip, ended_at=None)
    others = case.work.many_by_id(Item, [slip.item_id for slip in standing]).values()
    event = case.item.affair_id
    if not standing or event is None or any(other.affair_id != event for other in others):
        raise Refused(
            f"转送单{sending.shared_slip}不是同一事件现有的转送单，不能共用。",
            kept="事项没有改动。",
            advice="请先把这些事项归为同一事件，或分别转送。",
            article="第八条",
        )
    if any(slip.section_id != sending.section_id for slip in standing):
        raise BadInput({"section_id": "共用转送单时，主办科室须相同"}, article="第八条")


def promised_feedback(item: Item, sent_at: datetime, rules: Rules) -> datetime:
    """The absolute time printed on the slip: time to sign, then time to handle; what is printed counts."""
    profile = profile_on(rules.profiles, (item.registered_at or sent_at).date())
    moment = sent_at
    for kind in (DutyKind.RECEIPT, DutyKind.FEEDBACK):
        moment = deadlines.due_at(rules.calendar, profile.limit(kind, item.level_or_ordinary), moment)
    return moment


def check_sending(work: UnitOfWork, sending: Sending) -> Section:
    """The leading section, if it and those assisting can be sent to. Raises BadInput, NotFound."""
    if not sending.section_id:
        raise BadInput({"section_id": "请选择跟进科室"}, article="第八条")
    section = work.get(Section, sending.section_id)
    if not section.active:
        raise BadInput({"section_id": f"{section.name}已停用"}, article="第八条")
    if sending.section_id in sending.assisting or len(set(sending.assisting)) < len(sending.assisting):
        raise BadInput({"assisting": "协办科室不能与主办科室相同，也不能重复"}, article="第八条")
    for assisting_id in sending.assisting:
        work.get(Section, assisting_id)
    return section


def _named(text: str, field: str, missing: str) -> str:
    line = clean(text)
    if not line:
        raise BadInput({field: missing}, article="第十三条")
    return line


def _between(
    moment: datetime, earliest: datetime | None, latest: datetime, field: str, word: str
) -> datetime:
    if moment > latest:
        raise BadInput({field: f"{word}晚于现在"})
    if earliest is not None and moment < earliest:
        raise BadInput({field: f"{word}早于转送时间"})
    return moment
