"""延期 (第十二条): more working days for the full reply, with a reason and a leader's agreement, before the limit lapses."""

from dataclasses import dataclass, replace

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import deadlines
from yuqing_desktop.domain.limits import profile_on
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.text import clean
from yuqing_desktop.domain.vocabulary import Act, DutyKind
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services import nods
from yuqing_desktop.services.desk import Case, Desk
from yuqing_desktop.services.nods import Nod

MOST_DAYS = 30


@dataclass(frozen=True, slots=True)
class Extend:
    """Extensions."""

    desk: Desk

    def extend(
        self, actor: Actor, item_id: int, *, days: int, reason: str, nod: Nod | None, op_id: str | None = None
    ) -> Changes:
        """Put the full reply off by whole working days. Raises BadInput, Refused (lapsed, or no agreement)."""
        if not 1 <= days <= MOST_DAYS:
            raise BadInput({"days": f"请填写1至{MOST_DAYS}个工作日"}, article="第十二条")

        def do(case: Case) -> str:
            duty = case.work.find(Duty, item_id=item_id, kind=DutyKind.FULL_REPLY.value, closed_at=None)[0]
            due = duty.due_at or case.now
            deadlines.check_extension(now=case.now, due=due, reason=reason)
            leader = nods.take(case, nod, Act.EXTEND)
            profile = profile_on(case.rules.profiles, (case.item.registered_at or case.now).date())
            limit = profile.limit(duty.kind, case.item.level_or_ordinary)
            later = deadlines.extended(case.rules.calendar, limit, due, days=days)
            words = f"经{leader}同意延期{days}个工作日：{clean(reason)}"
            case.work.save(duty, replace(duty, due_at=later.due, extended=words, assumed=later.assumed_year))
            case.advance()
            return f"{case.item.number}正式回复延至{later.due:%Y-%m-%d %H:%M}"

        return self.desk.perform(actor, Act.EXTEND, item_id, do, op_id=op_id)
