"""责任追究 (第十三条): situations proposed from the records or entered by a person; a person confirms or withdraws."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import accountability, rights
from yuqing_desktop.domain.accountability import AccountabilityCase, CaseStatus, Clause, Facts
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor, Section
from yuqing_desktop.domain.periods import Period
from yuqing_desktop.domain.records import Consent, Duty, Note, Reply, Slip
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.rounds import Gap
from yuqing_desktop.domain.text import clean
from yuqing_desktop.domain.vocabulary import Act
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.rounds import Rounds
from yuqing_desktop.storage.codec import moment_text
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Held:
    """How long one section held an item: which slip, from when to when, and how it ended (第十三条四)."""

    slip: Slip
    hours: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A situation on the page: proposed from the records (no case yet), or taken up as a case."""

    item: Item
    section: str
    facts: Facts
    case: AccountabilityCase | None = None


@dataclass(frozen=True, slots=True)
class Accountability:
    """Facts, never a verdict."""

    store: Store
    rounds: Rounds

    def proposals(self, period: Period) -> tuple[Facts, ...]:
        """Situations the records speak of, for items registered in a period, and not yet taken up."""
        items = self.store.where(
            Item, "trashed_at IS NULL AND registered_at >= ? AND registered_at < ?",
            (moment_text(period.start), moment_text(period.end)),
        )  # fmt: skip
        gaps = self.rounds.gaps(period.first - timedelta(days=31))
        taken = {_what(case) for case in self.store.find(AccountabilityCase)}
        found = [facts for item in items for facts in self._of(item, gaps)]
        return tuple(facts for facts in found if _what(facts) not in taken)

    def entries(self, period: Period) -> tuple[Entry, ...]:
        """What stands for the items registered in a period: proposals first, then cases."""
        sections = {section.id: section.name for section in self.store.find(Section)}
        proposed, cases = self.proposals(period), self.cases()
        wanted = {facts.item_id for facts in proposed} | {case.item_id for case in cases}
        items = self.store.many_by_id(Item, wanted)

        def entry(facts: Facts, case: AccountabilityCase | None = None) -> Entry:
            return Entry(items[facts.item_id], sections.get(facts.section_id or 0, ""), facts, case)

        taken = [entry(_facts_of(case), case) for case in cases if _is_in(items[case.item_id], period)]
        return (*(entry(facts) for facts in proposed), *taken)

    def of_item(self, item_id: int) -> tuple[Facts, ...]:
        """Everything the records speak of about one item."""
        item = self.store.get(Item, item_id)
        start = (item.published_at or item.found_at or self.store.clock.now()).date()
        return tuple(self._of(item, self.rounds.gaps(start)))

    def cases(self, **where: Any) -> list[AccountabilityCase]:
        """Cases taken up, by item, section, clause or status."""
        return self.store.find(AccountabilityCase, **where)

    def chain(self, item_id: int) -> tuple[Held, ...]:
        """Who held an item how long: slip by slip (natural hours)."""
        now = self.store.clock.now()
        slips = self.store.find(Slip, item_id=item_id)
        return tuple(
            Held(slip, ((slip.ended_at or now) - slip.sent_at).total_seconds() / 3600)
            for slip in slips
            if slip.sent_at
        )

    def take_up(self, actor: Actor, facts: Facts, *, op_id: str | None = None) -> Changes:
        """Lay a situation to an item: one the records speak of, or （三）（四） with what was brought. Raises BadInput, Refused."""
        if not any(clean(words) for words in facts.supporting):
            raise BadInput({"supporting": "请写明事实"}, article="第十三条")

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.ACCOUNTABILITY)
            item = work.get(Item, facts.item_id)
            work.add(
                AccountabilityCase(
                    item_id=item.id, section_id=facts.section_id, clause=facts.clause, supporting=_joined(facts.supporting),
                    opposing=_joined(facts.opposing), opened_at=work.now, opened_by=actor.name,
                )
            )  # fmt: skip
            return f"{item.number}{facts.clause.label}已列出，待核"

        return self.store.perform(actor, Deed.ACCOUNTABILITY.value, do, item_id=facts.item_id, op_id=op_id)

    def decide(
        self, actor: Actor, case_id: int, status: CaseStatus, comment: str, *, op_id: str | None = None
    ) -> Changes:
        """Confirm or withdraw, with words. Raises BadInput, Refused, NotFound."""
        if not clean(comment):
            raise BadInput({"comment": "请写明意见"}, article="第十三条")

        def do(work: UnitOfWork) -> str:
            rights.require(actor, Deed.ACCOUNTABILITY)
            before = work.get(AccountabilityCase, case_id)
            if before.status is not CaseStatus.PROPOSED:
                raise Refused("这一情形已经核过。", kept="记录没有改动。", article="第十三条")
            work.save(
                before,
                replace(
                    before, status=status, decided_at=work.now, decided_by=actor.name, comment=clean(comment)
                ),
            )
            return f"{before.clause.label}{status.label}"

        return self.store.perform(actor, Deed.ACCOUNTABILITY.value, do, op_id=op_id)

    def _of(self, item: Item, gaps: Iterable[Gap]) -> list[Facts]:
        store, now = self.store, self.store.clock.now()
        found = (
            accountability.missed(item, gaps, allowed_hours=self.rounds.settings.office().found_within_hours),
            *accountability.section_late(
                item,
                store.find(Duty, item_id=item.id),
                store.find(Slip, item_id=item.id),
                store.find(Note, item_id=item.id, act=Act.URGE.value),
                now,
            ),
            accountability.unapproved(
                item, store.find(Reply, item_id=item.id), store.find(Consent, item_id=item.id)
            ),
        )
        return [facts for facts in found if facts is not None]


def entered(clause: Clause, item: Item, words: str) -> Facts:
    """（三）（四）: a situation a person enters against an item. Raises BadInput for one the records must show."""
    if clause.is_found:
        raise BadInput({"clause": f"{clause.label}由记录列出，不能手工登记"}, article="第十三条")
    return Facts(clause, item.id, item.section_id, (clean(words),), ())


def _what(laid: Facts | AccountabilityCase) -> tuple[int, Clause, int | None]:
    """What a situation is about: taken up once, it is not proposed again."""
    return laid.item_id, laid.clause, laid.section_id


def _facts_of(case: AccountabilityCase) -> Facts:
    return Facts(
        case.clause,
        case.item_id,
        case.section_id,
        tuple(case.supporting.splitlines()),
        tuple(case.opposing.splitlines()),
    )


def _is_in(item: Item, period: Period) -> bool:
    return item.registered_at is not None and period.start <= item.registered_at < period.end


def _joined(words: Iterable[str]) -> str:
    return "\n".join(clean(one) for one in words)
