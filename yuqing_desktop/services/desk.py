"""What every act on one item shares: load, check against the table of steps, save, open and close its duties."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import deadlines, duties, workflow
from yuqing_desktop.domain.changing import with_fields
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.limits import ClockStart, profile_on
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Consent, Draft, Duty, Slip
from yuqing_desktop.domain.vocabulary import Act, DutyKind, Status
from yuqing_desktop.domain.workflow import Facts, Step
from yuqing_desktop.problems import BadInput, Refused
from yuqing_desktop.services.settings import Rules, Settings, office_of
from yuqing_desktop.storage.reading import Reads
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork

FROM_THE_START = frozenset({DutyKind.TRANSFER, DutyKind.FIRST_REPLY})
"""Duties whose clock starts with the item (forms.md: a setting says at which of its moments)."""

AT_SECTION = frozenset({Status.TRANSFERRED, Status.RECEIVED})
"""While an item is with a section its slip is open."""


class Case:
    """One item in the hands of one act."""

    def __init__(self, work: UnitOfWork, item: Item, facts: Facts, step: Step, rules: Rules) -> None:
        self.work = work
        self.item = item
        self.facts = facts
        self.step = step
        self.rules = rules

    @property
    def now(self) -> datetime:
        """The moment of the act."""
        return self.work.now

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return self.work.actor

    @property
    def draft(self) -> Draft:
        """The present wording. Raises Refused when there is none."""
        if self.facts.draft is None:
            raise Refused("还没有拟回复。", kept="事项没有改动。", article="第九条")
        return self.facts.draft

    def slip(self) -> Slip:
        """The slip by which the item is with its section. Raises Refused."""
        open_slips = self._open_slips()
        if not open_slips:
            raise Refused("事项还没有转送科室。", kept="事项没有改动。", article="第八条")
        return open_slips[-1]

    def _open_slips(self) -> list[Slip]:
        if self.item.status not in AT_SECTION:
            return []
        return self.work.find(Slip, item_id=self.item.id, ended_at=None)

    def change(self, record: Any, **changes: Any) -> Any:
        """Save changed fields of one of the item's records."""
        return self.work.save(record, with_fields(record, **changes))

    def advance(
        self, changed: Item | None = None, *, due: Mapping[DutyKind, datetime] | None = None, **changes: Any
    ) -> Item:
        """Take the step: the new state and these fields, with the duties it opens and closes.

        `changed` is the item with its other fields changed already; `due` gives a duty a due time already promised
        (the one printed on a slip).
        """
        changed = changed or self.item
        changed = with_fields(changed, **changes) if changes else changed
        status = self.step.after(changed)
        changed = changed if changed.status is status else with_fields(changed, status=status)
        if changed.status not in AT_SECTION:
            for slip in self._open_slips():
                self.change(slip, ended_at=self.now)
        self.item = save_with_duties(self.work, self.rules, self.item, changed, self.step.act, due or {})
        return self.item


@dataclass(frozen=True, slots=True)
class Desk:
    """Runs acts: the store and the rules in force."""

    store: Store
    settings: Settings

    def perform(
        self,
        actor: Actor,
        act: Act,
        item_id: int,
        do: Callable[[Case], str | None],
        *,
        version: int | None = None,
        op_id: str | None = None,
    ) -> Changes:
        """One act on one item. Raises Refused (recorded), StaleEdit, BadInput, NotFound."""

        def carry_out(work: UnitOfWork) -> str | None:
            item = work.item(item_id, version)
            facts = facts_of(work, item)
            return do(
                Case(work, item, facts, workflow.require(act, item, actor, facts), self.settings.rules())
            )

        return self.store.perform(actor, act, carry_out, item_id=item_id, op_id=op_id)


def facts_of(reads: Reads, item: Item) -> Facts:
    """What the guards of the table of steps ask beside the item; a wording comes with a handling result, not before."""
    handled = item.handled_at or item.reopened_at
    drafts = reads.find(Draft, item_id=item.id, order="serial DESC", limit=1) if handled else []
    open_duties = reads.find(Duty, item_id=item.id, closed_at=None)
    return Facts(
        draft=drafts[0] if drafts else None,
        consents=tuple(reads.find(Consent, item_id=item.id)) if drafts else (),
        open_duties=frozenset(duty.kind for duty in open_duties),
        paper_suffices=not drafts or office_of(reads).paper_suffices,
    )


def save_with_duties(
    work: UnitOfWork, rules: Rules, before: Item, after: Item, act: Act, due: Mapping[DutyKind, datetime]
) -> Item:
    """Save the changed item and bring its duties in step: what is owed is derived, no act can forget one."""
    standing = work.find(Duty, item_id=after.id, closed_at=None)
    owed = duties.owed(after)
    kept: list[Duty] = []
    for duty in standing:
        if duty.kind in owed and duty.section_id in (None, after.section_id):
            kept.append(work.save(duty, judged(_begun(duty, after, rules), after, rules)))
        else:
            work.save(duty, _closed(duty, after, work.now, act, rules))
    opened = []
    for kind in _in_order(owed - {duty.kind for duty in kept}):
        start = work.now if act is Act.REFUSE_SLIP else start_of(kind, after, work.now, rules)
        opened.append(_opened(kind, after, start, rules, due.get(kind)))
    saved = work.save(before, with_earliest(after, [*kept, *opened]))
    for duty in opened:
        work.insert(duty)
    return saved


def admit_with_duties(work: UnitOfWork, rules: Rules, item: Item) -> None:
    """Save a new item, and what is owed on it from the start."""
    opened = [
        _opened(kind, item, start_of(kind, item, work.now, rules), rules, None)
        for kind in _in_order(duties.owed(item))
    ]
    item_id = work.insert(with_earliest(item, opened))
    for duty in opened:
        work.insert(with_fields(duty, item_id=item_id))


def _in_order(kinds: Iterable[DutyKind]) -> list[DutyKind]:
    return sorted(kinds, key=lambda kind: kind.rank)


def with_earliest(item: Item, standing: list[Duty]) -> Item:
    """The item with the due time and kind of its earliest open duty."""
    dated = [(duty.due_at, duty.kind.rank, duty.kind) for duty in standing if duty.due_at is not None]
    due_at, _, kind = min(dated, default=(None, 0, None))
    if (due_at, kind) == (item.due_at, item.due_kind):
        return item
    return with_fields(item, due_at=due_at, due_kind=kind)


def _closed(duty: Duty, item: Item, now: datetime, act: Act, rules: Rules) -> Duty:
    """Met when it was done, though it be entered later; never before it was opened."""
    met = duty.kind not in duties.owed(item) and duties.was_met(duty.kind, item)
    done = (duties.done_at(duty.kind, item) if met else None) or now
    closed = max(done, duty.opened_at or done)
    minutes = rules.calendar.working_time(duty.opened_at or closed, closed).total_seconds() / 60
    return with_fields(duty, closed_at=closed, closed_by=act.value, met=met, spent=round(minutes))


def _opened(kind: DutyKind, item: Item, start: datetime, rules: Rules, promised: datetime | None) -> Duty:
    duty = Duty(
        item_id=item.id,
        kind=kind,
        section_id=item.section_id if kind.is_sections else None,
        opened_at=start,
        due_at=promised,
        extended="promised" if promised else "",
    )
    return judged(duty, item, rules)


def start_of(kind: DutyKind, item: Item, now: datetime, rules: Rules) -> datetime:
    """When a duty's clock starts: with the item for the first reply and the transfer, else with the act."""
    if kind not in FROM_THE_START or item.reopened_at is not None:
        return now
    profile = profile_on(rules.profiles, (item.registered_at or now).date())
    moments = {
        ClockStart.REGISTERED: item.registered_at,
        ClockStart.FOUND: item.found_at,
        ClockStart.RECEIVED: item.received_at,
    }
    return moments[profile.clock_start] or item.registered_at or now


def _begun(duty: Duty, item: Item, rules: Rules) -> Duty:
    """Where the first reply's clock runs from the receipt (第十四条: a setting), it begins once there is one."""
    if duty.kind is not DutyKind.FIRST_REPLY or item.received_at is None or item.reopened_at is not None:
        return duty
    profile = profile_on(rules.profiles, (item.registered_at or item.received_at).date())
    if profile.clock_start is not ClockStart.RECEIVED:
        return duty
    return with_fields(duty, opened_at=item.received_at)


def judged(duty: Duty, item: Item, rules: Rules) -> Duty:
    """The duty with its due time by the profile of the item's day and its present level; an extended one keeps it."""
    if duty.opened_at is None:
        raise BadInput({"opened_at": "待办没有起算时间"})
    profile = profile_on(rules.profiles, (item.registered_at or duty.opened_at).date())
    limit = profile.limit(duty.kind, item.level_or_ordinary)
    fixed = duty.due_at if duty.extended else None
    end = fixed or deadlines.due_at(rules.calendar, limit, duty.opened_at)
    assumed = deadlines.rests_on_assumption(rules.calendar, limit, duty.opened_at, end)
    if (end, limit.label, assumed) == (duty.due_at, duty.rule, duty.assumed):
        return duty
    return with_fields(duty, due_at=end, rule=limit.label, assumed=assumed)
